import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTimes } from '../../../src/reading/times/read-times.ts';
import { passageOf } from '../passage-of.ts';

// A Thursday.
const ANCHOR = { date: '2021-03-18', clock: null, basis: 'source' as const };

function shown(text: string, language: string, date: string | null = ANCHOR.date): string {
  return readTimes(passageOf(text, language), { ...ANCHOR, date })
    .map(({ reading, recurring }) => {
      const days =
        reading.from === reading.to ? (reading.from ?? '?') : `${reading.from ?? ''}..${reading.to ?? ''}`;
      return [
        recurring === null ? days : `each ${recurring}`,
        reading.clockTo === undefined ? reading.clock : `${reading.clock}-${reading.clockTo}`,
        reading.basis === 'unresolved' ? 'unresolved' : null,
      ]
        .filter((part) => part !== null)
        .join(' ');
    })
    .join(' | ');
}

describe('readTimes', () => {
  test.each([
    ['en', 'on 3 May 2020', '2020-05-03'],
    ['en', 'from 3 to 16 May 2020', '2020-05-03..2020-05-16'],
    ['en', 'between 1 and 26 March', '2021-03-01..2021-03-26'],
    ['en', 'on March 8-9', '2021-03-08..2021-03-09'],
    ['en', 'from 28 December 2020 to 3 January 2021', '2020-12-28..2021-01-03'],
    ['en', 'on Monday', '2021-03-15'],
    ['en', 'on Tuesday 2 March', '2021-03-02'],
    ['en', 'on Tuesday, March 2, the gate', '2021-03-02'],
    ['es', 'hoy, domingo 7 de marzo', '2021-03-18 | 2021-03-07'],
    ['tr', '4 Mart Perşembe günü', '2021-03-04'],
    ['en', 'packed for Friday', '2021-03-19'],
    ['en', 'next Friday', '2021-03-26'],
    ['en', 'the coming Friday', '2021-03-19'],
    ['en', 'We will rest; he has lain there since May', '2020-05-01..2021-03-18'],
    ['en', 'We will go on Monday', '2021-03-22'],
    ['en', 'yesterday', '2021-03-17'],
    ['en', 'last night', '2021-03-17..2021-03-18'],
    ['en', 'tonight', '2021-03-18'],
    ['en', 'two days ago', '2021-03-16'],
    ['en', 'on the eleventh', '2021-03-11'],
    ['en', 'the first of the month', '2021-03-01'],
    ['en', 'the night of 1 March', '2021-03-01..2021-03-02'],
    ['en', 'since 1 March', '2021-03-01..2021-03-18'],
    ['en', 'until Friday', '..2021-03-19'],
    ['en', 'in February', '2021-02-01..2021-02-28'],
    ['en', 'throughout February 2020', '2020-02-01..2020-02-29'],
    ['en', 'in December', '2020-12-01..2020-12-31'],
    ['en', 'in 2019', '2019-01-01..2019-12-31'],
    ['en', 'the first nine days of March', '2021-03-01..2021-03-09'],
    ['en', 'the last two weeks', '2021-03-04..2021-03-18'],
    ['en', 'at ten past ten', '2021-03-18 10:10'],
    ['en', 'They left at ten. It was late', '2021-03-18 10:00'],
    ['en', 'at ten hundred metres', ''],
    ['en', 'the last two quarters', '2020-07-01..2020-12-31'],
    ['en', 'the next three quarters', '2021-04-01..2021-12-31'],
    ['en', 'early this week, later this week', '2021-03-15..2021-03-17 | 2021-03-18..2021-03-21'],
    ['en', 'earlier this month', '2021-03-01..2021-03-15'],
    ['en', 'It will last two hours. This may work.', ''],
    ['en', 'He lost $70 last month', '2021-02-01..2021-02-28'],
    ['en', 'last night at nine', '2021-03-17..2021-03-18 21:00'],
    ['en', 'the coming Thursday', '2021-03-25'],
    ['en', 'around 4 in the morning; at 5:40 in the afternoon', '2021-03-18 04:00 | 2021-03-18 17:40'],
    ['en', 'between 3 and 6 in the afternoon', '2021-03-18 15:00-18:00'],
    ['en', 'from six thirty to seven fifteen', '2021-03-18 06:30-07:15'],
    ['en', 'from 300 to 415 men, between 3 and 6', ''],
    ['es', 'entre las 3 y las 6 de la tarde', '2021-03-18 15:00-18:00'],
    ['es', 'a las nueve menos cuarto', '2021-03-18 08:45'],
    ['es', 'a las 6:20 de la tarde', '2021-03-18 18:20'],
    [
      'es',
      'a inicios de la semana pasada, a fines de mes',
      '2021-03-08..2021-03-10 | 2021-03-16..2021-03-31',
    ],
    ['es', 'el trimestre siguiente', '2021-04-01..2021-06-30'],
    ['tr', "2018'in ikinci haftası", '2018-01-08..2018-01-14'],
    ['tr', "Ekim 2019'un son haftasında", '2019-10-28..2019-11-03'],
    ['tr', 'geçen yılın ilk çeyreği', '2020-01-01..2020-03-31'],
    ['tr', 'haftanın başında, Şubat ortasında', '2021-03-15..2021-03-17 | 2021-02-10..2021-02-20'],
    ['tr', "2017'den sonra, Ocak'tan önce", '2018-01-01.. | ..2020-12-31'],
    ['tr', "Ocak'tan Mart'a kadar", '2021-01-01..2021-03-31'],
    ['tr', "2012'den 2015'e", '2012-01-01..2015-12-31'],
    ['tr', "3/2'de", '2021-02-03'],
    ['tr', "2017 Nisan'da", '2017-04-01..2017-04-30'],
    ['tr', 'son beş yılda', '2016-03-18..2021-03-18'],
    ['tr', "akşam 8'de, sabah saat 6", '2021-03-18 20:00 | 2021-03-18 06:00'],
    ['tr', 'saat 14 ile 16 arası', '2021-03-18 14:00-16:00'],
    ['es', 'a las 9 pm menos cuarto; las siete y veinte.', '2021-03-18 20:45 | 2021-03-18 07:20'],
    ['es', 'las siete y veinte barcos', ''],
    ['en', 'the last three weeks of 2018', '2018-12-10..2018-12-30'],
    ['es', 'las primeras dos semanas de 2018', '2018-01-01..2018-01-14'],
    ['es', 'los últimos tres meses de 2019', '2019-10-01..2019-12-31'],
    ['es', 'la 2ª semana de 2018', '2018-01-08..2018-01-14'],
    ['es', 'el segundo trimestre del año', '2021-04-01..2021-06-30'],
    ['es', '4 a 8 de febrero', '2021-02-04..2021-02-08'],
    [
      'es',
      'el segundo trimestre de 2018 y el cuarto trimestre de 2019',
      '2018-04-01..2018-06-30 | 2019-10-01..2019-12-31',
    ],
    ['en', 'from next Monday to Thursday', '2021-03-22..2021-03-25'],
    ['en', 'from Monday to Wednesday', '2021-03-15..2021-03-17'],
    ['es', 'Salieron por la mañana', ''],
    ['en', 'Feb/9; May/4', '2021-02-09 | 2021-05-04'],
    ['en', 'on 25/2, until 2/26, 24/7, 3/4 of it, 1/16 inch', '2021-02-25 | ..2021-02-26'],
    ['es', '28/2; el 3/2; 3/4 de los barcos', '2021-02-28 | 2021-02-03'],
    ['es', '26/2-1/3', '2021-02-26..2021-03-01'],
    ['en', 'next week Wednesday', '2021-03-24'],
    ['en', 'Tuesday of last week', '2021-03-09'],
    ['en', 'Monday evening next week', '2021-03-22'],
    ['en', 'the Friday of the following week', '2021-03-26'],
    ['es', 'el martes de la próxima semana', '2021-03-23'],
    ['tr', 'gelecek hafta Cuma', '2021-03-26'],
    ['en', 'on Wed 10th and Friday 12.', '2021-03-10 | 2021-03-12'],
    ['en', 'Tuesday 16 men came', '2021-03-16'],
    ['es', 'el martes 9', '2021-03-09'],
    ['en', 'Nov-Feb 2018', '2017-11-01..2018-02-28'],
    ['es', 'marzo-mayo de 2018', '2018-03-01..2018-05-31'],
    ['es', 'de octubre a enero de 2018', '2017-10-01..2018-01-31'],
    ['en', 'in 2015 through June 2018', '2015-01-01..2018-06-30'],
    ['en', 'on March twenty two nineteen ninety four', '1994-03-22'],
    ['es', 'el 7 de junio de dos mil once', '2011-06-07'],
    ['en', 'in October of 78', '1978-10-01..1978-10-31'],
    ['en', 'from 4 to 6 July in 2018', '2018-07-04..2018-07-06'],
    ['es', 'la última semana de 2018', '2018-12-24..2018-12-30'],
    ['en', 'all through January. Nineteen of them stayed', '2021-01-01..2021-01-31'],
    ['en', 'in June. Nineteen of them stayed', '2021-06-01..2021-06-30'],
    ['en', 'half past ten on Sunday', '2021-03-14 10:30'],
    ['en', 'at 2010 GMT', '2021-03-18 20:10'],
    ['en', 'every night', 'each day'],
    ['en', 'He may march; the third man; 40 people', ''],
    ['en', 'Q1 2017; 2019-H2', '2017-01-01..2017-03-31 | 2019-07-01..2019-12-31'],
    ['en', 'the second quarter of 2013', '2013-04-01..2013-06-30'],
    ['en', 'last quarter', '2020-10-01..2020-12-31'],
    ['en', 'the first week of 2021', '2021-01-04..2021-01-10'],
    ['en', 'the last week of December 2016', '2016-12-26..2017-01-01'],
    ['en', 'the first Monday of next month', '2021-04-05'],
    ['en', 'week 31 of 2018', '2018-07-30..2018-08-05'],
    ['en', 'the week of 10 April 2018', '2018-04-09..2018-04-15'],
    ['en', 'in early May 2020', '2020-05-01..2020-05-15'],
    ['en', 'at the end of 2019', '2019-09-01..2019-12-31'],
    ['en', 'in the 1990s', '1990-01-01..1999-12-31'],
    ['en', 'last summer', '2020-06-01..2020-08-31'],
    ['en', 'this September', '2021-09-01..2021-09-30'],
    ['en', 'on Christmas Eve', '2020-12-24'],
    ['en', 'Easter Monday 2019', '2019-04-22'],
    ['en', 'Thanksgiving 2023', '2023-11-23'],
    ['en', 'two weeks after 13 May 1999', '1999-05-27'],
    ['en', 'two days before yesterday', '2021-03-15'],
    ['en', 'He will return in two months', '2021-05-18'],
    ['en', 'He crossed in two days', ''],
    ['en', 'the next three days', '2021-03-19..2021-03-21'],
    ['en', 'in the past 5 years', '2016-03-18..2021-03-18'],
    ['en', 'from 2014 to 2018', '2014-01-01..2018-12-31'],
    ['en', '2014-2018', '2014-01-01..2018-12-31'],
    ['en', 'in 2014 and 2018', '2014-01-01..2014-12-31 | 2018-01-01..2018-12-31'],
    ['en', 'between 3 January and now', '2021-01-03..2021-03-18'],
    ['en', 'He will be out from August to October', '2021-08-01..2021-10-31'],
    ['en', 'on November 19-20', '2020-11-19..2020-11-20'],
    ['en', 'on Friday the 26th', '2021-03-26'],
    ['es', 'de 2014 a 2018', '2014-01-01..2018-12-31'],
    ['tr', '2014-2018 arası', '2014-01-01..2018-12-31'],
    ['en', 'after 2016', '2017-01-01..'],
    ['en', 'before 2018', '..2017-12-31'],
    ['en', 'the third man; a second week; half the year', ''],
    ['es', 'la primera semana de 2015', '2014-12-29..2015-01-04'],
    ['es', 'el tercer trimestre de 2019', '2019-07-01..2019-09-30'],
    ['es', 'a mediados de noviembre de 2020', '2020-11-10..2020-11-20'],
    ['es', 'en la década de 1990', '1990-01-01..1999-12-31'],
    ['es', 'los próximos cinco días', '2021-03-19..2021-03-23'],
    ['es', 'dos días después de ayer', '2021-03-19'],
    ['ar', 'أواخر 2019', '2019-09-01..2019-12-31'],
    ['tr', 'dün gece', '2021-03-17..2021-03-18'],
    ['tr', 'pazartesi günü', '2021-03-15'],
    ['tr', 'geçen hafta', '2021-03-08..2021-03-14'],
    ['tr', "saat 22.10'da", '2021-03-18 22:10'],
    ['tr', 'ayın dokuzunda', '2021-03-09'],
    ['tr', 'Şubat ayında', '2021-02-01..2021-02-28'],
    ['tr', '1-26 Mart tarihleri arasında', '2021-03-01..2021-03-26'],
    ['tr', 'iki gün önce', '2021-03-16'],
    ['tr', 'her gece', 'each day'],
    ['ar', 'ليلة أمس', '2021-03-17..2021-03-18'],
    ['ar', 'يوم الاثنين', '2021-03-15'],
    ['ar', 'قبل يومين', '2021-03-16'],
    ['ar', 'من 3 إلى 16 مايو 2020', '2020-05-03..2020-05-16'],
    ['ar', 'منذ 1 مارس', '2021-03-01..2021-03-18'],
    ['es', 'anoche', '2021-03-17..2021-03-18'],
    ['es', 'el lunes pasado', '2021-03-15'],
    ['es', 'hace dos días', '2021-03-16'],
    ['es', 'del 3 al 16 de mayo de 2020', '2020-05-03..2020-05-16'],
    ['es', 'a las diez y media', '2021-03-18 10:30'],
  ])('%s: %s', (language, text, expected) => {
    expect(shown(text, language)).toBe(expected);
  });

  test('without a day of its own, what leans on one stays unresolved', () => {
    expect(shown('on Monday', 'en', null)).toBe('? unresolved');
    expect(shown('from 3 to 16 May', 'en', null)).toBe('? unresolved');
    expect(shown('on 3 May 2020', 'en', null)).toBe('2020-05-03');
  });

  test.each([
    ['from 22:30 to 22:55 on Sunday', '2021-03-14', '22:30', '22:55'],
    ['on 3 May 2020 between 3 and 5 pm', '2020-05-03', '15:00', '17:00'],
    ['2:00 - 2:30 pm on Tuesday', '2021-03-16', '14:00', '14:30'],
  ])('a range of clock times has both ends: %s', (text, from, clock, clockTo) => {
    const [time] = readTimes(passageOf(text, 'en'), ANCHOR);
    expect(time?.reading).toMatchObject({ from, to: from, clock, clockTo });
  });

  test('from a month alone a year is taken, but no day is counted', () => {
    const rough = { date: '2019-02-28', clock: null, basis: 'source' as const, rough: true };
    const days = readTimes(passageOf('On 4 February he came; yesterday he left', 'en'), rough);
    expect(days.map(({ reading }) => reading.from)).toEqual(['2019-02-04', null]);
  });

  test('a year that was not written is told', () => {
    const [time] = readTimes(passageOf('on 3 March', 'en'), ANCHOR);
    expect(time?.reading.basis).toBe('source');
    expect(time?.reading.steps.join(' ')).toContain('2021');
  });

  test('any text gives times in order, ends in order, and never throws', () => {
    const piece = fc.constantFrom(
      '12',
      '2021',
      'March',
      ' ',
      'Monday',
      'since ',
      'from ',
      ' to ',
      ' and ',
      '3',
      'night of ',
      'ago',
      'two days ',
      'last ',
      '.',
      '\n',
      'ayın ',
      'gece',
      'قبل ',
      'at ',
      'ten past ',
      '/',
      ':',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(anyText, fc.constantFrom('en', 'tr', 'ar', 'es', null), (text, language) => {
        let last = 0;
        for (const { start, end, reading } of readTimes(passageOf(text, language), ANCHOR)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          if (reading.from !== null && reading.to !== null) expect(reading.from <= reading.to).toBe(true);
          last = end;
        }
      }),
    );
  });
});
