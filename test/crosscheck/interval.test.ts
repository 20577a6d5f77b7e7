import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  exactly,
  gapRatio,
  type Interval,
  intervalsMeet,
  isBelow,
  meet,
  scale,
  span,
  sumOf,
  widen,
} from '../../src/crosscheck/interval.ts';

const ends = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null });
const intervals: fc.Arbitrary<Interval> = fc
  .tuple(ends, ends)
  .map(([a, b]) => (a !== null && b !== null && a > b ? { min: b, max: a } : { min: a, max: b }));
const values = fc.integer({ min: -1000, max: 1000 });

function holds(interval: Interval, value: number): boolean {
  return (interval.min === null || interval.min <= value) && (interval.max === null || value <= interval.max);
}

describe('laws of intervals', () => {
  test('what both hold is what they meet in', () => {
    fc.assert(
      fc.property(intervals, intervals, values, (a, b, value) => {
        const both = meet(a, b);
        expect(both !== null && holds(both, value)).toBe(holds(a, value) && holds(b, value));
      }),
    );
  });
  test('meeting and adding do not depend on the order', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        expect(meet(a, b)).toEqual(meet(b, a));
        expect(add(a, b)).toEqual(add(b, a));
        expect(intervalsMeet(a, b)).toBe(!isBelow(a, b) && !isBelow(b, a));
      }),
    );
  });
  test('a sum holds the sum of values that its parts hold', () => {
    fc.assert(
      fc.property(intervals, intervals, values, values, (a, b, x, y) => {
        if (holds(a, x) && holds(b, y)) expect(holds(add(a, b), x + y)).toBe(true);
      }),
    );
  });
  test('scaling, widening and spanning keep what was held', () => {
    fc.assert(
      fc.property(intervals, intervals, values, fc.integer({ min: 0, max: 9 }), (a, b, x, by) => {
        if (!holds(a, x)) return;
        expect(holds(scale(a, by), x * by)).toBe(true);
        expect(holds(widen(a, by), x + by)).toBe(true);
        expect(holds(span(a, b), x)).toBe(true);
      }),
    );
  });
  test('no parts add up to nothing', () => expect(sumOf([])).toEqual(exactly(0)));
  test('a gap is told as times too many', () => {
    expect(gapRatio({ min: 40, max: 50 }, { min: 200, max: 999 })).toBe(4);
    expect(gapRatio({ min: 40, max: 50 }, { min: 45, max: null })).toBe(1);
    expect(gapRatio(exactly(0), exactly(3))).toBe(Number.POSITIVE_INFINITY);
  });
});
