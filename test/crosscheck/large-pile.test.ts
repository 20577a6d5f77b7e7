import { describe, expect, test } from 'vitest';
import { crosscheck } from '../../src/crosscheck/crosscheck.ts';
import { buildPile, type SourceLines } from './build-pile.ts';

/** Many papers, each with quotations of their own; a few have words that are in use everywhere. */
function papers(count: number): SourceLines[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `Paper ${at}`,
    lines: Array.from({ length: 8 }, (_none, place) =>
      at % 8 === 0 && place === 0
        ? `A reader wrote “we walk past item${at} down at the street of item${at}x”.`
        : `A reader wrote “we saw the item${at}x${place} and an old topic${at}x${place} it goes”.`,
    ),
  }));
}

/** Many papers that each tell of some sum of money. */
function ledgers(count: number): SourceLines[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `Ledger ${at}`,
    date: '2024-05-20',
    lines: [`Shop ${at} paid {${at + 3} dollars|of=dollar event=pay} for paint.`],
  }));
}

const RATE: SourceLines = {
  name: 'Payslip',
  date: '2024-05-20',
  lines: ['A cleaner was paid {19 dollars|of=dollar event=pay per=day}.'],
};
const TOTAL: SourceLines = {
  name: 'Yearbook',
  date: '2024-05-20',
  lines: ['Houses were paid {190000 dollars|of=dollar event=pay from=2024-04-01 to=2024-04-30} in all.'],
};

function alteredIn(sources: readonly SourceLines[]): string[] {
  const { findings } = crosscheck(buildPile(sources));
  return findings.filter((finding) => finding.kind === 'quote-altered').map((finding) => finding.why);
}

const PHRASES: readonly SourceLines[] = [
  { name: 'Morning', lines: ['A baker said “You walk down the street and you get shot”.'] },
  { name: 'Evening', lines: ['A nurse said “They cannot walk down the street”.'] },
];
const QUOTE: readonly SourceLines[] = [
  { name: 'Morning', lines: ['Orla said “I will burn the miller’s barn before harvest”.'] },
  { name: 'Evening', lines: ['Orla said “I will burn the miller’s children before harvest”.'] },
];

describe('a large pile', () => {
  test('holds no two sayings for one by words that everybody uses', () => {
    expect(alteredIn([...papers(100), ...PHRASES]).filter((why) => why.includes('Evening'))).toEqual([]);
  });
  test('still shows one quotation with other words', () => {
    const found = alteredIn([...papers(100), ...QUOTE]).filter((why) => why.includes('Evening'));
    expect(found).toHaveLength(1);
  });
});

test('words far apart in the original are no quotation of it', () => {
  const said = 'I have been playing this old game for a rather long time, from the other side of it';
  const sources = [
    { name: 'Morning', lines: [`Orla said “${said}”.`] },
    { name: 'Evening', lines: ['Kerem said “I have been here a long time, eighty years”.'] },
  ];
  expect(alteredIn(sources)).toEqual([]);
});

describe('a rate and a total', () => {
  const kinds = (sources: readonly SourceLines[]) =>
    crosscheck(buildPile(sources)).findings.map((finding) => finding.kind);
  test('are compared where few count such things', () => {
    expect(kinds([...ledgers(2), RATE, TOTAL])).toContain('rate-conflict');
  });
  test('are not, where many do and nothing else ties the two', () => {
    expect(kinds([...ledgers(40), RATE, TOTAL])).not.toContain('rate-conflict');
  });
});

const CLAIMS: readonly SourceLines[] = [
  { name: 'Morning', lines: ['{300 sheep|of=sheep event=sell} were sold at the town market.'] },
  { name: 'Evening', lines: ['{340 sheep|of=sheep event=sell} were sold at the town market.'] },
];
const TIED: readonly SourceLines[] = CLAIMS.map(({ name, lines }) => ({
  name,
  lines: lines.map((line) => line.replace('town', 'Quillmoor Lammas')),
}));
/** Many papers that each speak of a market in a town, and count nothing. */
function markets(count: number): SourceLines[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `Market ${at}`,
    lines: [`Sheep were sold at the town market, writes stall${at}.`],
  }));
}

describe('two counts of one kind and event', () => {
  const counts = (sources: readonly SourceLines[]) =>
    crosscheck(buildPile(sources)).findings.filter((finding) => finding.kind === 'count-conflict');
  test('are compared in a small pile', () => {
    expect(counts([...markets(6), ...TIED])).toHaveLength(1);
  });
  test('are compared in a large pile where rare words tie them', () => {
    expect(counts([...markets(40), ...TIED])).toHaveLength(1);
  });
  test('are not, where all that they share is in many sources', () => {
    expect(counts([...markets(40), ...CLAIMS])).toEqual([]);
  });
});

describe('a stock phrase', () => {
  const stock = Array.from({ length: 60 }, (_, at) => ({
    name: `Paper ${at}`,
    lines: [
      at < 5
        ? `A reader wrote “item${at} is the best miller of the united river valleys”.`
        : `A reader wrote “item${at} is at home”.`,
      ...Array.from({ length: 12 }, (_none, place) => `A reader wrote “we saw item${at}x${place} go by”.`),
    ],
  }));
  test('is nobody’s own in a large pile', () => {
    const found = alteredIn([
      ...stock,
      { name: 'Morning', lines: ['Orla said “I want to be best miller of the united river valleys”.'] },
      { name: 'Evening', lines: ['Kerem said “not fit as best miller of the united river valleys”.'] },
    ]);
    expect(found).toEqual([]);
  });
});
