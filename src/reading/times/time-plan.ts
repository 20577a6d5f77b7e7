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

/** A part of the calendar that is counted within a greater one. */
export type Period =
  | 'day'
  | 'weekday'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade';

export type Edge = 'early' | 'mid' | 'late';
export type Season = 'winter' | 'spring' | 'summer' | 'autumn';

/** -1 the last, 0 this, 1 the next, counted from the day of the words; null where nothing says which. */
export type Turn = -1 | 0 | 1;

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
  | {
      readonly type: 'weekday';
      readonly weekday: number;
      readonly side: 'past' | 'future' | 'last' | 'next' | 'coming';
    }
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
      readonly turn?: Turn;
    }
  | { readonly type: 'year'; readonly year: number }
  | { readonly type: 'ago'; readonly count: number; readonly unit: TimeUnit }
  | { readonly type: 'lately'; readonly count: number; readonly unit: TimeUnit }
  /** So many parts from the beginning (1) or the end (-1) of another time. */
  | {
      readonly type: 'run';
      readonly side: 1 | -1;
      readonly count: number;
      readonly unit: 'day' | 'week' | 'month';
      readonly of: TimePlan;
    }
  | { readonly type: 'range'; readonly from: TimePlan; readonly to: TimePlan }
  | { readonly type: 'ahead'; readonly count: number; readonly unit: TimeUnit }
  | { readonly type: 'shift'; readonly count: number; readonly unit: TimeUnit; readonly of: TimePlan }
  | { readonly type: 'turn'; readonly unit: Period; readonly offset: Turn }
  | {
      readonly type: 'nth';
      /** From 1; -1 is the last. */
      readonly nth: number;
      readonly unit: Period;
      /** 1 is Monday; for weekdays only. */
      readonly weekday: number | null;
      readonly of: TimePlan;
    }
  | { readonly type: 'edge'; readonly edge: Edge; readonly of: TimePlan }
  | { readonly type: 'week'; readonly week: number; readonly year: number | null }
  | { readonly type: 'week-of'; readonly of: TimePlan }
  /** So many whole quarters before (negative) or after the quarter of the words. */
  | { readonly type: 'quarters'; readonly count: number }
  | { readonly type: 'decade'; readonly year: number }
  | {
      readonly type: 'season';
      readonly season: Season;
      readonly year: number | null;
      readonly turn: Turn;
    }
  | {
      readonly type: 'holiday';
      readonly holiday: Holiday;
      readonly year: number | null;
      readonly turn: Turn | null;
    }
  | { readonly type: 'weekday-date'; readonly weekday: number; readonly day: number }
  | { readonly type: 'recurring' };

/** How a holiday's day is found: a fixed day (`12-25`), days from Easter, or the nth weekday of a month. */
export interface Holiday {
  readonly on?: string;
  readonly easter?: number;
  /** `[month, weekday, nth]`; nth -1 is the last. */
  readonly nth?: readonly [number, number, number];
  /** Days after the day that `nth` gives. */
  readonly plus?: number;
}

/** A time found in words: its span, and what they say of it. */
export interface TimeMatch extends Span {
  readonly plan: TimePlan;
  readonly clock: ClockTime | null;
  readonly until: ClockTime | null;
  readonly bound: Bound | null;
  /** "the night of": runs into the next day. */
  readonly night: boolean;
  /** A part of the day is named. */
  readonly part: boolean;
  readonly approx: boolean;
  readonly recurring: Per | null;
}
