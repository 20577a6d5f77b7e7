import { dateOf, daysInMonth, monthOf, yearOf } from './calendar.ts';
import type { Span } from './span.ts';
import { type DateOrder, findStamps, type Stamp } from './stamp.ts';
import { asciiDigits, foldStampWord, MONTHS } from './stamp-pieces.ts';

/** A run of days that a header names, both ends included. */
export interface Period extends Span {
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

const JOIN =
  /^\s*(?:[-–—~]|to|until|till|through|and|a|al|hasta|até|e|y|au|jusqu'au|et|bis|und|ile|ila|ve|до|по|إلى|الى|حتى|până la|la)\s*$/iu;
const SHORT_START =
  /(?<!\p{Nd}|\p{Nd}[./:-])(\p{Nd}{1,2})(?:[./](\p{Nd}{1,2}))?\.?\s*(?:[-–—]|to|a|al|au|bis|ile|до|إلى)\s*(?=\p{Nd}{1,2}[./\s-])/giu;
const MONTH_YEAR = /(\p{L}{3,14})\.?[\s,]+(?:de[l]?\s+)?(\p{Nd}{4})(?!\p{Nd})/giu;
const DAYS_OF_MONTH = /(?<!\p{Nd})(\p{Nd}{1,2})\s*[-–—]\s*(\p{Nd}{1,2})\s+(\p{L}{3,14})/giu;
const MAX_HEADER = 2_000;

/**
 * The period that a heading or a note names: "01-26.03.2021", "3 May 2021 - 9 May 2021",
 * "1-26 March 2021", "March 2021", or one day. `year` is used for "01-08 March". Null
 * where none is named; only the first 2,000 code units are looked at.
 */
export function findPeriod(
  text: string,
  options: { order?: DateOrder | null; year?: number | null } = {},
): Period | null {
  const header = text.slice(0, MAX_HEADER);
  const stamps = datedStamps(header, options.order ?? null);
  return (
    joinedStamps(header, stamps) ??
    shortStart(header, options.order ?? null) ??
    daysOfMonth(header, options.year ?? null) ??
    singleDay(stamps) ??
    wholeMonth(header)
  );
}

interface Dated extends Stamp {
  readonly date: string;
}

function datedStamps(text: string, order: DateOrder | null): Dated[] {
  return findStamps(text, { order }).filter((stamp): stamp is Dated => stamp.date !== null);
}

function joinedStamps(text: string, stamps: readonly Dated[]): Period | null {
  for (let index = 1; index < stamps.length; index += 1) {
    const [first, second] = [stamps[index - 1], stamps[index]];
    if (first === undefined || second === undefined || first.date > second.date) continue;
    if (second.start - first.end > 20 || !JOIN.test(text.slice(first.end, second.start))) continue;
    return { start: first.start, end: second.end, from: first.date, to: second.date };
  }
  return null;
}

function shortStart(text: string, order: DateOrder | null): Period | null {
  for (const match of text.matchAll(SHORT_START)) {
    const at = match.index + match[0].length;
    const stamp = datedStamps(text.slice(at, at + 40), order)[0];
    if (stamp === undefined || stamp.start !== 0) continue;
    const month = match[2] === undefined ? monthOf(stamp.date) : Number(asciiDigits(match[2]));
    const from = dateOf(yearOf(stamp.date), month, Number(asciiDigits(match[1] ?? '')));
    if (from === null || from > stamp.date) continue;
    return { start: match.index, end: at + stamp.end, from, to: stamp.date };
  }
  return null;
}

function daysOfMonth(text: string, year: number | null): Period | null {
  if (year === null) return null;
  for (const match of text.matchAll(DAYS_OF_MONTH)) {
    const month = MONTHS.get(foldStampWord(match[3] ?? '')) ?? 0;
    const from = dateOf(year, month, Number(asciiDigits(match[1] ?? '')));
    const to = dateOf(year, month, Number(asciiDigits(match[2] ?? '')));
    if (from !== null && to !== null && from <= to) {
      return { start: match.index, end: match.index + match[0].length, from, to };
    }
  }
  return null;
}

function singleDay(stamps: readonly Dated[]): Period | null {
  const [stamp] = stamps;
  return stamp === undefined
    ? null
    : { start: stamp.start, end: stamp.end, from: stamp.date, to: stamp.date };
}

function wholeMonth(text: string): Period | null {
  for (const match of text.matchAll(MONTH_YEAR)) {
    const month = MONTHS.get(foldStampWord(match[1] ?? ''));
    const year = Number(asciiDigits(match[2] ?? ''));
    const from = month === undefined ? null : dateOf(year, month, 1);
    if (month === undefined || from === null) continue;
    const to = dateOf(year, month, daysInMonth(year, month)) ?? from;
    return { start: match.index, end: match.index + match[0].length, from, to };
  }
  return null;
}
