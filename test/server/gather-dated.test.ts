import { expect, test } from 'vitest';
import { type Days, liesWithin } from '../../src/server/gather-dated.ts';
import { usualDays } from '../../src/server/view-timeline.ts';
import type { Statement } from '../../src/statement/statement.ts';
import type { TimeReading } from '../../src/statement/time.ts';

function time(from: string | null, to: string | null): TimeReading {
  const stated = {
    clock: null,
    zone: null,
    granularity: 'day',
    approx: false,
    basis: 'stated',
    steps: [],
  } as const;
  return { ...stated, from, to };
}

test.each<[string | null, string | null, Days, boolean]>([
  ['2021-05-03', '2021-05-03', { from: null, to: null }, true],
  ['2021-05-03', '2021-05-03', { from: '2021-05-03', to: '2021-05-03' }, true],
  ['2021-05-01', '2021-05-09', { from: '2021-05-03', to: '2021-05-04' }, true],
  ['2021-05-03', '2021-05-03', { from: '2021-05-04', to: null }, false],
  ['2021-05-03', null, { from: '2021-06-01', to: '2021-06-02' }, true],
  [null, '2021-05-03', { from: '2021-06-01', to: null }, false],
  [null, null, { from: null, to: '2021-06-01' }, false],
])('%s to %s within %o: %s', (from, to, days, within) => {
  expect(liesWithin(time(from, to), days)).toBe(within);
});

test('a few strays far off do not stretch the usual days; a long case is shown whole', () => {
  const said = (day: string) => ({ time: time(day, day) }) as Statement & { time: TimeReading };
  const month = Array.from({ length: 120 }, (_, place) =>
    said(`2021-03-${String(1 + (place % 28)).padStart(2, '0')}`),
  );
  const sorted = [...month].sort((a, b) => ((a.time.from ?? '') < (b.time.from ?? '') ? -1 : 1));
  expect(usualDays([said('1987-01-01'), ...sorted])).toEqual({ from: '2021-03-01', to: '2021-03-28' });
  expect(usualDays(sorted)).toEqual({ from: '2021-03-01', to: '2021-03-28' });
  expect(usualDays([])).toBe(null);
});
