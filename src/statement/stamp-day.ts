import { dateOf } from './calendar.ts';
import { type Clock, clockAt, clockFrom } from './stamp-clock.ts';
import { glued, MONTHS, type Piece } from './stamp-pieces.ts';

/** Which comes first in an all-figures date. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** A full date and the index of the piece after it. */
export interface Day {
  readonly next: number;
  readonly date: string;
  /** The other reading where day and month could be swapped. */
  readonly alternative: string | null;
  /** A clock time that stands within the date. */
  readonly clock?: Clock | null;
}

/** What is written close behind the figure of a day. */
export const ORDINALS = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'ª', '°']);
const LINKS = new Set(['de', 'del', 'of', '-', '/', '.', ',', '،', '‑', '–']);
const DAY_FIRST_MARKS = new Set(['.']);

/** The full date that starts at piece `at`, or null. */
export function dayAt(pieces: readonly Piece[], at: number, order: DateOrder | null): Day | null {
  const first = pieces[at];
  if (first === undefined || first.norm.length > 24) return null;
  if (first.kind === 'word') return monthFirst(pieces, at);
  if (first.kind !== 'digits' || glued(pieces, at)) return null;
  return (
    figuresDay(pieces, at, order) ??
    namedMonthDay(pieces, at) ??
    namedMonthYearFirst(pieces, at) ??
    groupDay(pieces, at)
  );
}

function figuresDay(pieces: readonly Piece[], at: number, order: DateOrder | null): Day | null {
  const [a, mark, b, again, c] = [pieces[at], pieces[at + 1], pieces[at + 2], pieces[at + 3], pieces[at + 4]];
  if (a === undefined || mark === undefined || b === undefined || again === undefined || c === undefined)
    return null;
  if (!'./-‐‑'.includes(mark.norm) || mark.norm !== again.norm || !mark.tight || !again.tight) return null;
  if (b.kind !== 'digits' || c.kind !== 'digits') return null;
  if (mark.norm !== '.' && !(b.tight && c.tight)) return null;
  if (b.fresh || c.fresh || b.norm.length > 2) return null;
  const after = pieces[at + 5];
  if (after?.tight && after.norm === mark.norm && pieces[at + 6]?.kind === 'digits' && pieces[at + 6]?.tight)
    return null;
  return settleFigures([a.norm, b.norm, c.norm], mark.norm, order, at + 5);
}

function settleFigures(
  [a, b, c]: readonly [string, string, string],
  mark: string,
  order: DateOrder | null,
  next: number,
): Day | null {
  if (a.length === 4) return plainDay(dateOf(Number(a), Number(b), Number(c)), next);
  if (a.length > 2 || (c.length !== 4 && c.length !== 2)) return null;
  if (c.length === 2 && order === 'ymd') return plainDay(dateOf(century(a), Number(b), Number(c)), next);
  const year = c.length === 4 ? Number(c) : century(c);
  const dayFirst = dateOf(year, Number(b), Number(a));
  const monthFirst = dateOf(year, Number(a), Number(b));
  if (order === 'mdy' && monthFirst !== null) return plainDay(monthFirst, next);
  if (dayFirst === null)
    return plainDay(DAY_FIRST_MARKS.has(mark) && c.length === 2 ? null : monthFirst, next);
  const open = order === null && monthFirst !== dayFirst && !DAY_FIRST_MARKS.has(mark);
  return { next, date: dayFirst, alternative: open ? monthFirst : null };
}

function plainDay(date: string | null, next: number): Day | null {
  return date === null ? null : { next, date, alternative: null };
}

// Two figures of a year: up to 49 this century, else the last.
function century(year: string): number {
  return Number(year) + (Number(year) < 50 ? 2000 : 1900);
}

/** The month named at piece `at`, and the index of the piece after it. */
export function monthAt(pieces: readonly Piece[], at: number): { month: number; next: number } | null {
  const word = pieces[at];
  if (word?.kind !== 'word') return null;
  const pair = MONTHS.get(`${word.norm} ${pieces[at + 1]?.norm ?? ''}`);
  const month = pair ?? MONTHS.get(word.norm);
  if (month === undefined) return null;
  let next = at + (pair === undefined ? 1 : 2);
  if (pieces[next]?.norm === '.' && pieces[next]?.tight) next += 1;
  // Both names of an Arabic month: حزيران/يونيو.
  if (pieces[next]?.norm === '/' || pieces[next]?.norm === '(') {
    const second = monthAt(pieces, next + 1);
    if (second?.month === month) next = second.next + (pieces[second.next]?.norm === ')' ? 1 : 0);
  }
  return { month, next };
}

/** Past the words and marks that join a day to its month (at most two). */
export function skipLinks(pieces: readonly Piece[], at: number): number {
  let next = at;
  while (next < at + 2 && LINKS.has(pieces[next]?.norm ?? '')) next += 1;
  return next;
}

/** "a los 20 días del mes de enero de 2023", as Spanish records begin. */
function saysDaysOfMonth(pieces: readonly Piece[], at: number): boolean {
  const [days, of, month] = [pieces[at]?.norm, pieces[at + 1]?.norm, pieces[at + 2]?.norm];
  return (days === 'dias' || days === 'dia') && of === 'del' && month === 'mes';
}

/** "14 April 2021", "09-MAR-2021", "4 de junio de 2020", "092142ZMAR21" is elsewhere. */
function namedMonthDay(pieces: readonly Piece[], at: number): Day | null {
  const day = pieces[at];
  if (day === undefined || day.norm.length > 2) return null;
  let next = at + 1;
  if (ORDINALS.has(pieces[next]?.norm ?? '') && pieces[next]?.tight) next += 1;
  if (saysDaysOfMonth(pieces, next)) next += 3;
  const month = monthAt(pieces, skipLinks(pieces, next));
  if (month === null) return null;
  const year = yearAt(pieces, month.next);
  if (year !== null) return plainDay(dateOf(year.year, month.month, Number(day.norm)), year.next);
  return clockThenYear(pieces, month.next, month.month, Number(day.norm));
}

/** "2021-Mar-09", "2021 March 9". */
function namedMonthYearFirst(pieces: readonly Piece[], at: number): Day | null {
  const year = pieces[at];
  if (year?.norm.length !== 4) return null;
  const month = monthAt(pieces, skipLinks(pieces, at + 1));
  const day = month === null ? undefined : pieces[skipLinks(pieces, month.next)];
  if (month === null || day?.kind !== 'digits' || day.norm.length > 2) return null;
  return plainDay(
    dateOf(Number(year.norm), month.month, Number(day.norm)),
    skipLinks(pieces, month.next) + 1,
  );
}

function yearAt(pieces: readonly Piece[], at: number): { year: number; next: number } | null {
  let next = skipLinks(pieces, at);
  const linked = next > at || (pieces[at]?.tight ?? false);
  const short = pieces[next]?.norm === "'" || pieces[next]?.norm === '’';
  if (short) next += 1;
  const year = pieces[next];
  if (year?.kind !== 'digits' || year.fresh) return null;
  if (year.norm.length === 4 && pieces[next + 1]?.norm !== ':')
    return { year: Number(year.norm), next: next + 1 };
  if (year.norm.length === 2 && (short || (linked && year.tight)))
    return { year: century(year.norm), next: next + 1 };
  return null;
}

/** "March 9, 2021", and the form of mail folders: "Mar  9 19:42:10 2021". */
function monthFirst(pieces: readonly Piece[], at: number): Day | null {
  const month = monthAt(pieces, at);
  const day = month === null ? undefined : pieces[month.next];
  if (month === null || day?.kind !== 'digits' || day.norm.length > 2) return null;
  let next = month.next + 1;
  if (ORDINALS.has(pieces[next]?.norm ?? '') && pieces[next]?.tight) next += 1;
  const year = isRange(pieces, month.next, next) ? null : yearAt(pieces, next);
  if (year !== null) return plainDay(dateOf(year.year, month.month, Number(day.norm)), year.next);
  return clockThenYear(pieces, next, month.month, Number(day.norm));
}

/** "November 19-20" is two days of a month; "Nov-19-20" is a day of a year. */
function isRange(pieces: readonly Piece[], day: number, next: number): boolean {
  const [mark, last] = [pieces[next], pieces[next + 1]];
  return (
    pieces[day]?.tight === false && (mark?.norm === '-' || mark?.norm === '–') && last?.norm.length === 2
  );
}

function clockThenYear(pieces: readonly Piece[], at: number, month: number, day: number): Day | null {
  const clock = clockAt(pieces, at, false);
  const year = clock === null ? undefined : pieces[clock.next];
  if (clock === null || year?.kind !== 'digits' || year.norm.length !== 4 || year.fresh) return null;
  const date = dateOf(Number(year.norm), month, day);
  return date === null ? null : { next: clock.next + 1, date, alternative: null, clock };
}

/** The group that forces and ships write, "092142ZMAR21", and "20210309T1942". */
function groupDay(pieces: readonly Piece[], at: number): Day | null {
  const [group, zone] = [pieces[at], pieces[at + 1]];
  if (group === undefined || zone?.tight !== true) return null;
  if (group.norm.length === 8 && zone.raw === 'T') {
    const { norm } = group;
    return plainDay(
      dateOf(Number(norm.slice(0, 4)), Number(norm.slice(4, 6)), Number(norm.slice(6))),
      at + 1,
    );
  }
  if (group.norm.length !== 6 || zone.kind !== 'word') return null;
  const glued = /^[a-z]/.test(zone.norm) ? MONTHS.get(zone.norm.slice(1)) : undefined;
  const month = glued ?? (zone.norm.length === 1 ? MONTHS.get(pieces[at + 2]?.norm ?? '') : undefined);
  const year = pieces[at + (glued === undefined ? 3 : 2)];
  if (month === undefined || year?.kind !== 'digits') return null;
  const next = at + (glued === undefined ? 4 : 3);
  const clock = clockFrom(
    Number(group.norm.slice(2, 4)),
    Number(group.norm.slice(4)),
    next,
    zone.raw.slice(0, 1),
  );
  const date = dateOf(
    year.norm.length === 4 ? Number(year.norm) : century(year.norm),
    month,
    Number(group.norm.slice(0, 2)),
  );
  return clock === null || date === null ? null : { next, date, alternative: null, clock };
}

/** The order that dates of the text itself settle: one with a number over 12 says what its like are. */
export function orderOf(pieces: readonly Piece[]): DateOrder | null {
  let found: DateOrder | null = null;
  for (let at = 0; at + 4 < pieces.length; at += 1) {
    const order = orderAt(pieces, at);
    if (order === null) continue;
    if (found !== null && found !== order) return null;
    found = order;
  }
  return found;
}

function orderAt(pieces: readonly Piece[], at: number): DateOrder | null {
  const mark = pieces[at + 1]?.norm;
  if (mark !== '/' && mark !== '-') return null;
  if (pieces[at]?.kind !== 'digits' || glued(pieces, at) || figuresDay(pieces, at, null) === null)
    return null;
  const [first, second] = [Number(pieces[at]?.norm), Number(pieces[at + 2]?.norm)];
  if (first > 31) return null;
  if (first > 12) return 'dmy';
  return second > 12 ? 'mdy' : null;
}
