import type { Per } from '../../statement/quantity.ts';
import type { Span } from '../../statement/span.ts';
import type { TimeReading } from '../../statement/time.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import { findTimes } from './find-times.ts';
import { resolveTime } from './resolve-time.ts';
import type { TimeAnchor } from './time-plan.ts';

export type { TimeAnchor };

/** A time that words name. */
export interface TimeMention extends Span {
  readonly reading: TimeReading;
  /** "every night", "daily": how often, else null. */
  readonly recurring: Per | null;
}

/**
 * The times that a passage's words name, in order, not overlapping, worked out against
 * `anchor`: dates, parts of dates, weekdays, "yesterday", "two days ago", ranges, clock
 * times, frequencies. Both ends of an interval count. What cannot be worked out stays, with
 * `basis` `unresolved`. Linear in the length of the passage; never throws.
 */
export function readTimes(words: ReadingPassage, anchor: TimeAnchor): TimeMention[] {
  return findTimes(words).map((match) => ({
    start: match.start,
    end: match.end,
    reading: resolveTime(match, anchor),
    recurring: match.recurring,
  }));
}
