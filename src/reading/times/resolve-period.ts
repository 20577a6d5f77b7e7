import {
  addDays,
  addMonths,
  dateOf,
  dayNumber,
  daysInMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../statement/calendar.ts';
import type { Granularity } from '../../statement/time.ts';
import type { Edge, Holiday, Period, Season, Turn } from './time-plan.ts';

/** Days, both ends included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Monday to Sunday around a day. */
export function weekAround(date: string): Days {
  const from = addDays(date, 1 - weekdayOf(date));
  return { from, to: addDays(from, 6) };
}

/** The month, quarter, half, year or decade that a day lies in, `offset` of them on. */
export function periodAround(date: string, unit: Period, offset = 0): Days {
  if (unit === 'week') return weekAround(addDays(date, 7 * offset));
  if (unit === 'weekend') {
    const week = weekAround(addDays(date, 7 * offset));
    return { from: addDays(week.from, 5), to: week.to };
  }
  const months = MONTHS[unit];
  if (months === undefined) return { from: addDays(date, offset), to: addDays(date, offset) };
  const count = yearOf(date) * 12 + monthOf(date) - 1;
  const first = Math.floor(count / months) * months + offset * months;
  return monthsFrom(first, months);
}

const MONTHS: Readonly<Partial<Record<Period, number>>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 120,
};

function monthsFrom(first: number, months: number): Days {
  const from = dateOf(Math.floor(first / 12), (first % 12) + 1, 1) ?? '1000-01-01';
  return { from, to: addDays(addMonths(from, months), -1) };
}

/**
 * The nth (-1: the last) part of its kind within `whole`; null where it has none such. Weeks
 * belong to the month or year that their Thursday is in (ISO 8601).
 */
export function nthWithin(whole: Days, nth: number, unit: Period, weekday: number | null): Days | null {
  if (unit === 'weekday' || unit === 'day' || unit === 'weekend') {
    const wanted = unit === 'weekend' ? 6 : weekday;
    const day = unit === 'day' ? nthDay(whole, nth) : nthWeekday(whole, nth, wanted ?? 1);
    if (day === null) return null;
    return { from: day, to: unit === 'weekend' ? addDays(day, 1) : day };
  }
  if (unit === 'week') {
    const thursday = nthWeekday(whole, nth, 4);
    return thursday === null ? null : weekAround(thursday);
  }
  const at = nth > 0 ? periodAround(whole.from, unit, nth - 1) : periodAround(whole.to, unit, nth + 1);
  return at.from >= whole.from && at.to <= whole.to ? at : null;
}

function nthDay(whole: Days, nth: number): string | null {
  const day = nth > 0 ? addDays(whole.from, nth - 1) : addDays(whole.to, nth + 1);
  return day >= whole.from && day <= whole.to ? day : null;
}

function nthWeekday(whole: Days, nth: number, weekday: number): string | null {
  const day =
    nth > 0
      ? addDays(whole.from, ((weekday - weekdayOf(whole.from) + 7) % 7) + 7 * (nth - 1))
      : addDays(whole.to, -((weekdayOf(whole.to) - weekday + 7) % 7) + 7 * (nth + 1));
  return day >= whole.from && day <= whole.to ? day : null;
}

/** The early, middle or late part of a month (to the 15th, 10th to 20th, from the 16th); Monday to Wednesday or Thursday to Sunday of a week; a third of what is longer. */
export function edgeOf(whole: Days, edge: Edge, granularity: Granularity): Days {
  if (granularity === 'month') {
    const month = whole.from.slice(0, 8);
    if (edge === 'early') return { from: whole.from, to: `${month}15` };
    return edge === 'mid' ? { from: `${month}10`, to: `${month}20` } : { from: `${month}16`, to: whole.to };
  }
  if (granularity === 'year' && whole.from.slice(0, 4) === whole.to.slice(0, 4)) {
    const year = whole.from.slice(0, 4);
    if (edge === 'early') return { from: whole.from, to: `${year}-04-30` };
    return edge === 'mid'
      ? { from: `${year}-05-01`, to: `${year}-08-31` }
      : { from: `${year}-09-01`, to: whole.to };
  }
  if (granularity === 'week' && edge !== 'mid')
    return edge === 'early'
      ? { from: whole.from, to: addDays(whole.from, 2) }
      : { from: addDays(whole.to, -3), to: whole.to };
  const days = dayNumber(whole.to) - dayNumber(whole.from) + 1;
  const third = Math.floor(days / 3);
  if (edge === 'early') return { from: whole.from, to: addDays(whole.from, third) };
  if (edge === 'late') return { from: addDays(whole.to, -third), to: whole.to };
  return { from: addDays(whole.from, third), to: addDays(whole.to, -third) };
}

/** A week by its number (ISO 8601: week 1 has the year's first Thursday). */
export function numberedWeek(year: number, week: number): Days {
  const first = weekAround(`${year}-01-04`);
  const from = addDays(first.from, 7 * (week - 1));
  return { from, to: addDays(from, 6) };
}

const SEASONS: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

/** The three months of a season in the north, winter from December of the year. */
export function seasonDays(season: Season, year: number): Days {
  return monthsFrom(year * 12 + SEASONS[season] - 1, 3);
}

/** The day of a holiday in a year; null where the year is out of range. */
export function holidayIn(holiday: Holiday, year: number): string | null {
  if (holiday.on !== undefined)
    return dateOf(year, Number(holiday.on.slice(0, 2)), Number(holiday.on.slice(3)));
  if (holiday.easter !== undefined) return addDays(easterOf(year), holiday.easter);
  if (holiday.nth === undefined) return null;
  const [month, weekday, nth] = holiday.nth;
  const from = dateOf(year, month, 1);
  if (from === null) return null;
  const whole = { from, to: `${from.slice(0, 8)}${daysInMonth(year, month)}` };
  const day = nthWeekday(whole, nth, weekday);
  return day === null ? null : addDays(day, holiday.plus ?? 0);
}

/** Easter Sunday of the western churches: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
export function easterOf(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const count = h + l - 7 * m + 114;
  return dateOf(year, Math.floor(count / 31), (count % 31) + 1) ?? `${year}-04-01`;
}

/** The year of something that comes once a year: last, this, next, or the nearest that is not ahead. */
export function yearOfTurn(day: (year: number) => string | null, turn: Turn | null, anchor: string): number {
  const year = yearOf(anchor);
  const here = day(year) ?? anchor;
  if (turn === 0) return year;
  if (turn === 1) return here > anchor ? year : year + 1;
  if (turn === -1) return here < anchor ? year : year - 1;
  return dayNumber(here) - dayNumber(anchor) > 120 ? year - 1 : year;
}

const SEARCH_MONTHS = 14;

/** The day of that number that falls on that weekday, nearest to `anchor`, the past first; null within no 14 months. */
export function datedWeekday(weekday: number, day: number, anchor: string): string | null {
  const start = `${anchor.slice(0, 7)}-01`;
  for (const offset of nearestFirst(SEARCH_MONTHS)) {
    const month = addMonths(start, offset);
    const date = dateOf(yearOf(month), monthOf(month), day);
    if (date !== null && weekdayOf(date) === weekday) return date;
  }
  return null;
}

function nearestFirst(most: number): number[] {
  const offsets = [0];
  for (let step = 1; step <= most; step += 1) offsets.push(-step, step);
  return offsets;
}
