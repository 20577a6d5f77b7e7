import type { Span } from '../statement/span.ts';
import abbreviations from './abbreviations.json' with { type: 'json' };
import { foldWord } from './fold-word.ts';
import type { Token } from './token.ts';

/** A run of tokens `[firstToken, endToken)` and the span that they cover. */
export interface TokenRun extends Span {
  readonly firstToken: number;
  readonly endToken: number;
}

const folded = (words: readonly string[]) => new Set(words.map(foldWord));
const NEVER = folded(abbreviations.never);
const MAY = folded(abbreviations.may);
const BEFORE_NUMBER = folded(abbreviations.beforeNumber);
const STARTERS = folded(abbreviations.starters);

const STOPS = new Set(['.', '!', '?', '؟', '…', '۔', '。', '！', '？', '‼', '⁉']);
const CLOSERS = new Set(['"', '”', '’', "'", '»', '›', ')', ']', '}', '“', '‘', '*', '_']);
const UPPER = /^\p{Lu}/u;
const LOWER = /^\p{Ll}/u;
const BLANK_LINE = /\n[^\S\n]*\n/;

/**
 * The sentences of a run of tokens, in order, covering every token once. `tokens` hold
 * spans in `text`, which may be the whole source. A sentence ends at a stop with its
 * closing quotes, unless the stop belongs to an abbreviation, an initial or a number, and
 * always at a blank line. Linear; never throws.
 */
export function splitSentences(text: string, tokens: readonly Token[]): TokenRun[] {
  const runs: TokenRun[] = [];
  const caseless = !tokens.some(
    (token) => token.kind === 'word' && UPPER.test(text.slice(token.start, token.start + 2)),
  );
  let first = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const last = lastOfSentence(text, tokens, first, index, caseless);
    if (last === null) continue;
    pushRun(runs, tokens, first, last + 1);
    first = last + 1;
    index = last;
  }
  if (first < tokens.length) pushRun(runs, tokens, first, tokens.length);
  return runs;
}

function pushRun(runs: TokenRun[], tokens: readonly Token[], firstToken: number, endToken: number): void {
  const start = tokens[firstToken]?.start;
  const end = tokens[endToken - 1]?.end;
  if (start !== undefined && end !== undefined) runs.push({ start, end, firstToken, endToken });
}

/** Index of the last token of the sentence that ends at `index`, closing quotes included; null where none ends. */
function lastOfSentence(
  text: string,
  tokens: readonly Token[],
  first: number,
  index: number,
  caseless: boolean,
): number | null {
  if (blankLineAfter(text, tokens, index)) return index;
  const token = tokens[index];
  if (token?.kind !== 'mark' || !STOPS.has(token.norm)) return null;
  const last = afterClosers(text, tokens, index);
  if (last < index) return null;
  const next = tokens[last + 1];
  if (next === undefined || blankLineAfter(text, tokens, last)) return last;
  if (next.start === tokens[last]?.end) return null;
  return endsHere(text, tokens, first, index, last, caseless) ? last : null;
}

function blankLineAfter(text: string, tokens: readonly Token[], index: number): boolean {
  const end = tokens[index]?.end;
  const start = tokens[index + 1]?.start;
  if (end === undefined || start === undefined || start - end < 2) return false;
  return BLANK_LINE.test(text.slice(end, start));
}

/** Index of the last mark that closes with the stop at `index`; -1 where another stop follows at once. */
function afterClosers(text: string, tokens: readonly Token[], index: number): number {
  let last = index;
  for (let next = tokens[last + 1]; next !== undefined; next = tokens[last + 1]) {
    if (next.kind !== 'mark' || next.start !== tokens[last]?.end) break;
    if (STOPS.has(next.norm)) return -1;
    if (!CLOSERS.has(next.norm)) break;
    last += 1;
  }
  const beyond = text[tokens[last]?.end ?? 0];
  return beyond === undefined || /[\s\p{P}]/u.test(beyond) || last === index ? last : index;
}

function endsHere(
  text: string,
  tokens: readonly Token[],
  first: number,
  index: number,
  last: number,
  caseless: boolean,
): boolean {
  const next = firstWordFrom(tokens, last + 1);
  const word = next === undefined ? '' : text.slice(next.start, next.end);
  const stop = tokens[index]?.norm;
  if (stop !== '.' && stop !== '…') return last === index || !LOWER.test(word);
  if (!caseless && LOWER.test(word)) return false;
  if (tokens[index - 1]?.norm === '.' || stop === '…') return true;
  return !stopBelongsToWord(text, tokens, first, index, next);
}

function firstWordFrom(tokens: readonly Token[], index: number): Token | undefined {
  for (let at = index; at < tokens.length && at < index + 4; at += 1) {
    if (tokens[at]?.kind !== 'mark') return tokens[at];
  }
  return undefined;
}

/** Whether the stop at `index` marks an abbreviation, an initial or a list number, and ends no sentence. */
function stopBelongsToWord(
  text: string,
  tokens: readonly Token[],
  first: number,
  index: number,
  next: Token | undefined,
): boolean {
  const before = tokens[index - 1];
  if (before === undefined || before.end !== tokens[index]?.start) return false;
  if (before.kind === 'number') return index - 1 === first && before.end - before.start < 4;
  if (before.kind !== 'word') return false;
  if (BEFORE_NUMBER.has(before.norm) && next?.kind === 'number') return true;
  const starts = next !== undefined && STARTERS.has(next.norm);
  if (isInitial(text, before)) return !starts;
  if (NEVER.has(before.norm)) return !BEFORE_NUMBER.has(before.norm);
  return MAY.has(before.norm) && !starts;
}

const INITIALS = /^(?:\p{Lu}|\p{Lu}(?:\.\p{Lu}){1,3})$/u;

function isInitial(text: string, token: Token): boolean {
  return token.end - token.start < 8 && INITIALS.test(text.slice(token.start, token.end));
}
