import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayNumber, daysBetween, weekdayOf } from '../../src/statement/calendar.ts';
import { type DateOrder, findStamps } from '../../src/statement/stamp.ts';

function shown(text: string, order: DateOrder | null = null, language: string | null = null): string {
  return findStamps(text, { order, language })
    .map((stamp) =>
      [stamp.date, stamp.clock, stamp.zone, stamp.ambiguous ? `or ${stamp.alternative}` : null]
        .filter((part) => part !== null)
        .join(' '),
    )
    .join(' | ');
}

describe('findStamps', () => {
  test.each([
    ['Wed, 14 Apr 2021 16:22 +0300', '2021-04-14 16:22 +0300'],
    ['02.03.2021 - 21:14', '2021-03-02 21:14'],
    ['09-MAR-2021 19:42:10', '2021-03-09 19:42'],
    ['4 Haziran 2020', '2020-06-04'],
    ['٤ يونيو ٢٠٢٠', '2020-06-04'],
    ['٤ يونيو/حزيران ٢٠٢٠', '2020-06-04'],
    ['12 كانون الأول 2019', '2019-12-12'],
    ['2021-03-09T19:42:10Z', '2021-03-09 19:42 Z'],
    ['2021-03-09T19:42:10.250+02:00', '2021-03-09 19:42 +02:00'],
    ['20210309T194210', '2021-03-09 19:42'],
    ['2021/03/09 19.42', '2021-03-09 19:42'],
    ['March 9, 2021 at 7:05 p.m.', '2021-03-09 19:05'],
    ['9th of March, 2021', '2021-03-09'],
    ['4 de junio de 2020 a las 21:05', '2020-06-04 21:05'],
    ['le 1er février 2018', '2018-02-01'],
    ['1. März 2021 um 09.30 Uhr', '2021-03-01 09:30'],
    ['12 марта 2021', '2021-03-12'],
    ['Tue Mar  9 19:42:10 2021', '2021-03-09 19:42'],
    ['[21:14, 31/12/2020] Somebody: text', '2020-12-31 21:14'],
    ['31/12/20, 9:05 PM - Somebody: text', '2020-12-31 21:05'],
    ['092142ZMAR21', '2021-03-09 21:42 Z'],
    ['09 2142Z MAR 21', '21:42 Z'],
    ['the call came at 2010 GMT', '20:10 GMT'],
    ['at 21:14 UTC+2 the line', '21:14 UTC+2'],
    ['saat 22.10’da geçtiler', '22:10'],
    ['at 10 pm', '22:00'],
    ['at 12 a.m. sharp', '00:00'],
    ['21:14-22:30', '21:14 | 22:30'],
    ['00:00:01,000 --> 00:00:04,250', '00:00 | 00:00'],
    ['1.400 people and 12.5 km', ''],
    ['call 0532 111 22 33 or 192.168.10.12', ''],
    ['31.02.2021', ''],
    ['in March 2021', ''],
    ['25:70', ''],
    ['3 May\n2021 people', ''],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('a date that can be read two ways says so', () => {
    expect(shown('02/03/2021')).toBe('2021-03-02 or 2021-02-03');
    expect(shown('02/03/2021', 'mdy')).toBe('2021-02-03');
    expect(shown('02/03/2021', 'dmy')).toBe('2021-03-02');
    expect(shown('02/03/2021', null, 'tr')).toBe('2021-03-02');
    expect(shown('21-03-02', 'ymd')).toBe('2021-03-02');
    expect(shown('05/05/2021')).toBe('2021-05-05');
  });

  test('other dates of the text settle the order', () => {
    expect(shown('02/03/2021 and 02/25/2021')).toBe('2021-02-03 | 2021-02-25');
    expect(shown('02/03/2021 and 25/02/2021')).toBe('2021-03-02 | 2021-02-25');
    expect(shown('02/03/2021, 25/02/2021, 02/25/2021')).toMatch(/^2021-03-02 or 2021-02-03/);
  });

  test('spans hold the words', () => {
    const text = 'Call of Wed, 14 Apr 2021 16:22 +0300, line 4';
    const [stamp] = findStamps(text);
    expect(text.slice(stamp?.start, stamp?.end)).toBe('Wed, 14 Apr 2021 16:22 +0300');
  });

  test('any text gives stamps in order, within the text', () => {
    const piece = fc.constantFrom(
      '12',
      '2021',
      '03',
      '/',
      '-',
      '.',
      ':',
      ' ',
      'March',
      'saat',
      'T',
      '+',
      'Z',
      '\n',
      'يونيو',
      'pm',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((list) => list.join('')),
        ),
        (text) => {
          let last = 0;
          for (const stamp of findStamps(text)) {
            expect(stamp.start).toBeGreaterThanOrEqual(last);
            expect(stamp.end).toBeGreaterThan(stamp.start);
            expect(stamp.end).toBeLessThanOrEqual(text.length);
            last = stamp.end;
          }
        },
      ),
    );
  });
});

describe('calendar', () => {
  test('knows weekdays and leaps', () => {
    expect(weekdayOf('2021-04-14')).toBe(3);
    expect(weekdayOf('1969-12-28')).toBe(7);
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
    expect(addMonths('2021-01-31', 1)).toBe('2021-02-28');
    expect(addMonths('2021-01-31', -1)).toBe('2020-12-31');
    expect(daysBetween('2021-05-03', '2021-05-16')).toBe(13);
  });

  test('days add up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200_000, max: 300_000 }),
        fc.integer({ min: -500, max: 500 }),
        (from, days) => {
          const date = addDays('1970-01-01', from);
          expect(dayNumber(addDays(date, days))).toBe(from + days);
        },
      ),
    );
  });
});
