import { foldWord } from './fold-word.ts';
import type { Token } from './token.ts';

// A number keeps marks between digits; a word keeps apostrophes, hyphens and dots
// between letters ("Gökova'da", "twenty-six", "B.K") and combining marks.
const PIECE =
  /(\p{Nd}+(?:[.,:/٫٬'’ \u202f-](?=\p{Nd})\p{Nd}+)*)|([\p{L}\p{M}\p{Nd}_]+(?:['’.\-‑](?=[\p{L}\p{Nd}])[\p{L}\p{M}\p{Nd}_]+)*)|[^\s]/gu;

/**
 * The tokens of `text`, with spans moved by `offset` (the start of the passage in its
 * source). Linear in the length of the text; never throws.
 */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === LINE_END) {
      at += 1;
      continue;
    }
    const end = isLetter(code) ? plainWordEnd(text, at + 1) : isPlainMark(code) ? at + 1 : 0;
    const token = end === 0 ? anyTokenAt(text, at, offset) : plainToken(text, at, end, offset);
    if (token === null) break;
    at = token.end - offset;
    tokens.push(token);
  }
  return tokens;
}

const SPACE = 32;
const LINE_END = 10;

// Most words are plain ASCII: they are found without the pattern, by their codes.
function isLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91);
}

function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

function isPlainMark(code: number): boolean {
  return code > 32 && code < 127 && code !== UNDERSCORE && !isDigit(code);
}

const UNDERSCORE = 95;
const JOINTS: ReadonlySet<number> = new Set(["'", '.', '-'].map((mark) => mark.charCodeAt(0)));

/** Where a plain word ends whose first letter is before `from`; 0 where a letter or joint beyond ASCII follows. */
function plainWordEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const code = end < text.length ? text.charCodeAt(end) : SPACE;
    if (isLetter(code) || isDigit(code) || code === UNDERSCORE) end += 1;
    else if (code > 126) return 0;
    else if (!JOINTS.has(code)) return end;
    else {
      const next = end + 1 < text.length ? text.charCodeAt(end + 1) : SPACE;
      if (next > 126) return 0;
      if (!isLetter(next) && !isDigit(next)) return end;
      end += 2;
    }
  }
}

function plainToken(text: string, from: number, to: number, offset: number): Token {
  const start = from + offset;
  const end = to + offset;
  if (!isLetter(text.charCodeAt(from))) return { start, end, kind: 'mark', norm: text.charAt(from) };
  return { start, end, kind: 'word', norm: foldWord(text.slice(from, to)) };
}

/** The first token at or after `at`, by the pattern. */
function anyTokenAt(text: string, at: number, offset: number): Token | null {
  PIECE.lastIndex = at;
  const match = PIECE.exec(text);
  if (match === null) return null;
  const kind = match[1] !== undefined ? 'number' : match[2] !== undefined ? 'word' : 'mark';
  const start = match.index + offset;
  return { start, end: start + match[0].length, kind, norm: kind === 'mark' ? match[0] : foldWord(match[0]) };
}
