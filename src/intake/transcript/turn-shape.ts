import { HEAD_LENGTH } from '../text-lines.ts';

/** How a turn sets its speaker apart. `log` has a time stamp alone. */
export const SHAPES = [
  'arrow',
  'bar',
  'colon',
  'dot-dash',
  'bracket',
  'initial',
  'gap',
  'dash',
  'capitals',
  'label-line',
  'log',
] as const;
export type Shape = (typeof SHAPES)[number];

/** A line that may begin a turn. Offsets count from the line's first character that is not white space. */
export interface TurnStart {
  readonly shape: Shape;
  readonly label: Stretch | null;
  readonly stamp: Stretch | null;
  /** A line's or a note's number was there. */
  readonly numbered: boolean;
  /** Where the words begin. */
  readonly body: number;
  /** Whom the speaker calls, where the line says so (`A > B`), as written. */
  readonly to: string | null;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const D = '\\p{Nd}';
const CLOCK = `[-+]?${D}{1,3}(?:[:hH]${D}{2}|:--){1,3}(?:[.,]${D}{1,3})?(?:\\s?[AaPp]\\.?[Mm]\\b\\.?|\\s?[صم](?!\\p{L}))?`;
const MINUTES = `${D}{1,3}['’]${D}{2}(?:["”]|'')?`;
const FOUR = `[0-2]${D}[0-5]${D}(?:${D}{2})?(?:\\s?(?:hrs?|h|Z|UTC|GMT|LT|L)\\b|(?=\\s{2}|\\t|\\s*[\\]>)|¦]))`;
const ZONE = `(?:\\s?(?:UTC|GMT|Z|LT|CET|CEST|EET|EEST|MSK|EST|EDT|PST|PDT|BST|hrs?|h)\\b(?:[+-]${D}{1,4})?)?`;
const DATE = `(?:${D}{1,4}[-./]${D}{1,2}[-./]${D}{1,4}|${D}{1,2}[- ]\\p{L}{3,9}\\.?[- ,]\\s?${D}{2,4})`;
const ISO = `${D}{4}-${D}{2}-${D}{2}T${D}{2}:${D}{2}(?::${D}{2}(?:\\.${D}+)?)?(?:Z|[+-]${D}{2}:?${D}{2})?`;
const TIME = `(?:${ISO}|(?:${DATE}[ ,،]*(?:[-–|]\\s*)?)?(?:${CLOCK}|${MINUTES}|${FOUR})${ZONE}(?:\\s?(?:-->|-|–|—|to)\\s?${CLOCK})?|${DATE}(?=\\s*[\\])]|\\s{2}|\\t|\\s*[-–|]))`;
const PREFIX = new RegExp(
  `^[\\u200e\\u200f\\u202a-\\u202e]*(?:[-–•>]{1,2}\\s+)?((?!${FOUR}|${DATE})(?:#|№\\s?)?${D}{1,5}[.)]?(?:\\s+|$))?(?:([\\[({<]?)\\s*(${TIME})\\s*[\\])}>]?(?=[^\\p{L}\\p{N}]|$)[ \\t]*(?:[-–—|,:]\\s+)?)?(?:>>\\s*)?`,
  'u',
);
const WORD = '[\\p{L}\\p{N}]';
const OPEN = '[\\u200e\\u200f\\u202a-\\u202e]*[*_]{0,2}["“«‘\'(~@+]?';
const ARROW_TO = new RegExp(
  `^(${WORD}[^\\n:<>→]{0,40}?)\\s*(?:->|=>|→|»|>(?!>))\\s?(${WORD}[^\\n:<>→]{0,40}?)(?=\\s{2}|\\t|\\s*[:：]|$)[ \\t]*[:：]?\\s*`,
  'u',
);
const ARROW = new RegExp(`^(${WORD}[^\\n:<>→]{0,40}?)\\s*(?:->|=>|→|»|>>|>)\\s+`, 'u');
const COLON = new RegExp(
  `^(${OPEN}${WORD}[^\\n:：]{0,118}?)\\s*[*_]{0,2}[:：](?!//|\\p{N})[*_]{0,2}\\s*`,
  'u',
);
const BAR = /^([\p{L}][^\n|¦:]{0,39}?)\s*[|¦]\s+(?=\S)/u;
const DOT_DASH = /^([\p{L}][^\n:]{0,118}?)\s?\.\s?[-–—]{1,2}\s*/u;
const BRACKET = /^[[<{]([\p{L}~@][^\]>\n]{0,39})[\]>}]\s*[:：]?\s+/u;
const INITIAL = /^(\p{Lu}|س|ج)\s?[.)]\s+(?=\S)/u;
const GAP = /^(\S{1,40}(?: \S{1,20}){0,5})(?:\t[ \t]*| {2,})(?=\S)/u;
const TIME_ALONE = new RegExp(`^[\\[(]?${TIME}[\\])]?$`, 'u');
const DASH = /^(\p{L}[\p{L}\p{N}.'’ ]{0,38}?)\s+[–—-]{1,2}\s+(?=\S)/u;
const CAPITALS =
  /^([\p{Lu}\p{Lo}\p{N}][\p{Lu}\p{Lo}\p{N}.'’/-]*(?: [\p{Lu}\p{Lo}\p{N}][\p{Lu}\p{Lo}\p{N}.'’/-]*){0,2}?)\s+(?=\S)/u;
const LABEL_LINE = new RegExp(`^(\\p{L}[^\\n:?!;]{0,38}?)\\s*(?:[:：]|\\s+[\\[(]?(${TIME})[\\])]?)?$`, 'u');

/** Every way in which a line may begin a turn, the likeliest shapes first; only of `shapes` where given. */
export function turnStarts(head: string, shapes: readonly Shape[] = SHAPES): TurnStart[] {
  const prefix = PREFIX.exec(head);
  const stampText = prefix?.[3];
  const at = prefix?.[0].length ?? 0;
  const stamp = stampText === undefined ? null : stretchOf(head, stampText, (prefix?.[1] ?? '').length);
  const rest = head.slice(at);
  const base = { stamp, numbered: prefix?.[1] !== undefined };
  const starts: TurnStart[] = [];
  for (const shape of shapes) {
    const start = matchShape(shape, rest, at, base);
    if (start !== null) starts.push(start);
  }
  return starts;
}

function stretchOf(head: string, part: string, from: number): Stretch {
  const start = head.indexOf(part, from);
  return { start, end: start + part.length };
}

type Base = Pick<TurnStart, 'stamp' | 'numbered'>;

function matchShape(shape: Shape, rest: string, at: number, base: Base): TurnStart | null {
  switch (shape) {
    case 'arrow':
      return labelled(shape, ARROW_TO.exec(rest) ?? ARROW.exec(rest), at, base);
    case 'colon':
      return narrow(labelled(shape, COLON.exec(rest), at, base), rest, at);
    case 'bar':
      return base.stamp === null ? null : narrow(labelled(shape, BAR.exec(rest), at, base), rest, at);
    case 'dot-dash':
      return narrow(labelled(shape, DOT_DASH.exec(rest), at, base), rest, at);
    case 'bracket':
      return labelled(shape, BRACKET.exec(rest), at, base, 1);
    case 'initial':
      return labelled(shape, INITIAL.exec(rest), at, base);
    case 'gap':
      return TIME_ALONE.test(rest.replace(GAP, '')) ? null : labelled(shape, GAP.exec(rest), at, base);
    case 'dash':
      return labelled(shape, DASH.exec(rest), at, base);
    case 'capitals':
      return base.stamp === null ? null : labelled(shape, CAPITALS.exec(rest), at, base);
    case 'label-line':
      return labelLine(rest, at, base);
    case 'log':
      return base.stamp === null ? null : { ...base, shape, label: null, body: at, to: null };
  }
}

function labelled(
  shape: Shape,
  match: RegExpExecArray | null,
  at: number,
  base: Base,
  skip = 0,
): TurnStart | null {
  const label = match?.[1];
  if (match === null || label === undefined) return null;
  const lead = /^[\u200e\u200f\u202a-\u202e*_"“«‘~@]*/u.exec(label)?.[0].length ?? 0;
  const start = at + skip + lead;
  const end = start + label.slice(lead).replace(/[\s*_"”»’]+$/u, '').length;
  return { ...base, shape, label: { start, end }, body: at + match[0].length, to: match[2] ?? null };
}

/** A label with a gap inside is a column and more. */
function narrow(start: TurnStart | null, rest: string, at: number): TurnStart | null {
  const label = start?.label;
  if (start === null || label == null) return null;
  return /\s{2}|\t/.test(rest.slice(label.start - at, label.end - at)) ? null : start;
}

/** A line that is a label and nothing else, its words on the lines below. */
function labelLine(rest: string, at: number, base: Base): TurnStart | null {
  if (rest.length > 60 || at + rest.length >= HEAD_LENGTH) return null;
  const match = LABEL_LINE.exec(rest);
  const label = match?.[1];
  if (match === null || label === undefined) return null;
  const late = match[2];
  // A line of words alone is a label only where it is set apart: by a stamp, a colon, or capitals.
  const apart = base.stamp !== null || late !== undefined || /[:：]$/.test(rest);
  if (!apart && (/\p{Ll}|[.…,]$/u.test(label) || !/\p{Lu}/u.test(label))) return null;
  const stamp =
    base.stamp ??
    (late === undefined
      ? null
      : { start: at + rest.lastIndexOf(late), end: at + rest.lastIndexOf(late) + late.length });
  const end = at + label.replace(/[,\s]+$/, '').length;
  return { ...base, stamp, shape: 'label-line', label: { start: at, end }, body: at + rest.length, to: null };
}
