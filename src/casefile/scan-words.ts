import { foldText } from './fold-text.ts';

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SINGLE = 3;
const SURROGATE = 4;

const WORD_CHARACTER = /^[\p{L}\p{M}\p{N}]$/u;
const DIGIT_CHARACTER = /^\p{Nd}$/u;
// Scripts written without spaces: each character is a word of its own, and words are phrases.
const SINGLE_CHARACTER =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
// A whole number in groups of three; `1` keeps the marks between the groups the same.
const GROUPED = /\p{Nd}{1,3}([.,'’٬٫\u00a0\u202f])\p{Nd}{3}(?!\p{Nd})(?:\1\p{Nd}{3}(?!\p{Nd}))*/uy;

let classes: Uint8Array | null = null;

/**
 * Walks the words of `text` from `from` to `to`: runs of letters with their marks, runs of
 * digits (whole numbers in groups of three as one), single characters of scripts without
 * spaces. After `next()` gives true, `start` and `end` are the word's span in `text` and
 * `hash` a number made of its code units. Linear, and without an object a word: this is the
 * innermost loop of keeping a case.
 */
export class WordScanner {
  start = 0;
  end: number;
  hash = 0;
  readonly #text: string;
  readonly #to: number;
  readonly #classes = classTable();

  constructor(text: string, from = 0, to = text.length) {
    this.#text = text;
    this.#to = to;
    this.end = from;
  }

  next(): boolean {
    const text = this.#text;
    const table = this.#classes;
    for (let at = this.end; at < this.#to; at += 1) {
      const kind = table[text.charCodeAt(at)] ?? OTHER;
      if (kind === OTHER) continue;
      if (kind === LETTER) return this.#takeLetters(at);
      if (this.#takeOther(at, kind)) return true;
    }
    this.end = this.#to;
    return false;
  }

  #takeLetters(start: number): boolean {
    const text = this.#text;
    const table = this.#classes;
    let hash = 0;
    let at = start;
    for (; at < this.#to; at += 1) {
      const code = text.charCodeAt(at);
      const kind = table[code];
      if (kind !== LETTER && !(kind === SURROGATE && kindOfPair(text, at) === LETTER)) break;
      hash = Math.imul(hash ^ code, 0x01000193);
      if (kind === SURROGATE) at += 1;
    }
    return this.#take(start, at, hash);
  }

  #takeOther(start: number, kind: number): boolean {
    const exact = kind === SURROGATE ? kindOfPair(this.#text, start) : kind;
    if (exact === OTHER) return false;
    if (exact === LETTER) return this.#takeLetters(start);
    const length = exact === DIGIT ? this.#numberLength(start) : widthAt(this.#text, start);
    return this.#take(start, start + length, hashOf(this.#text, start, start + length));
  }

  #take(start: number, end: number, hash: number): boolean {
    this.start = start;
    this.end = Math.min(end, this.#to);
    this.hash = hash ^ (hash >>> 15);
    return true;
  }

  #numberLength(start: number): number {
    const grouped = groupedLength(this.#text, start);
    if (grouped > 0 && start + grouped <= this.#to) return grouped;
    let at = start;
    while (at < this.#to && kindAt(this.#text, at) === DIGIT) at += widthAt(this.#text, at);
    return at - start;
  }
}

function groupedLength(text: string, start: number): number {
  GROUPED.lastIndex = start;
  const match = GROUPED.exec(text);
  return match === null || foldText(match[0]).startsWith('0') ? 0 : match[0].length;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

function kindAt(text: string, at: number): number {
  const kind = classTable()[text.charCodeAt(at)] ?? OTHER;
  return kind === SURROGATE ? kindOfPair(text, at) : kind;
}

/** The class of the character of two code units at `at`; a lone half is in none. */
function kindOfPair(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff ? kindOf(String.fromCodePoint(code)) : OTHER;
}

function kindOf(character: string): number {
  if (!WORD_CHARACTER.test(character)) return OTHER;
  if (DIGIT_CHARACTER.test(character)) return DIGIT;
  return SINGLE_CHARACTER.test(character) ? SINGLE : LETTER;
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function classTable(): Uint8Array {
  classes ??= Uint8Array.from({ length: 0x10000 }, (_, code) =>
    code >= 0xd800 && code < 0xe000 ? SURROGATE : kindOf(String.fromCharCode(code)),
  );
  return classes;
}
