import type { Token } from '../../language/token.ts';

/** How a word is written. */
export type Shape = 'small' | 'capital' | 'capitals' | 'initial' | 'code' | 'other';

const CAPITALS = /^[\p{Lu}\p{M}.'’-]+$/u;
const CAPITAL = /^(?:(?:al|el|an|as|ar|ad|ash|at|ed|es|ez|d|l|o|b|n)[-'’])?\p{Lu}/u;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/gu;

/** The shape of a word token; `other` for numbers, marks and scripts without case. */
export function shapeOf(text: string, token: Token): Shape {
  if (token.kind !== 'word') return 'other';
  const first = text.charCodeAt(token.start);
  if (first > 96 && first < 123 && !isJoined(token.norm)) return 'small';
  const word = text.slice(token.start, token.end);
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

/** Where the word ends without an English genitive or a Turkish case ending after an apostrophe. */
export function bareEnd(text: string, token: Token): number {
  if (!token.norm.includes("'")) return token.end;
  const word = text.slice(token.start, token.end);
  const match = SUFFIX.exec(word);
  return match === null ? token.end : token.start + match.index;
}

/** Whether a Turkish ending of place ("X'ta", "X'dan", "X'a") follows the name. */
export function hasPlaceEnding(text: string, token: Token): boolean {
  return token.norm.includes("'") && LOCATIVE.test(text.slice(token.start, token.end));
}
