import type { Span } from './span.ts';
import { type Clock, clockAt } from './stamp-clock.ts';
import { type DateOrder, type Day, dayAt, orderOf } from './stamp-day.ts';
import { foldStampWord, MONTHS, type Piece, piecesOf, WEEKDAYS } from './stamp-pieces.ts';
import words from './stamp-words.json' with { type: 'json' };

export type { DateOrder };

/** A full date, a clock time or both, as written out in words or figures. */
export interface Stamp extends Span {
  /** `YYYY-MM-DD`, or null where only a clock time stands. */
  readonly date: string | null;
  /** `HH:MM`, 24 hours, or null. */
  readonly clock: string | null;
  /** As written (`+0300`, `UTC+2`, `GMT`), never converted. */
  readonly zone: string | null;
  /** Day and month could be swapped, and nothing settles it. */
  readonly ambiguous: boolean;
  /** The other reading of an ambiguous date. */
  readonly alternative: string | null;
}

const BEFORE = folded(words.before);
const JOINS = folded(words.joins);
const JOIN_MARKS = new Set([',', '-', '–', '—', ';', '|', '،', '(', '/']);

function folded(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.map(foldStampWord));
}

/**
 * The full dates and clock times that stand in `text`, in order, not overlapping; a date
 * and a clock time side by side are one stamp. `order` settles dates such as 02/03/2021;
 * else other dates of the same text do, then the language, else day comes first and the
 * stamp is marked ambiguous with its `alternative`. Linear; never throws.
 * `findStamps('Wed, 14 Apr 2021 16:22 +0300')` is one stamp: 2021-04-14, 16:22, +0300.
 */
export function findStamps(
  text: string,
  options: { order?: DateOrder | null; language?: string | null } = {},
): Stamp[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const pieces = piecesOf(text);
  const order = options.order ?? orderOf(pieces) ?? null;
  const settled = order !== null || dayFirst(options.language);
  const stamps: Stamp[] = [];
  for (let at = 0; at < pieces.length; ) {
    const found = stampAt(pieces, at, order);
    if (found === null) {
      at += 1;
      continue;
    }
    stamps.push(stampOf(pieces, at, found, settled));
    at = found.next;
  }
  return stamps;
}

interface Found {
  readonly next: number;
  readonly day: Day | null;
  readonly clock: Clock | null;
}

function stampOf(pieces: readonly Piece[], at: number, found: Found, settled: boolean): Stamp {
  const alternative = settled ? null : (found.day?.alternative ?? null);
  return {
    start: pieces[at]?.start ?? 0,
    end: pieces[found.next - 1]?.end ?? 0,
    date: found.day?.date ?? null,
    clock: found.clock?.clock ?? null,
    zone: found.clock?.zone ?? null,
    ambiguous: alternative !== null,
    alternative,
  };
}

// Languages whose writers all put the day first; English does not tell.
function dayFirst(language: string | null | undefined): boolean {
  return language !== undefined && language !== null && language !== 'en';
}

function stampAt(pieces: readonly Piece[], at: number, order: DateOrder | null): Found | null {
  const first = pieces[at];
  if (first === undefined) return null;
  if (first.kind === 'mark') return null;
  if (first.kind === 'word') return wordStampAt(pieces, at, order);
  return dateFirst(pieces, at, order) ?? clockFirst(pieces, at, order);
}

function wordStampAt(pieces: readonly Piece[], at: number, order: DateOrder | null): Found | null {
  const word = pieces[at]?.norm ?? '';
  if (WEEKDAYS.has(word)) {
    const mark = pieces[at + 1];
    const from =
      mark !== undefined && (mark.norm === ',' || mark.norm === '.' || mark.norm === '،') ? at + 2 : at + 1;
    const found = dateFirst(pieces, from, order);
    if (found !== null) return found;
  }
  return MONTHS.has(word) ? dateFirst(pieces, at, order) : null;
}

function dateFirst(pieces: readonly Piece[], at: number, order: DateOrder | null): Found | null {
  const day = dayAt(pieces, at, order);
  if (day === null) return null;
  if (day.clock) return { next: day.next, day, clock: day.clock };
  const clock = clockAfter(pieces, day.next);
  return { next: clock?.next ?? day.next, day, clock };
}

function clockFirst(pieces: readonly Piece[], at: number, order: DateOrder | null): Found | null {
  const clock = clockAt(pieces, at, saysClock(pieces[at - 1]));
  if (clock === null) return null;
  const from = skipJoins(pieces, clock.next, 3);
  const weekday = WEEKDAYS.has(pieces[from]?.norm ?? '') ? 1 : 0;
  const comma = weekday === 1 && pieces[from + 1]?.norm === ',' ? 1 : 0;
  const day = pieces[from]?.fresh ? null : dayAt(pieces, from + weekday + comma, order);
  if (day === null || day.clock || clockAfter(pieces, day.next) !== null)
    return { next: clock.next, day: null, clock };
  return { next: day.next, day, clock };
}

function saysClock(piece: Piece | undefined): boolean {
  return piece !== undefined && BEFORE.has(piece.norm) && piece.norm.length > 1;
}

function clockAfter(pieces: readonly Piece[], at: number): Clock | null {
  const next = pieces[at];
  if (next?.tight && next.raw.toUpperCase() === 'T') return clockAt(pieces, at + 1, true);
  const from = skipJoins(pieces, at, 3);
  for (let index = at; index <= from; index += 1) if (pieces[index]?.fresh) return null;
  return clockAt(pieces, from, true);
}

function skipJoins(pieces: readonly Piece[], at: number, most: number): number {
  let next = at;
  while (next < at + most) {
    const piece = pieces[next];
    if (piece === undefined || !(JOIN_MARKS.has(piece.norm) || JOINS.has(piece.norm))) break;
    next += 1;
  }
  return next;
}
