import type { Per } from '../../statement/quantity.ts';
import type { Span } from '../../statement/span.ts';

/** The day, and perhaps the hour, that words were said on, and who says so. */
export interface TimeAnchor {
  /** `YYYY-MM-DD` or null. */
  readonly date: string | null;
  /** `HH:MM` or null. */
  readonly clock: string | null;
  readonly basis: 'passage' | 'section' | 'source';
  /** Known to the month only: it gives a year, but no "yesterday" can be counted from it. */
  readonly rough?: boolean;
}

export type Bound = 'since' | 'until' | 'before' | 'after';
export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A time said by one phrase, so many steps from the day of the words. */
export interface SimpleTime {
  readonly kind: 'day' | 'night' | 'part' | 'week' | 'weekend' | 'month' | 'year' | 'newyear';
  readonly offset: number;
}

/** A clock time as words give it. */
export interface ClockTime {
  readonly clock: string;
  readonly zone: string | null;
}

/** What words say of a time, before the day they were said on is known. */
export type TimePlan =
  | { readonly type: 'date'; readonly date: string; readonly alternative: string | null }
  | { readonly type: 'clock' }
  | { readonly type: 'simple'; readonly simple: SimpleTime }
  | { readonly type: 'weekday'; readonly weekday: number; readonly side: 'past' | 'future' | 'last' | 'next' }
  | {
      readonly type: 'day';
      readonly day: number;
      readonly month: number | null;
      readonly year: number | null;
      readonly future: boolean;
      /** Not after the day of the words: "since May". */
      readonly past?: boolean;
    }
  | {
      readonly type: 'month';
      readonly month: number;
      readonly year: number | null;
      readonly future: boolean;
      readonly past?: boolean;
    }
  | { readonly type: 'year'; readonly year: number }
  | { readonly type: 'ago'; readonly count: number; readonly unit: TimeUnit }
  | { readonly type: 'lately'; readonly count: number; readonly unit: TimeUnit }
  | { readonly type: 'first-days'; readonly count: number; readonly of: TimePlan }
  | { readonly type: 'range'; readonly from: TimePlan; readonly to: TimePlan }
  | { readonly type: 'recurring' };

/** A time found in words: its span, and what they say of it. */
export interface TimeMatch extends Span {
  readonly plan: TimePlan;
  readonly clock: ClockTime | null;
  readonly bound: Bound | null;
  /** "the night of": runs into the next day. */
  readonly night: boolean;
  /** A part of the day is named. */
  readonly part: boolean;
  readonly approx: boolean;
  readonly recurring: Per | null;
}
