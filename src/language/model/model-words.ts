import type { Span } from '../../statement/span.ts';
import type { Token } from '../token.ts';

/** A word as models know it, with its span in the text. */
export interface ModelWord extends Span {
  readonly word: string;
  /** Place of the token that it is, or is a part of. */
  readonly token: number;
}

const CLITIC = /(?<=\p{L})(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;
const INITIALS = /^(?:\p{L}\.)*\p{L}$/u;
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Maj|Cpl|St|Prof|Sen|Rep|Gov|Jr|Sr|No|vs|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec)$/;
const HYPHENS = /[-‑]/u;
// Most words have none of these, and are looked at no further.
const PARTED = /['’\-‑]/;

/**
 * The words of tokens as treebanks have them: parts of hyphenated words and, in English,
 * contracted words apart ("don't" is `do`, `n't`); a dot that belongs to initials or a short form
 * with it ("U.S.", "Dr."). Linear.
 */
export function modelWords(text: string, tokens: readonly Token[], language: string): ModelWord[] {
  const words: ModelWord[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { start, end, kind } = tokens[at] as Token;
    if (kind !== 'word') {
      words.push({ start, end, word: text.slice(start, end), token: at });
      continue;
    }
    const dot = takesDot(text, tokens, at);
    splitWord(text, start, dot ? end + 1 : end, at, language, words);
    if (dot) at += 1;
  }
  return words;
}

function takesDot(text: string, tokens: readonly Token[], at: number): boolean {
  const { start, end } = tokens[at] as Token;
  const next = tokens[at + 1];
  if (next === undefined || next.start !== end || text[next.start] !== '.' || next.end !== next.start + 1)
    return false;
  if (end - start > 8) return false;
  const word = text.slice(start, end);
  return TITLE.test(word) || (INITIALS.test(word) && (word.length > 1 || /\p{Lu}/u.test(word)));
}

function splitWord(
  text: string,
  start: number,
  end: number,
  token: number,
  language: string,
  out: ModelWord[],
): void {
  const word = text.slice(start, end);
  if (!PARTED.test(word)) {
    out.push({ start, end, word, token });
    return;
  }
  const clitic = language === 'en' ? CLITIC.exec(word) : null;
  const stem = clitic === null ? word : word.slice(0, clitic.index);
  if (HYPHENS.test(stem)) splitHyphens(stem, start, token, out);
  else out.push({ start, end: start + stem.length, word: stem, token });
  if (clitic !== null) out.push({ start: start + clitic.index, end, word: clitic[0], token });
}

function splitHyphens(word: string, start: number, token: number, out: ModelWord[]): void {
  for (const match of word.matchAll(/[-‑]|[^-‑]+/gu)) {
    const from = start + match.index;
    out.push({ start: from, end: from + match[0].length, word: match[0], token });
  }
}
