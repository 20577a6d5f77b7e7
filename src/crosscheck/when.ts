import { addDays, dayNumber } from '../statement/calendar.ts';
import type { TimeReading } from '../statement/time.ts';
import words from './when-words.json' with { type: 'json' };

const DAY = 1440;

/**
 * A stretch of time: minutes since 1970 on the clock of its source, both ends included; null is
 * an open end. `given` says where it comes from: the words say it (`said`), it is the moment of
 * speaking or of a log's entry (`moment`), or it is only known to be past when it was told (`by`).
 */
export interface When {
  readonly from: number | null;
  readonly to: number | null;
  readonly isClock: boolean;
  readonly given: 'said' | 'moment' | 'by';
}

const NIGHT = phrase(words.night);
const BY_NOW = phrase(words.justNow);

function phrase(list: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${list.join('|')})(?!\\p{L})`, 'iu');
}

/** The stretch that a time reading covers; `words` are those that say it. Null where neither end is known. */
export function whenOf(time: TimeReading | null, said: string, given: When['given']): When | null {
  if (time === null || (time.from === null && time.to === null)) return null;
  const clock = time.from !== null && time.granularity === 'minute' ? minutesOf(time.clock) : null;
  if (time.from !== null && clock !== null) {
    const at = dayNumber(time.from) * DAY + clock;
    const slack = time.approx ? 30 : 0;
    return { from: at - slack, to: at + slack, isClock: true, given };
  }
  const isNight = NIGHT.test(said);
  return {
    from: time.from === null ? null : startOf(time.from),
    // A night runs into the next morning, and is often told by the day on which it ends.
    to: time.to === null ? null : endOf(isNight ? addDays(time.to, 1) : time.to),
    isClock: false,
    given,
  };
}

/** Whether words say that it has only just happened ("an hour ago"). */
export function saysJustNow(said: string): boolean {
  return BY_NOW.test(said);
}

/** Minutes of a clock time `HH:MM`. */
function minutesOf(clock: string | null): number | null {
  if (clock === null) return null;
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

export function startOf(day: string): number {
  return dayNumber(day) * DAY;
}

export function endOf(day: string): number {
  return dayNumber(day) * DAY + DAY - 1;
}

export function timesMeet(a: When, b: When): boolean {
  return !isBefore(a, b) && !isBefore(b, a);
}

/** Whether `a` is over before `b` begins. */
export function isBefore(a: When, b: When): boolean {
  return a.to !== null && b.from !== null && a.to < b.from;
}

/** Minutes between two stretches that do not meet; 0 where they do. */
export function minutesApart(a: When, b: When): number {
  if (isBefore(a, b)) return (b.from ?? 0) - (a.to ?? 0);
  return isBefore(b, a) ? (a.from ?? 0) - (b.to ?? 0) : 0;
}

/** `8 March 2021, 17:40`, `6 to 8 March 2021`, `until 8 March 2021`. */
export function tellWhen({ from, to, isClock }: When): string {
  if (isClock && from !== null)
    return from === to ? stampAt(from) : `about ${stampAt(Math.round((from + (to ?? from)) / 2))}`;
  if (from === null) return to === null ? 'some time' : `by ${dayAt(to)}`;
  if (to === null) return `from ${dayAt(from)} on`;
  return dayAt(from) === dayAt(to) ? dayAt(from) : `${dayAt(from)} to ${dayAt(to)}`;
}

/** `3 days`, `25 minutes`. */
export function tellSpan(minutes: number): string {
  const days = Math.round(minutes / DAY);
  if (minutes >= DAY - 60) return days === 1 ? '1 day' : `${days} days`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''];
  return parts.filter((part) => part !== '').join(' ') || '0 min';
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function dayAt(minutes: number): string {
  const date = new Date(minutes * 60_000);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

function stampAt(minutes: number): string {
  const date = new Date(minutes * 60_000);
  return `${dayAt(minutes)}, ${String(date.getUTCHours()).padStart(2, '0')}:${String(date.getUTCMinutes()).padStart(2, '0')}`;
}
