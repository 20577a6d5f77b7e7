import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames } from '../../src/identity/compare-names.ts';

describe('the score of two names', () => {
  test.each([
    ['Yûsif Hadad', 'Yusuf Haddad', 'Yûsif Hadad', 'Ahmed Hadad'],
    ['Mira Tolan', 'Mira Tolann', 'Mira Tolan', 'Joos Tolan'],
    ['J. Marlo', 'Jonas Marlo', 'J. Marlo', 'Peter Marlo'],
    ['Сергей Лобов', 'Sergei Lobov', 'Сергей Лобов', 'Sergei Titov'],
  ])('%s ~ %s is likelier than %s ~ %s', (a, b, c, d) => {
    expect(compareNames(a, b, 'person').probability).toBeGreaterThan(
      compareNames(c, d, 'person').probability,
    );
  });

  test('it says what speaks for and against', () => {
    expect(compareNames('Yûsif Hadad', 'Yousef Tolan', 'person').reasons).toEqual([
      '+ the same sound (Yûsif ~ Yousef)',
      '- Hadad is not Tolan',
    ]);
  });

  test('it is a probability, the same from both sides', () => {
    const name = fc.array(fc.constantFrom('Mira', 'Mirra', 'Tolan', 'M.', 'Ebu', 'Salim', 'سليم', '4'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const { probability } = compareNames(a.join(' '), b.join(' '), 'person');
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(compareNames(b.join(' '), a.join(' '), 'person').probability).toBeCloseTo(probability, 10);
      }),
    );
  });
});
