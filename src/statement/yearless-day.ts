import { dateOf, weekdayOf } from './calendar.ts';
import { monthAt, ORDINALS, skipLinks } from './stamp-day.ts';
import { type Piece, piecesOf, WEEKDAYS } from './stamp-pieces.ts';

/** A day of a month that is written without its year. */
export interface YearlessDay {
  /** 1..12. */
  readonly month: number;
  /** 1..31. */
  readonly day: number;
  /** 1 (Monday)..7 where the weekday stands beside it. */
  readonly weekday: number | null;
  /** Where its first figure or letter stands. */
  readonly start: number;
}

/** The years among which a weekday may choose. The last is the year of this release, so that the same bytes always give the same year. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2026];
const WEEKDAY_REACH = 3;

/** The days of months that stand in `text` without a year ("March 10", "Saturday 8 March", "8 de marzo"), in order. Linear. */
export function yearlessDays(text: string): YearlessDay[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const pieces = piecesOf(text);
  const days: YearlessDay[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const found = dayFirst(pieces, at) ?? monthFirst(pieces, at) ?? figuresAfterWeekday(pieces, at);
    if (found === null) continue;
    if (!saysYear(pieces, found.next) && dateOf(2000, found.month, found.day) !== null)
      days.push({
        month: found.month,
        day: found.day,
        weekday: weekdayBefore(pieces, at),
        start: pieces[at]?.start ?? 0,
      });
    at = found.next - 1;
  }
  return days;
}

/**
 * The year in which every one of the days falls on the weekday written beside it: the latest
 * that fits, not after the year of this release. Null where no weekday is written or no year fits.
 */
export function yearThatFits(days: readonly YearlessDay[]): number | null {
  const told = days.filter(({ weekday }) => weekday !== null);
  if (told.length === 0) return null;
  for (let year = LAST_YEAR; year >= FIRST_YEAR; year -= 1)
    if (told.every((day) => fits(day, year))) return year;
  return null;
}

function fits({ month, day, weekday }: YearlessDay, year: number): boolean {
  const date = dateOf(year, month, day);
  return date !== null && weekdayOf(date) === weekday;
}

interface Found {
  readonly month: number;
  readonly day: number;
  readonly next: number;
}

function dayFirst(pieces: readonly Piece[], at: number): Found | null {
  const day = pieces[at];
  if (day?.kind !== 'digits' || day.norm.length > 2) return null;
  let next = at + 1;
  if (ORDINALS.has(pieces[next]?.norm ?? '') && pieces[next]?.tight) next += 1;
  const month = monthAt(pieces, skipLinks(pieces, next));
  return month === null ? null : { month: month.month, day: Number(day.norm), next: month.next };
}

function monthFirst(pieces: readonly Piece[], at: number): Found | null {
  const month = monthAt(pieces, at);
  const day = month === null ? undefined : pieces[month.next];
  if (month === null || day?.kind !== 'digits' || day.norm.length > 2 || day.fresh) return null;
  const ordinal = ORDINALS.has(pieces[month.next + 1]?.norm ?? '') ? 1 : 0;
  return { month: month.month, day: Number(day.norm), next: month.next + 1 + ordinal };
}

/** "lunes 16/1": figures alone are a day only right behind a weekday. */
function figuresAfterWeekday(pieces: readonly Piece[], at: number): Found | null {
  const [day, mark, month] = [pieces[at], pieces[at + 1], pieces[at + 2]];
  if (day?.kind !== 'digits' || mark?.norm !== '/' || month?.kind !== 'digits' || !month.tight) return null;
  if (!WEEKDAYS.has(pieces[at - 1]?.norm ?? '') || Number(month.norm) > 12) return null;
  return { month: Number(month.norm), day: Number(day.norm), next: at + 3 };
}

function saysYear(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[skipLinks(pieces, at)];
  if (next?.norm === '/' && next.tight) return true;
  return next?.kind === 'digits' && !next.fresh && (next.norm.length === 4 || next.tight);
}

function weekdayBefore(pieces: readonly Piece[], at: number): number | null {
  for (let back = at - 1; back >= at - WEEKDAY_REACH; back -= 1) {
    const piece = pieces[back];
    if (piece === undefined) return null;
    const weekday = piece.kind === 'word' ? WEEKDAYS.get(piece.norm) : undefined;
    if (weekday !== undefined) return weekday;
    if (piece.kind === 'digits' || /^[.!?;]$/.test(piece.norm)) return null;
  }
  return null;
}
