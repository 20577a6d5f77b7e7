/** Where a number lies. An open end is null. */
export interface Interval {
  readonly min: number | null;
  readonly max: number | null;
}

export function exactly(value: number): Interval {
  return { min: value, max: value };
}

function low(interval: Interval): number {
  return interval.min ?? Number.NEGATIVE_INFINITY;
}

function high(interval: Interval): number {
  return interval.max ?? Number.POSITIVE_INFINITY;
}

function ends(min: number, max: number): Interval {
  return { min: Number.isFinite(min) ? min : null, max: Number.isFinite(max) ? max : null };
}

/** What both allow, or null where they do not meet. */
export function meet(a: Interval, b: Interval): Interval | null {
  const min = Math.max(low(a), low(b));
  const max = Math.min(high(a), high(b));
  return min > max ? null : ends(min, max);
}

export function intervalsMeet(a: Interval, b: Interval): boolean {
  return meet(a, b) !== null;
}

export function add(a: Interval, b: Interval): Interval {
  return ends(low(a) + low(b), high(a) + high(b));
}

export function sumOf(intervals: Iterable<Interval>): Interval {
  let total = exactly(0);
  for (const interval of intervals) total = add(total, interval);
  return total;
}

/** All values of `interval`, `factor` times; `factor` is not negative. */
export function scale(interval: Interval, factor: number): Interval {
  return {
    min: interval.min === null ? null : interval.min * factor,
    max: interval.max === null ? null : interval.max * factor,
  };
}

/** Moved outward by `by` at both ends. */
export function widen(interval: Interval, by: number): Interval {
  return ends(low(interval) - by, high(interval) + by);
}

/** The smallest interval that holds both. */
export function span(a: Interval, b: Interval): Interval {
  return ends(Math.min(low(a), low(b)), Math.max(high(a), high(b)));
}

export function isBelow(a: Interval, b: Interval): boolean {
  return high(a) < low(b);
}

/**
 * How many times the larger is at least as large as the smaller where they do not meet:
 * `gapRatio(40..49, 200..999)` is about 4.1. 1 where they meet; infinite against zero.
 */
export function gapRatio(a: Interval, b: Interval): number {
  if (intervalsMeet(a, b)) return 1;
  const [smaller, larger] = isBelow(a, b) ? [a, b] : [b, a];
  const from = Math.abs(high(smaller));
  return from === 0 ? Number.POSITIVE_INFINITY : low(larger) / from;
}

/** The single value of an interval, or null where it is a range. */
export function pointOf(interval: Interval): number | null {
  return interval.min !== null && interval.min === interval.max ? interval.min : null;
}
