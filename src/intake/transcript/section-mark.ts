import { findStamps } from '../../statement/stamp.ts';
import { headerKey } from './header-key.ts';
import words from './header-words.json' with { type: 'json' };
import { foldLabel } from './label.ts';

/** What a part of a document calls itself: `tape 0417`, `Ticket 31`, `UPDATE 2`. */
export interface SectionMark {
  /** The noun as written: `TAPE`, `Ticket`, or empty (`--- 2 ---`). */
  readonly noun: string;
  /** Its number or code: `0417`, `5/19`. */
  readonly number: string;
}

const ITEMS = new Set(words.item.map(foldLabel));
const LINE =
  /^[-=–—*#_\s([|]{0,8}(\p{L}[\p{L}\p{M}.'’ ]{0,30}?)\s*[:#.№º°-]{0,3}\s*(?:[(]?#?)((?:\p{L}{1,3}[-/])?\p{Nd}[\p{L}\p{Nd}/.-]{0,15}|(?<!\p{L})[IVXL]{1,6}\b)/u;
const RULED = /^[-=–—*_~]{2,}\s*(\p{Nd}{1,4}|[IVXL]{1,6})\s*[-=–—*_~]{2,}$/u;
const SUFFIX =
  /\s*(?<![\p{L}\p{M}])(?:id|no|nr|num|number|numara|numarasi|numero|numéro|número|ref|n)\b\.?$|\s*(?:رقم|номер)$/iu;
const RANK = [
  'product',
  'urun',
  'tape',
  'kaset',
  'bant',
  'cinta',
  'شريط',
  'band',
  'fita',
  'ticket',
  'call',
  'intercept',
  'recording',
  'line',
];

/** Longer lines are sentences. */
const LONGEST = 180;

/** The mark that a line begins with, or null. */
export function sectionMark(head: string): SectionMark | null {
  if (head.length > LONGEST) return null;
  const ruled = RULED.exec(head);
  if (ruled !== null) return { noun: '', number: ruled[1] ?? '' };
  const match = LINE.exec(head);
  if (match === null) return null;
  const written = (match[1] ?? '').trim();
  const noun = written.replace(SUFFIX, '').trim() || written;
  const number = (match[2] ?? '').replace(/[.,]+$/, '');
  if (!isItem(noun) || isPhone(head, match[0].length) || isSentence(head, match[0].length)) return null;
  return { noun, number };
}

/** Marks anywhere among a header's fields, the most telling first: `LINE 07 | PRODUCT 2211` is product 2211. */
export function marksIn(fields: readonly string[]): SectionMark[] {
  const marks = fields.map(sectionMark).filter((mark) => mark !== null);
  return marks.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** A mark in the words of a voice chain. Capitals become small letters, other words stay as written. */
export function titleOf(mark: SectionMark, alone: string): string {
  const noun = mark.noun === '' ? alone : /\p{Ll}/u.test(mark.noun) ? mark.noun : mark.noun.toLowerCase();
  return `${noun} ${mark.number}`.trim();
}

function isItem(noun: string): boolean {
  const folded = foldLabel(noun);
  if (ITEMS.has(folded) || headerKey(noun) === 'item') return true;
  const tokens = folded.split(' ');
  return (
    tokens.length > 1 && tokens.length < 5 && (ITEMS.has(tokens.at(-1) ?? '') || ITEMS.has(tokens[0] ?? ''))
  );
}

/** More digits follow: `LINE : 0500 000 27 70` names a telephone line, not the seventh of several. */
function isPhone(head: string, from: number): boolean {
  return /^[ -]\p{Nd}{2,}/u.test(head.slice(from));
}

/** After the number come small words and a full stop: "Call 2 was longer than the first one." */
function isSentence(head: string, from: number): boolean {
  const rest = head.slice(from).trim();
  if (/^[-–—|:,.)\](]/.test(rest) || rest === '') return false;
  return /^\p{Ll}+\s+\p{L}+\s/u.test(rest) || rest.split(/\s+/).length > 14;
}

function rankOf(mark: SectionMark): number {
  const at = RANK.indexOf(foldLabel(mark.noun));
  return at < 0 ? RANK.length - 1.5 : at;
}

/** A line that is a date and little else: `09 NOV 2022`, `Tuesday 3 March 2020`. */
export function isDayLine(head: string): boolean {
  if (head.length > 48) return false;
  const stamp = findStamps(head).find((found) => found.date !== null);
  if (stamp === undefined) return false;
  const rest = `${head.slice(0, stamp.start)} ${head.slice(stamp.end)}`;
  return (rest.match(/\p{L}/gu)?.length ?? 0) <= 12 && !/[:.?!]\s/.test(rest);
}
