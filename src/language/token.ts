import type { Word } from './word.ts';

/** A word, number or mark of a text, by its span in that text (UTF-16 code units). */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** `number` starts with a digit of any script and keeps its inner marks ("1,400", "٢٫٥", "21:14"). */
  readonly kind: 'word' | 'number' | 'mark';
  /** Folded for look-up: see `foldWord`. */
  readonly norm: string;
  /** What is written there, and what is known of it wherever it stands. */
  readonly word: Word;
}

/** A token of `word` at `start`. */
export function tokenOf(word: Word, start: number): Token {
  return { start, end: start + word.written.length, kind: word.kind, norm: word.norm, word };
}
