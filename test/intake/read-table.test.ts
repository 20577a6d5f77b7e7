import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/intake/read-table.ts';
import type { Passage } from '../../src/statement/source.ts';

const CONTEXT = { sourceId: 'src_test', file: 'harbour_log-2.csv' };

function tableOf(text: string) {
  const reading = readTable(text, CONTEXT);
  const passages = [...reading.passages];
  const rows = passages.filter((passage) => passage.kind === 'row');
  const table = reading.sections[0]?.table;
  if (table === null || table === undefined) throw new Error('no table');
  const cells = rows.map((row) => row.cells?.map((cell) => text.slice(cell.start, cell.end)));
  return { reading, passages, rows, cells, table };
}

const bodies = (passages: readonly Passage[], kind: string, text: string) =>
  passages
    .filter((passage) => passage.kind === kind)
    .map((passage) => text.slice(passage.body.start, passage.body.end));

describe('delimiters and headers', () => {
  test.each([
    ['a;b;c\n1;2;3\n4;5;6\n', ';'],
    ['a,b,c\n1,2,3\n4,5,6\n', ','],
    ['a\tb\tc\n1\t2\t3\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['post;rate\nNorth;1,5\nSouth;2,5\n', ';'],
    ['sep=;\npost;n\nNorth;1\n', ';'],
  ])('%j is split by %j', (text, delimiter) => {
    expect(tableOf(text).table.delimiter).toBe(delimiter);
  });

  test('a title before the header is a heading, and gives issuer and period', () => {
    const text =
      'MINISTRY OF PORTS - WEST COAST - ARRIVALS (01-07.05.2021);;;\nDate;Port;People;Note\n01.05.2021;Lowmouth;12;\n13.05.2021;Highmouth;9;fog\n';
    const { reading, passages, table } = tableOf(text);
    expect(reading).toMatchObject({ publisher: 'MINISTRY OF PORTS', date: '2021-05-07', kind: 'log' });
    expect(reading.sections[0]?.time).toMatchObject({
      from: '2021-05-01',
      to: '2021-05-07',
      basis: 'stated',
    });
    expect(table.columns.map((column) => column.type)).toEqual(['date', 'place', 'number', 'text']);
    expect(bodies(passages, 'heading', text)).toEqual([
      'MINISTRY OF PORTS - WEST COAST - ARRIVALS (01-07.05.2021)',
    ]);
    expect(table.preamble).toEqual({ start: 0, end: 60 });
  });

  test('key lines before the header are claims', () => {
    const text = 'Source: Bureau of Roads\nPeriod;3 May 2021 - 9 May 2021\n\nPost;Cars\nEast;4\nWest;5\n';
    const { reading } = tableOf(text);
    expect(reading.publisher).toBe('Bureau of Roads');
    expect(reading.claims.map((claim) => claim.key)).toEqual(['Period', 'Source']);
    expect(reading.sections[0]?.time).toMatchObject({ from: '2021-05-03', to: '2021-05-09' });
  });

  test('a table without a header has none, and keeps its first row', () => {
    const { table, cells } = tableOf(
      '2021-05-01,Lowmouth,12\n2021-05-02,Lowmouth,15\n2021-05-03,Highmouth,9\n',
    );
    expect(table.columns.map((column) => column.header)).toEqual([null, null, null]);
    expect(cells).toHaveLength(3);
    expect(table.columns.map((column) => column.type)).toEqual(['date', 'text', 'number']);
  });

  test('a second header line in another language belongs to the header', () => {
    const { table, cells } = tableOf(
      'Tarih;Liman;Kişi\nDate;Port;People\n01.05.2021;Lowmouth;12\n02.05.2021;Lowmouth;15\n03.05.2021;Lowmouth;9\n',
    );
    expect(table.columns.map((column) => column.header)).toEqual([
      'Tarih / Date',
      'Liman / Port',
      'Kişi / People',
    ]);
    expect(cells).toHaveLength(3);
  });

  test('years as headers are headers', () => {
    expect(tableOf('Port;2019;2020\nLowmouth;12;15\nHighmouth;3;4\n').table.rows).toBe(2);
  });

  test('codes and row numbers are ids, not counts', () => {
    const { table } = tableOf('desk;no;cars\n001;1;12\n002;2;15\n003;3;9\n');
    expect(table.columns.map((column) => column.type)).toEqual(['id', 'id', 'number']);
  });

  test('clock times with full stops are times', () => {
    const { table } = tableOf('bus;hour;people\nA;17:58;12\nB;18.20;22\nC;18.41;9\n');
    expect(table.columns[1]?.type).toBe('time');
    expect(table.decimal).toBeNull();
  });
});

describe('rows', () => {
  test('quoted cells give what is between the quotation marks', () => {
    const { cells } = tableOf('a;b;c\nx;"y; ""z""";1\n"two\nlines";w;2\nbroken "quote;v;3\n');
    expect(cells).toEqual([
      ['x', 'y; ""z""', '1'],
      ['two\nlines', 'w', '2'],
      ['broken "quote', 'v', '3'],
    ]);
  });

  test('a stray quotation mark at a cell start does not swallow the rest', () => {
    const { table } = tableOf('a;b\n"never closed;1\nx;2\ny;3\n');
    expect(table.rows).toBe(3);
  });

  test('ragged rows keep one cell a column, and say so', () => {
    const { cells, reading } = tableOf('post,cars,note\nEast,4,late, then early\nWest,5\nNorth,6,none\n');
    expect(cells).toEqual([
      ['East', '4', 'late, then early'],
      ['West', '5', ''],
      ['North', '6', 'none'],
    ]);
    expect(reading.doubts.map((doubt) => doubt.code)).toEqual(['intake/ragged-rows']);
  });

  test.each([
    ['Post;Cars\nEast;4\nWest;5\nTOTAL;9\n', [2]],
    ['Post;Cars\nEast;4\nWest;5\nالمجموع / TOTAL;9\n', [2]],
    ['Post;Cars\nEast;4\nWest;5\n;9\n', [2]],
    ['Post;Cars\nEast;4\nWest;5\n;7\n', []],
    ['Post;Cars\nEast;4\nAra toplam;4\nWest;5\nToplam;9\n', [1, 3]],
    ['Post;Cars\nEast;4\nTotal Motors;5\n', []],
  ])('%j has its totals at %j', (text, totals) => {
    expect(tableOf(text).table.totals).toEqual(totals);
  });

  test('notes after the totals and blank rows are no rows', () => {
    const text = 'Post;Cars;Note\nEast;4;\n;;\nTOTAL;4;\n"sayfa 1/7 - tarih 21.07.2022";;\n';
    const { reading, passages, table } = tableOf(text);
    expect(table.rows).toBe(2);
    expect(bodies(passages, 'note', text)).toEqual(['sayfa 1/7 - tarih 21.07.2022']);
    expect(reading.claims).toMatchObject([{ key: 'page', value: '1 of 7' }]);
    expect(reading.doubts.map((doubt) => doubt.code)).toEqual(['intake/incomplete-table']);
    expect(reading.date).toBe('2022-07-21');
  });
});

describe('dates and decimals over the whole table', () => {
  test.each([
    ['03/04/2021', '25/04/2021', 'dmy', '2021-04-03'],
    ['03/04/2021', '04/25/2021', 'mdy', '2021-03-04'],
    ['2021-04-03', '03/13/2021', 'mdy', '2021-04-03'],
    ['2021-04-03', '2021-05-01', 'ymd', '2021-04-03'],
  ])('%s beside %s is %s', (first, second, order, day) => {
    const { table, rows } = tableOf(`Date;Cars\n${first};4\n${second};5\n`);
    expect(table.dateOrder).toBe(order);
    expect(rows[0]?.time?.from).toBe(day);
  });

  test('where nothing settles the order a doubt says so', () => {
    const { reading, rows } = tableOf('Date;Cars\n03/04/2021;4\n05/04/2021;5\n');
    expect(reading.doubts.map((doubt) => doubt.code)).toEqual(['intake/ambiguous-dates']);
    expect(rows[0]?.time?.steps).toHaveLength(1);
  });

  test('rows that follow each other in time settle the order', () => {
    const { table, reading } = tableOf('Date;Cars\n01/30/21;1\n02/02/2021;4\n03/01/2021;5\n04/01/2021;5\n');
    expect(table.dateOrder).toBe('mdy');
    const guessed = tableOf('Date;Cars\n01/11/2021;1\n02/03/2021;4\n03/01/2021;5\n04/01/2021;5\n');
    expect(guessed.table.dateOrder).toBe('mdy');
    expect(guessed.reading.doubts.map((doubt) => doubt.code)).toEqual(['intake/date-order-guessed']);
    expect(reading.doubts).toEqual([]);
  });

  test.each([
    ['1,5', '1.400', ','],
    ['1.5', '1,400', '.'],
    ['1.400', '2.500', null],
  ])('%s beside %s: the decimal mark is %s', (first, second, decimal) => {
    expect(tableOf(`Post;Tonnes\nEast;${first}\nWest;${second}\n`).table.decimal).toBe(decimal);
  });
});

describe('laws', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.integer().map(String),
    fc.constantFrom('a;b', 'a,b', 'say "so"', 'two\nlines', '', ' x ', 'TOTAL', '03/04/2021'),
  );
  const written = fc
    .tuple(fc.constantFrom(';', ',', '\t', '|'), fc.integer({ min: 2, max: 5 }))
    .chain(([delimiter, width]) =>
      fc.tuple(
        fc.constant(delimiter),
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
      ),
    );
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

  test('any text: passages do not overlap and cover all that is not white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab;,\t|"\n 1.'), maxLength: 300 }), (text) => {
        let last = 0;
        for (const passage of readTable(text, CONTEXT).passages) {
          expect(text.slice(last, passage.span.start).trim()).toBe('');
          expect(passage.body.start).toBeGreaterThanOrEqual(passage.span.start);
          expect(passage.body.end).toBeLessThanOrEqual(passage.span.end);
          last = passage.span.end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
      { numRuns: 300 },
    );
  });

  test('row passages are as many as the table says, each with one cell a column inside its span', () => {
    fc.assert(
      fc.property(written, ([delimiter, rows]) => {
        const { table, rows: passages } = tableOf(
          rows.map((row) => row.map(quoted).join(delimiter)).join('\n'),
        );
        expect(passages).toHaveLength(table.rows);
        for (const { cells, span } of passages) {
          expect(cells).toHaveLength(table.columns.length);
          for (const each of cells ?? []) expect(each.start >= span.start && each.end <= span.end).toBe(true);
        }
      }),
    );
  });

  test('a table of numbers comes back cell by cell through any delimiter and quoting', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(';', ',', '\t', '|'),
        fc.array(
          fc.tuple(
            fc.constantFrom('East', 'West; by road', 'North, "old"', 'South'),
            fc.nat(900),
            fc.nat(900),
          ),
          {
            minLength: 2,
            maxLength: 30,
          },
        ),
        (delimiter, rows) => {
          const lines = rows.map(([post, cars, people]) => [quoted(post), cars, people].join(delimiter));
          const { cells } = tableOf([['post', 'cars', 'people'].join(delimiter), ...lines].join('\n'));
          expect(cells.map((row) => row?.map((value) => value.replaceAll('""', '"')))).toEqual(
            rows.map(([post, cars, people]) => [post, String(cars), String(people)]),
          );
        },
      ),
    );
  });

  test('the same text gives the same passages', () => {
    const text = 'Post;Cars\nEast;4\nWest;5\n';
    expect(tableOf(text).passages.map((passage) => passage.id)).toEqual(
      tableOf(text).passages.map((passage) => passage.id),
    );
  });
});
