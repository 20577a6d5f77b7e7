import { dateOf } from '../statement/calendar.ts';
import type { Doubt, SourceKind } from '../statement/source.ts';
import { type YearlessDay, yearlessDays, yearThatFits } from '../statement/yearless-day.ts';

/** A dateline stands so near the beginning; the days that settle its year, so near it. */
const [HEAD, SAMPLE] = [600, 20_000];

/**
 * The day of an article or a report whose dateline leaves out the year ("HAVEN, March 10 (Coast
 * Cable) -"), with the year that its weekdays tell, and the doubt that this was so; else null.
 */
export function dayOfWeekdays(kind: SourceKind, text: string): { date: string; doubts: Doubt[] } | null {
  if (kind !== 'article' && kind !== 'report') return null;
  const days = yearlessDays(text.slice(0, SAMPLE));
  const line = days.find((day) => day.start < HEAD && (day.weekday !== null || opensText(text, day)));
  const year = line === undefined ? null : yearThatFits(days);
  const date = line === undefined || year === null ? null : dateOf(year, line.month, line.day);
  if (line === undefined || date === null) return null;
  return {
    date,
    doubts: [
      {
        code: 'intake/year-from-weekdays',
        text: `The text leaves out the year of its day: ${year} is the latest in which its weekdays fit.`,
        span: { start: line.start, end: line.start },
      },
    ],
  };
}

/** Whether a dash or an agency's name follows on the same line, as in a dateline, or nothing does. */
function opensText(text: string, { start }: YearlessDay): boolean {
  const rest = text.slice(start, start + 90).split('\n')[0] ?? '';
  return /^[^.!?]{3,30}(?:\([^()]{2,40}\)\s*)?(?:--|—|–|-)\s|^[^.!?]{3,24}$/u.test(rest);
}
