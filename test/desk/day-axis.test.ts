import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAt, moveDays, placeOfDay, ticksOf, weekendsOf, zoomDays } from '../../desk/src/parts/day-axis.ts';
import { addDays } from '../../src/statement/calendar.ts';

const spans = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 40_000 }))
  .map(([start, length]) => {
    const from = addDays('1950-01-01', start);
    return { from, to: addDays(from, length) };
  });

test('a day stands within its axis, and the axis gives it back', () => {
  fc.assert(
    fc.property(spans, fc.double({ min: 0, max: 1, noNaN: true }), (span, place) => {
      const day = dayAt(span, place);
      expect(day >= span.from && day <= span.to).toBe(true);
      expect(dayAt(span, placeOfDay(span, day) + 1e-9)).toBe(day);
    }),
  );
});

test('there are some ticks and never more than can be read, all in order within the axis', () => {
  fc.assert(
    fc.property(spans, (span) => {
      const places = ticksOf(span).map(({ at }) => at);
      expect(places.length).toBeLessThanOrEqual(16);
      expect(places.every((at) => at >= 0 && at < 1)).toBe(true);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
    }),
  );
});

test('days, months and years are named as far apart as they are', () => {
  expect(ticksOf({ from: '2021-02-27', to: '2021-03-02' }).map(({ label }) => label)).toEqual([
    '27 Feb',
    '28',
    '1 Mar',
    '2',
  ]);
  expect(ticksOf({ from: '2020-11-10', to: '2021-04-20' }).map(({ label }) => label)).toEqual([
    'Dec 2020',
    'Jan 2021',
    'Feb',
    'Mar',
    'Apr',
  ]);
});

test('weekends are shaded where days can be seen', () => {
  expect(weekendsOf({ from: '2021-03-07', to: '2021-03-13' })).toEqual([
    { from: 0, to: 1 / 7 },
    { from: 6 / 7, to: 1 },
  ]);
  expect(weekendsOf({ from: '2020-01-01', to: '2021-01-01' })).toEqual([]);
});

test('moved on and back, wider and closer, the days are the same', () => {
  const days = { from: '2021-03-01', to: '2021-03-08' };
  expect(moveDays(days, 0.25)).toEqual({ from: '2021-03-03', to: '2021-03-10' });
  expect(moveDays(moveDays(days, 0.25), -0.25)).toEqual(days);
  expect(zoomDays(zoomDays(days, 2), 0.5)).toEqual(days);
});
