import { describe, expect, test } from 'vitest';
import { crosscheck } from '../../src/crosscheck/crosscheck.ts';
import { buildPile } from './build-pile.ts';
import { rangeOf, readMarked, redoArithmetic } from './redo-arithmetic.ts';

const WRONG: [string, string][] = [
  ['The quarry is {61 km|unit=kilometre id=a} ({52 miles|unit=mile id=b}) away.', 'same-measure: a b'],
  [
    'It was {23 nautical miles|unit=nautical_mile id=a} ({29 km|unit=kilometre id=b}) off.',
    'same-measure: a b',
  ],
  ['In all {70|id=w}: {30 men|id=a}, {20 women|id=b} and {15 children|id=c}.', 'sum: w a b c'],
  ['Of {80|id=a} boats {20|id=b}, or {40 per cent|id=c type=percent decimals=-1}, sank.', 'share: a b c'],
  ['Of {22|id=a} clerks {27|id=b} were treated.', 'part: a b'],
];

describe('every finding can be worked out again from its own words', () => {
  for (const [line, relation] of WRONG) {
    test(line, () => {
      const pile = buildPile([{ name: 'Post', lines: [line] }], [relation]);
      const { findings } = crosscheck(pile);
      expect(findings).toHaveLength(1);
      for (const finding of findings) expect(redoArithmetic(pile, finding)).toBe('stands');
    });
  }
  test('a table’s rows are marked one by one', () => {
    const rows = [
      'day;post;caught',
      '2024-05-01;Orlo;12',
      '2024-05-02;Pern;30',
      '2024-05-03;Orlo;5',
      'TOTAL;;57',
    ];
    const pile = buildPile([{ name: 'Register', lines: [], rows }]);
    for (const finding of crosscheck(pile).findings) expect(redoArithmetic(pile, finding)).toBe('stands');
  });
  test('the second reader reads numbers by itself', () => {
    expect(
      ['1,386', '24.5', 'two hundred and ten', 'one thousand and thirty-one', 'dozens'].map(readMarked),
    ).toEqual([1386, 24.5, 210, 1031, null]);
    expect(['a thousand', 'a hundred'].map(readMarked)).toEqual([1000, 100]);
  });
  test('and the words before it', () => {
    expect(rangeOf('some ', '600')).toEqual({ min: 540, max: 660 });
    expect(rangeOf('at least ', '40')).toEqual({ min: 40, max: Number.POSITIVE_INFINITY });
    expect(rangeOf('up to ', 'forty')).toEqual({ min: 0, max: 40 });
    expect(rangeOf('', 'hundreds')).toEqual({ min: 200, max: 999 });
    expect(rangeOf('', 'a few')).toBeNull();
  });
  test('a rate over the days of a total', () => {
    const sources = [
      { name: 'Payslip', lines: ['Sacks are filled at {90 sacks|of=sack event=fill per=day}.'] },
      {
        name: 'Yearbook',
        lines: ['{400 sacks|of=sack event=fill from=2024-04-01 to=2024-04-20} were filled in all.'],
      },
    ];
    const pile = buildPile(sources);
    const rates = crosscheck(pile).findings.filter(({ kind }) => kind === 'rate-conflict');
    expect(rates.map((finding) => redoArithmetic(pile, finding))).toEqual(['stands']);
    const [rate] = rates;
    if (rate === undefined) throw new Error('the rate and the total are compared');
    const [length, ...rest] = rate.steps;
    const wrong = { text: length?.text ?? '', result: '= 12 days', quote: null };
    expect(redoArithmetic(pile, { ...rate, steps: [wrong, ...rest] })).toMatch(/are 20 days, not 12/);
  });
});
