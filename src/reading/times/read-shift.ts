import { stretchAt } from './read-stretch.ts';
import { saysFuture } from './says-future.ts';
import { type Basic, numberOf, type TimeContext } from './time-context.ts';
import type { TimePlan, TimeUnit } from './time-plan.ts';

type Inner = (context: TimeContext, at: number) => Basic | null;

const NOW: TimePlan = { type: 'simple', simple: { kind: 'day', offset: 0 } };

/**
 * So long after or before another time: "two weeks after 13 May", "three days from today",
 * "two days before yesterday", "in two months". `inner` reads the other time.
 */
export function shiftAt(context: TimeContext, at: number, inner: Inner): Basic | null {
  if (context.nested === true) return null;
  const stretch = stretchAt(context, at);
  if (stretch === null) return null;
  const { count, unit } = stretch;
  for (const [name, sign] of SIDES) {
    const link = context.lexicon.phrase(name).find(context.items, stretch.next);
    if (link === null) continue;
    const of = farTime(context, stretch.next + link.length, inner);
    if (of !== null)
      return { next: of.next, plan: { type: 'shift', count: sign * count, unit, of: of.plan } };
  }
  return aheadAt(context, at, stretch);
}

const SIDES = [
  ['shiftAhead', 1],
  ['shiftBack', -1],
] as const;

function farTime(context: TimeContext, at: number, inner: Inner): Basic | null {
  const nested = { ...context, nested: true as const };
  const article = context.lexicon.phrase('article').find(context.items, at);
  const found = inner(nested, at) ?? (article === null ? null : inner(nested, at + article.length));
  return found === null || found.plan.type === 'clock' ? null : found;
}

interface Ahead {
  readonly count: number;
  readonly unit: TimeUnit;
  readonly next: number;
}

/** "in two months", "within nine months", "two weeks from now": only where the sentence speaks of what is to come. */
function aheadAt(context: TimeContext, at: number, { count, unit, next }: Ahead): Basic | null {
  const { items, lexicon } = context;
  const now = lexicon.phrase('fromNow').find(items, next);
  if (now !== null) return { next: next + now.length, plan: { type: 'shift', count, unit, of: NOW } };
  const tail = lexicon.phrase('withinAfter').find(items, next);
  const within = tail ?? lexicon.phrase('within').find(items, at - 1);
  if (within === null || !(saysFuture(context, at) || at - within.length < 1)) return null;
  const end = next + (tail?.length ?? 0);
  return { next: end, plan: { type: 'shift', count, unit, of: NOW } };
}

/** "the next three days", "five upcoming years", "los próximos diez días", "önümüzdeki beş gün". */
export function windowAt(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  const lead = lexicon.phrase('next').find(items, at);
  if (lead !== null) {
    const quarters = quartersAt(context, at + lead.length, 1);
    if (quarters !== null) return quarters;
    const stretch = stretchAt(context, at + lead.length);
    return stretch === null || !isPlural(context, at + lead.length)
      ? null
      : { next: stretch.next, plan: { type: 'ahead', count: stretch.count, unit: stretch.unit } };
  }
  return countFirst(context, at);
}

/** "the last two quarters": so many whole quarters of the year before or after the one of the words. */
export function quartersAt(context: TimeContext, at: number, side: 1 | -1): Basic | null {
  const [number, unit] = [context.items[at], context.items[at + 1]];
  if (number === undefined || !/^(?:quarters|trimestres)$/.test(unit?.norm ?? '')) return null;
  // Read by itself: "two quarters" would be a half.
  const count =
    number.kind === 'number'
      ? Number(number.norm)
      : (context.lexicon.figures.numbers.atom(number.norm)?.value ?? 0);
  return Number.isInteger(count) && count > 0 && count < 40
    ? { next: at + 2, plan: { type: 'quarters', count: side * count } }
    : null;
}

// "next week" is a phrase of its own; "the next three weeks" has a number.
function isPlural(context: TimeContext, at: number): boolean {
  const run = numberOf(context, at);
  return run !== null && run.value !== null;
}

/** "5 past years", "2 next days": the number before the word. */
function countFirst(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  if (items[at]?.kind !== 'number' && lexicon.figures.numbers.numeral(items[at]?.norm ?? '') === null)
    return null;
  const run = numberOf(context, at);
  if (run?.value == null) return null;
  const ahead = lexicon.phrase('next').find(items, run.next);
  const side = ahead ?? lexicon.phrase('last').find(items, run.next);
  if (side === null) return null;
  const unit = lexicon.figures.units.find(items, run.next + side.length);
  if (unit?.value.dimension !== 'duration' || !SPANS.has(unit.value.unit)) return null;
  // "$40 last month": the number is not of months.
  if (run.value !== 1 && !items[run.next + side.length]?.norm.endsWith('s')) return null;
  const plan = { count: run.value, unit: unit.value.unit as TimeUnit };
  return {
    next: run.next + side.length + unit.length,
    plan: ahead === null ? { type: 'lately', ...plan } : { type: 'ahead', ...plan },
  };
}

const SPANS = new Set(['day', 'week', 'month', 'year']);
