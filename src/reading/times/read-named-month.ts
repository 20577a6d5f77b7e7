import {
  dayNumberAt,
  isCapital,
  isCount,
  monthNameAt,
  skipLinks,
  yearBehind,
  yearNumberAt,
} from './read-month.ts';
import { saysFuture } from './says-future.ts';
import type { Basic, TimeContext } from './time-context.ts';

export function dayMonthAt(context: TimeContext, at: number): Basic | null {
  const day = dayNumberAt(context, at);
  if (day === null) return null;
  const month = monthNameAt(context, skipLinks(context, day.next));
  if (month === null) return null;
  const year = yearBehind(context, month.next);
  const end = year?.next ?? month.next;
  // "21 Temmuz Perşembe": the weekday after it is of the same day.
  const next = context.lexicon.weekdays.has(context.items[end]?.norm ?? '') ? end + 1 : end;
  return {
    next,
    plan: {
      type: 'day',
      day: day.day,
      month: month.month,
      year: year?.year ?? null,
      future: saysFuture(context, at),
    },
  };
}

export function monthAt(context: TimeContext, at: number): Basic | null {
  const month = monthNameAt(context, at);
  if (month === null) return null;
  const year = yearBehind(context, month.next);
  if (year !== null)
    return { next: year.next, plan: { type: 'month', month: month.month, year: year.year, future: false } };
  if (context.lexicon.language === 'en') {
    const slash = /^[/-]$/.test(context.items[month.next]?.norm ?? '') ? 1 : 0;
    const day = dayNumberAt(context, month.next + slash);
    const spoken = day === null ? null : yearBehind(context, day.next, true);
    if (day !== null && !isCount(context, day.next))
      return {
        next: spoken?.next ?? day.next,
        plan: {
          type: 'day',
          day: day.day,
          month: month.month,
          year: spoken?.year ?? null,
          future: saysFuture(context, at),
        },
      };
  }
  const tail = context.lexicon.phrase('monthAfter').find(context.items, month.next);
  const led =
    context.lexicon.phrase('on').find(context.items, at - 1) !== null ||
    context.lexicon.bound.has(context.items[at - 1]?.norm ?? '');
  if (month.doubtful && tail === null && !(led && isCapital(context, at))) return null;
  if (!led && tail === null && isSomebody(context, at)) return null;
  return {
    next: month.next + (tail?.length ?? 0),
    plan: { type: 'month', month: month.month, year: null, future: saysFuture(context, at) },
  };
}

// April, June, August may be people.
function isSomebody(context: TimeContext, at: number): boolean {
  return (
    context.lexicon.language === 'en' && isCapital(context, at + 1) && context.items[at + 1]?.kind === 'word'
  );
}

/** "2017 Nisan'da". */
export function yearMonthAt(context: TimeContext, at: number): Basic | null {
  const year = context.lexicon.language === 'tr' ? yearNumberAt(context, at) : null;
  const month = year === null ? null : monthNameAt(context, year.next);
  if (year === null || month === null || month.doubtful || yearNumberAt(context, month.next) !== null)
    return null;
  return { next: month.next, plan: { type: 'month', month: month.month, year: year.year, future: false } };
}
