import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelWords } from '../../../src/language/model/model-words.ts';
import { tokenize } from '../../../src/language/tokenize.ts';

const wordsOf = (text: string, language = 'en') =>
  modelWords(text, tokenize(text), language).map(({ word }) => word);

test.each([
  ["They don't know Ana's van.", ['They', 'do', "n't", 'know', 'Ana', "'s", 'van', '.']],
  ['the U.S.-led raid', ['the', 'U.S.', '-', 'led', 'raid']],
  ['in the U.S. on Monday', ['in', 'the', 'U.S.', 'on', 'Monday']],
  ['Dr. Odell and J. Berg', ['Dr.', 'Odell', 'and', 'J.', 'Berg']],
  ['It was his.', ['It', 'was', 'his', '.']],
  ['Abu-Rashid crossed', ['Abu', '-', 'Rashid', 'crossed']],
])('%s', (text, expected) => {
  expect(wordsOf(text)).toEqual(expected);
});

test('Turkish endings after an apostrophe stay on their word', () => {
  expect(wordsOf("Gökova'da kaldı.", 'tr')).toEqual(["Gökova'da", 'kaldı', '.']);
});

test('words come in order, lie in the text and name their token', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('en', 'tr'),
      (text, language) => {
        const tokens = tokenize(text);
        let end = 0;
        for (const word of modelWords(text, tokens, language)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(word.start, word.end)).toBe(word.word);
          expect(tokens[word.token]?.start).toBeLessThanOrEqual(word.start);
          end = word.end;
        }
      },
    ),
  );
});
