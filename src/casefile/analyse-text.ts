import { foldText } from './fold-text.ts';
import { primaryTag, stemWord } from './stem-word.ts';

/**
 * Raised when the same text gives other tokens than before; a case whose index was made by
 * another version is indexed again when it is next opened for writing.
 */
export const ANALYSER_VERSION = 1;

/** Tokens of a text in order, with the span of each in the text (UTF-16 code units). A word may give several. */
export interface AnalysedText {
  readonly tokens: string[];
  readonly starts: number[];
  readonly ends: number[];
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SINGLE = 3;
const SURROGATE = 4;

const WORD_CHARACTER = /^[\p{L}\p{M}\p{N}]$/u;
const DIGIT_CHARACTER = /^\p{Nd}$/u;
// Scripts written without spaces: each character is a token, and words are phrases.
const SINGLE_CHARACTER =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
// A whole number in groups of three; `1` keeps the marks between the groups the same.
const GROUPED = /\p{Nd}{1,3}([.,'’٬٫\u00a0\u202f])\p{Nd}{3}(?!\p{Nd})(?:\1\p{Nd}{3}(?!\p{Nd}))*/uy;

const NUMBER = /^\p{Nd}/u;

/** Longer tokens are cut: a run of base64 is no word. */
const LONGEST_TOKEN = 64;
const LONGEST_FOLDED = 4 * LONGEST_TOKEN;
const LONGEST_CACHED = 32;
const CACHE_LIMIT = 200_000;

let classes: Uint8Array | null = null;
const caches = new Map<string, Map<string, readonly string[]>>();

/**
 * The tokens by which a text is found: folded (see `foldText`), stemmed by `language` (see
 * `stemWord`), numbers without the marks between groups of three ("1,386" gives `1386`),
 * letters and digits apart ("5km" gives `5`, `km`). Tokens hold letters and digits only.
 * Linear in the length of the text; never throws.
 */
export function analyseText(text: string, language: string | null): AnalysedText {
  const found: AnalysedText = { tokens: [], starts: [], ends: [] };
  const cache = cacheOf(primaryTag(language));
  const table = classTable();
  let at = 0;
  while (at < text.length) {
    const start = at;
    const kind = kindAt(text, at, table);
    at += kind === OTHER ? 1 : lengthAt(text, at, kind, table);
    if (kind !== OTHER) addTokens(found, text, start, at, tokensOf(text.slice(start, at), language, cache));
  }
  return found;
}

function addTokens(
  found: AnalysedText,
  text: string,
  start: number,
  end: number,
  tokens: readonly string[],
): void {
  for (const token of tokens) {
    found.tokens.push(token);
    found.starts.push(start);
    found.ends.push(Math.min(end, text.length));
  }
}

function kindAt(text: string, at: number, table: Uint8Array): number {
  const kind = table[text.charCodeAt(at)] ?? OTHER;
  return kind === SURROGATE ? kindOfPair(text, at) : kind;
}

function kindOfPair(text: string, at: number): number {
  return kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function kindOf(character: string): number {
  if (!WORD_CHARACTER.test(character)) return OTHER;
  if (DIGIT_CHARACTER.test(character)) return DIGIT;
  return SINGLE_CHARACTER.test(character) ? SINGLE : LETTER;
}

function lengthAt(text: string, start: number, kind: number, table: Uint8Array): number {
  if (kind === SINGLE) return widthAt(text, start);
  if (kind === DIGIT) {
    const grouped = groupedLength(text, start);
    if (grouped > 0) return grouped;
  }
  let at = start + widthAt(text, start);
  while (at < text.length && kindAt(text, at, table) === kind) at += widthAt(text, at);
  return at - start;
}

function groupedLength(text: string, start: number): number {
  GROUPED.lastIndex = start;
  const match = GROUPED.exec(text);
  return match === null || foldText(match[0]).startsWith('0') ? 0 : match[0].length;
}

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function tokensOf(
  raw: string,
  language: string | null,
  cache: Map<string, readonly string[]>,
): readonly string[] {
  const known = cache.get(raw);
  if (known !== undefined) return known;
  const tokens = makeTokens(raw, language);
  if (raw.length > LONGEST_CACHED) return tokens;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(ownCopy(raw), tokens);
  return tokens;
}

// A slice keeps the whole text alive that it was cut from; a key of the cache must not.
function ownCopy(raw: string): string {
  return Buffer.from(raw, 'utf16le').toString('utf16le');
}

function makeTokens(raw: string, language: string | null): string[] {
  const whole = foldText(raw.slice(0, LONGEST_FOLDED));
  const folded = NUMBER.test(raw) ? whole.replaceAll(' ', '') : whole;
  if (folded === '') return [];
  return folded.split(' ').map((word) => cut(stemWord(cut(word), language)));
}

function cut(word: string): string {
  return word.length <= LONGEST_TOKEN ? word : word.slice(0, LONGEST_TOKEN);
}

function cacheOf(tag: string): Map<string, readonly string[]> {
  const known = caches.get(tag);
  if (known !== undefined) return known;
  const made = new Map<string, readonly string[]>();
  caches.set(tag, made);
  return made;
}

function classTable(): Uint8Array {
  if (classes !== null) return classes;
  classes = Uint8Array.from({ length: 0x10000 }, (_, code) =>
    code >= 0xd800 && code < 0xe000 ? SURROGATE : kindOf(String.fromCharCode(code)),
  );
  return classes;
}
