import { dayNumber, daysBetween } from '../statement/calendar.ts';
import type { FindingRef } from './api/quote.ts';
import type { TimelineLane, TimelineMark, TimelineReply } from './api/timeline.ts';
import { type Dated, firstDay, lastDay } from './gather-dated.ts';

const BINS = 120;
/** Marks of a lane, at most: more cannot be told apart on a screen. */
const MOST_MARKS = 30;
/** Of a hundred statements the share at each end that may be strays. */
const STRAY = 0.02;

type FindingsOf = ReadonlyMap<string, readonly FindingRef[]>;

/** The days that most statements lie in: all, unless the few at the ends make it three times as long. */
export function usualDays(dated: readonly Dated[]): { from: string; to: string } | null {
  const starts = dated.map(firstDay);
  const ends = dated.map(lastDay).sort();
  const [first, last] = [starts[0], ends.at(-1)];
  if (first === undefined || last === undefined) return null;
  const cut = Math.floor(dated.length * STRAY);
  const [from, to] = [starts[cut] ?? first, ends[ends.length - 1 - cut] ?? last];
  const strays = from <= to && daysBetween(first, last) > 3 * (daysBetween(from, to) + 7);
  return strays ? { from, to } : { from: first, to: last };
}

/** How many statements begin in each stretch of the days. */
export function binsOf(
  dated: readonly Dated[],
  { from, to }: { from: string; to: string },
  findingsOf: FindingsOf,
): TimelineReply['bins'] {
  const days = daysBetween(from, to) + 1;
  const bins = Array.from({ length: Math.min(BINS, days) }, () => ({ count: 0, hot: 0 }));
  for (const statement of dated) {
    const place = daysBetween(from, firstDay(statement));
    const bin = bins[Math.floor((place / days) * bins.length)];
    if (!bin) continue;
    bin.count += 1;
    if (findingsOf.has(statement.id)) bin.hot += 1;
  }
  return bins;
}

/** Statements by event: those with most findings first, then the largest. */
export function lanesOf(chosen: readonly Dated[], findingsOf: FindingsOf): TimelineLane[] {
  const lanes = [...Map.groupBy(chosen, ({ event }) => event)].map(([event, members]) => ({
    event,
    count: members.length,
    hot: members.filter(({ id }) => findingsOf.has(id)).length,
    members,
  }));
  lanes.sort((a, b) => b.hot - a.hot || b.count - a.count || (a.event < b.event ? -1 : 1));
  return lanes.map(({ event, count, members }) => ({
    event,
    count,
    marks: chooseMarks(members, findingsOf).map((statement) => markOf(statement, findingsOf)),
  }));
}

/** What matters most of a lane, in order of time. */
function chooseMarks(members: readonly Dated[], findingsOf: FindingsOf): Dated[] {
  const weight = ({ id, quantity }: Dated): number => (findingsOf.has(id) ? 2 : 0) + (quantity ? 1 : 0);
  const chosen = [...members].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_MARKS);
  return chosen.sort(
    (a, b) => dayNumber(firstDay(a)) - dayNumber(firstDay(b)) || a.span.start - b.span.start,
  );
}

function markOf(statement: Dated, findingsOf: FindingsOf): TimelineMark {
  const { id, source, span, time, quantity, place, voice, polarity, modality } = statement;
  const { from, to, clock, approx } = time;
  return {
    ...{ statement: id, source, span: { start: span.start, end: span.end }, from, to, clock, approx },
    min: quantity?.min ?? null,
    max: quantity?.max ?? null,
    of: quantity?.of ?? null,
    place: place?.text ?? null,
    voice: voice.at(-1)?.name ?? '',
    negative: polarity === 'negative',
    deed: ['asserted', 'reported', 'alleged'].includes(modality),
    finding: findingsOf.get(id)?.[0] ?? null,
  };
}
