import type { Span } from '../statement/span.ts';
import { foldText } from './fold-text.ts';
import { WordScanner } from './scan-words.ts';
import { primaryTag, stemWord } from './stem-word.ts';
import { TokenWriter, WordTable } from './word-table.ts';

/**
 * Raised when the same text gives other tokens than before; a case whose index was made by
 * another version is indexed again when it is next opened for writing.
 */
export const ANALYSER_VERSION = 1;

/** Tokens of a text in order, with the span of each in the text (UTF-16 code units). A word may give several. */
export interface AnalysedText {
  readonly tokens: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Longer tokens are cut: a run of base64 is no word. */
const LONGEST_TOKEN = 64;
const LONGEST_FOLDED = 4 * LONGEST_TOKEN;
/** Longer words are not remembered. */
const LONGEST_KNOWN = 32;
const NUMBER = /^\p{Nd}/u;

const writer = new TokenWriter();
const tables = new Map<string, WordTable>();

/**
 * The tokens by which a text is found: folded (see `foldText`), stemmed by `language` (see
 * `stemWord`), numbers without the marks between groups of three ("1,386" gives `1386`),
 * letters and digits apart ("5km" gives `5`, `km`). Tokens hold letters and digits only.
 * Linear in the length of the text; never throws.
 */
export function analyseText(text: string, language: string | null): AnalysedText {
  const tokens: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const table = tableOf(language);
  const words = new WordScanner(text);
  while (words.next()) {
    const { start, end, hash } = words;
    const found = isShort(words)
      ? table.tokensAt(text, start, end, hash)
      : makeTokens(text.slice(start, end), language);
    for (const token of found === '' ? [] : found.split(' ')) {
      tokens.push(token);
      starts.push(start);
      ends.push(end);
    }
  }
  return { tokens, starts, ends };
}

/** The tokens of `span` of a text alone, UTF-8 with a space between them; good until it is called again. */
export function writeTokens(text: string, { start, end }: Span, language: string | null): Uint8Array {
  const table = tableOf(language);
  const words = new WordScanner(text, start, end);
  writer.clear();
  while (words.next()) {
    if (isShort(words)) table.writeTokensAt(text, words.start, words.end, words.hash, writer);
    else writeLong(text.slice(words.start, words.end), language);
  }
  return writer.written();
}

function writeLong(word: string, language: string | null): void {
  const tokens = Buffer.from(makeTokens(word, language), 'utf8');
  writer.add(tokens, 0, tokens.length);
}

function isShort({ start, end }: Span): boolean {
  return end - start <= LONGEST_KNOWN;
}

function makeTokens(word: string, language: string | null): string {
  const folded = foldText(word.slice(0, LONGEST_FOLDED));
  if (NUMBER.test(word)) return cut(folded.replaceAll(' ', ''));
  return folded
    .split(' ')
    .map((each) => cut(stemWord(cut(each), language)))
    .join(' ');
}

function cut(word: string): string {
  return word.length <= LONGEST_TOKEN ? word : word.slice(0, LONGEST_TOKEN);
}

function tableOf(language: string | null): WordTable {
  const tag = primaryTag(language);
  const known = tables.get(tag);
  if (known !== undefined) return known;
  const made = new WordTable((word) => makeTokens(word, tag));
  tables.set(tag, made);
  return made;
}
