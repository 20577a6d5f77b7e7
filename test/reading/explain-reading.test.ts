import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeRule, explainReading } from '../../src/reading/explain-reading.ts';
import { readSource } from '../../src/reading/read-source.ts';
import { sourceOf } from './statements/read-statements.ts';

/** The reasons of the statement whose event is `event`. */
function reasonsFor(text: string, event: string, language: 'en' | 'es' | 'tr' = 'en') {
  const { source, sections, passages } = sourceOf(text, 'article', language);
  const { statements } = readSource(source, sections, passages);
  const statement = statements.find((each) => each.event === event);
  if (statement === undefined) throw new Error(`no ${event} in ${statements.map((each) => each.event)}`);
  return explainReading(statement, text, language);
}

const words = (cues: readonly { text: string }[]) => cues.map(({ text }) => text);

describe('the words that deny, or make it no plain assertion', () => {
  test.each([
    ['never', 'The pilots never crossed the strait.', 'cross', ['never'], []],
    ["n't", "The pilots didn't cross the strait.", 'cross', ["didn't"], []],
    ['a plan', 'The pilots will cross the strait.', 'cross', [], ['will']],
    ['an allegation', 'The pilots allegedly crossed the strait.', 'cross', [], ['allegedly']],
    ['nothing of the kind', 'The pilots crossed the strait.', 'cross', [], []],
  ])('%s', (_what, text, event, polarity, modality) => {
    const reasons = reasonsFor(text, event);
    expect([words(reasons.polarity), words(reasons.modality)]).toEqual([polarity, modality]);
  });

  test('in the language of the words', () => {
    const reasons = reasonsFor('Los pilotos nunca cruzaron el estrecho.', 'cross', 'es');
    expect(words(reasons.polarity)).toEqual(['nunca']);
  });
});

test('a voice says which words name it, and whether it was worked out', () => {
  const { voices } = reasonsFor('Dora Venn said that nine boats crossed the strait.', 'cross');
  expect(voices.at(-1)).toBe('named by “Dora Venn”');
});

test('every rule that the reader has is told in words', () => {
  const files = globSync('src/reading/{sentences,tables}/*.ts');
  const names = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(
      /'((?:(?:answer|clause|figure|order|place|threat|trigger)\/|tables\/(?:row|totals)-)[a-z-]+)'/g,
    ),
  ]);
  expect(names.length).toBeGreaterThan(15);
  for (const [, rule = ''] of names) expect(describeRule(rule)).not.toBe(rule);
});
