export type Granularity = 'minute' | 'hour' | 'part-of-day' | 'day' | 'week' | 'month' | 'season' | 'year';

/**
 * An interval of calendar days, both ends included. `from` or `to` null is an open end
 * ("since January", "until Friday"); both null is a time that could not be resolved.
 */
export interface TimeReading {
  /** `YYYY-MM-DD` or null. */
  readonly from: string | null;
  readonly to: string | null;
  /** `HH:MM` within `from`, local to the source, where clock time is given. */
  readonly clock: string | null;
  /** `HH:MM` at which a range of clock times ends; absent where none is given. */
  readonly clockTo?: string;
  /** Zone as written (`UTC+2`, `+0300`), never converted. */
  readonly zone: string | null;
  readonly granularity: Granularity;
  /** "about", "around", "late". */
  readonly approx: boolean;
  /** What it was resolved against. `stated` needs nothing else. */
  readonly basis: 'stated' | 'passage' | 'section' | 'source' | 'unresolved';
  /** How it was worked out, a step a line; empty where it is plainly stated. */
  readonly steps: readonly string[];
}
