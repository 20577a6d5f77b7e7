import { expect, test } from 'vitest';
import { allowedSteps, runsOf } from '../../../src/language/model/find-names.ts';

const LABELS = [
  'O',
  'B-person',
  'I-person',
  'E-person',
  'S-person',
  'B-place',
  'I-place',
  'E-place',
  'S-place',
];

test('a name goes on with its own kind and ends', () => {
  const allowed = allowedSteps(LABELS);
  const may = (from: string, to: string) =>
    allowed[LABELS.indexOf(from) * LABELS.length + LABELS.indexOf(to)] === 1;
  expect(may('B-person', 'E-person')).toBe(true);
  expect(may('B-person', 'E-place')).toBe(false);
  expect(may('B-person', 'O')).toBe(false);
  expect(may('O', 'I-person')).toBe(false);
  expect(may('E-person', 'B-place')).toBe(true);
});

test('runs are read back from labels', () => {
  const row = Int32Array.from(
    ['O', 'B-person', 'I-person', 'E-person', 'S-place'].map((label) => LABELS.indexOf(label)),
  );
  expect(runsOf(LABELS, row, 5)).toEqual([
    { first: 1, end: 4, kind: 'person' },
    { first: 4, end: 5, kind: 'place' },
  ]);
});
