import { dateOf, weekdayOf } from '../statement/calendar.ts';
import type { SourceHead } from '../statement/pile.ts';
import { MONTHS, piecesOf, WEEKDAYS } from '../statement/stamp-pieces.ts';
import type { Statement } from '../statement/statement.ts';
import type { TimeReading } from '../statement/time.ts';
import type { Claim } from './claims.ts';
import type { PileIndex } from './pile-index.ts';
import { saidPeriod } from './side.ts';
import { saysJustNow, type When, whenOf } from './when.ts';

/** Says when something told happened, as far as words, stamps and the dates of the pile go. */
export interface DeedClock {
  read(claim: Claim, words: string): When | null;
  ofRow(statement: Statement): When | null;
}

/** Kinds of sources whose stamped entries tell what happens as it happens. */
const LIVE = new Set(['log', 'captions', 'transcript']);
/** A place and a day before what a paper tells: "KASTEL, May 15 (Harbour Post) -". */
const DATELINE = /^[^.;]{0,60}?\([^)]{2,40}\)\s*[-–—:]/u;
/** So many pieces may stand between a weekday and its date. */
const BESIDE = 4;

export function openDeedClock(index: PileIndex): DeedClock {
  const guessed = new Set(index.pile.sources.filter(hasGuessedYear).map(({ id }) => id));
  const years = yearsOf(index.pile.sources.filter(({ id }) => !guessed.has(id)));
  return {
    read: (claim, words) =>
      (guessed.has(claim.statement.source) ? undatedTime(words, years) : null) ??
      saidTime(claim, words) ??
      (isUndated(claim) ? undatedTime(words, years) : null) ??
      momentOf(index, claim, words),
    ofRow: (statement) => whenOf(statement.time, '', 'said'),
  };
}

function saidTime({ statement, told }: Claim, words: string): When | null {
  return saidPeriod(statement, told) === null ? null : whenOf(statement.time, words, 'said');
}

/** A year that weekdays alone told gives way to the years of the pile. */
function hasGuessedYear({ doubts }: SourceHead): boolean {
  return doubts.some(({ code }) => code === 'intake/year-from-weekdays');
}

function isUndated({ statement, told }: Claim): boolean {
  return told === null && statement.time?.from == null;
}

/** "Saturday 8 March" in a paper that bears no year: the year of the pile in which the weekday fits. */
function undatedTime(words: string, years: readonly number[]): When | null {
  const day = dayWithoutYear(words, years);
  return day === null ? null : whenOf(readingOf(day, day), words, 'said');
}

function yearsOf(sources: readonly SourceHead[]): number[] {
  const years = new Set(sources.flatMap(({ date }) => (date === null ? [] : [Number(date.slice(0, 4))])));
  return [...years].sort();
}

function dayWithoutYear(words: string, years: readonly number[]): string | null {
  const pieces = piecesOf(words.replace(DATELINE, ''));
  for (const [at, piece] of pieces.entries()) {
    const month = piece.kind === 'word' ? MONTHS.get(piece.norm) : undefined;
    if (month === undefined) continue;
    const beside = [
      pieces[at - 1],
      pieces[at + 1],
      /^(?:de|of)$/u.test(pieces[at - 1]?.norm ?? '') ? pieces[at - 2] : undefined,
    ];
    const number = beside.find((other) => other?.kind === 'digits' && other.norm.length <= 2);
    if (number === undefined) continue;
    const weekday = pieces
      .slice(Math.max(0, at - BESIDE), at + BESIDE)
      .map(({ norm }) => WEEKDAYS.get(norm))
      .find((known) => known !== undefined);
    const days = years.map((year) => dateOf(year, month, Number(number.norm))).filter((day) => day !== null);
    const fitting = weekday === undefined ? days : days.filter((day) => weekdayOf(day) === weekday);
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }
  return null;
}

/** The moment of a stamped entry; else only that it was past when it was told. */
function momentOf(index: PileIndex, { statement, passage, told }: Claim, words: string): When | null {
  const section = index.sections.get(statement.source)?.find((known) => known.index === passage.section);
  const time = dated(passage.time, told) ?? dated(section?.time ?? null, told);
  const kind = index.sources.get(statement.source)?.kind ?? 'other';
  const isLive = passage.time?.clock != null && LIVE.has(kind);
  const now = whenOf(time, '', isLive || (time?.clock != null && saysJustNow(words)) ? 'moment' : 'by');
  if (now !== null) return now.given === 'by' ? { ...now, from: null } : now;
  return told === null ? null : whenOf(readingOf(null, told), '', 'by');
}

/** A stamp that is a clock alone is of the day of its source. */
function dated(time: TimeReading | null, told: string | null): TimeReading | null {
  if (time === null || time.from !== null || time.clock === null) return time;
  return { ...time, from: told, to: told };
}

function readingOf(from: string | null, to: string | null): TimeReading {
  return { from, to, clock: null, zone: null, granularity: 'day', approx: false, basis: 'source', steps: [] };
}
