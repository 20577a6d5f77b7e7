import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/reading/read-source.ts';
import type { Passage, Source, SourceKind } from '../../../src/statement/source.ts';
import { sourceOf } from './read-statements.ts';

/** `event day..day` of each statement, in a source of 14 May 2020 unless told otherwise. */
function daysOf(
  text: string,
  kind: SourceKind,
  about: Partial<Source> = {},
  change: (passage: Passage) => Partial<Passage> = () => ({}),
): string[] {
  const { source, sections, passages } = sourceOf(text, kind, 'en');
  const changed = passages.map((passage) => ({ ...passage, ...change(passage) }));
  return readSource({ ...source, ...about }, sections, changed).statements.map(
    ({ event, time }) => `${event} ${time === null ? '-' : `${time.from ?? ''}..${time.to ?? ''}`}`,
  );
}

const SPOKEN = '2020-05-14..2020-05-14';

describe('the day of what is said aloud without a day', () => {
  test.each([
    ['what is not so now', 'ANA: I have no rope.', `have ${SPOKEN}`],
    ['a perfect', 'ANA: Nobody has touched the boats.', `touch ${SPOKEN}`],
    ['a count without a verb', 'ANA: Three dead of ours.', `die ${SPOKEN}`],
    ['what never was so', 'ANA: I have never touched the boats.', 'touch -'],
    ['what did not happen, whenever', 'ANA: They did not touch the boats.', 'touch -'],
    ['an order with an end', 'ANA: Stay there until 20 May.', 'order 2020-05-14..2020-05-20'],
  ])('%s', (_what, text, line) => {
    expect(daysOf(text, 'transcript')).toContain(line);
  });
});

test('an undated source whose head names a month takes its year from it', () => {
  const head = (passage: Passage) => (passage.index === 0 ? { kind: 'header' as const } : {});
  const text = 'TESTIMONIES, February 2019\nOn 4 February they arrested six sailors.';
  expect(daysOf(text, 'report', { date: null }, head)).toEqual(['arrest 2019-02-04..2019-02-04']);
});

test('a headline speaks of the first day that the paragraphs tell of', () => {
  const head = (passage: Passage) => (passage.index === 0 ? { kind: 'heading' as const } : {});
  const text = 'Six sailors drowned off Kelm\nThe boat sank on Tuesday, police said.';
  expect(daysOf(text, 'article', {}, head)).toContain('drown 2020-05-12..2020-05-12');
});

test('a caption with a clock and no day is of the day of its file', () => {
  const time = { from: null, to: null, clock: '14:13', zone: null, granularity: 'minute' as const };
  const clock = () => ({
    kind: 'caption' as const,
    time: { ...time, approx: false, basis: 'unresolved' as const, steps: [] },
  });
  expect(daysOf('Nine people were injured.', 'captions', {}, clock)).toContain(`injure ${SPOKEN}`);
});
