import { expect, test } from 'vitest';
import { totalLabel } from '../../src/statement/total-label.ts';

test.each([
  ['TOTAL HOLD', 'total'],
  ['TOTAL used 7-11 Feb', 'total'],
  ['Total Motors', null],
  ['TOTAL of what was found in all the holds', null],
] as const)('a label that goes on: %s', (cell, label) => {
  expect(totalLabel(cell, true)).toBe(label);
});
