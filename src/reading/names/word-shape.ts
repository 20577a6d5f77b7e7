import { foldWord } from '../../language/fold-word.ts';
import type { Token } from '../../language/token.ts';
import { type Word, WordNotes } from '../../language/word.ts';

/** How a word is written. */
export type Shape = 'small' | 'capital' | 'capitals' | 'initial' | 'code' | 'other';

const CAPITALS = /^[\p{Lu}\p{M}.'’-]+$/u;
const CAPITAL = /^(?:(?:al|el|an|as|ar|ad|ash|at|ed|es|ez|d|l|o|b|n)[-'’])?\p{Lu}/u;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/gu;

const SHAPES = new WordNotes(findShape);

/** The shape of a word token; `other` for numbers, marks and scripts without case. */
export function shapeOf(token: Token): Shape {
  return SHAPES.of(token.word);
}

function findShape({ written: word, kind, norm }: Word): Shape {
  if (kind !== 'word') return 'other';
  const first = word.charCodeAt(0);
  if (first > 96 && first < 123 && !isJoined(norm)) return 'small';
  if (!CAPITAL.test(word)) return first < 0x250 ? 'small' : caselessOrSmall(word);
  if (DIGIT.test(word)) return 'code';
  if (!CAPITALS.test(word)) return 'capital';
  const letters = word.match(LETTER)?.length ?? 0;
  return letters === 1 || (word.includes('.') && letters < 4) ? 'initial' : 'capitals';
}

function isJoined(norm: string): boolean {
  const second = norm.charCodeAt(1);
  const third = norm.charCodeAt(2);
  return isJoint(second) || isJoint(third) || isJoint(norm.charCodeAt(3));
}

function isJoint(code: number): boolean {
  return code === 39 || code === 45;
}

function caselessOrSmall(word: string): Shape {
  return /\p{Ll}/u.test(word) ? 'small' : 'other';
}

const SUFFIX =
  /['’](?:s|d[ae]n?|t[ae]n?|d[ae]ki(?:ler|lar)?|t[ae]ki|y?[aeıiuü]|n?[ıiuü]n?|n[ıiuü]n|y?l[ae]|l[ae]r(?:[ıiae]|[ıi]n)?|l[ıiuü]|l[ae]rda|yd[ıiuü]|m[ıiuü]ş|s[ıiuü]|nda|nde|n[ae]|ndan|nden)$/u;
const LOCATIVE = /['’](?:d[ae]n?|t[ae]n?|d[ae]ki|t[ae]ki|nda|nde|ndan|nden|y?[ae])$/u;

interface Bare {
  /** Code units without the ending. */
  readonly length: number;
  readonly norm: string;
}

const BARE = new WordNotes(({ written, norm }): Bare => {
  const match = norm.includes("'") ? SUFFIX.exec(written) : null;
  return match === null
    ? { length: written.length, norm }
    : { length: match.index, norm: foldWord(written.slice(0, match.index)) };
});

/** Where the word ends without an English genitive or a Turkish case ending after an apostrophe. */
export function bareEnd(token: Token): number {
  return token.start + BARE.of(token.word).length;
}

/** The folded word without such an ending. */
export function bareNorm(token: Token): string {
  return BARE.of(token.word).norm;
}

/** Whether a Turkish ending of place ("X'ta", "X'dan", "X'a") follows the name. */
export function hasPlaceEnding({ norm, word }: Token): boolean {
  return norm.includes("'") && LOCATIVE.test(word.written);
}
