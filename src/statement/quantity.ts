import type { Span } from './span.ts';

export type Per = 'day' | 'week' | 'month' | 'year' | 'event';

/** How many, as the words give it. `min` or `max` null is an open end. See docs/quantities.md. */
export interface Quantity {
  readonly min: number | null;
  readonly max: number | null;
  /** What is counted, a singular English noun: `person`, `vehicle`, `litre`, `dollar`, `percent`; null where the words do not say. */
  readonly of: string | null;
  readonly per: Per | null;
  /** A running total ("so far", "in all", "since January"). */
  readonly cumulative: boolean;
}

/** A quantity found in words, with what else the words say of it. */
export interface Figure {
  /** `fig_` and a hash of source id and span. */
  readonly id: string;
  readonly passage: string;
  /** The whole phrase: "some 600 people a day". */
  readonly span: Span;
  /** Only the number words: "600". */
  readonly numberSpan: Span;
  /** The counted noun as written, or null: "people". */
  readonly nounSpan: Span | null;
  readonly quantity: Quantity;
  /** How its value class is read. `ordinal` and `identifier` count nothing. */
  readonly type:
    | 'count'
    | 'measure'
    | 'money'
    | 'percent'
    | 'fraction'
    | 'duration'
    | 'ordinal'
    | 'identifier';
  /** Canonical unit of a measure, money or duration (`kilometre`, `mile`, `dollar`, `day`), else null. */
  readonly unit: string | null;
  /** The value that the words name, before an approximator widens it; null for ranges and vague words. */
  readonly value: number | null;
  /** Decimal places that the words give ("15.5" is 1), for rounding. Negative for rounded wholes ("12,000" is -3). */
  readonly decimals: number;
  readonly approx: boolean;
  /** "another 15", "15 more". */
  readonly increment: boolean;
  /** "nine of them", "of those": a part of a quantity named before. */
  readonly ofThem: boolean;
  /** Words that narrow the counted noun ("dead", "alone", "in all"), lower case, as written. */
  readonly qualifiers: readonly string[];
}

/**
 * What the words claim about their own figures, before any arithmetic:
 * - `same-measure`: one measure in two units, `figures` = [a, b] ("40 km (25 miles)")
 * - `sum`: `figures` = [whole, ...parts], said to make up the whole
 * - `part`: `figures` = [whole, part]
 * - `share`: `figures` = [whole, part, share] ("16 of 64, or a quarter")
 * - `correction`: `figures` = [withdrawn, kept] ("sixty, no, sorry, seventy")
 */
export interface FigureRelation {
  readonly kind: 'same-measure' | 'sum' | 'part' | 'share' | 'correction';
  readonly figures: readonly string[];
  /** The words or the table's rule that say so, in a few English words: `of whom`, `totals row`. */
  readonly basis: string;
}
