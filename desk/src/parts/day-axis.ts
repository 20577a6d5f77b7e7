import {
  addDays,
  addMonths,
  dayNumber,
  daysBetween,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../../src/statement/calendar.ts';
import { sayMonth } from '../words/say-time.ts';

/** Days from the first to the last, both included. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

export interface DayTick {
  readonly day: string;
  readonly label: string;
  /** Place on the axis, 0..1. */
  readonly at: number;
}

const MOST_TICKS = 14;
const DAY_STEPS = [1, 2, 7];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200];

/** Where a day begins on the axis, 0..1 within it; the last day ends at 1. */
export function placeOfDay({ from, to }: DaySpan, day: string): number {
  return daysBetween(from, day) / (daysBetween(from, to) + 1);
}

/** The day at a place of the axis. */
export function dayAt({ from, to }: DaySpan, place: number): string {
  const days = daysBetween(from, to) + 1;
  return addDays(from, Math.min(days - 1, Math.max(0, Math.floor(place * days))));
}

/** Days to name below the axis: days, weeks, months or years, as many as can be read. */
export function ticksOf(span: DaySpan): DayTick[] {
  const days = daysBetween(span.from, span.to) + 1;
  const step = DAY_STEPS.find((one) => days / one <= MOST_TICKS);
  if (step) return stepDays(span, step);
  const months = MONTH_STEPS.find((one) => days / 30.4 / one <= MOST_TICKS) ?? 1200;
  return stepMonths(span, months);
}

function stepDays(span: DaySpan, step: number): DayTick[] {
  const ticks: DayTick[] = [];
  for (let day = span.from; day <= span.to; day = addDays(day, step)) {
    const number = Number(day.slice(8));
    const named = ticks.length === 0 || monthOf(day) !== monthOf(ticks.at(-1)?.day ?? day);
    ticks.push({ day, at: placeOfDay(span, day), label: named ? `${number} ${sayMonth(day)}` : `${number}` });
  }
  return ticks;
}

function stepMonths(span: DaySpan, step: number): DayTick[] {
  const ticks: DayTick[] = [];
  const count = yearOf(span.from) * 12 + monthOf(span.from) - 1;
  const skip = (step - (count % step)) % step;
  const start = addMonths(`${span.from.slice(0, 7)}-01`, skip);
  for (let day = start; day <= span.to; day = addMonths(day, step)) {
    if (day < span.from) continue;
    const year = yearOf(day);
    const named = ticks.length === 0 || monthOf(day) === 1;
    const label = step >= 12 ? `${year}` : named ? `${sayMonth(day)} ${year}` : sayMonth(day);
    ticks.push({ day, at: placeOfDay(span, day), label });
  }
  return ticks;
}

/** Saturdays and Sundays, where single days can be seen. */
export function weekendsOf(span: DaySpan): { from: number; to: number }[] {
  const days = daysBetween(span.from, span.to) + 1;
  if (days > 70) return [];
  const saturdays = Array.from({ length: days + 1 }, (_, place) => addDays(span.from, place - 1)).filter(
    (day) => weekdayOf(day) === 6,
  );
  return saturdays
    .map((day) => ({
      from: Math.max(0, placeOfDay(span, day)),
      to: Math.min(1, placeOfDay(span, addDays(day, 2))),
    }))
    .filter(({ from, to }) => to > from);
}

/** The same stretch, moved by a part of its length; at least a day. */
export function moveDays({ from, to }: DaySpan, share: number): DaySpan {
  const days = Math.max(1, Math.round((daysBetween(from, to) + 1) * Math.abs(share))) * Math.sign(share);
  return { from: addDays(from, days), to: addDays(to, days) };
}

/** Wider (2) or closer (0.5) about the middle. */
export function zoomDays({ from, to }: DaySpan, factor: number): DaySpan {
  const middle = (dayNumber(from) + dayNumber(to)) / 2;
  const half = Math.max(0, ((daysBetween(from, to) + 1) * factor - 1) / 2);
  const first = Math.round(middle - half) - dayNumber(from);
  return { from: addDays(from, first), to: addDays(from, first + Math.round(2 * half)) };
}
