import type { TimeView } from '../../../src/server/api/quote.ts';
import { language, locale, t } from '../language/language.ts';
import { joinWords } from './say-number.ts';

type Fields = Intl.DateTimeFormatOptions;
const WHOLE: Fields = { day: 'numeric', month: 'long', year: 'numeric' };
const NO_YEAR: Fields = { day: 'numeric', month: 'long' };
const NUMBER: Fields = { day: 'numeric' };

/** A day with some of its fields; what is no day stays as it is. */
function write(iso: string, fields: Fields): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso)) return iso;
  const day = new Date(`${iso.slice(0, 10)}T00:00Z`);
  return Number.isNaN(day.getTime()) ? iso : formatOf(fields).format(day);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than a hundred uses of it. */
function formatOf(fields: Fields): Intl.DateTimeFormat {
  // English as it is written in Britain: `7 March 2021`.
  const tag = language() === 'en' ? 'en-GB' : locale();
  const key = tag + JSON.stringify(fields);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...fields });
  formats.set(key, known);
  return known;
}

/** `2021-03-07` as `7 March 2021`. */
export function sayDay(iso: string): string {
  return write(iso, WHOLE);
}

/** The month of a day, short: `Mar`. */
export function sayMonth(iso: string): string {
  return write(iso, { month: 'short' });
}

/** `1 to 26 March 2021`, `28 February to 3 March 2021`; one day alone is said once. */
export function sayDays(from: string, to: string): string {
  if (from === to) return sayDay(to);
  const fields =
    from.slice(0, 4) !== to.slice(0, 4) ? WHOLE : from.slice(0, 7) !== to.slice(0, 7) ? NO_YEAR : NUMBER;
  return t('day.range', { from: write(from, fields), to: sayDay(to) });
}

/** A time as it was read: `about 7 March 2021, 19:40`; null where it could not be resolved. */
export function sayTime(time: TimeView | null): string | null {
  if (!time) return null;
  const { from, to, clock } = time;
  const days = sayEnds(from, to);
  if (days === null) return null;
  const said = joinWords([days, clock]);
  return time.approx ? t('day.about', { time: said }) : said;
}

function sayEnds(from: string | null, to: string | null): string | null {
  if (from && to) return sayDays(from, to);
  if (from) return t('day.from', { day: sayDay(from) });
  return to ? t('day.until', { day: sayDay(to) }) : null;
}

/** When something was decided, by this machine's clock: `14 Apr, 18:02`. */
export function sayInstant(iso: string): string {
  const at = new Date(iso);
  const fields: Fields = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
  return Number.isNaN(at.getTime())
    ? iso
    : formatOf({ ...fields, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }).format(at);
}
