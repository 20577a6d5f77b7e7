import { dayNumber } from '../statement/calendar.ts';
import { findStamps, type Stamp } from '../statement/stamp.ts';
import type { TimeReading } from '../statement/time.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** Code units of stamps and headers that settle how dates are written. */
const SAMPLE = 40_000;

/**
 * How a source orders day and month, by its stamps in their own order: one with a day above
 * twelve settles it, else the order in which the days do not run backwards; null where both fit.
 */
export function dateOrderOf(stamps: readonly string[]): DateOrder | null {
  let sample = '';
  for (const stamp of stamps) {
    if (sample.length > SAMPLE) break;
    sample += `${stamp}\n`;
  }
  const found = findStamps(sample).filter((stamp) => stamp.date !== null);
  if (!found.some((stamp) => stamp.ambiguous)) return null;
  const backwards = (order: DateOrder) => countBackwards(findStamps(sample, { order }));
  const [dmy, mdy] = [backwards('dmy'), backwards('mdy')];
  if (dmy === mdy) return closerTogether(sample);
  return dmy < mdy ? 'dmy' : 'mdy';
}

/** Messages a day apart in one order of day and month, a month apart in the other. */
const CLOSER = 4;

function closerTogether(sample: string): DateOrder | null {
  const spread = (order: DateOrder) => {
    const days = findStamps(sample, { order }).flatMap(({ date }) =>
      date === null ? [] : [dayNumber(date)],
    );
    return Math.max(...days) - Math.min(...days);
  };
  const [dmy, mdy] = [spread('dmy'), spread('mdy')];
  if (dmy * CLOSER < mdy) return 'dmy';
  return mdy * CLOSER < dmy ? 'mdy' : null;
}

function countBackwards(stamps: readonly Stamp[]): number {
  const days = stamps.map((stamp) => stamp.date).filter((date) => date !== null);
  return days.filter((day, at) => at > 0 && day < (days[at - 1] ?? '')).length;
}

/** The time that header lines state: the stamp with both day and clock, else the first day and the first clock. */
export function statedTime(lines: readonly string[], order: DateOrder | null): TimeReading | null {
  const stamps = lines.flatMap((line) => findStamps(line, { order }));
  const whole = stamps.find((stamp) => stamp.date !== null && stamp.clock !== null);
  const day = whole ?? stamps.find((stamp) => stamp.date !== null);
  const clock = whole ?? stamps.find((stamp) => stamp.clock !== null);
  if (day === undefined && clock === undefined) return null;
  return timeOf(day?.date ?? null, clock?.clock ?? null, clock?.zone ?? day?.zone ?? null, ambiguity(day));
}

/** The time that a passage's own stamp states. A stamp without a day takes that of its section. */
export function passageTime(
  written: string,
  section: TimeReading | null,
  order: DateOrder | null,
): TimeReading | null {
  const stamp = findStamps(stretched(written), { order })[0];
  if (stamp === undefined) return null;
  if (stamp.date !== null) return timeOf(stamp.date, stamp.clock, stamp.zone, ambiguity(stamp));
  const day = section?.from ?? null;
  const zone = stamp.zone ?? section?.zone ?? null;
  if (day === null) return timeOf(null, stamp.clock, zone, ['the day is not stated']);
  return { ...timeOf(day, stamp.clock, zone, [`day of the part's header: ${day}`]), basis: 'section' };
}

/** `0147` and `18:05:--` as a clock that can be read anywhere. */
function stretched(written: string): string {
  return written
    .replace(/(:--)+$/, '')
    .replace(/^\s*(\p{Nd}{2})(\p{Nd}{2})(?:\p{Nd}{2})?(?=\s*(?:$|\p{L}))/u, '$1:$2');
}

/** A time so many seconds after a section began. Null where the section does not say when it began. */
export function timeAfter(seconds: number, section: TimeReading | null): TimeReading | null {
  if (section === null || section.from === null) return null;
  const [hour, minute] = (section.clock ?? '').split(':').map(Number);
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute))
    return { ...section, clock: null, basis: 'section' };
  const minutes = hour * 60 + minute + Math.floor(seconds / 60);
  const day = addDays(section.from, Math.floor(minutes / 1440));
  const clock = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
  const steps = [
    `the part begins at ${section.clock}`,
    `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s into it`,
  ];
  return {
    from: day,
    to: day,
    clock,
    zone: section.zone,
    granularity: 'minute',
    approx: false,
    basis: 'section',
    steps,
  };
}

/** Seconds that an offset says: `01:02` is 62, `1:02:03` is 3723, `00:01:02:03` is 3723. Negative ones are below zero. */
export function offsetSeconds(written: string): number | null {
  const match = /^\s*([-+]?)((?:\p{Nd}{1,3}:){1,3}\p{Nd}{2})(?:[.,](\p{Nd}{1,3}))?\s*$/u.exec(
    plainDigits(written),
  );
  if (match === null) return null;
  const parts = (match[2] ?? '').split(':').map(Number).reverse();
  const seconds = [1, 60, 3600, 86_400].reduce((sum, unit, at) => sum + unit * (parts[at] ?? 0), 0);
  return match[1] === '-' ? -seconds : seconds;
}

function plainDigits(written: string): string {
  return written.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16));
}

export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** A stated day and clock as a reading; both may be missing. */
export function timeOf(
  date: string | null,
  clock: string | null,
  zone: string | null,
  steps: readonly string[] = [],
): TimeReading {
  return {
    from: date,
    to: date,
    clock,
    zone,
    granularity: clock === null ? 'day' : 'minute',
    approx: false,
    basis: date === null ? 'unresolved' : 'stated',
    steps,
  };
}

function ambiguity(stamp: Stamp | undefined): string[] {
  if (stamp?.ambiguous !== true) return [];
  return [`day and month could be swapped${stamp.alternative === null ? '' : ` (${stamp.alternative})`}`];
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
