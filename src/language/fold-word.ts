/** ASCII that folding only makes small: no control characters, and no backtick, which becomes an apostrophe. */
const PLAIN = /^[ -_a-~]*$/;
const COMBINING = /\p{M}+/gu;
const cache = new Map<string, string>();
const CACHE_LIMIT = 200_000;

/**
 * A word's form for look-up in lexicons: lower case, compatibility forms unified, marks
 * (accents, harakat) taken off, all of Turkish i (I, İ, ı, i) one `i`, Arabic alef and
 * ya forms unified, tatweel dropped, digits of all scripts as ASCII, curly apostrophes
 * straight. `foldWord('KIZILÇAT')` is `'kizilcat'`.
 */
export function foldWord(word: string): string {
  // One string a form: look-ups of the same string again need no comparing of letters.
  const known = cache.get(word);
  if (known !== undefined) return known;
  // A piece of a text would keep the whole text in memory; a copy does not.
  const own = [...word].join('');
  const folded = PLAIN.test(own) ? own.toLowerCase() : foldLetters(own);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(own, folded);
  return folded;
}

/** Folding of any letters at all. Exported so that a test can hold the short way for plain ASCII against it. */
export function foldLetters(word: string): string {
  return word
    .normalize('NFKD')
    .replace(COMBINING, '')
    .toLowerCase()
    .replace(COMBINING, '')
    .replaceAll('ı', 'i')
    .replace(/[’‘`´ʼ]/g, "'")
    .replaceAll('ـ', '')
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll('ی', 'ي')
    .replace(/[٠-٩]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0660 + 48))
    .replace(/[۰-۹]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x06f0 + 48));
}
