import { foldWord } from './fold-word.ts';
import type { Token } from './token.ts';

// A number keeps marks between digits; a word keeps apostrophes, hyphens and dots
// between letters ("Kızılçat'ta", "twenty-six", "B.K") and combining marks.
const PIECE =
  /(\p{Nd}+(?:[.,:/٫٬'’ \u202f-](?=\p{Nd})\p{Nd}+)*)|([\p{L}\p{M}\p{Nd}_]+(?:['’.\-‑](?=[\p{L}\p{Nd}])[\p{L}\p{M}\p{Nd}_]+)*)|[^\s]/gu;

/**
 * The tokens of `text`, with spans moved by `offset` (the start of the passage in its
 * source). Linear in the length of the text; never throws.
 */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PIECE)) {
    const start = offset + match.index;
    const end = start + match[0].length;
    const kind = match[1] !== undefined ? 'number' : match[2] !== undefined ? 'word' : 'mark';
    tokens.push({ start, end, kind, norm: kind === 'mark' ? match[0] : foldWord(match[0]) });
  }
  return tokens;
}
