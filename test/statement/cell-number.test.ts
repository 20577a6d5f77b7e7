import { expect, test } from 'vitest';
import { decimalEvidence, readCellNumber, saysNothing } from '../../src/statement/cell-number.ts';
import { findPeriod } from '../../src/statement/period.ts';
import { totalLabel } from '../../src/statement/total-label.ts';

test.each([
  ['12', null, 12, 12],
  ['1.400', ',', 1400, 1400],
  ['1.400', '.', 1.4, 1.4],
  ['1,234,567', null, 1234567, 1234567],
  ['1.234,5', null, 1234.5, 1234.5],
  ['12 345,67', ',', 12345.67, 12345.67],
  ['<0.001', '.', null, 0.001],
  ['< 5', null, null, 4],
  ['100+', null, 100, null],
  ['~40', null, 36, 44],
  ['12-15', null, 12, 15],
  ['١٤٠٠', null, 1400, 1400],
  ['٢٫٥', null, 2.5, 2.5],
  ['24.0 kg', '.', 24, 24],
  ['12,34,567', null, 1234567, 1234567],
  ['0', null, 0, 0],
] as const)('%s is %s with mark %s', (cell, mark, min, max) => {
  expect(readCellNumber(cell, mark)).toMatchObject({ min, max });
});

test.each([
  '13.05.2024',
  '2024-03-04',
  '18:20',
  '12/15',
  '0500 000 62 09',
  '07-011',
  'n/a',
  '-',
  '',
  'ABC',
  '1.5e3',
])('%s is no number', (cell) => {
  expect(readCellNumber(cell, null)).toBeNull();
});

test.each(['n/a', '-', 'yok', '', ' ', 'N.A.', '...'])('"%s" says nothing', (cell) => {
  expect(saysNothing(cell)).toBe(true);
});

test.each([
  ['2,5', ','],
  ['1.234,5', ','],
  ['1.234.567', ','],
  ['0.125', '.'],
  ['1.400', null],
  ['12', null],
])('%s speaks for the decimal mark %s', (cell, mark) => {
  expect(decimalEvidence(cell)).toBe(mark);
});

test.each([
  ['LOG (01-26.03.2021)', '2021-03-01', '2021-03-26'],
  ['3 May 2021 - 9 May 2021', '2021-05-03', '2021-05-09'],
  ['1-26 March 2021', '2021-03-01', '2021-03-26'],
  ['2 Mart 2021 ile 5 Mart 2021', '2021-03-02', '2021-03-05'],
  ['Reporting month: March 2021', '2021-03-01', '2021-03-31'],
  ['REG;12-10-2023', '2023-10-12', '2023-10-12'],
])('%s is %s to %s', (heading, from, to) => {
  expect(findPeriod(heading)).toMatchObject({ from, to });
});

test('a period without a year takes the one that is given', () => {
  expect(findPeriod('01-08 March', { year: 2024 })).toMatchObject({ from: '2024-03-01', to: '2024-03-08' });
  expect(findPeriod('01-08 March')).toBeNull();
});

test.each([
  ['TOTAL', 'total'],
  ['المجموع / TOTAL', 'total'],
  ['Toplam:', 'total'],
  ['Sub-total', 'subtotal'],
  ['Ara toplam', 'subtotal'],
  ['Totally', null],
  ['Northern post', null],
])('%s labels a row as %s', (label, kind) => {
  expect(totalLabel(label)).toBe(kind);
});
