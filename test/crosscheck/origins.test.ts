import { describe, expect, test } from 'vitest';
import { crosscheck } from '../../src/crosscheck/crosscheck.ts';
import { soundSkeleton } from '../../src/crosscheck/sound-skeleton.ts';
import type { Finding, FindingKind } from '../../src/statement/finding.ts';
import type { Pile } from '../../src/statement/pile.ts';
import { buildPile, type SourceLines } from './build-pile.ts';

const CROW: SourceLines = {
  name: 'Marsh Crow',
  lines: ['At least {31 fishermen|of=person} were held at the lagoon, according to the Lagoon Post.'],
};
const POST: SourceLines = {
  name: 'Lagoon Post',
  lines: ['{31 fishermen|of=person} are being held at the lagoon, the Marsh Crow reported on Monday.'],
};

function kindsOf(pile: Pile, kind: FindingKind): readonly Finding[] {
  return crosscheck(pile).findings.filter((finding) => finding.kind === kind);
}

describe('circular reporting', () => {
  test('two outlets that have one number from each other', () => {
    const pile = buildPile([CROW, POST]);
    const [finding, ...others] = kindsOf(pile, 'circular-reporting');
    expect(others).toEqual([]);
    expect(finding?.why).toContain('Marsh Crow has it from Lagoon Post');
    expect(restsAsQuoted(pile, finding)).toBe(true);
  });
  test('three in a ring', () => {
    const pile = buildPile([
      { name: 'Marsh Crow', lines: ['The dam keeper fled by boat, the Lagoon Post reported.'] },
      { name: 'Lagoon Post', lines: ['The dam keeper fled by boat, according to Radio Tern.'] },
      { name: 'Radio Tern', lines: ['The Marsh Crow says the dam keeper fled by boat.'] },
    ]);
    expect(kindsOf(pile, 'circular-reporting')[0]?.quotes).toHaveLength(3);
  });
  test.each([
    ['one way', { ...POST, lines: ['{31 fishermen|of=person} are being held at the lagoon.'] }],
    ['two matters', { ...POST, lines: ['The Marsh Crow reported a fire in the old mill.'] }],
    [
      'named, not credited',
      { ...POST, lines: ['{31 fishermen|of=person} sat beside the Marsh Crow office.'] },
    ],
  ])('%s is no circle', (_, post) => {
    expect(kindsOf(buildPile([CROW, post]), 'circular-reporting')).toEqual([]);
  });
});

describe('single origin', () => {
  const digest: SourceLines = {
    name: 'Coast Digest',
    lines: [
      'Two independent newspapers have {31 fishermen|of=person} held: “At least 31 fishermen were held,” writes the Marsh Crow.',
      'The Lagoon Post reports the same 31 fishermen held.',
    ],
  };
  test('several that are counted rest on each other', () => {
    const pile = buildPile([CROW, { ...POST, lines: ['{31 fishermen|of=person} are being held.'] }, digest]);
    const [finding] = kindsOf(pile, 'single-origin');
    expect(finding?.why).toContain('Marsh Crow has it from Lagoon Post');
  });
  test('no shared origin found, no finding', () => {
    const alone = { ...CROW, lines: ['At least {31 fishermen|of=person} were held, we saw ourselves.'] };
    expect(
      kindsOf(buildPile([alone, POST, { ...digest, lines: digest.lines.slice(0, 1) }]), 'single-origin'),
    ).toEqual([]);
  });

  const chat: SourceLines = {
    name: 'Harbour group',
    kind: 'chat',
    lines: ['{640 crates|of=crate} by my guess. I sent that to the Post and the lady of the radio.'],
  };
  const printed: SourceLines = { name: 'Lagoon Post', lines: ['{640 crates|of=crate} were landed.'] };
  const borneOut: SourceLines = {
    name: 'Radio Tern',
    lines: ['{640 crates|of=crate} were landed, by an independent count.'],
  };
  test('handed to several by one hand', () => {
    const [finding, ...others] = kindsOf(buildPile([chat, printed, borneOut]), 'single-origin');
    expect(others).toEqual([]);
    expect(finding?.why).toContain('2 sources, 1 origin');
  });
  test.each([
    [
      'nobody claims to bear it out',
      [chat, printed, { ...borneOut, lines: ['{640 crates|of=crate} were landed.'] }],
    ],
    [
      'goods are sent to two towns',
      [{ ...chat, lines: ['{640 crates|of=crate} sent to Orlo and Pern.'] }, printed, borneOut],
    ],
    ['another number', [chat, { ...printed, lines: ['{512 crates|of=crate} were landed.'] }, borneOut]],
    ['a call has the number of its own', [chat, { ...printed, kind: 'transcript' as const }, borneOut]],
  ])('%s: no finding', (_, sources) => {
    expect(kindsOf(buildPile(sources), 'single-origin')).toEqual([]);
  });
  test('a text that speaks of several and says that they have one file', () => {
    const lines = [
      'Evidence comes from several quarters.',
      'The blogger got it from the lawyer, “the same file everyone has”.',
    ];
    expect(kindsOf(buildPile([{ name: 'Lagoon Post', lines }]), 'single-origin')).toHaveLength(1);
    expect(kindsOf(buildPile([{ name: 'Lagoon Post', kind: 'mail', lines }]), 'single-origin')).toEqual([]);
  });
});

describe('the graph', () => {
  test('who credits whom, with the words', () => {
    const { origins } = crosscheck(buildPile([CROW, POST]));
    expect(origins.nodes.map(({ name }) => name)).toEqual(['Lagoon Post', 'Marsh Crow']);
    expect(origins.edges.map(({ from, to, basis }) => [from, to, basis])).toEqual([
      ['outlet:lagoon post', 'outlet:marsh crow', 'credit'],
      ['outlet:marsh crow', 'outlet:lagoon post', 'credit'],
    ]);
  });
  test('an outlet is known in another script by its sound', () => {
    expect(soundSkeleton('ريفرز')).toBe(soundSkeleton('Rivers'));
    expect(soundSkeleton('Вести')).toBe(soundSkeleton('Vesti'));
    const arabic = { name: 'صوت الساحل', lines: ['قالت صحيفة لاغون ميرور بحسب مصادرها إن السد انهار.'] };
    const { origins } = crosscheck(buildPile([{ name: 'Lagoon Mirror', lines: ['The dam broke.'] }, arabic]));
    expect(origins.edges[0]?.to).toBe('outlet:lagoon mirror');
  });
});

/** Shares no code with src/crosscheck: each quote of a ring names the publisher of the next. */
function restsAsQuoted(pile: Pile, finding: Finding | undefined): boolean {
  const quotes = finding?.quotes ?? [];
  return quotes.every(({ source, span }, at) => {
    const next = quotes[(at + 1) % quotes.length]?.source;
    const name = pile.sources.find(({ id }) => id === next)?.publisher ?? '';
    return pile.textOf(source).slice(span.start, span.end).toLowerCase().includes(name.toLowerCase());
  });
}
