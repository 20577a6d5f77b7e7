import { dateOf } from '../../statement/calendar.ts';
import { isCount } from './read-month.ts';
import { saysFuture } from './says-future.ts';
import type { Basic, TimeContext } from './time-context.ts';

const PAIR = /(\p{Nd}{1,2})\/(\p{Nd}{1,2})(?:\/((?:19|20)\p{Nd}{2}))?(?![\p{Nd}/:]|[.,]\p{Nd})/uy;
const LEAP_YEAR = 2000;

/**
 * "29/2", "until 20/11", "28/2-1/3": day and month in figures without a year. A pair is a day only
 * where one number is too great for a month, or where a word before it or another such day says so;
 * in English a pair that could be turned round is left alone. Null where none starts at `at`.
 */
export function numericDayAt(context: TimeContext, at: number): Basic | null {
  const item = context.items[at];
  if (item?.kind !== 'number' || context.items[at + 1]?.norm !== '/') return null;
  PAIR.lastIndex = item.start;
  const match = PAIR.exec(context.text);
  if (match === null || /[\p{Nd}/.:]/u.test(context.text.charAt(item.start - 1))) return null;
  const [a, b] = [Number(item.norm), Number(context.items[at + 2]?.norm)];
  const day = dayAndMonth(context.lexicon.language, a, b);
  if (day === null) return null;
  const year = match[3] === undefined ? null : Number(context.items[at + 4]?.norm);
  const next = at + (year === null ? 3 : 5);
  const plain = Math.max(a, b) > 12 && `${a}/${b}` !== '24/7';
  if (!plain && !isLed(context, at) && !isFollowed(context, next)) return null;
  // Turkish asks with "mi", which is no mile there.
  if (
    (context.lexicon.language !== 'tr' && isCount(context, next)) ||
    /^(?:of|de|%)$/.test(context.items[next]?.norm ?? '')
  )
    return null;
  return { next, plan: { type: 'day', ...day, year, future: saysFuture(context, at) } };
}

function dayAndMonth(language: string, a: number, b: number): { day: number; month: number } | null {
  const turned = b > 12;
  if (language === 'en' && a <= 12 && !turned) return null;
  const [day, month] = turned ? [b, a] : [a, b];
  return month >= 1 && dateOf(LEAP_YEAR, month, day) !== null ? { day, month } : null;
}

// "10/1-11/2/2017", "4/6'da".
function isFollowed({ items, lexicon }: TimeContext, at: number): boolean {
  const mark = items[at]?.norm ?? '';
  if (/^[-–]$/.test(mark)) return items[at + 1]?.kind === 'number' && items[at + 2]?.norm === '/';
  return (
    lexicon.language === 'tr' &&
    /^['’]$/.test(mark) &&
    /^(?:y?[ae]|[dt][ae]n?)$/.test(items[at + 1]?.norm ?? '')
  );
}

function isLed({ items, lexicon }: TimeContext, at: number): boolean {
  const before = items[at - 1];
  if (before === undefined) return false;
  if (before.norm === '-' || before.norm === '–') return items[at - 3]?.norm === '/';
  return (
    lexicon.bound.find(items, at - 1) !== null ||
    lexicon.weekdays.has(before.norm) ||
    lexicon.phrase('between').has(before.norm) ||
    (lexicon.language === 'es' && /^(?:el|al|del)$/.test(before.norm))
  );
}
