import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldLetters, foldWord } from '../../src/language/fold-word.ts';

test('plain ASCII folds the short way as it would the long way', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (word) => {
      expect(foldWord(word)).toBe(foldLetters(word));
    }),
  );
});

test.each([
  ['don`t', "don't"],
  ['KIZILÇAT', 'kizilcat'],
  ['Border-Post_7', 'border-post_7'],
])('%s folds to %s', (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});
