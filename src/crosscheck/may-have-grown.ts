import { isBelow } from './interval.ts';
import type { Side } from './side.ts';

/** A smaller running total told earlier is overtaken, not contradicted; unless it would have had to leap. */
export function mayHaveGrown(a: Side, b: Side): boolean {
  const [smaller, larger] = isBelow(a.interval, b.interval) ? [a, b] : [b, a];
  if (!smaller.running && !larger.running) return false;
  const earlier = momentOf(smaller);
  const later = momentOf(larger);
  if (earlier === null || later === null) return smaller.running && !larger.running;
  if (isAfter(earlier, later)) return false;
  return smaller.running && !leaps(smaller, larger, earlier, later);
}

/** When a side was told, to the minute where a clock is given; the day alone may be any time of it. */
function momentOf(side: Side): string | null {
  const time = side.tally?.passage.time ?? side.tally?.section?.time ?? null;
  if (time?.from != null) return time.clock === null ? time.from : `${time.from}T${time.clock}`;
  return side.told;
}

function isAfter(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

/** A total may grow this many times faster at its end than it did before. */
const FASTER = 3;
/** Pace tells nothing over fewer days than this. */
const FEWEST_DAYS = 7;

/** At the pace of the time before it, the smaller could not have come near the larger by then. */
function leaps(smaller: Side, larger: Side, earlier: string, later: string): boolean {
  const from = smaller.period?.from ?? larger.period?.from;
  const count = smaller.interval.max;
  const reached = larger.interval.min;
  if (from === undefined || count === null || reached === null) return false;
  const before = daysBetween(from, earlier);
  const between = daysBetween(earlier, later);
  if (before < FEWEST_DAYS || between > before / 4) return false;
  return reached > count * (1 + (FASTER * between) / before) + 1;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;
}
