import { numberOf, type TimeContext } from './time-context.ts';
import type { TimeUnit } from './time-plan.ts';

const ARABIC_DUALS: Readonly<Record<string, TimeUnit>> = {
  يومين: 'day',
  يومان: 'day',
  اسبوعين: 'week',
  شهرين: 'month',
  سنتين: 'year',
  عامين: 'year',
  ساعتين: 'hour',
  ليلتين: 'day',
};

// ---- so long ago

interface Stretch {
  readonly count: number;
  readonly unit: TimeUnit;
  readonly next: number;
}

export function stretchAt(context: TimeContext, at: number): Stretch | null {
  const { items, lexicon } = context;
  const dual = ARABIC_DUALS[items[at]?.norm ?? ''];
  if (dual !== undefined) return { count: 2, unit: dual, next: at + 1 };
  const { numbers, units } = lexicon.figures;
  const article =
    numbers.articles.has(items[at]?.norm ?? '') || (items[at]?.norm === 'bir' && lexicon.language === 'tr');
  const run = article ? null : numberOf(context, at);
  const count = article ? 1 : run?.value;
  if (count === undefined || count === null || count > 1000) return bareStretch(context, at);
  const next = article ? at + 1 : (run?.next ?? at);
  const unit = units.find(items, next) ?? casedUnit(context, next);
  return unit === null ? null : stretchOf(count, unit.value.unit, unit.value.dimension, next + unit.length);
}

// "son beş yılda": a Turkish unit with a case ending.
function casedUnit(
  { items, lexicon }: TimeContext,
  at: number,
): ReturnType<typeof lexicon.figures.units.find> {
  const item = items[at];
  if (lexicon.language !== 'tr' || item?.kind !== 'word') return null;
  const stem = item.norm.replace(/(?:[dt][ae]n?|n?[iu]n)$/, '');
  return stem === item.norm ? null : lexicon.figures.units.find([{ ...item, norm: stem }], 0);
}

// "the past week" is in the simple phrases; "قبل شهر" has no number.
function bareStretch(context: TimeContext, at: number): Stretch | null {
  if (context.lexicon.language !== 'ar') return null;
  const unit = context.lexicon.figures.units.find(context.items, at);
  return unit === null ? null : stretchOf(1, unit.value.unit, unit.value.dimension, at + unit.length);
}

function stretchOf(count: number, unit: string, dimension: string, next: number): Stretch | null {
  if (dimension !== 'duration') return null;
  if (unit === 'night') return { count, unit: 'day', next };
  if (unit === 'fortnight') return { count: count * 2, unit: 'week', next };
  if (unit === 'decade') return { count: count * 10, unit: 'year', next };
  return ['minute', 'hour', 'day', 'week', 'month', 'year'].includes(unit)
    ? { count, unit: unit as TimeUnit, next }
    : null;
}
