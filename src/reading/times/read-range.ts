import { basicTimeAt, skipEnding } from './read-basic-time.ts';
import { dayNumberAt, isCount, monthNameAt, skipLinks, yearNumberAt } from './read-month.ts';
import type { Basic, TimeContext } from './time-context.ts';
import type { TimePlan } from './time-plan.ts';

/**
 * "between 1 and 26 March", "from 3 to 16 May", "3-16 May", "1 March to 4 April". `here` is
 * the time without opening words that starts at `at`.
 */
export function rangeAt(context: TimeContext, at: number, here = basicTimeAt(context, at)): Basic | null {
  const opening = context.lexicon.phrase('between').find(context.items, at);
  const start = at + (opening?.length ?? 0);
  const years = yearsAt(context, start, opening !== null);
  if (years !== null) return years;
  const first = bareDay(context, start) ?? (start === at ? here : basicTimeAt(context, start));
  if (first === null) return null;
  const link = context.lexicon.phrase('and').find(context.items, first.next);
  if (link === null) return fromToAt(context, first);
  const after = first.next + link.length;
  const second = nowAt(context, after) ?? basicTimeAt(context, after) ?? laterDay(context, first.plan, after);
  if (second === null || second.plan.type === 'clock' || first.plan.type === 'clock') return null;
  const closing = context.lexicon.phrase('betweenAfter').find(context.items, second.next);
  const tight = context.items[first.next]?.kind === 'mark';
  // "el 3 y el 4" are two days of one stretch, "el primer trimestre y el tercero" are two stretches.
  const opened = opening !== null && !(context.items[at]?.norm === 'el' && first.plan.type === 'nth');
  const days = context.items[first.next]?.norm === 'a' && /^(?:day|nth)$/.test(first.plan.type);
  if (!opened && closing === null && !tight && !days && joinsOnly(context, first.next)) return null;
  if (first.plan.type === 'year' && second.plan.type !== 'year' && joinsOnly(context, first.next))
    return null;
  const plan = rangeOf(first.plan, second.plan);
  return plan === null ? null : { plan, next: second.next + (closing?.length ?? 0) };
}

/** "Mart'tan Mayıs'a kadar", "2010'dan 2018'e": Turkish says both ends by their endings. */
function fromToAt(context: TimeContext, first: Basic): Basic | null {
  const { items, lexicon } = context;
  if (lexicon.language !== 'tr' || first.plan.type === 'clock') return null;
  const start = skipEnding(context, first.next);
  if (!/[dt][ae]n$/.test(items[start - 1]?.norm ?? '')) return null;
  const second = basicTimeAt(context, start);
  if (second === null || second.plan.type === 'clock') return null;
  const end = skipEnding(context, second.next);
  const until = lexicon.boundAfter.find(items, end);
  const dative = /(?:^|')y?[ae]$/.test(items[end - 1]?.norm ?? '');
  if (until?.value !== 'until' && !dative) return null;
  const plan = rangeOf(first.plan, second.plan);
  return plan === null ? null : { plan, next: end + (until?.value === 'until' ? until.length : 0) };
}

/** "2014 to 2018", "between 2014 and 2018", "2014-2018". */
function yearsAt(context: TimeContext, at: number, opened: boolean): Basic | null {
  const first = yearNumberAt(context, at);
  const link = first === null ? null : context.lexicon.phrase('and').find(context.items, first.next);
  if (first === null || link === null) return null;
  const second = yearNumberAt(context, first.next + link.length);
  if (second === null || second.year <= first.year || isCount(context, second.next)) return null;
  const closing = context.lexicon.phrase('betweenAfter').find(context.items, second.next);
  const tight = context.items[first.next]?.kind === 'mark';
  if (!opened && closing === null && !tight && joinsOnly(context, first.next)) return null;
  const [from, to] = [first, second].map(({ year }): TimePlan => ({ type: 'year', year }));
  if (from === undefined || to === undefined) return null;
  return { plan: { type: 'range', from, to }, next: second.next + (closing?.length ?? 0) };
}

/** "between Jan 22 and now": the day of the words, only as an end. */
function nowAt(context: TimeContext, at: number): Basic | null {
  const found = context.lexicon.phrase('now').find(context.items, at);
  if (found === null) return null;
  return { next: at + found.length, plan: { type: 'simple', simple: { kind: 'day', offset: 0 } } };
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
    return { type: 'range', from: { ...from, year: from.year ?? yearBefore(from.month, to) }, to };
  return { type: 'range', from, to };
}

// "November to February 2017" begins in 2016.
function yearBefore(month: number, to: TimePlan & { type: 'month' }): number | null {
  return to.year === null || month <= to.month ? to.year : to.year - 1;
}

function bareDay(context: TimeContext, at: number): Basic | null {
  if (context.stamps.has(context.items[at]?.start ?? -1)) return null;
  const start = at + (isArticle(context, at) ? 1 : 0);
  const day = context.items[start + 1]?.norm === '/' ? null : dayNumberAt(context, start);
  if (day === null || monthNameAt(context, skipLinks(context, day.next)) !== null) return null;
  return { next: day.next, plan: { type: 'day', day: day.day, month: null, year: null, future: false } };
}

const ARTICLES = new Set(['the', 'el', 'le', 'o', 'il', 'den', 'dem']);

function isArticle(context: TimeContext, at: number): boolean {
  return ARTICLES.has(context.items[at]?.norm ?? '');
}
