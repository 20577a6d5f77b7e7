import { classOfCode, LETTER_IS } from './letter-classes.ts';
import { type Token, tokenOf } from './token.ts';
import { FIRST_HASH, hashOn, type Word, wordAt, wordOf } from './word.ts';

// A number keeps marks between digits; a word keeps apostrophes, hyphens and dots
// between letters ("Gökova'da", "twenty-six", "B.K") and combining marks. This is the rule;
// `endOf` follows it code unit by code unit where no surrogate stands.
const PIECE =
  /(\p{Nd}+(?:[.,:/٫٬'’ \u202f-](?=\p{Nd})\p{Nd}+)*)|([\p{L}\p{M}\p{Nd}_]+(?:['’.\-‑](?=[\p{L}\p{Nd}])[\p{L}\p{M}\p{Nd}_]+)*)|[^\s]/gu;

/**
 * The tokens of `text`, with spans moved by `offset` (the start of the passage in its
 * source). Linear in the length of the text; never throws.
 */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  eachWord(text, (word, at) => tokens.push(tokenOf(word, at + offset)));
  return tokens;
}

/** Visits the words of `text` in order, each with where it starts, as `tokenize` finds them. */
export function eachWord(text: string, visit: (word: Word, at: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const is = classOfCode(text.charCodeAt(at));
    if ((is & LETTER_IS.space) !== 0) {
      at += 1;
      continue;
    }
    const word = wordFrom(text, at, is);
    visit(word, at);
    at += word.written.length;
  }
}

const WORD_BEGINS = LETTER_IS.letter | LETTER_IS.inner;

function wordFrom(text: string, at: number, is: number): Word {
  if ((is & LETTER_IS.digit) !== 0)
    return pieceFrom(text, at, 'number', LETTER_IS.digit, LETTER_IS.numberJoint, LETTER_IS.digit);
  if ((is & WORD_BEGINS) !== 0) return pieceFrom(text, at, 'word', IN_WORD, LETTER_IS.joint, AFTER_JOINT);
  if ((is & LETTER_IS.surrogate) !== 0) return anyPieceFrom(text, at);
  return wordAt(text, at, at + 1, hashOn(FIRST_HASH, text.charCodeAt(at)), 'mark');
}

const IN_WORD = LETTER_IS.letter | LETTER_IS.inner | LETTER_IS.digit;
const AFTER_JOINT = LETTER_IS.letter | LETTER_IS.digit;

/** The piece that begins at `at`: code units of the classes `inner`, held together by `joint` before `after`. */
function pieceFrom(
  text: string,
  at: number,
  kind: Word['kind'],
  inner: number,
  joint: number,
  after: number,
): Word {
  let hash = FIRST_HASH;
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    const is = end < text.length ? classOfCode(code) : LETTER_IS.space;
    if ((is & (inner | LETTER_IS.surrogate)) === 0) {
      if ((is & joint) === 0) break;
      const next = end + 1 < text.length ? classOfCode(text.charCodeAt(end + 1)) : LETTER_IS.space;
      if ((next & LETTER_IS.surrogate) !== 0) return anyPieceFrom(text, at);
      if ((next & after) === 0) break;
    } else if ((is & LETTER_IS.surrogate) !== 0) return anyPieceFrom(text, at);
    hash = hashOn(hash, code);
    end += 1;
  }
  return wordAt(text, at, end, hash, kind);
}

/** The piece at `at`, by the pattern. */
function anyPieceFrom(text: string, at: number): Word {
  PIECE.lastIndex = at;
  const match = PIECE.exec(text);
  const kind = match?.[1] !== undefined ? 'number' : match?.[2] !== undefined ? 'word' : 'mark';
  return wordOf(match?.[0] ?? text.charAt(at), kind);
}
