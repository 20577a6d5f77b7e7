import { expect, test } from 'vitest';
import { dateOrderOf } from '../../src/intake/section-time.ts';

test.each([
  [['2/8/17, 9:12 PM', '2/8/17, 11:48 PM', '2/9/17, 6:30 AM'], 'mdy'],
  [['8/2/17, 21:12', '9/2/17, 06:30'], 'dmy'],
  [['2/8/17, 21:12', '2/8/17, 21:30'], null],
  [['13/2/17, 21:12', '14/2/17, 06:30'], null],
] as const)('the order of day and month by how close the stamps lie: %s', (stamps, order) => {
  expect(dateOrderOf(stamps)).toBe(order);
});
