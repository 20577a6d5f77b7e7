import { type Line, linesOf } from '../text-lines.ts';
import { headerKey } from './header-key.ts';
import { foldLabel, isCapitals, isChannel, isRoleLabel, isUnknownLabel } from './label.ts';
import { bracketOf } from './note-line.ts';
import { SHAPES, type Shape, type TurnStart, turnStarts } from './turn-shape.ts';

/** How a transcript sets out its turns, learned from all of it. */
export interface TurnLayout {
  /** In the order in which they are tried. */
  readonly shapes: readonly Shape[];
  /** Folded labels with how often each begins a turn. */
  readonly labels: ReadonlyMap<string, number>;
  /** Most labels are in capitals; a label seen once must be too. */
  readonly capitals: boolean;
  /** Most turns have a time stamp before the label. */
  readonly stamped: boolean;
  /** Most turns have a number before the label. */
  readonly numbered: boolean;
  /** Turns begin at most so far from the left. */
  readonly indent: number;
  /** Lines with a time stamp and no speaker: a log. */
  readonly log: boolean;
  /** Each turn has a day and an hour of its own: messages. */
  readonly chat: boolean;
  /** Below each turn stands its translation in a bracket. */
  readonly translated: boolean;
}

/** Lines surveyed at most; a layout does not change after so many. */
const SURVEY_LINES = 40_000;

/** Words that are a telephone number, and perhaps a name after it, are a header's. */
const LEGEND = /(?:^|[\s,.;:(])(\p{Lu}{1,4}\p{Nd}?|[سجأبم])\s*=\s/gu;
const DATED = /\p{Nd}[-./]\p{Nd}{1,2}[-./]\p{Nd}|\p{Nd}[- ]\p{L}{3,9}\.?[- ,]\s?\p{Nd}/u;
const PHONE = /^\+?(?:[ ()./-]?\p{Nd}){7,20}(?:\s*$|\s+\(|\s{2,})/u;

interface Tally {
  turns: number;
  stamped: number;
  numbered: number;
  dated: number;
  capitals: number;
  /** Turns that begin with a number in figures. */
  figures: number;
  /** Lines that are turns or carry one on. */
  covered: number;
  /** Turns that no shape tried before this one sees, of labels that are in `labels` more than once. */
  readonly alone: Map<string, number>;
  readonly labels: Map<string, number>;
  readonly follows: Map<string, Set<string>>;
  readonly indents: number[];
  last: string | null;
  open: boolean;
}

/**
 * The layout of a transcript's turns, or null where a text is no transcript: where few lines
 * begin with a label, or labels do not come again, or come again in one fixed order (a form).
 */
export function surveyTurns(text: string): TurnLayout | null {
  const tallies = new Map<Shape, Tally>();
  const lines = countLines(text, tallies);
  const ranked = [...tallies]
    .filter(([shape, tally]) => isSpeech(shape, tally, lines))
    .sort((a, b) => strength(b) - strength(a));
  const best = ranked[0];
  if (best === undefined) return null;
  const kept = ranked.filter((entry) => entry === best || (best[0] !== 'log' && addsTurns(entry)));
  return {
    ...layoutOf(kept, best[1]),
    translated: lines.brackets >= 2 && lines.brackets >= 0.5 * best[1].turns,
  };
}

interface Lines {
  filled: number;
  callFields: number;
  /** Folded labels that a legend explains (`T = Tarek`). */
  readonly legend: Set<string>;
  /** Lines in brackets right below a turn. */
  brackets: number;
}

function countLines(text: string, tallies: Map<Shape, Tally>): Lines {
  const lines: Lines = { filled: 0, callFields: 0, legend: new Set(), brackets: 0 };
  let above = false;
  let surveyed = 0;
  for (const line of linesOf(text)) {
    if (++surveyed > SURVEY_LINES) break;
    if (line.blank) {
      above = false;
      for (const tally of tallies.values()) tally.open = false;
      continue;
    }
    lines.filled++;
    const starts = turnStarts(line.head).filter((start) => isLikely(start, line.head));
    for (const shape of SHAPES) {
      const start = starts.find((candidate) => candidate.shape === shape);
      if (start === undefined) carryOn(tallies.get(shape));
      else tally(tallyOf(tallies, shape), start, line, start === starts[0]);
    }
    if (isCallField(line.head)) lines.callFields++;
    if (line.head.includes('='))
      for (const match of line.head.matchAll(LEGEND)) lines.legend.add(foldLabel(match[1] ?? ''));
    const bracket = bracketOf(line.head) === 'closed';
    if (bracket && above) lines.brackets++;
    above = !bracket && starts.length > 0;
  }
  return lines;
}

function isCallField(head: string): boolean {
  const key = headerKey(/^([^:|]{2,40}?)\s*[:：|]/u.exec(head)?.[1] ?? '');
  return (
    key !== null &&
    ['caller', 'called', 'target', 'duration', 'participants', 'item', 'interviewer'].includes(key)
  );
}

function tallyOf(tallies: Map<Shape, Tally>, shape: Shape): Tally {
  const known = tallies.get(shape);
  if (known !== undefined) return known;
  const fresh: Tally = {
    turns: 0,
    stamped: 0,
    numbered: 0,
    dated: 0,
    capitals: 0,
    figures: 0,
    covered: 0,
    labels: new Map(),
    alone: new Map(),
    follows: new Map(),
    indents: [],
    last: null,
    open: false,
  };
  tallies.set(shape, fresh);
  return fresh;
}

function tally(tally: Tally, start: TurnStart, { head, indent }: Line, alone: boolean): void {
  const written = start.label === null ? '' : head.slice(start.label.start, start.label.end);
  const label = foldLabel(written);
  tally.turns++;
  tally.covered++;
  tally.open = true;
  if (start.stamp !== null) tally.stamped++;
  if (start.stamp !== null && DATED.test(head.slice(start.stamp.start, start.stamp.end))) tally.dated++;
  if (start.numbered) tally.numbered++;
  if (isCapitals(written)) tally.capitals++;
  if (/^\s*\p{Nd}/u.test(head.slice(start.body))) tally.figures++;
  tally.labels.set(label, (tally.labels.get(label) ?? 0) + 1);
  if (alone) tally.alone.set(label, (tally.alone.get(label) ?? 0) + 1);
  if (tally.last !== null)
    tally.follows.set(tally.last, (tally.follows.get(tally.last) ?? new Set()).add(label));
  tally.last = label;
  if (tally.indents.length < 2000) tally.indents.push(indent);
}

function carryOn(tally: Tally | undefined): void {
  if (tally?.open === true) tally.covered++;
}

/** Whether a label could be a speaker's at all. Header keys and notes are none. */
export function isLikely(start: TurnStart, head: string): boolean {
  if (start.label === null) return start.body < head.length;
  const label = head.slice(start.label.start, start.label.end);
  if (/[[\]{}]|^_(?!.*_$)/.test(label) || PHONE.test(head.slice(start.body))) return false;
  if (start.stamp !== null && /^\+?\p{Nd}[\p{Nd} ()-]{6,}$/u.test(label)) return true;
  if (!/\p{L}/u.test(label) || /[?!;=|]|[.,]\s+\p{Ll}|…|https?$/u.test(label)) return false;
  if (label.split(/\s+/).length > (isMostlyCapitals(label) ? 18 : 7)) return false;
  if (start.shape === 'gap' && start.stamp === null && !start.numbered && label.split(' ').length > 4)
    return false;
  const key = headerKey(label.replace(/[*_]/g, ''));
  return key === null || isRoleLabel(label) || isUnknownLabel(label);
}

/** A name in capitals may have a long title before it. */
function isMostlyCapitals(label: string): boolean {
  return (label.match(/\p{Lu}/gu)?.length ?? 0) * 2 > (label.match(/\p{L}/gu)?.length ?? 0);
}

function isSpeech(shape: Shape, tally: Tally, lines: Lines): boolean {
  const share = tally.covered / Math.max(lines.filled, 1);
  if (shape === 'log') return tally.turns >= 3 && share >= 0.6;
  const labels = [...tally.labels];
  const channels = labels.reduce((sum, [label, count]) => sum + (isChannel(label) ? count : 0), 0);
  if (channels * 3 > tally.turns || isForm(tally)) return false;
  const again = labels.reduce((sum, [, count]) => sum + (count > 1 ? count : 0), 0);
  const known = labels.filter(
    ([label]) => isRoleLabel(label) || isUnknownLabel(label) || lines.legend.has(label),
  );
  const standing = again + known.reduce((sum, [, count]) => sum + (count === 1 ? 1 : 0), 0);
  if (shape === 'initial' && !isDialogue(tally)) return false;
  if (['gap', 'dash', 'capitals', 'label-line'].includes(shape))
    return (
      standing >= 4 &&
      standing >= 0.75 * tally.turns &&
      share >= 0.5 &&
      labels.length <= Math.max(2, tally.turns / 2)
    );
  if (shape === 'colon' && tally.turns >= 2 && tally.dated >= 0.9 * tally.turns) return share >= 0.6;
  if (lines.callFields >= 2 && tally.turns >= 1) return share >= 0.3;
  if (standing >= 2 && standing === tally.turns && known.length === labels.length) return share >= 0.5;
  if (standing >= 8 && labels.length * 3 <= tally.turns) return share >= 0.25;
  return standing >= 3 && standing >= 0.5 * tally.turns && share >= 0.45;
}

/** Question and answer by initials: two letters that take turns. */
function isDialogue(tally: Tally): boolean {
  return (
    tally.labels.size >= 2 &&
    tally.labels.size <= 4 &&
    tally.turns >= 4 &&
    [...tally.labels.keys()].every(isRoleLabel)
  );
}

/** Labels that a number follows nearly always ("Injured: 14"), or three or more that come in one fixed order, are a form's keys. */
function isForm(tally: Tally): boolean {
  if (tally.figures >= 0.8 * tally.turns) return true;
  const again = [...tally.labels].filter(([, count]) => count > 1);
  if (again.length < 3) return false;
  return again.every(([label]) => (tally.follows.get(label)?.size ?? 0) <= 1);
}

/** How much a shape has for it; a log is what remains where no speaker is named. */
function strength([shape, tally]: [Shape, Tally]): number {
  if (shape === 'log') return Number.NEGATIVE_INFINITY;
  const again = [...tally.labels].reduce((sum, [, count]) => sum + (count > 1 ? count : 0.3), 0);
  return again - 0.5 * tally.labels.size;
}

/** A second shape that has turns of its own (`THE COURT:` beside `Q.` and `A.`). */
function addsTurns([shape, tally]: [Shape, Tally]): boolean {
  if (shape === 'log' || shape === 'dash' || shape === 'label-line') return false;
  return [...tally.alone.values()].reduce((sum, count) => sum + (count > 1 ? count : 0), 0) >= 3;
}

function layoutOf(kept: readonly [Shape, Tally][], best: Tally): Omit<TurnLayout, 'translated'> {
  const labels = new Map<string, number>();
  for (const [, tally] of kept)
    for (const [label, count] of tally.labels)
      if (label !== '') labels.set(label, Math.max(labels.get(label) ?? 0, count));
  const shapes = kept.map(([shape]) => shape);
  const indents = best.indents.toSorted((a, b) => a - b);
  return {
    shapes: SHAPES.filter((shape) => shapes.includes(shape)),
    labels,
    capitals: best.capitals > 0.8 * best.turns,
    stamped: best.stamped > 0.8 * best.turns,
    numbered: best.numbered > 0.8 * best.turns,
    indent: indents[Math.floor(indents.length * 0.9)] ?? 0,
    log: labels.size === 0,
    chat: isChat(kept[0]?.[0] ?? 'log', best),
  };
}

/** Messages have a day, an hour and a name each, and no numbers; names are not call signs in capitals. */
function isChat(shape: Shape, tally: Tally): boolean {
  if (tally.dated < 0.8 * tally.turns || tally.numbered > 0.2 * tally.turns) return false;
  if (shape === 'bracket' || shape === 'label-line') return true;
  return (shape === 'colon' || shape === 'gap') && tally.capitals < 0.8 * tally.turns;
}

/** The turn that a line begins in this layout, or null. */
export function turnOf(head: string, indent: number, layout: TurnLayout): TurnStart | null {
  return turnStarts(head, layout.shapes).find((start) => fits(start, head, indent, layout)) ?? null;
}

function fits(start: TurnStart, head: string, indent: number, layout: TurnLayout): boolean {
  if (!isLikely(start, head)) return false;
  if (start.label === null) return true;
  const label = head.slice(start.label.start, start.label.end);
  if ((layout.labels.get(foldLabel(label)) ?? 0) > 1) return true;
  if (isUnknownLabel(label)) return true;
  if (indent > layout.indent + 1) return false;
  if (layout.stamped && start.stamp === null) return false;
  if (layout.numbered && !start.numbered) return false;
  if (start.shape === 'gap' || start.shape === 'dash')
    return layout.stamped && (!layout.capitals || isCapitals(label));
  if (start.shape === 'label-line')
    return isCapitals(label) === layout.capitals && (layout.stamped || /[:：]\s*$/u.test(head));
  if (layout.stamped && start.shape === 'colon') return true;
  return layout.capitals ? isCapitals(label) : isNameLike(label);
}

/** At most four words, each with a capital or no case at all. */
function isNameLike(label: string): boolean {
  const words = label
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(/\s+/);
  return (
    words.length <= 4 &&
    words.every(
      (word) =>
        /^["“'(~@*_]*(?:\p{Lu}|\p{Lo}|\p{N})/u.test(word) ||
        /^(?:de|del|la|von|van|der|bin|al|el|of|the|da|do|dos|di)$/u.test(word),
    )
  );
}
