import { describe, expect, test } from 'vitest';
import { narrowSearch, openGround } from '../../src/server/narrow-search.ts';
import type { SourceHead } from '../../src/statement/pile.ts';
import type { Passage, Section, Speaker } from '../../src/statement/source.ts';
import type { Identity, Statement } from '../../src/statement/statement.ts';
import type { TimeReading } from '../../src/statement/time.ts';

const day = (from: string | null, to = from): TimeReading =>
  ({
    from,
    to,
    clock: null,
    zone: null,
    granularity: 'day',
    approx: false,
    basis: 'stated',
    steps: [],
  }) as TimeReading;
const speaker = (name: string, label = name): Speaker => ({
  name,
  label,
  span: null,
  unknown: false,
  guess: false,
});

const source = (date: string | null, language: string | null) =>
  ({ id: 'src', date, language }) as SourceHead;
const passage = (id: string, more: Partial<Passage> = {}) =>
  ({ id, section: 0, speaker: null, time: null, ...more }) as Passage;

const ground = openGround(
  [
    {
      passage: 'told',
      voice: [
        { name: 'Sahil Ajansı', kind: 'publisher' },
        { name: 'Nuri Kaptan', kind: 'person' },
      ],
    } as unknown as Statement,
  ],
  [{ source: 'src', index: 1, time: day('2022-06-02') } as Section],
  [{ spellings: ['Nuri Kaptan', 'نوري قبطان'] } as unknown as Identity],
);

const accepts = (query: Parameters<typeof narrowSearch>[0], one: Passage, of = source('2022-05-30', 'tr')) =>
  narrowSearch(query, ground)?.(one, of);

describe('by voice', () => {
  test.each([
    ['the speaker of the passage', 'selin', passage('a', { speaker: speaker('Selin Oba') }), true],
    ['the label of the speaker', 'OUT', passage('a', { speaker: speaker('Selin Oba', 'OUT') }), true],
    ['another speaker', 'selin', passage('a', { speaker: speaker('Cem') }), false],
    ['a voice that a statement names', 'Nuri Kaptan', passage('told'), true],
    ['the same in another script', 'نوري قبطان', passage('told'), true],
    ['the outlet that passes it on', 'sahil ajansı', passage('told'), true],
    ['the same voice elsewhere', 'Nuri Kaptan', passage('other'), false],
  ])('%s', (_, voice, one, expected) => {
    expect(accepts({ voice }, one)).toBe(expected);
  });
});

describe('by days', () => {
  test.each([
    ['the day of the passage', passage('a', { time: day('2022-07-01') }), ['2022-07-01', '2022-07-01'], true],
    [
      'the passage before its part',
      passage('a', { section: 1, time: day('2022-07-01') }),
      ['2022-06-01', '2022-06-03'],
      false,
    ],
    ['the day of its part', passage('a', { section: 1 }), ['2022-06-01', '2022-06-03'], true],
    ['a part of another day', passage('a', { section: 1 }), ['2022-06-03', '2022-06-09'], false],
    ['else the day of the source', passage('a'), ['2022-05-30', undefined], true],
    ['a source of another day', passage('a'), ['2022-05-31', undefined], false],
    ['an open end', passage('a'), [undefined, '2022-05-30'], true],
  ] as const)('%s', (_, one, [from, to], expected) => {
    expect(accepts({ ...(from && { from }), ...(to && { to }) }, one)).toBe(expected);
  });

  test('what has no day lies on none', () => {
    expect(accepts({ from: '2000-01-01' }, passage('a'), source(null, null))).toBe(false);
  });
});

test('by language, and by all at once', () => {
  expect(accepts({ language: 'tr' }, passage('told'))).toBe(true);
  expect(accepts({ language: 'ar' }, passage('told'))).toBe(false);
  expect(accepts({ language: 'tr', voice: 'nuri', from: '2022-06-01' }, passage('told'))).toBe(false);
});

test('what asks for nothing narrows nothing', () => {
  expect(narrowSearch({}, ground)).toBeUndefined();
  expect(narrowSearch({ voice: ' – ' }, ground)).toBeUndefined();
});

test('voices to choose from are those who speak', () => {
  expect(ground.voices).toEqual(['Nuri Kaptan']);
});
