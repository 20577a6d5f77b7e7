import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sliceOf } from '../../../src/statement/span.ts';
import { readingOf } from './reading-of.ts';

const brief = (text: string, file?: string) =>
  readingOf(text, file).statements.map(({ event, quantity, time, place, agent, patient }) =>
    [
      event,
      quantity === null ? '' : `${quantity.min}..${quantity.max} ${quantity.of}`,
      time?.from ?? '',
      place?.text ?? '',
      agent?.text ?? patient?.text ?? '',
    ]
      .join(' ')
      .replace(/ +/g, ' ')
      .trim(),
  );

describe('what a row says', () => {
  test.each([
    [
      'Tarih/Date;Karakol;Yakalanan (kişi)\n01.05.2021;Taşköy;12\n02.05.2021;Taşköy;9',
      'arrest 12..12 person 2021-05-01 Taşköy',
    ],
    [
      'fecha;lugar;heridos\n01/05/2021;Altomar;3\n22/05/2021;Altomar;4',
      'injure 3..3 person 2021-05-01 Altomar',
    ],
    [
      'التاريخ,المكان,القتلى\n01/05/2021,الميناء,5\n22/05/2021,الميناء,7',
      'kill 5..5 person 2021-05-01 الميناء',
    ],
    [
      'date;location;votes\n2021-05-01;Lowmouth;120\n2021-05-02;Lowmouth;80',
      'count 120..120 vote 2021-05-01 Lowmouth',
    ],
    [
      'date;driver;delivered_t\n2021-05-01;Ana Rell;24.5\n2021-05-02;Ana Rell;20.0',
      'deliver 24.5..24.5 tonne 2021-05-01 Ana Rell',
    ],
    [
      'Date;Point;Nitrate;Unit\n2021-05-01;Weir;<0.5;mg/L\n2021-05-02;Weir;4.1;mg/L',
      'measure null..0.5 milligram per litre 2021-05-01 Weir',
    ],
    [
      'Date;Port;Rescued\n2021-05-01;Lowmouth;~40\n2021-05-02;Lowmouth;12-15',
      'rescue 36..44 person 2021-05-01 Lowmouth',
    ],
  ])('%j begins with %s', (text, first) => {
    expect(brief(text)[0]).toBe(first);
  });

  test('empty cells, ages, weeks and coordinates are no statements', () => {
    expect(brief('name;age;week;latitude;dead\nAna Rell;34;21;41.2;n/a\nBo Tarn;8;22;41.3;-\n')).toEqual([
      'count Ana Rell',
      'count Bo Tarn',
    ]);
  });

  test('a list of people says of each what the list is of', () => {
    const text =
      'no;full name;age;hour;hospital\n1;Ana Rell;51;13:58;St Bride\n2;unnamed man;~40;14.33;St Bride\n';
    expect(brief(text, 'admission_list.csv')).toEqual([
      'admit St Bride Ana Rell',
      'admit St Bride unnamed man',
    ]);
    expect(readingOf(text, 'admission_list.csv').mentions.map((mention) => mention.name)).toEqual([
      'Ana Rell',
      'St Bride',
      'St Bride',
    ]);
  });

  test('a delivery is of the day it was signed, a load of the day it left', () => {
    const text =
      'left_on,driver,loaded_t,delivered_t,signed_at,signed_on\n01.05.2021,Ana Rell,20,20,Highmouth,03.05.2021\n02.05.2021,Bo Tarn,10,0,,\n';
    expect(brief(text)).toEqual([
      'load 20..20 tonne 2021-05-01 Ana Rell',
      'deliver 20..20 tonne 2021-05-03 Highmouth Ana Rell',
      'leave 2021-05-01 Highmouth Ana Rell',
      'load 10..10 tonne 2021-05-02 Bo Tarn',
      'deliver 0..0 tonne 2021-05-02 Bo Tarn',
      'leave 2021-05-02 Bo Tarn',
    ]);
  });

  test('the totals row is cumulative and of the whole period', () => {
    const { statements } = readingOf(
      'Date;Port;Rescued\n01.05.2021;Lowmouth;4\n13.05.2021;Lowmouth;5\nTOTAL;;9',
    );
    expect(statements.at(-1)).toMatchObject({
      quantity: { min: 9, cumulative: true },
      time: { from: '2021-05-01', to: '2021-05-13' },
      rule: 'tables/totals-row',
    });
  });

  test('a totals row that names its own days has them', () => {
    const { statements } = readingOf(
      'Date;Port;Rescued;Note\n01.05.2021;Lowmouth;4;\n13.05.2021;Lowmouth;5;\nTOTAL;;9;01-20 May',
    );
    expect(statements.at(-1)?.time).toMatchObject({ from: '2021-05-01', to: '2021-05-20' });
  });

  test('a number of rows in the totals row is no total of tonnes', () => {
    const { statements } = readingOf(
      'Date;Ship;Tonnes;Loads\n01.05.2021;Ara;4;1\n13.05.2021;Bel;5;1\nTOTAL;;9;2 loads',
    );
    expect(statements.filter(({ rule }) => rule === 'tables/totals-row')).toHaveLength(1);
  });

  test.each([
    ['kesin değil', 'tables/provisional'],
    ['provisional', 'tables/provisional'],
    ['corregido el 3', 'tables/corrected'],
    ['fog', undefined],
  ])('the note %s gives the doubt %s', (note, code) => {
    const { statements } = readingOf(`Date;Rescued;Note\n01.05.2021;4;${note}\n13.05.2021;5;\n`);
    expect(statements[0]?.doubts[0]?.code).toBe(code);
  });

  test('a fiscal year does not say which year', () => {
    const { statements } = readingOf('Fiscal Year,Month,Arrests\n2022,OCT,5\n2022,NOV,6\n');
    expect(statements[0]).toMatchObject({
      time: { from: null, basis: 'unresolved' },
      doubts: [{ code: 'tables/unresolved-time' }],
    });
    expect(readingOf('Year,Month,Arrests\n2022,OCT,5\n2022,NOV,6\n').statements[0]?.time).toMatchObject({
      from: '2022-10-01',
      to: '2022-10-31',
    });
  });

  test('a column of kinds names what each row counts', () => {
    expect(
      brief('Office,Type,Count\nEast,Apprehensions,5\nWest,Deportations,6\nWest,Apprehensions,7'),
    ).toEqual(['arrest 5..5 person', 'deport 6..6 person', 'arrest 7..7 person']);
  });

  test('an incomplete table says so of its totals', () => {
    const { statements } = readingOf('Post;Rescued;Note\nEast;4;\nWest;5;\nTOTAL;9;\npage 1 of 3;;\n');
    expect(statements.at(-1)?.doubts.map((doubt) => doubt.code)).toEqual(['intake/incomplete-table']);
  });
});

describe('relations', () => {
  const SHEETS = [
    'desk;registered;voters;Blue;Green;blank',
    '001;780;512;201;293;18',
    '002;790;655;300;335;20',
    '003;640;702;620;70;12',
    '004;800;488;190;285;13',
    '005;755;530;260;240;20',
    'TOTAL;3765;2887;1571;1223;83',
  ].join('\n');

  test('a column that neighbours make up is learned, and the row that breaks it is told', () => {
    const broken = readingOf(SHEETS).sums.filter(({ kind, holds }) => kind === 'sum' && !holds);
    expect(broken.map(({ basis, values }) => `${basis}: ${values.join(' ')}`)).toEqual([
      'columns: voters = Blue + Green + blank: 530 260 240 20',
      'columns: voters = Blue + Green + blank: 2887 1571 1223 83',
    ]);
  });

  test('columns that make up the voters are votes', () => {
    expect(brief(SHEETS).slice(1, 4)).toEqual([
      'vote 512..512 person',
      'vote 201..201 vote',
      'vote 293..293 vote',
    ]);
  });

  test('a part that exceeds its whole in one row of five is told', () => {
    const broken = readingOf(SHEETS).sums.filter(({ kind, holds }) => kind === 'part' && !holds);
    expect(broken.map(({ basis, values }) => `${basis}: ${values.join(' ')}`)).toEqual([
      'columns: voters of registered: 640 702',
    ]);
  });

  test('two breaks of five are no rule', () => {
    const text = SHEETS.replace('800;488', '400;488');
    expect(readingOf(text).sums.some(({ kind }) => kind === 'part')).toBe(false);
  });

  test('columns whose headers say nothing of part and whole are not held against each other', () => {
    const text = `post;arrests;rescues\n${Array.from({ length: 8 }, (_, at) => `P${at};${10 + at};${at}`).join('\n')}`;
    expect(readingOf(text).sums).toEqual([]);
  });

  test('subtotals total their own block, the total all rows', () => {
    const text = 'Post;Rescued\nEast;4\nEast;6\nSubtotal;10\nWest;5\nWest;1\nSubtotal;6\nTotal;16\n';
    expect(readingOf(text).sums.map(({ values }) => values)).toEqual([
      [10, 4, 6],
      [6, 5, 1],
      [16, 4, 6, 5, 1],
    ]);
  });

  test('readings with a unit column are not added up', () => {
    const text = 'Date;Point;Nitrate;Unit\n2021-05-01;Weir;2;mg/L\n2021-05-02;Weir;4;mg/L\nTOTAL;;9;mg/L\n';
    expect(readingOf(text).sums).toEqual([]);
  });

  test('law: a totals row breaks its sum if and only if it was made so', () => {
    const rows = fc.array(fc.tuple(fc.nat(500), fc.nat(500)), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(0, 1, -1, 40),
        fc.constantFrom(';', '\t', '|'),
        (pairs, off, mark) => {
          const lines = pairs.map(([rescued, dead], at) => [`Port${at}`, rescued, dead].join(mark));
          const total = pairs.reduce((sum, [rescued]) => sum + rescued, 0) + off;
          const deaths = pairs.reduce((sum, [, dead]) => sum + dead, 0);
          const text = [
            ['port', 'rescued', 'dead'].join(mark),
            ...lines,
            ['TOTAL', total, deaths].join(mark),
          ].join('\n');
          const totals = readingOf(text).sums.filter(({ basis }) => basis === 'totals row');
          expect(totals.map(({ holds }) => holds)).toEqual([off === 0, true]);
        },
      ),
    );
  });
});

test('every span slices back to its cell or row, and ids are all different', () => {
  const { statements, figures, mentions, text } = readingOf(
    'Date;Post;Driver;Rescued;Women\n01.05.2021;East;Ana Rell;12;3\n13.05.2021;"West; old";Bo Tarn;12;3\nTOTAL;;;24;6',
  );
  expect(figures.map((figure) => sliceOf(text, figure.numberSpan))).toEqual([
    '12',
    '3',
    '12',
    '3',
    '24',
    '6',
  ]);
  expect(mentions.map((mention) => sliceOf(text, mention.span))).toEqual(
    mentions.map((mention) => mention.name),
  );
  expect(statements.map((statement) => sliceOf(text, statement.span).split(';')[0])).toEqual([
    '01.05.2021',
    '01.05.2021',
    '13.05.2021',
    '13.05.2021',
    'TOTAL',
    'TOTAL',
  ]);
  expect(new Set(statements.map((statement) => statement.id)).size).toBe(statements.length);
});
