import { dayNumberAt, isCapital, monthNameAt, skipLinks, yearNumberAt } from './read-month.ts';
import { stretchAt } from './read-stretch.ts';
import type { Basic, TimeContext } from './time-context.ts';
import { MAY } from './time-lexicon.ts';
import type { TimePlan } from './time-plan.ts';

const MIN_WEEKDAY = 4;

/** The time that starts at item `at`, without opening words; null where there is none. */
export function basicTimeAt(context: TimeContext, at: number): Basic | null {
  const item = context.items[at];
  if (item === undefined || item.kind === 'mark') return null;
  const may = context.lexicon.mayAt(item);
  if ((may & ~MAY.open) === 0) return null;
  if ((may & ~(MAY.open | MAY.start)) === 0) return stampAt(context, at);
  return (
    stampAt(context, at) ??
    ((may & MAY.simple) === 0 ? null : simpleAt(context, at)) ??
    ((may & MAY.day) === 0 ? null : dayMonthAt(context, at)) ??
    ((may & MAY.named) === 0
      ? null
      : (monthAt(context, at) ?? weekdayDateAt(context, at) ?? weekdayAt(context, at))) ??
    ((may & MAY.stretch) === 0 ? null : agoAt(context, at)) ??
    ((may & MAY.lately) === 0 ? null : latelyAt(context, at)) ??
    ((may & MAY.dayOfMonth) === 0 ? null : dayOfMonthAt(context, at)) ??
    yearAt(context, at)
  );
}

/**
 * "between 1 and 26 March", "from 3 to 16 May", "3-16 May", "1 March to 4 April". `here` is
 * the time without opening words that starts at `at`.
 */
export function rangeAt(context: TimeContext, at: number, here = basicTimeAt(context, at)): Basic | null {
  const opening = context.lexicon.phrase('between').find(context.items, at);
  const start = at + (opening?.length ?? 0);
  const first = bareDay(context, start) ?? (start === at ? here : basicTimeAt(context, start));
  if (first === null) return null;
  const link = context.lexicon.phrase('and').find(context.items, first.next);
  if (link === null) return null;
  const after = first.next + link.length;
  const second = basicTimeAt(context, after) ?? laterDay(context, first.plan, after);
  if (second === null || second.plan.type === 'clock' || first.plan.type === 'clock') return null;
  const closing = context.lexicon.phrase('betweenAfter').find(context.items, second.next);
  const tight = context.items[first.next]?.kind === 'mark';
  if (opening === null && closing === null && !tight && joinsOnly(context, first.next)) return null;
  const plan = rangeOf(first.plan, second.plan);
  return plan === null ? null : { plan, next: second.next + (closing?.length ?? 0) };
}

// "November 18-19": the month is said once, before both.
function laterDay(context: TimeContext, first: TimePlan, at: number): Basic | null {
  const day = first.type === 'day' && first.month !== null ? bareDay(context, at) : null;
  if (day === null || first.type !== 'day' || day.plan.type !== 'day' || isCount(context, day.next))
    return null;
  const year = yearNumberAt(context, skipLinks(context, day.next));
  return {
    next: year?.next ?? day.next,
    plan: { ...first, day: day.plan.day, year: year?.year ?? first.year },
  };
}

// "and" alone makes a list, not a range, unless something opens or closes it.
function joinsOnly(context: TimeContext, at: number): boolean {
  return /^(?:and|ve|ile|y|e|et|und|و|și|и|a|û|&)$/.test(context.items[at]?.norm ?? '');
}

function rangeOf(from: TimePlan, to: TimePlan): TimePlan | null {
  if (from.type === 'day' && from.month === null) {
    if (to.type === 'day')
      return { type: 'range', from: { ...from, month: to.month, year: to.year, future: to.future }, to };
    if (to.type === 'date') {
      const [year, month] = to.date.split('-').map(Number);
      return {
        type: 'range',
        from: { ...from, month: month ?? null, year: year ?? null, future: false },
        to,
      };
    }
    return null;
  }
  if (from.type === 'day' && to.type === 'date')
    return { type: 'range', from: { ...from, year: from.year ?? Number(to.date.slice(0, 4)) }, to };
  if (from.type === 'month' && to.type === 'month')
    return { type: 'range', from: { ...from, year: from.year ?? to.year }, to };
  if (from.type === 'year' && to.type !== 'year') return null;
  return { type: 'range', from, to };
}

// ---- explicit

function stampAt(context: TimeContext, at: number): Basic | null {
  if (context.stamps.size === 0) return null;
  const stamp = context.stamps.get(context.items[at]?.start ?? -1);
  if (stamp === undefined) return null;
  let next = at + 1;
  while ((context.items[next]?.start ?? Number.POSITIVE_INFINITY) < stamp.end) next += 1;
  const clock = stamp.clock === null ? null : { clock: stamp.clock, zone: stamp.zone };
  if (stamp.date === null) return { next, plan: { type: 'clock' }, clock };
  return { next, plan: { type: 'date', date: stamp.date, alternative: stamp.alternative }, clock };
}

function simpleAt(context: TimeContext, at: number): Basic | null {
  const found = context.lexicon.simple.find(context.items, at);
  if (found === null) return null;
  return { next: at + found.length, plan: { type: 'simple', simple: found.value } };
}

function bareDay(context: TimeContext, at: number): Basic | null {
  if (context.stamps.has(context.items[at]?.start ?? -1)) return null;
  const start = at + (isArticle(context, at) ? 1 : 0);
  const day = dayNumberAt(context, start);
  if (day === null || monthNameAt(context, skipLinks(context, day.next)) !== null) return null;
  return { next: day.next, plan: { type: 'day', day: day.day, month: null, year: null, future: false } };
}

const ARTICLES = new Set(['the', 'el', 'le', 'o', 'il', 'den', 'dem']);

function isArticle(context: TimeContext, at: number): boolean {
  return ARTICLES.has(context.items[at]?.norm ?? '');
}

function dayMonthAt(context: TimeContext, at: number): Basic | null {
  const day = dayNumberAt(context, at);
  if (day === null) return null;
  const month = monthNameAt(context, skipLinks(context, day.next));
  if (month === null) return null;
  const year = yearNumberAt(context, skipLinks(context, month.next));
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

function monthAt(context: TimeContext, at: number): Basic | null {
  const month = monthNameAt(context, at);
  if (month === null) return null;
  const year = yearNumberAt(context, skipLinks(context, month.next));
  if (year !== null)
    return { next: year.next, plan: { type: 'month', month: month.month, year: year.year, future: false } };
  if (context.lexicon.language === 'en') {
    const day = dayNumberAt(context, month.next);
    if (day !== null && !isCount(context, day.next))
      return {
        next: day.next,
        plan: { type: 'day', day: day.day, month: month.month, year: null, future: saysFuture(context, at) },
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

// "in May 40 people": the number is no day.
function isCount(context: TimeContext, at: number): boolean {
  const word = context.items[at];
  return (
    word?.kind === 'word' &&
    (context.lexicon.figures.noun(word.norm) !== null || context.lexicon.figures.units.has(word.norm))
  );
}

// April, June, August may be people.
function isSomebody(context: TimeContext, at: number): boolean {
  return (
    context.lexicon.language === 'en' && isCapital(context, at + 1) && context.items[at + 1]?.kind === 'word'
  );
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

function skipEnding(context: TimeContext, at: number): number {
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

/** "Tuesday 3 May", "Saturday, March 8": one day, which the date names and the weekday only repeats. */
function weekdayDateAt(context: TimeContext, at: number): Basic | null {
  const weekday = weekdayAt(context, at);
  if (weekday === null) return null;
  const next = context.items[weekday.next]?.norm ?? '';
  const from = next === ',' || next === '،' ? weekday.next + 1 : weekday.next;
  const date = dayMonthAt(context, from) ?? monthAt(context, from);
  return date?.plan.type === 'day' && date.plan.month !== null ? date : null;
}

function weekdayAt(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  const item = items[at];
  if (item?.kind !== 'word') return null;
  const bare = item.norm.replace(/'.*$/, '');
  if (bare.length < MIN_WEEKDAY) return null;
  const weekday = lexicon.weekdays.get(bare);
  if (
    weekday === undefined ||
    (lexicon.language === 'tr' &&
      bare === 'pazar' &&
      !isCapital(context, at) &&
      lexicon.phrase('parts').find(items, at + 1) === null)
  )
    return null;
  let next = at + 1;
  const before = items[at - 1]?.norm ?? '';
  const beforeThat = items[at - 2]?.norm ?? '';
  const after = lexicon.phrase('last').find(items, next) ?? null;
  const afterNext = lexicon.phrase('next').find(items, next) ?? null;
  const postposed =
    lexicon.language === 'es' ||
    lexicon.language === 'ar' ||
    lexicon.language === 'pt' ||
    lexicon.language === 'fr';
  let side: 'past' | 'future' | 'last' | 'next' = 'past';
  if (lexicon.phrase('last').has(before)) side = 'last';
  else if (lexicon.phrase('next').has(before)) side = before === 'next' ? 'next' : 'future';
  else if (postposed && after !== null) {
    side = 'last';
    next += after.length;
  } else if (postposed && afterNext !== null) {
    side = 'next';
    next += afterNext.length;
  } else if (
    lexicon.phrase('for').has(before) ||
    (lexicon.phrase('for').has(beforeThat) && before.length < 4) ||
    saysFuture(context, at)
  )
    side = 'future';
  return { next, plan: { type: 'weekday', weekday, side } };
}

/** Whether the sentence speaks of what is to come. */
function saysFuture(context: TimeContext, at: number): boolean {
  const { items, lexicon } = context;
  for (let index = Math.max(0, at - 12); index < Math.min(items.length, at + 10); index += 1) {
    const norm = items[index]?.norm ?? '';
    if (index < at && /^[.!?؟]$/.test(norm)) return futureAfter(context, index + 1, at);
    if (
      lexicon.future.has(norm) ||
      norm.endsWith("'ll") ||
      norm.startsWith('سن') ||
      (lexicon.language === 'tr' && /[ae]c[ae][kg]/.test(norm))
    )
      return true;
    if (index > at && /^[.!?؟]$/.test(norm)) break;
  }
  return false;
}

function futureAfter(context: TimeContext, from: number, at: number): boolean {
  for (let index = from; index < Math.min(context.items.length, at + 10); index += 1) {
    const norm = context.items[index]?.norm ?? '';
    if (index > at && /^[.!?؟]$/.test(norm)) return false;
    if (
      context.lexicon.future.has(norm) ||
      norm.endsWith("'ll") ||
      (context.lexicon.language === 'tr' && /[ae]c[ae][kg]/.test(norm))
    )
      return true;
  }
  return false;
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

/** "the last two weeks", "son iki hafta", "los últimos diez días", "the first nine days of March". */
function latelyAt(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  if (items[at]?.norm === 'first' && lexicon.language === 'en') return firstDays(context, at);
  const lead = lexicon.phrase('last').find(items, at);
  if (lead === null) return null;
  const stretch = stretchAt(context, at + lead.length);
  return stretch === null
    ? null
    : { next: stretch.next, plan: { type: 'lately', count: stretch.count, unit: stretch.unit } };
}

function firstDays(context: TimeContext, at: number): Basic | null {
  const stretch = stretchAt(context, at + 1);
  if (
    stretch === null ||
    (stretch.unit !== 'day' && stretch.unit !== 'week') ||
    context.items[stretch.next]?.norm !== 'of'
  )
    return null;
  const month = monthAt(context, stretch.next + 1) ?? simpleAt(context, stretch.next + 1);
  if (month === null) return null;
  return {
    next: month.next,
    plan: { type: 'first-days', count: stretch.count * (stretch.unit === 'week' ? 7 : 1), of: month.plan },
  };
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
    /^(?:[dt][ae]n?|y[ei]|[iu]n)$/.test(items[ending - 1]?.norm ?? '');
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
