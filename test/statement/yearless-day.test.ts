import { describe, expect, test } from 'vitest';
import { yearlessDays, yearThatFits } from '../../src/statement/yearless-day.ts';

describe('days without a year', () => {
  test.each([
    ['LODEN, March 10 (Coast Cable) -', [[3, 10, null]]],
    ['The fire broke out on Saturday 8 March, after lunch.', [[3, 8, 6]]],
    ['hoy, domingo 9 de marzo, a las 13:05', [[3, 9, 7]]],
    ['Çarşamba günü, 12 Mart', [[3, 12, 3]]],
    ['on 8 March 2025 and on March 9, 2025', []],
    ['the 40 men of block 3', []],
    ['on 31 February', []],
  ])('%s', (text, days) => {
    expect(yearlessDays(text).map(({ month, day, weekday }) => [month, day, weekday])).toEqual(days);
  });

  test.each([
    ['Saturday 8 March', 2025],
    ['Saturday 8 March, and Monday 10 March', 2025],
    ['Saturday 8 March, and Tuesday 10 March', null],
    ['8 March', null],
  ])('the year of %s', (text, year) => {
    expect(yearThatFits(yearlessDays(text))).toBe(year);
  });
});
