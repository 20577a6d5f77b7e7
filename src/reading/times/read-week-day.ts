import type { Basic, TimeContext } from './time-context.ts';
import type { TimePlan } from './time-plan.ts';

/** "Tuesday of next week", "Wednesday evening next week", "martes de la próxima semana": the weekday with the week behind it. */
export function weekBehind(context: TimeContext, weekday: number, at: number): Basic | null {
  const { items, lexicon } = context;
  const part = lexicon.phrase('parts').find(items, at)?.length ?? 0;
  const link = lexicon.phrase('partOf').find(items, at + part)?.length ?? 0;
  const week = weekAt(context, at + part + link);
  return week === null ? null : { next: week.next, plan: weekdayOf(weekday, week.plan) };
}

/** "next week Wednesday", "next week on Tuesday", "gelecek hafta salı": the weekday behind its week. */
export function weekdayBehind(context: TimeContext, week: Basic): Basic | null {
  const { items, lexicon } = context;
  if (week.plan.type !== 'simple' || week.plan.simple.kind !== 'week') return null;
  const at = /^(?:on|el|,)$/.test(items[week.next]?.norm ?? '') ? week.next + 1 : week.next;
  const weekday = lexicon.weekdays.get((items[at]?.norm ?? '').replace(/'.*$/, ''));
  if (weekday === undefined || lexicon.months.has(items[at + 2]?.norm ?? '')) return null;
  return { next: at + 1, plan: weekdayOf(weekday, week.plan) };
}

function weekAt(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  const article = lexicon.phrase('article').find(items, at)?.length ?? 0;
  const simple = lexicon.simple.find(items, at) ?? lexicon.simple.find(items, at + article);
  if (simple?.value.kind === 'week') {
    const from = lexicon.simple.find(items, at) === null ? at + article : at;
    return { next: from + simple.length, plan: { type: 'simple', simple: simple.value } };
  }
  const turn = lexicon.turns.find(items, at + article);
  const unit = turn === null ? null : lexicon.periods.find(items, at + article + turn.length);
  if (turn === null || unit?.value !== 'week') return null;
  return {
    next: at + article + turn.length + unit.length,
    plan: { type: 'simple', simple: { kind: 'week', offset: turn.value } },
  };
}

function weekdayOf(weekday: number, of: TimePlan): TimePlan {
  return { type: 'nth', nth: 1, unit: 'weekday', weekday, of };
}
