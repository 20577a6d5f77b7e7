import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseText, writeTokens } from '../../src/casefile/analyse-text.ts';
import { foldText } from '../../src/casefile/fold-text.ts';

const LANGUAGES = fc.constantFrom('en', 'tr', 'es', 'ar', 'de-AT', '', null);
const ANY_TEXT = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 1 }),
    fc.constantFrom('\ud800', '\udc00', ' ', '1', ',', 'I', 'ı'),
  ),
});

describe('the tokens of a text', () => {
  const rows: [string, string | null, string][] = [
    ['The lorries were crossing.', 'en', 'the lorri were cross'],
    ['I İ ı i', 'tr', 'i i i i'],
    ['İSTANBUL istanbul Istanbul ıstanbul', 'tr', 'istanbul istanbul istanbul istanbul'],
    ['kitaplar kitaplari kitapları KİTAPLARI', 'tr', 'kitap kitap kitap kitap'],
    ['görüldü goruldu', 'tr', 'gorul gorul'],
    ['canción canciones CANCION', 'es', 'cancion cancion cancion'],
    ["Kızılçat’ta don't", null, 'kizilcat ta don t'],
    ['ﬁne Ⅷ ½ x²', null, 'fine viii 1 2 x2'],
    ['Łódź Straße Ærø', null, 'lodz strasse aero'],
    ['1,386 1.386 1’386 1\u00a0386 1386', 'en', '1386 1386 1386 1386 1386'],
    ['12,345,678 12,34 0.125 1234,567', 'en', '12345678 12 34 0 125 1234 567'],
    ['1,234.567', 'en', '1234 567'],
    ['02.03.2031 21:14', 'en', '02 03 2031 21 14'],
    ['١٣٨٦ ۱۳۸۶ १३८६ １３８６', null, '1386 1386 1386 1386'],
    ['١٬٣٨٦', 'ar', '1386'],
    ['B52 5km', null, 'b 52 5 km'],
    ['أحمد احمد إحمد آحمد', null, 'احمد احمد احمد احمد'],
    ['مدينة مدينه مدينـــة مَدِينَة', 'ar', 'مدين مدين مدين مدين'],
    ['الكتاب والكتاب بالكتاب كالكتاب فالكتاب للكتاب', 'ar', 'كتاب كتاب كتاب كتاب كتاب كتاب'],
    ['معلمون معلمين معلمان معلمات', 'ar', 'معلم معلم معلم معلم'],
    ['القاهرة', 'en', 'قاهر'],
    ['东京 ไทย', null, '东 京 ไ ท ย'],
    ['😀 — … ´', null, ''],
    ['a😀b', null, 'a b'],
  ];
  test.each(rows)('%s (%s) are %s', (text, language, tokens) => {
    expect(analyseText(text, language).tokens.join(' ')).toBe(tokens);
  });

  test('a token is never longer than 64 letters', () => {
    const tokens = analyseText(`${'x'.repeat(5_000)} ${'7'.repeat(5_000)}`, 'en').tokens;
    expect(tokens).toEqual(['x'.repeat(64), '7'.repeat(64)]);
  });

  test('hold letters and digits only, and their spans are words of the text in order', () => {
    fc.assert(
      fc.property(ANY_TEXT, LANGUAGES, (text, language) => {
        const { tokens, starts, ends } = analyseText(text, language);
        let last = 0;
        for (const [index, token] of tokens.entries()) {
          expect(token).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(token).toBe(token.toLowerCase());
          expect(starts[index]).toBeGreaterThanOrEqual(
            last === ends[index] ? (starts[index - 1] ?? 0) : last,
          );
          expect(ends[index]).toBeGreaterThan(starts[index] ?? 0);
          last = ends[index] ?? 0;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('written as bytes are the same', () => {
    fc.assert(
      fc.property(ANY_TEXT, ANY_TEXT, LANGUAGES, (before, text, language) => {
        const span = { start: before.length + 1, end: before.length + 1 + text.length };
        const bytes = writeTokens(`${before} ${text} after`, span, language);
        expect(Buffer.from(bytes).toString()).toBe(analyseText(text, language).tokens.join(' '));
      }),
      { numRuns: 500 },
    );
  });

  test('are the same for words that fold to the same', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zıçğşöüáéíóúñA-ZİÇĞŞÖÜ]{1,12}$/), LANGUAGES, (word, language) => {
        expect(analyseText(word, language).tokens).toEqual(analyseText(foldText(word), language).tokens);
      }),
      { numRuns: 500 },
    );
  });

  test('are remembered rightly when more words come than are remembered', () => {
    const words = Array.from(
      { length: 250_000 },
      (_, index) =>
        `w${String.fromCharCode(97 + (index % 26))}x${'abcdefghij'.charAt(index % 10)}${[...String(index)].map((digit) => 'klmnopqrst'.charAt(Number(digit))).join('')}`,
    );
    const text = words.join(' ');
    expect(Buffer.from(writeTokens(text, { start: 0, end: text.length }, null)).toString()).toBe(text);
    expect(analyseText(words.slice(0, 100).join(' '), null).tokens).toEqual(words.slice(0, 100));
  });
});
