import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameSound, skeletonOf, soundsOf } from '../../src/identity/sound.ts';

describe('one name in several scripts and romanisations has one sound', () => {
  test.each([
    'Yûsif Yusuf Yousef يوسف',
    'Muhammed Mohamed محمد',
    'Dmitry Dimitri Дмитрий',
    'Cemşîd Cemşit Jamshid',
    'Halit Halid Khaled خالد',
    'Zeynep Zainab زينب',
    'Osman Othman عثمان',
    'Ömer Omar Umar عمر',
    'Fatma Fatima فاطمة',
    'Ayşe Aisha عائشة',
    'Hüseyin Hussein حسين',
    'Sergei Sergey Сергей',
    'Davut Dawud داود',
    'Djibril Cibril',
    'Moussa Musa موسى',
  ])('%s', (line) => {
    const words = line.split(' ');
    for (const one of words)
      for (const other of words) expect([one, other, sameSound(one, other)]).toEqual([one, other, true]);
  });
});

describe('names that a careless ear would take for one keep apart', () => {
  test.each([
    'Hasan Hüseyin',
    'Hasan حسين',
    'Samir Samira',
    'Muhammed Mahmud',
    'Tahir Dahir',
    'Ivan Ivanov',
    'Kemal Cemal',
    'Ali Ala',
    '李 王',
  ])('%s', (line) => {
    const [one = '', other = ''] = line.split(' ');
    expect(sameSound(one, other)).toBe(false);
  });
});

describe('laws', () => {
  test('every string has a sound, always the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(soundsOf(word).length).toBeGreaterThan(0);
        expect(skeletonOf(word)).toBe(skeletonOf(`${word}`));
        expect(soundsOf(word).length).toBeLessThan(13);
      }),
    );
  });

  test('a sound is shared both ways, and with oneself', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aeiouybcdghjkstvwzşçğıخجدوياةه') });
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        expect(sameSound(one, one)).toBe(true);
        expect(sameSound(one, other)).toBe(sameSound(other, one));
      }),
    );
  });
});
