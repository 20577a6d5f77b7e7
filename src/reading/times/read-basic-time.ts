import { halfOfDay, laterClock, quarterLess } from './half-of-day.ts';
import { dayNumberAt, isCapital, isCount, yearNumberAt } from './read-month.ts';
import { monthPairAt } from './read-month-pair.ts';
import { dayMonthAt, monthAt, yearMonthAt } from './read-named-month.ts';
import { numericDayAt } from './read-numeric-day.ts';
import { periodAt } from './read-period.ts';
import { quartersAt, shiftAt, windowAt } from './read-shift.ts';
import { stretchAt } from './read-stretch.ts';
import { turkishPartAt } from './read-turkish-part.ts';
import { weekdayBehind } from './read-week-day.ts';
import { weekdayAt } from './read-weekday.ts';
import { saysFuture } from './says-future.ts';
import type { Basic, TimeContext } from './time-context.ts';
import { MAY } from './time-starts.ts';

/** The time that starts at item `at`, without opening words; null where there is none. */
export function basicTimeAt(context: TimeContext, at: number): Basic | null {
  const found = pieceAt(context, at);
  return context.lexicon.language === 'tr' ? (turkishPartAt(context, at, found) ?? found) : found;
}

function pieceAt(context: TimeContext, at: number): Basic | null {
  const item = context.items[at];
  if (item === undefined || item.kind === 'mark') return null;
  const may = context.lexicon.starts.mayAt(item);
  if ((may & ~MAY.open) === 0) return null;
  if ((may & ~(MAY.open | MAY.start)) === 0) return stampAt(context, at);
  return (
    stampAt(context, at) ??
    ((may & MAY.period) === 0 ? null : periodAt(context, at, basicTimeAt)) ??
    ((may & MAY.simple) === 0 ? null : simpleAt(context, at)) ??
    ((may & MAY.day) === 0 ? null : (numericDayAt(context, at) ?? dayMonthAt(context, at))) ??
    ((may & MAY.named) === 0
      ? null
      : (monthPairAt(context, at) ??
        monthAt(context, at) ??
        weekdayDateAt(context, at) ??
        weekdayAt(context, at))) ??
    ((may & MAY.stretch) === 0 ? null : (agoAt(context, at) ?? shiftAt(context, at, basicTimeAt))) ??
    ((may & (MAY.lately | MAY.stretch)) === 0 ? null : (latelyAt(context, at) ?? windowAt(context, at))) ??
    ((may & MAY.dayOfMonth) === 0 ? null : dayOfMonthAt(context, at)) ??
    yearMonthAt(context, at) ??
    yearAt(context, at)
  );
}

// ---- explicit

function stampAt(context: TimeContext, at: number): Basic | null {
  if (context.stamps.size === 0) return null;
  const stamp = context.stamps.get(context.items[at]?.start ?? -1);
  if (stamp === undefined) return null;
  let next = at + 1;
  while ((context.items[next]?.start ?? Number.POSITIVE_INFINITY) < stamp.end) next += 1;
  const clock = stamp.clock === null ? null : { clock: stamp.clock, zone: stamp.zone };
  if (stamp.date === null) return withHalf(context, { next, plan: { type: 'clock' }, clock });
  return { next, plan: { type: 'date', date: stamp.date, alternative: stamp.alternative }, clock };
}

// "7:20 de la tarde", "at 5:30 in the afternoon".
function withHalf(context: TimeContext, basic: Basic): Basic {
  const less = basic.clock == null ? null : quarterLess(context, basic.next, basic.clock);
  if (less !== null) return { ...basic, next: basic.next + 2, clock: less };
  const half = halfOfDay(context, basic.next);
  if (half === null || basic.clock == null) return basic;
  return { ...basic, next: half.next, clock: half.later ? laterClock(basic.clock) : basic.clock };
}

function simpleAt(context: TimeContext, at: number): Basic | null {
  const found = context.lexicon.simple.find(context.items, at);
  if (found === null || isMorning(context, at, found.length)) return null;
  const simple: Basic = { next: at + found.length, plan: { type: 'simple', simple: found.value } };
  return partInstead(context, at, simple) ?? weekdayBehind(context, simple) ?? simple;
}

// "por la mañana" is in the morning; "mañana" alone is tomorrow.
function isMorning({ items }: TimeContext, at: number, length: number): boolean {
  return (
    length === 1 && items[at]?.norm === 'manana' && /^(?:la|una|cada|misma)$/.test(items[at - 1]?.norm ?? '')
  );
}

// "la última semana de 2016": not the week before these words, but a part of what is named behind it.
function partInstead(context: TimeContext, at: number, simple: Basic): Basic | null {
  if (context.lexicon.phrase('partOf').find(context.items, simple.next) === null) return null;
  const article = context.lexicon.phrase('article').find(context.items, at);
  const part = periodAt(context, at + (article?.length ?? 0), basicTimeAt);
  return part?.plan.type === 'nth' && part.next > simple.next ? part : null;
}

/** "the fourteenth", "the 14th", "ayın sekizinde", "el día 14", "14'ünde". */
function dayOfMonthAt(context: TimeContext, at: number): Basic | null {
  const { lexicon, items } = context;
  const lead = lexicon.phrase('monthOf').find(items, at);
  const day = dayNumberAt(
    context,
    at +
      (lead?.length ?? (/^(?:el|dia)$/.test(items[at]?.norm ?? '') && items[at + 1]?.norm === 'dia' ? 2 : 0)),
  );
  if (day === null) return null;
  const plan = {
    type: 'day' as const,
    day: day.day,
    month: null,
    year: null,
    future: saysFuture(context, at),
  };
  if (lead !== null) return { next: skipEnding(context, day.next), plan };
  const tail = lexicon.phrase('ofMonth').find(items, day.next);
  if (tail !== null) return { next: day.next + tail.length, plan };
  const spanish = lexicon.language === 'es' && items[at - 1]?.norm === 'dia';
  const english = day.ordinal && items[at - 1]?.norm === 'the' && standsAlone(context, day.next);
  return spanish || english ? { next: day.next, plan } : null;
}

export function skipEnding(context: TimeContext, at: number): number {
  const [mark, word] = [context.items[at], context.items[at + 1]];
  return (mark?.norm === "'" || mark?.norm === '’') && word?.kind === 'word' && word.start === mark.end
    ? at + 2
    : at;
}

// "the third man" names no day.
function standsAlone(context: TimeContext, at: number): boolean {
  const next = context.items[at];
  if (next === undefined || next.kind === 'mark') return true;
  return context.lexicon.figures.stop.has(next.norm) && next.norm !== 'of';
}

// ---- weekdays

/** "Friday the 26th", "Monday 13th": the day of that number that is such a weekday. */
function dayOfWeekday(context: TimeContext, at: number, weekday: number): Basic | null {
  const article = context.lexicon.phrase('article').find(context.items, at);
  const day = dayNumberAt(context, at + (article?.length ?? 0));
  if (day === null || (!day.ordinal && context.items[day.next - 1]?.kind !== 'number')) return null;
  const next = skipEnding(context, day.next);
  if (
    context.lexicon.language === 'tr' &&
    next > day.next &&
    /^s?[iu]n/.test(context.items[next - 1]?.norm ?? '')
  )
    return { next, plan: { type: 'weekday-date', weekday, day: day.day } };
  if (!standsAlone(context, next) || (!day.ordinal && !closes(context, next))) return null;
  return { next, plan: { type: 'weekday-date', weekday, day: day.day } };
}

// "on Tuesday 25.", "martes 6": a bare number is the day only where nothing follows that it could count.
function closes(context: TimeContext, at: number): boolean {
  const [mark, after] = [context.items[at], context.items[at + 1]];
  if (mark === undefined || mark.kind !== 'mark') return mark === undefined || mark.kind === 'word';
  return /^[.,;!?)]$/.test(mark.norm) && !(after?.kind === 'number' && after.start === mark.end);
}

/** "Tuesday 3 May", "Saturday, March 8": one day, which the date names and the weekday only repeats. */
function weekdayDateAt(context: TimeContext, at: number): Basic | null {
  const weekday = weekdayAt(context, at) ?? shortWeekday(context, at);
  if (weekday === null) return null;
  const next = context.items[weekday.next]?.norm ?? '';
  const from = next === ',' || next === '،' ? weekday.next + 1 : weekday.next;
  const date = dayMonthAt(context, from) ?? monthAt(context, from);
  if (date?.plan.type === 'day' && date.plan.month !== null) return date;
  return date === null && weekday.plan.type === 'weekday'
    ? dayOfWeekday(context, from, weekday.plan.weekday)
    : null;
}

// "Wed 13th": three letters are a weekday where an ordinal day follows.
function shortWeekday(context: TimeContext, at: number): Basic | null {
  const weekday = context.lexicon.weekdays.get(context.items[at]?.norm ?? '');
  if (weekday === undefined || !isCapital(context, at)) return null;
  const day = dayNumberAt(context, at + 1);
  return day?.ordinal === true ? { next: at + 1, plan: { type: 'weekday', weekday, side: 'past' } } : null;
}

function agoAt(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  const lead = lexicon.phrase('agoBefore').find(items, at);
  if (lead !== null) {
    const stretch = stretchAt(context, at + lead.length);
    if (stretch !== null)
      return { next: stretch.next, plan: { type: 'ago', count: stretch.count, unit: stretch.unit } };
  }
  const stretch = stretchAt(context, at);
  const tail = stretch === null ? null : lexicon.phrase('ago').find(items, stretch.next);
  if (stretch === null || tail === null) return null;
  return {
    next: stretch.next + tail.length,
    plan: { type: 'ago', count: stretch.count, unit: stretch.unit },
  };
}

// "it should last two hours".
const VERB_BEFORE = /^(?:to|not|will|would|could|can|may|might|must|should|did|does|do|.*n't)$/;

/** "the first nine days of March", "las últimas tres semanas de 2019": so many parts from either end of what is named. */
function runAt(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  const word = items[at]?.norm ?? '';
  const first = /^(?:first|primer[oa]s)$/.test(word);
  if (!first && !/^(?:last|ultim[oa]s)$/.test(word)) return null;
  const stretch = stretchAt(context, at + 1);
  if (stretch === null || !/^(?:day|week|month)$/.test(stretch.unit)) return null;
  const link = lexicon.phrase('partOf').find(items, stretch.next);
  if (link === null) return null;
  const from = stretch.next + link.length;
  const article = lexicon.phrase('article').find(items, from)?.length ?? 0;
  const year = yearNumberAt(context, from);
  const of: Basic | null =
    year !== null && !isCount(context, year.next)
      ? { next: year.next, plan: { type: 'year', year: year.year } }
      : (monthAt(context, from) ?? simpleAt(context, from) ?? simpleAt(context, from + article));
  if (of === null) return null;
  const plan = { count: stretch.count, unit: stretch.unit as 'day' | 'week' | 'month', of: of.plan };
  return { next: of.next, plan: { type: 'run', side: first ? 1 : -1, ...plan } };
}

/** "the last two weeks", "son iki hafta", "los últimos diez días", "the first nine days of March". */
function latelyAt(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  const run = runAt(context, at);
  if (run !== null) return run;
  const lead = lexicon.phrase('last').find(items, at);
  if (lead === null || VERB_BEFORE.test(items[at - 1]?.norm ?? '')) return null;
  const quarters = quartersAt(context, at + lead.length, -1);
  if (quarters !== null) return quarters;
  const stretch = stretchAt(context, at + lead.length);
  return stretch === null
    ? null
    : { next: stretch.next, plan: { type: 'lately', count: stretch.count, unit: stretch.unit } };
}

// ---- years

/** A year stands where a word before it says so, or a word or ending after it. */
function yearAt(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  const year = yearNumberAt(context, at);
  if (year === null || isCount(context, year.next)) return null;
  const tail = lexicon.phrase('yearAfter').find(items, year.next);
  const ending = skipEnding(context, year.next);
  const turkish =
    lexicon.language === 'tr' &&
    ending > year.next &&
    /^(?:[dt][ae]n?|y?[aei]|n?[iu]n)$/.test(items[ending - 1]?.norm ?? '');
  const led =
    lexicon.phrase('yearWords').find(items, at - 1) !== null ||
    lexicon.bound.has(items[at - 1]?.norm ?? '') ||
    lexicon.phrase('between').has(items[at - 1]?.norm ?? '');
  const second = lexicon.phrase('and').find(items, at - 1) !== null && yearNumberAt(context, at - 2) !== null;
  if (!led && tail === null && !turkish && !second) return null;
  return {
    next: tail === null ? (turkish ? ending : year.next) : year.next + tail.length,
    plan: { type: 'year', year: year.year },
  };
}
