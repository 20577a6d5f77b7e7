import type { TimeView } from '../../../src/server/api/quote.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

interface Day {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function dayOf(iso: string): Day | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name ? { year, month: name, day: String(Number(day)) } : null;
}

/** `2021-03-07` as `7 March 2021`. */
export function sayDay(iso: string): string {
  const day = dayOf(iso);
  return day ? `${day.day} ${day.month} ${day.year}` : iso;
}

/** The month of a day, short: `Mar`. */
export function sayMonth(iso: string): string {
  return dayOf(iso)?.month.slice(0, 3) ?? '';
}

/** `1 to 26 March 2021`, `28 February to 3 March 2021`; one day alone is said once. */
export function sayDays(from: string, to: string): string {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (from === to || !first || !last) return sayDay(to);
  if (first.year !== last.year) return `${sayDay(from)} to ${sayDay(to)}`;
  if (first.month !== last.month) return `${first.day} ${first.month} to ${sayDay(to)}`;
  return `${first.day} to ${sayDay(to)}`;
}

/** A time as it was read: `about 7 March 2021, 19:40`; null where it could not be resolved. */
export function sayTime(time: TimeView | null): string | null {
  if (!time) return null;
  const { from, to, clock } = time;
  const about = time.approx ? 'about ' : '';
  const hour = clock ? `, ${clock}` : '';
  if (from && to) return `${about}${sayDays(from, to)}${hour}`;
  if (from) return `${about}from ${sayDay(from)} on${hour}`;
  return to ? `${about}until ${sayDay(to)}${hour}` : null;
}

const instant = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** When something was decided, by this machine's clock: `14 Apr, 18:02`. */
export function sayInstant(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : instant.format(at);
}
