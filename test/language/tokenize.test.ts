import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectLanguage, detectLanguageOf } from '../../src/language/detect-language.ts';
import { foldLetters } from '../../src/language/fold-word.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import { WordNotes } from '../../src/language/word.ts';

const NUMBER = /^\p{Nd}+(?:[.,:/٫٬'’ \u202f-](?=\p{Nd})\p{Nd}+)*/u;
const WORD = /^[\p{L}\p{M}\p{Nd}_]+(?:['’.\-‑](?=[\p{L}\p{Nd}])[\p{L}\p{M}\p{Nd}_]+)*/u;

/** The rule, said once more and slowly: what is at the head of a text that begins with no space. */
function headOf(text: string): { kind: string; written: string } {
  const number = NUMBER.exec(text)?.[0];
  if (number !== undefined) return { kind: 'number', written: number };
  const word = WORD.exec(text)?.[0];
  if (word !== undefined) return { kind: 'word', written: word };
  return { kind: 'mark', written: [...text][0] ?? '' };
}

const piece = fc.constantFrom(
  ...["don't", 'Gökova’da', '1,400', '٢٫٥', '21:14', 'twenty-six', 'B.K', 'x_1', '5th', "'", '.', '-', '’'],
  ...[' ', '\n', '\u202f', '𝟘', '𝒜b', 'é', 'e\u0301', '…', 'ش', 'ـ', '\ud800'],
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 }))).map((parts) => parts.join('')),
);

test('tokens follow the rule on any text, and every code unit that is no space is in one', () => {
  fc.assert(
    fc.property(text, fc.nat(9), (whole, offset) => {
      let rest = 0;
      for (const token of tokenize(whole, offset)) {
        expect(whole.slice(rest, token.start - offset).trim()).toBe('');
        const head = headOf(whole.slice(token.start - offset));
        const written = whole.slice(token.start - offset, token.end - offset);
        expect({ kind: token.kind, written }).toEqual(head);
        expect(token.norm).toBe(head.kind === 'mark' ? written : foldLetters(written));
        rest = token.end - offset;
      }
      expect(whole.slice(rest).trim()).toBe('');
    }),
  );
});

test('a word is one thing wherever it stands, and what is noted of it is worked out once', () => {
  let asked = 0;
  const lengths = new WordNotes((word) => {
    asked += 1;
    return word.written.length;
  });
  const [first, , again] = tokenize('Ferry, ferry. Ferry'.replace(', ferry', ''));
  expect(first?.word).toBe(again?.word);
  for (const token of [first, again]) if (token !== undefined) expect(lengths.of(token.word)).toBe(5);
  expect(asked).toBe(1);
});

test('however many words come, each is told from the others', () => {
  const many = Array.from({ length: 150_000 }, (_, index) => `w${index.toString(36)}x`);
  expect(tokenize(many.join(' ')).map((token) => token.norm)).toEqual(many);
  expect(tokenize(many.slice(0, 9).join(' ')).map((token) => token.norm)).toEqual(many.slice(0, 9));
});

test.each([
  'The harbour master said that nine boats had left before the storm came in from the west.',
  'Liman başkanı fırtınadan önce dokuz teknenin ayrıldığını söyledi, ötekiler rıhtımda kaldı.',
])('the head of a passage is judged as the same letters alone are: %s', (line) => {
  for (const units of [5, 17, 40, 200])
    expect(detectLanguageOf(tokenize(line, 30), 30, units)).toEqual(detectLanguage(line.slice(0, units)));
});
