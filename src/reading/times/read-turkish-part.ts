import type { Basic, TimeContext } from './time-context.ts';
import type { Period, TimePlan } from './time-plan.ts';

const WIDE: ReadonlySet<TimePlan['type']> = new Set(['month', 'year', 'turn', 'simple', 'nth']);
const ORDINAL = /^[iu]?nc[iu]$/;

/**
 * A part that stands behind its whole, as Turkish says it: "2015'in ilk haftası", "kasım
 * ortasında", "haftanın başında", "gelecek yılın ilk çeyreği". `whole` is the time that starts at
 * `at`, if one does. Null where no part follows.
 */
export function turkishPartAt(context: TimeContext, at: number, whole: Basic | null): Basic | null {
  return (
    (whole === null || !WIDE.has(whole.plan.type)
      ? null
      : (partBehind(context, whole) ?? partBehind(context, pastEnding(context, whole)))) ??
    partBehind(context, genitiveAt(context, at))
  );
}

// "Aralık 2016'nın son haftası".
function pastEnding({ items }: TimeContext, whole: Basic): Basic | null {
  const genitive =
    /^['’]$/.test(items[whole.next]?.norm ?? '') && /^n?[iu]n$/.test(items[whole.next + 1]?.norm ?? '');
  return genitive ? { ...whole, next: whole.next + 2 } : null;
}

function partBehind(context: TimeContext, whole: Basic | null): Basic | null {
  if (whole === null) return null;
  const { items, lexicon } = context;
  const edge = lexicon.edgeAfter.find(items, whole.next);
  if (edge !== null)
    return { next: whole.next + edge.length, plan: { type: 'edge', edge: edge.value, of: whole.plan } };
  const nth = lexicon.nth.find(items, whole.next) ?? figureNth(context, whole.next);
  const unit = nth === null ? null : lexicon.periods.find(items, whole.next + nth.length);
  if (nth === null || unit === null) return null;
  return {
    next: whole.next + nth.length + unit.length,
    plan: { type: 'nth', nth: nth.value, unit: unit.value, weekday: null, of: whole.plan },
  };
}

/** "3. ayı", "3'üncü haftası". */
function figureNth({ items }: TimeContext, at: number): { value: number; length: number } | null {
  const [number, mark, ending] = [items[at], items[at + 1], items[at + 2]];
  if (number?.kind !== 'number' || !/^\d{1,2}$/.test(number.norm) || mark?.start !== number.end) return null;
  if (mark.norm === '.') return { value: Number(number.norm), length: 2 };
  return /^['’]$/.test(mark.norm) && ORDINAL.test(ending?.norm ?? '')
    ? { value: Number(number.norm), length: 3 }
    : null;
}

/** "ayın", "önceki haftanın": a whole that only the day of the words gives. */
function genitiveAt({ items, lexicon }: TimeContext, at: number): Basic | null {
  const turn = lexicon.turns.find(items, at);
  const from = at + (turn?.length ?? 0);
  const unit = lexicon.genitives.find(items, from);
  return unit === null ? null : { next: from + unit.length, plan: wholeOf(unit.value, turn?.value ?? 0) };
}

function wholeOf(unit: Period, offset: -1 | 0 | 1): TimePlan {
  if (unit === 'week' || unit === 'month' || unit === 'year')
    return { type: 'simple', simple: { kind: unit, offset } };
  return { type: 'turn', unit, offset };
}
