import type { Span } from '../statement/span.ts';

/** A word of a text: its span and its form for comparing (lower case, no marks). */
export interface WordAt extends Span {
  readonly word: string;
}

// Letters, digits and the apostrophes and joiners between them; a number keeps its inner marks.
const WORD = /\p{Nd}+(?:[.,](?=\p{Nd})\p{Nd}+)*|[\p{L}\p{M}\p{Nd}]+(?:['’](?=\p{L})[\p{L}\p{M}]+)*/gu;

/** The words of `text` in order, with spans moved by `offset`. Linear. */
export function wordsAt(text: string, offset = 0): WordAt[] {
  const words: WordAt[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = offset + match.index;
    words.push({ start, end: start + match[0].length, word: foldForm(match[0]) });
  }
  return words;
}

const PLAIN = /^[a-z0-9'.,]*$/u;
/** Folding these only lowers them, and that is quicker than remembering each name. */
const LATIN = /^[A-Za-z0-9'.,]*$/u;
const REMEMBERED = 100_000;
const forms = new Map<string, string>();

/** A word's form for comparing: marks off, lower case, Arabic alef forms and digits of all scripts as one. */
export function foldForm(word: string): string {
  if (PLAIN.test(word)) return word;
  if (LATIN.test(word)) return word.toLowerCase();
  const known = forms.get(word);
  if (known !== undefined) return known;
  if (forms.size >= REMEMBERED) forms.clear();
  const form = fold(word);
  forms.set(word, form);
  return form;
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('’', "'")
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replace(/[٠-٩]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0630))
    .replace(/[۰-۹]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x06c0));
}
