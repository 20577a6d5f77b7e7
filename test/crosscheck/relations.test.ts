import { describe, expect, test } from 'vitest';
import { crosscheck } from '../../src/crosscheck/crosscheck.ts';
import { buildPile } from './build-pile.ts';

function kindsOf(line: string, relation: string): string[] {
  return crosscheck(buildPile([{ name: 'Harbour Post', lines: [line] }], [relation])).findings.map(
    (finding) => finding.kind,
  );
}

describe('one measure in two units', () => {
  const cases: [string, 'holds' | 'fails'][] = [
    ['{40 km|unit=kilometre id=a decimals=-1} ({25 miles|unit=mile id=b})', 'holds'],
    ['{25 km|unit=kilometre id=a} ({16 miles|unit=mile id=b})', 'holds'],
    ['{3 km|unit=kilometre id=a} ({1.9 miles|unit=mile id=b})', 'holds'],
    ['{115 km|unit=kilometre id=a} ({71 miles|unit=mile id=b})', 'holds'],
    ['{60 miles|unit=mile id=a decimals=-1} (about {100 km|unit=kilometre id=b about decimals=-2})', 'holds'],
    ['{2 tonnes|unit=tonne id=a} ({2,000 kg|unit=kilogram id=b decimals=-3})', 'holds'],
    ['{20 degrees|unit=celsius id=a decimals=-1} ({68 F|unit=fahrenheit id=b})', 'holds'],
    ['{61 km|unit=kilometre id=a} ({52 miles|unit=mile id=b})', 'fails'],
    ['{23 nautical miles|unit=nautical_mile id=a} ({29 km|unit=kilometre id=b})', 'fails'],
    ['{68 tonnes|unit=tonne id=a} ({68,000 pounds|unit=pound id=b decimals=-3})', 'fails'],
    [
      'about {9,000 litres|unit=litre id=a about decimals=-3} (some {900 gallons|unit=gallon id=b about decimals=-2})',
      'fails',
    ],
    ['{15 metres|unit=metre id=a} ({80 feet|unit=foot id=b decimals=-1})', 'fails'],
    ['{2,000 lira|unit=lira type=money id=a} ({265 dollars|unit=dollar type=money id=b})', 'holds'],
  ];
  for (const [line, expected] of cases) {
    test(`${line} ${expected}`, () => {
      expect(kindsOf(line, 'same-measure: a b')).toEqual(expected === 'fails' ? ['unit-mismatch'] : []);
    });
  }

  test('the derivation gives the converted number, and both numbers are marked', () => {
    const pile = buildPile(
      [
        {
          name: 'Harbour Post',
          lines: ['The quarry is {61 km|unit=kilometre id=a} ({52 miles|unit=mile id=b}) away.'],
        },
      ],
      ['same-measure: a b'],
    );
    const [finding] = crosscheck(pile).findings;
    expect(finding?.why).toBe('Harbour Post gives 61 km as 52 miles. 61 km is 37.9 miles.');
    expect(finding?.steps.map((step) => step.result)).toEqual(['= 37.9', '= 52']);
    const text = pile.textOf('src_Harbour Post');
    expect(finding?.quotes[0]?.marks.map((mark) => text.slice(mark.start, mark.end))).toEqual(['61', '52']);
  });
});

describe('a share of a whole', () => {
  const cases: [string, 'holds' | 'fails'][] = [
    ['Of {80|id=a}, {20|id=b}, or {a quarter|id=c type=fraction value=0.25}', 'holds'],
    ['Of {96|id=a}, {36|id=b}, or {38 per cent|id=c type=percent}', 'holds'],
    ['Of {96|id=a}, {36|id=b}, or {37 per cent|id=c type=percent}', 'holds'],
    ['Of {75|id=a}, {26|id=b}, or {a third|id=c type=fraction value=0.3333}', 'holds'],
    ['Of {80|id=a}, {20|id=b}, or {a third|id=c type=fraction value=0.3333}', 'fails'],
    ['Of {310|id=a}, {279|id=b}, or {97 per cent|id=c type=percent}', 'fails'],
    ['Of {200|id=a}, {50|id=b}, or {40 per cent|id=c type=percent decimals=-1}', 'fails'],
  ];
  for (const [line, expected] of cases) {
    test(`${line} ${expected}`, () => {
      expect(kindsOf(line, 'share: a b c')).toEqual(expected === 'fails' ? ['share-mismatch'] : []);
    });
  }
});

describe('parts said to make up a whole', () => {
  const cases: [string, 'holds' | 'fails'][] = [
    ['{79|id=w}: {55 men|id=a}, {15 women|id=b} and {9 children|id=c}', 'holds'],
    ['{70|id=w}: {30|id=a}, {20|id=b} and {15|id=c}', 'fails'],
    ['about {50|id=w about}: {30|id=a}, {10|id=b} and {12|id=c}', 'holds'],
    [
      '{4.5 tonnes|id=w unit=tonne}: {1.2|id=a unit=tonne}, {1.2|id=b unit=tonne} and {2.2|id=c unit=tonne}',
      'holds',
    ],
  ];
  for (const [line, expected] of cases) {
    test(`${line} ${expected}`, () => {
      expect(kindsOf(line, 'sum: w a b c')).toEqual(expected === 'fails' ? ['sum-mismatch'] : []);
    });
  }

  test('what holds is kept, with its addition', () => {
    const pile = buildPile(
      [{ name: 'Harbour Post', lines: ['{18|id=w} came: {15 women|id=a} and {3 men|id=b}.'] }],
      ['sum: w a b'],
    );
    const { findings, holdings } = crosscheck(pile);
    expect(findings).toEqual([]);
    expect(holdings.map((holding) => holding.why)).toEqual(['15 + 3 is 18, as said.']);
  });
});
