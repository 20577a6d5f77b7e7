import { isCapital, yearBehind } from './read-month.ts';
import type { Basic, TimeContext } from './time-context.ts';
import type { TimePlan } from './time-plan.ts';

const PAIR = /^(\p{L}{3,})[-–](\p{L}{3,})$/u;

/** "Nov-Feb 2017", "enero-febrero de 2017": two months that a hyphen makes one word. */
export function monthPairAt(context: TimeContext, at: number): Basic | null {
  const match = PAIR.exec(context.items[at]?.norm ?? '');
  if (match === null) return null;
  const { months, language } = context.lexicon;
  const [first, last] = [months.get(match[1] ?? ''), months.get(match[2] ?? '')];
  if (first === undefined || last === undefined) return null;
  if (language === 'en' && !isCapital(context, at)) return null;
  const year = yearBehind(context, at + 1);
  const month = (number: number, back: number): TimePlan & { type: 'month' } => ({
    type: 'month',
    month: number,
    year: year === null ? null : year.year - back,
    future: false,
  });
  return {
    next: year?.next ?? at + 1,
    plan: { type: 'range', from: month(first, first > last ? 1 : 0), to: month(last, 0) },
  };
}
