import { isCapital } from './read-month.ts';
import { weekBehind } from './read-week-day.ts';
import { saysFuture } from './says-future.ts';
import type { Basic, TimeContext } from './time-context.ts';

const MIN_WEEKDAY = 4;

/** A weekday's name, with the words around it that say which one. */
export function weekdayAt(context: TimeContext, at: number): Basic | null {
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
  const week = weekBehind(context, weekday, at + 1);
  if (week !== null) return week;
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
  let side: 'past' | 'future' | 'last' | 'next' | 'coming' = 'past';
  if (lexicon.phrase('last').has(before)) side = 'last';
  else if (lexicon.phrase('next').has(before)) side = before === 'next' ? 'next' : 'coming';
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
