import { skipLinks, yearNumberAt } from './read-month.ts';
import type { Basic, TimeContext } from './time-context.ts';

const SHORT = /^([qhts])([1-4])(?:[-/]?((?:19|20)\d{2}))?$/;

/** "Q1", "q3-2019", "H2 2019": a year must stand beside it. */
export function shortPartAt(context: TimeContext, at: number): Basic | null {
  const match = SHORT.exec(context.items[at]?.norm ?? '');
  if (match === null) return null;
  const [, letter = '', nth = '', written] = match;
  const link = context.lexicon.phrase('partOf').find(context.items, at + 1);
  const year =
    written === undefined ? yearNumberAt(context, skipLinks(context, at + 1 + (link?.length ?? 0))) : null;
  const number = written === undefined ? year?.year : Number(written);
  return number === undefined ? null : partOf(letter, Number(nth), number, year?.next ?? at + 1);
}

/** "2017-Q1", "2019 H2". */
export function yearThenPart(context: TimeContext, at: number): Basic | null {
  const year = yearNumberAt(context, at);
  if (year === null) return null;
  const next = context.items[year.next]?.norm === '-' ? year.next + 1 : year.next;
  const match = SHORT.exec(context.items[next]?.norm ?? '');
  return match === null || match[3] !== undefined
    ? null
    : partOf(match[1] ?? '', Number(match[2]), year.year, next + 1);
}

function partOf(letter: string, nth: number, year: number, next: number): Basic | null {
  const half = letter === 'h' || letter === 's';
  if (half && nth > 2) return null;
  const unit = half ? 'half' : 'quarter';
  return { next, plan: { type: 'nth', nth, unit, weekday: null, of: { type: 'year', year } } };
}
