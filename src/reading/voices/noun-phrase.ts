import type { ReadingPassage } from '../reading-passage.ts';
import type { TokenRange } from './draft.ts';
import {
  ADVERBIALS,
  ADVERBS,
  AUXILIARIES,
  BOUNDARIES,
  DETERMINERS,
  PLURALS,
  PREPOSITIONS,
  type ProseWords,
} from './reporting-verbs.ts';

const FARTHEST = 28;
const UPPER = /^\p{Lu}/u;

export function normAt(words: ReadingPassage, index: number): string {
  return words.tokens[index]?.norm ?? '';
}

export function startsUpper(words: ReadingPassage, index: number): boolean {
  const token = words.tokens[index];
  return (
    token !== undefined && token.kind === 'word' && UPPER.test(words.text.slice(token.start, token.start + 2))
  );
}

/** The noun phrase that ends with token `last`. */
export function nounBefore(
  words: ReadingPassage,
  last: number,
  from: number,
  prose: ProseWords | null,
): TokenRange | null {
  if (prose?.pronouns.has(normAt(words, last)) === true && !DETERMINERS.has(normAt(words, last)))
    return { first: last, end: last + 1 };
  if (isPronoun(normAt(words, last))) return { first: last, end: last + 1 };
  const first = trimStart(words, phraseStart(words, last, from), last);
  return first <= last && isNoun(words, first, last, from) ? { first, end: last + 1 } : null;
}

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'you', 'who']);

export function isPronoun(norm: string): boolean {
  return PRONOUNS.has(norm);
}

function phraseStart(words: ReadingPassage, last: number, from: number): number {
  let first = last;
  while (first > from && last - first < FARTHEST) {
    const token = words.tokens[first - 1];
    if (token === undefined || endsPhrase(words, token.norm, first - 1)) break;
    first -= 1;
  }
  return first;
}

function endsPhrase(words: ReadingPassage, norm: string, index: number): boolean {
  const token = words.tokens[index];
  if (token?.kind === 'mark')
    return !(norm === '.' || norm === '-' || norm === '&' || norm === "'" || norm === '’' || norm === '/');
  if (norm === 'and' || norm === 'or')
    return !(startsUpper(words, index - 1) && startsUpper(words, index + 1));
  return (
    BOUNDARIES.has(norm) ||
    FINITE.has(norm) ||
    (AUXILIARIES.has(norm) && norm !== 'to' && norm !== 'on') ||
    isPronoun(norm)
  );
}

/** Verbs that never stand inside a noun phrase. */
const FINITE = new Set([
  'said',
  'says',
  'told',
  'tells',
  'showed',
  'wrote',
  'asked',
  'denied',
  'added',
  'was',
  'were',
  'went',
  'came',
  'got',
  'took',
  'gave',
]);

/** Leaves out what stands before the phrase proper: adverbs, and an opening "In May" without a comma. */
function trimStart(words: ReadingPassage, start: number, last: number): number {
  let first = start;
  while (first < last && (ADVERBS.has(normAt(words, first)) || /^[a-z]{4,}ly$/.test(normAt(words, first))))
    first += 1;
  if (
    !PREPOSITIONS.has(normAt(words, first)) &&
    (DETERMINERS.has(normAt(words, first)) || startsUpper(words, first))
  )
    return first;
  if (!PREPOSITIONS.has(normAt(words, first)))
    return afterBy(words, fromDeterminer(words, first, last), last);
  for (let at = last; at > first; at -= 1) {
    if (PREPOSITIONS.has(normAt(words, at - 1))) continue;
    if (DETERMINERS.has(normAt(words, at)) || (startsUpper(words, at) && !startsUpper(words, at - 1)))
      return at;
  }
  return last + 1;
}

/** "pasted by people": the agent alone. */
function afterBy(words: ReadingPassage, first: number, last: number): number {
  return first + 1 < last && normAt(words, first + 1) === 'by' ? first + 2 : first;
}

/** "affect the talks of X": what stands before an inner "the" is no part of the phrase. */
function fromDeterminer(words: ReadingPassage, first: number, last: number): number {
  for (let at = first + 1; at <= last; at += 1) {
    if (PREPOSITIONS.has(normAt(words, at - 1))) continue;
    if (DETERMINERS.has(normAt(words, at))) return at;
  }
  return first;
}

function isNoun(words: ReadingPassage, first: number, last: number, from: number): boolean {
  for (let index = first; index <= last; index += 1) {
    const norm = normAt(words, index);
    if (DETERMINERS.has(norm) || PLURALS.has(norm) || isPronoun(norm)) return true;
    if (norm === '%' || norm === 'percent') return true;
    if (startsUpper(words, index) && index > from) return true;
  }
  if (startsUpper(words, first) && last - first < 9) return true;
  return last - first < 5 && /(?:s|en)$/.test(normAt(words, last)) && words.tokens[last]?.kind === 'word';
}

/** The noun phrase that starts with token `start`, up to a comma, a stop or a word of time, place or manner. */
export function nounRun(words: ReadingPassage, start: number, to: number): TokenRange | null {
  const head = normAt(words, start);
  const may =
    DETERMINERS.has(head) ||
    startsUpper(words, start) ||
    PLURALS.has(head) ||
    words.tokens[start]?.kind === 'word';
  if (!may || PREPOSITIONS.has(head) || ADVERBS.has(head) || ADVERBIALS.has(head) || BOUNDARIES.has(head))
    return null;
  if (/ly$/.test(head) && !startsUpper(words, start)) return null;
  let end = start;
  while (end < to && end - start < 16 && !endsAfter(words, end, start)) end += 1;
  return end > start && isNoun(words, start, end - 1, start) ? { first: start, end } : null;
}

function endsAfter(words: ReadingPassage, index: number, start: number): boolean {
  const token = words.tokens[index];
  const norm = token?.norm ?? '';
  if (token?.kind === 'mark') {
    const initial = norm === '.' && index > start && index + 1 - start < 8 && startsUpper(words, index + 1);
    return !(
      norm === '-' ||
      norm === '’' ||
      norm === '&' ||
      (initial && (words.tokens[index - 1]?.norm.length ?? 9) < 4)
    );
  }
  if (index === start || norm === 'of' || norm === 'for') return false;
  if (norm === 'and') return !(startsUpper(words, index - 1) && startsUpper(words, index + 1));
  return ADVERBIALS.has(norm) || BOUNDARIES.has(norm) || PREPOSITIONS.has(norm);
}
