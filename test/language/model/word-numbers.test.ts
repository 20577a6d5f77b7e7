import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordNumbers } from '../../../src/language/model/word-numbers.ts';

test('every word has its numbers back, also from its hashes alone; others have none', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 60 }), (words) => {
      const own = words.flatMap((_, place) => [place, 1_000 + place]);
      const made = WordNumbers.of(words, own);
      const again = new WordNumbers(made.hashes, made.numbers);
      for (const [place, word] of words.entries()) {
        expect(again.get(word)).toBe(place);
        expect(again.get(word, 1)).toBe(1_000 + place);
      }
      expect(again.get('a word that no list holds, of more letters than any above')).toBeUndefined();
    }),
  );
});
