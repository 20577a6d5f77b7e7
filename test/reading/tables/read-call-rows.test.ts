import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callLength } from '../../../src/reading/tables/call-duration.ts';
import { sliceOf } from '../../../src/statement/span.ts';
import { readingOf } from './reading-of.ts';

const brief = (text: string) =>
  readingOf(text).statements.map(
    ({ event, agent, patient, quantity, time, place }) =>
      `${event}: ${agent?.text} > ${patient?.text}, ${quantity === null ? '-' : `${quantity.min} ${quantity.of}`}, ${time?.from ?? '-'} ${time?.clock ?? '-'}, ${place?.text ?? '-'}`,
  );

describe('a row of call records is a call', () => {
  test.each([
    [
      'English, seconds in the header',
      'A number,B number,Start time,Duration (s),Cell ID\n905321112233,905445556677,2021-05-03 10:11:12,65,286-01-104\n905445556677,905321112233,2021-05-14 22:01:00,5,286-01-17',
      'call: 905321112233 > 905445556677, 65 second, 2021-05-03 10:11, 286-01-104',
    ],
    [
      'Turkish, day and clock apart',
      'Arayan Numara;Aranan Numara;Tarih;Saat;Süre (sn);Baz İstasyonu\n0532 111 22 33;0544 555 66 77;03.05.2021;10:11:12;00:01:05;Taşköy-2\n0532 111 22 33;0544 555 66 77;23.05.2021;11:00:00;00:00:09;Taşköy-2',
      'call: 0532 111 22 33 > 0544 555 66 77, 65 second, 2021-05-03 10:11, Taşköy-2',
    ],
    [
      'Spanish, minutes',
      'Número llamante\tNúmero llamado\tFecha y hora\tDuración (min)\tAntena\n600111222\t600333444\t03/05/2021 10:11\t2\tAltomar 3\n600111222\t600333444\t23/05/2021 10:11\t4\tAltomar 3',
      'call: 600111222 > 600333444, 2 minute, 2021-05-03 10:11, Altomar 3',
    ],
    [
      'Arabic',
      'رقم المتصل,رقم المتصل به,التاريخ,الوقت,المدة,البرج\n0944111222,0944333444,03/05/2021,10:11,٦٥,الميناء\n0944111222,0944333444,23/05/2021,10:11,12,الميناء',
      'call: 0944111222 > 0944333444, 65 second, 2021-05-03 10:11, الميناء',
    ],
    [
      'one line and the other, coming in',
      'GSM No;Karşı Numara;Yön;Başlangıç Zamanı;Süre\n5321112233;5445556677;Gelen Arama;03.05.2021 10:11;1 dk 5 sn\n5321112233;5445556677;Giden Arama;23.05.2021 10:11;8 sn',
      'call: 5445556677 > 5321112233, 65 second, 2021-05-03 10:11, -',
    ],
    [
      'a message is sent and has no length',
      'Caller,Called,Start,Duration,Type\n905321112233,905445556677,2021-05-03 10:11,0,SMS\n905321112233,905445556677,2021-05-13 10:11,7,Voice',
      'send: 905321112233 > 905445556677, -, 2021-05-03 10:11, -',
    ],
    [
      'a line that is not told',
      'Caller,Called,Start,Duration (s)\nwithheld,905445556677,2021-05-03 10:11,4\n905321112233,905445556677,2021-05-13 10:11,7',
      'call: withheld > 905445556677, 4 second, 2021-05-03 10:11, -',
    ],
  ])('%s', (_, text, first) => {
    expect(brief(text)[0]).toBe(first);
    expect(brief(text)).toHaveLength(2);
  });

  test.each([
    ['no party', 'Date,Cell,Duration (s)\n2021-05-03,Quay,65\n2021-05-04,Quay,5'],
    ['origin and destination of goods', 'Origen,Destino,Toneladas\nAltomar,Riba,65\nRiba,Altomar,5'],
    [
      'one line without a direction',
      'GSM No,Karşı Numara,Tarih\n5321112233,5445556677,03.05.2021\n5,6,04.05.2021',
    ],
  ])('%s is no record of calls', (_, text) => {
    expect(readingOf(text).statements.filter(({ rule }) => rule === 'tables/call-row')).toEqual([]);
  });
});

test('each number is a mention of a line, and the row is the quote', () => {
  const text =
    'A number,B number,Start,Duration\n905321112233,905445556677,2021-05-03 10:11,65\n905321112233,155,2021-05-04 10:11,3\n';
  const { statements, mentions, figures } = readingOf(text);
  expect(mentions.map(({ kind, name, span }) => [kind, name, sliceOf(text, span)])).toEqual([
    ['phone', '905321112233', '905321112233'],
    ['phone', '905445556677', '905445556677'],
    ['phone', '905321112233', '905321112233'],
    ['phone', '155', '155'],
  ]);
  expect(statements.map(({ span }) => sliceOf(text, span))).toEqual(text.trim().split('\n').slice(1));
  expect(statements[0]).toMatchObject({
    agent: { mention: mentions[0]?.id },
    patient: { mention: mentions[1]?.id },
  });
  expect(statements[0]?.doubts.map(({ code }) => code)).toEqual(['tables/assumed-unit']);
  expect(figures).toHaveLength(2);
});

test.each([
  ['65', 'second', 65, 'second', false],
  ['65', null, 65, 'second', true],
  ['2,5', 'minute', 2.5, 'minute', false],
  ['00:01:05', null, 65, 'second', false],
  ['1:05', null, 65, 'second', true],
  ['1 h 2 min', null, 3720, 'second', false],
  ['3 dakika', null, 3, 'minute', false],
  ['٦٥ ثانية', null, 65, 'second', false],
] as const)('a duration %s (%s) is %d %s', (written, unit, value, given, assumed) => {
  expect(callLength(written, unit)).toMatchObject({ value, unit: given });
  expect(callLength(written, unit)?.assumed !== null).toBe(assumed);
});

test.each(['', '-', 'busy', '5 boats', '10:99', '1.2.3'])('%j is no duration', (written) => {
  expect(callLength(written, 'second')).toBeNull();
});

test('whatever the cells, it ends, and every span slices back', () => {
  const cell = fc.oneof(
    fc.constantFrom('905321112233', '', '155', 'withheld', '2021-05-03 10:11', '65', '0:1', 'SMS', '"a;b"'),
    fc.string({ maxLength: 10 }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell), { maxLength: 12 }), (rows) => {
      const text = ['Caller;Called;Start;Duration;Type', ...rows.map((row) => row.join(';'))].join('\n');
      const { statements, mentions, figures } = readingOf(text);
      for (const { span, name } of mentions) expect(sliceOf(text, span)).toBe(name);
      for (const { agent, patient } of statements.filter(({ rule }) => rule === 'tables/call-row'))
        for (const role of [agent, patient])
          if (role?.span != null) expect(sliceOf(text, role.span)).toBe(role.text);
      const known = new Set(figures.map(({ id }) => id));
      for (const { figure } of statements) if (figure !== null) expect(known).toContain(figure);
    }),
    { numRuns: 150 },
  );
});
