const ASCII_WORD = /^[A-Za-z0-9]+$/;
const COMBINING = /\p{M}+/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu;
const DIGIT = /^\p{Nd}$/u;
const SPECIAL = /[ıßøłđħæœþðςـةىکیے]/g;

// Letters that decomposition leaves alone but that readers type without.
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ς: 'σ',
  ـ: '',
  ة: 'ه',
  ى: 'ي',
  ک: 'ك',
  ی: 'ي',
  ے: 'ي',
};

/**
 * The form in which words are compared in search: lower case with all of Turkish I, ı, İ, i
 * one `i`; accents and harakat off; alef, ya and ta marbuta each one letter, tatweel
 * dropped; digits of all scripts ASCII. What is left apart by it (a ligature of two words)
 * is parted by one space; a word of marks alone gives the empty string.
 */
export function foldText(word: string): string {
  if (ASCII_WORD.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(COMBINING, '')
    .toLowerCase()
    .replace(COMBINING, '')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replace(FOREIGN_DIGIT, asciiDigit)
    .replace(NOT_WORD, ' ')
    .trim();
}

/** Digits stand in runs of ten in Unicode, so a digit's value is its place in its run. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
