import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/language/tokenize.ts';
import { numberLexicon } from '../../../src/reading/figures/number-lexicon.ts';
import { decimalMarkOf, readDigits } from '../../../src/reading/figures/read-digits.ts';
import { numberAt } from '../../../src/reading/figures/read-number.ts';
import { splitItems } from '../../../src/reading/figures/split-items.ts';
import { spellNumber } from './spell-number.ts';

function read(text: string, language: string): string {
  const items = splitItems(text, tokenize(text));
  const run = numberAt({ text, items, lexicon: numberLexicon(language), mark: decimalMarkOf(language) }, 0);
  if (run === null) return 'none';
  const amount = run.min === run.max ? String(Number(run.min.toPrecision(6))) : `${run.min}..${run.max}`;
  return run.end === text.length ? amount : `${amount} [${text.slice(run.start, run.end)}]`;
}

describe('number words', () => {
  test.each([
    ['en', 'twenty-six', '26'],
    ['en', 'fourteen hundred', '1400'],
    ['en', 'a dozen', '12'],
    ['en', 'two dozen', '24'],
    ['en', 'three dozens', '36'],
    ['en', 'half a million', '500000'],
    ['en', '4.2 million', '4200000'],
    ['en', 'one and a half million', '1500000'],
    ['en', 'three-one-zero', '310'],
    ['en', 'four thirty-six', '436'],
    ['en', 'a hundred and fifty thousand', '150000'],
    ['en', 'two thousand and fifty thousand', '2000 [two thousand]'],
    ['en', 'five and a quarter', '5.25'],
    ['en', 'two thirds', '0.666667'],
    ['en', 'tens of thousands', '20000..99999'],
    ['en', 'several hundred', '300..999'],
    ['en', 'a couple of hundred', '200..300'],
    ['en', 'minus five', '-5'],
    ['en', '10½', '10.5'],
    ['en', 'two and fifty-four hundredths', '2.54'],
    ['en', 'sixty - two', '62'],
    ['en', 'three - eighths', '0.375'],
    ['en', 'seven hundred thirty sixths', '19.4444'],
    ['en', 'a hundred thirty seconds', '130 [a hundred thirty]'],
    ['en', 'forty thousand billionths', '0.00004'],
    ['en', '4 hundred and 17', '417'],
    ['en', '4 hundred and 170', '400 [4 hundred]'],
    ['en', '7.5 k', '7500'],
    ['en', '3mil', '3000000'],
    ['en', 'two million and six hundred', '2000600'],
    ['en', 'two billion and a quarter million', '2000250000'],
    ['en', 'four million and two sevenths', '4285710'],
    ['en', 'thirty-fifth', 'none'],
    ['es', 'tres millardos y medio millón', '3000500000'],
    ['es', 'ocho millones con tres cuartos', '8750000'],
    ['es', 'once quintas', '2.2'],
    ['ar', 'أربع مائة وتسعة', '409'],
    ['ar', 'سبعة بالمئة', '7 [سبعة]'],
    ['ar', '٦ مئة و ١٢', '612'],
    ['ar', 'سبعة و ثلثين', '7.66667'],
    ['ar', 'خمس الأرض', '0.2 [خمس]'],
    ['ar', 'خمس سفن', '5 [خمس]'],
    ['ar', 'أربعون خمس', '8'],
    ['ar', 'أربعة أجزاء من تسعة', '0.444444'],
    ['ar', 'أربع دزينات', '48'],
    ['ar', 'مائتان ودزينتان', '224'],
    ['en', 'one twenty-fifth', '0.04'],
    ['en', 'one hundred thirty-two fifths', '26.4'],
    ['en', 'two thirds of a million', '666667'],
    ['en', 'quarter million', '250000'],
    ['en', 'third million', 'none'],
    ['en', '1.1^23', '8.9543'],
    ['en', '1.3x10^6', '1300000'],
    ['en', '12.32e+14', '1232000000000000'],
    ['en', '3 x 4', '3 [3]'],
    ['en', '7e-3', '0.007'],
    ['en', '3x2^5', '96'],
    ['en', '4.5×10−3', '0.0045'],
    ['en', '2.5x10-2', '0.025'],
    ['en', '3x10-2', '3 [3]'],
    ['en', '22,24,26', '22 [22]'],
    ['es', 'veinte con tres quintos', '20.6'],
    ['es', 'veinte con tres barcos', '20 [veinte]'],
    ['es', 'tres veintiunavos', '0.142857'],
    ['es', '2,5^-1', '0.4'],
    ['tr', '127,32e3', '127320'],
    ['ar', 'عشرون وثلاثة أخماس', '20.6'],
    ['ar', 'ثلاثة وعشرون', '23'],
    ['ar', 'خمسة وربع', '5.25'],
    ['tr', 'bin üç yüz seksen altı', '1386'],
    ['tr', 'on beşi', '15'],
    ['tr', 'üçü', '3'],
    ['tr', 'altmışbeş', '65'],
    ['tr', 'bir buçuk milyon', '1500000'],
    ['tr', 'üçte bir', '0.333333'],
    ['tr', 'on binlerce', '20000..99999'],
    ['tr', 'onun', 'none'],
    ['tr', 'altında', 'none'],
    ['ar', 'ثلاثمائة', '300'],
    ['ar', 'خمسة عشر', '15'],
    ['ar', 'ثمانمئة ألف', '800000'],
    ['ar', 'مائة و ستون', '160'],
    ['ar', 'الفين', '2000'],
    ['ar', 'عشرات الآلاف', '20000..99999'],
    ['ar', '٢٫٥', '2.5'],
    ['ar', '١٬٤٠٠', '1400'],
    ['es', 'mil trescientos ochenta y seis', '1386'],
    ['es', 'un centenar', '100'],
    ['es', 'una decena', '10'],
    ['es', 'mil doscientos millones', '1200000000'],
    ['es', 'decenas de miles', '20000..99999'],
    ['fr', 'quatre-vingt-dix-sept', '97'],
    ['fr', 'soixante-dix', '70'],
    ['de', 'dreihundertsechsundachtzig', '386'],
    ['pt', 'duzentos e oitenta', '280'],
    ['ro', 'douăzeci și șase', '26'],
    ['ru', 'тысяча триста восемьдесят шесть', '1386'],
    ['fa', 'هزار و سیصد و هشتاد و شش', '1386'],
    ['ku', 'bîst û şeş', '26'],
  ])('%s: %s', (language, text, expected) => {
    expect(read(text, language)).toBe(expected);
  });

  test.each(['en', 'tr', 'es', 'ar'] as const)('%s: any number in words is read back', (language) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (value) => {
        expect(`${read(spellNumber(value, language), language)} of ${value}`).toBe(
          `${Number(value.toPrecision(6))} of ${value}`,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('readDigits', () => {
  test.each([
    ['1,400', 'en', 1400],
    ['1.400', 'en', 1.4],
    ['1.400', 'tr', 1400],
    ['1,400', 'tr', 1.4],
    ['1.234.567', 'en', 1234567],
    ['1,234.5', 'es', 1234.5],
    ['1.234,5', 'en', 1234.5],
    ['12 400', 'fr', 12400],
    ['۱۴۰۰', 'fa', 1400],
    ['1,25', 'es', 1.25],
  ])('%s in %s', (written, language, value) => {
    expect(readDigits(written, decimalMarkOf(language))?.value).toBe(value);
  });

  test('a mark that could be either keeps its other reading', () => {
    expect(readDigits('1.400', decimalMarkOf('en'))).toEqual({ value: 1.4, decimals: 3, alternative: 1400 });
    expect(readDigits('1,400', null)?.alternative).toBe(1.4);
    expect(readDigits('1,400', decimalMarkOf('en'))?.alternative).toBeNull();
  });

  test.each(['12.03.2021', '1,2,3', '192.168.1.2'])('%s is no number', (written) => {
    expect(readDigits(written, '.')).toBeNull();
  });
});
