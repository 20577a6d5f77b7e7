import { foldForm } from './fold-words.ts';

// Letter for letter; `_` is left out.
const ARABIC = 'بتثجحخدذرزسشصضطظعغفقكلمنهةپچڤگ';
const HEARD = 'bt7jhhddrss8sdts_gfkklmnh_b8fg';
const CYRILLIC = 'бвгджзклмнпрстфхцчшщ';
const HEARD_CYRILLIC = 'bfgdjsklmnbrstfhs888';
const LETTERS = new Map<string, string>([
  ...[...ARABIC].map((letter, at) => [letter, HEARD[at] ?? ''] as const),
  ...[...CYRILLIC].map((letter, at) => [letter, HEARD_CYRILLIC[at] ?? ''] as const),
]);
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch|ş|ç/gu, '8'],
  [/th/gu, '7'],
  [/ph|v/gu, 'f'],
  [/kh/gu, 'h'],
  [/gh/gu, 'g'],
  [/ck|c|q/gu, 'k'],
  [/x/gu, 'ks'],
  [/z/gu, 's'],
  [/p/gu, 'b'],
  [/[^bdfghjklmnrst78]/gu, ''],
];

/** The consonants that a word sounds with, alike for Arabic, Cyrillic and Latin script; vowels and half vowels left out. */
export function soundSkeleton(word: string): string {
  const folded = foldForm(word).replace(/^ال/u, '');
  const sounds = isLatin(folded)
    ? LATIN.reduce((kept, [pattern, put]) => kept.replace(pattern, put), folded)
    : [...folded]
        .map((letter) => LETTERS.get(letter) ?? '')
        .join('')
        .replaceAll('_', '');
  return sounds.replace(/(.)\1+/gu, '$1');
}

/** Whether a word is written in Latin letters. */
export function isLatin(word: string): boolean {
  return /\p{Script=Latin}/u.test(word);
}
