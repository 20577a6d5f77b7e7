import type { Span } from '../../statement/span.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import type { Draft } from './draft.ts';
import { normAt, nounBefore } from './noun-phrase.ts';

/** What keeps a measure or a tally and so speaks for itself. */
const KEEPERS = new Set(
  'station gauge meter sensor register ledger book logbook log list sheet roll tally spreadsheet database registry dashboard counter tracker'.split(
    ' ',
  ),
);
const HOLDS = new Set(
  'measured measures recorded records registered registers logged logs has had holds shows showed lists listed gives gave counts counted reads'.split(
    ' ',
  ),
);
const COUNTS = new Set(['counted', 'tallied']);
/** Words that may stand between the verb and its number. */
const BEFORE_NUMBER = new Set(
  'only just about some over around nearly almost more less than at least a total of up to fully exactly'.split(
    ' ',
  ),
);
const LONGEST_NAME = 12;

/** "The station at X measured 62 mm", "the harbour's list has 14 names", "Jo Berg counted nine": the figure is theirs. */
export function readRecords(words: ReadingPassage): Draft[] {
  const drafts: Draft[] = [];
  for (const sentence of words.sentences)
    for (let verb = sentence.firstToken + 1; verb < sentence.endToken; verb += 1) {
      const norm = normAt(words, verb);
      if (!HOLDS.has(norm) && !COUNTS.has(norm)) continue;
      const draft = givesNumber(words, verb, sentence.endToken)
        ? draftAt(words, verb, sentence.firstToken, sentence.endToken)
        : null;
      if (draft !== null) {
        drafts.push(draft);
        break;
      }
    }
  return drafts;
}

function givesNumber(words: ReadingPassage, verb: number, to: number): boolean {
  for (let at = verb + 1; at < to && at < verb + 5; at += 1) {
    if (words.tokens[at]?.kind === 'number') return true;
    if (!BEFORE_NUMBER.has(normAt(words, at))) return false;
  }
  return false;
}

function draftAt(words: ReadingPassage, verb: number, from: number, to: number): Draft | null {
  const first = Math.max(from, verb - LONGEST_NAME);
  const keeper = keeperAt(words, first, verb);
  const range =
    keeper === null ? counterBefore(words, verb, from) : { first: openingOf(words, keeper, from), end: verb };
  const cue = words.tokens[keeper ?? verb - 1];
  const content = contentOf(words, verb, to);
  if (range === null || cue === undefined || content === null) return null;
  return {
    content,
    cue: { start: cue.start, end: cue.end },
    claimant: range,
    beside: null,
    kind: keeper === null ? 'indirect' : 'document',
    verb: null,
    guess: false,
  };
}

/** The keeper that heads the phrase before the verb: nothing but "at X", "of Y" follows it. */
function keeperAt(words: ReadingPassage, from: number, verb: number): number | null {
  for (let at = verb - 1; at >= from; at -= 1) {
    const norm = normAt(words, at);
    if (/^[,;:.!?"“”()—–]$/.test(norm)) return null;
    if (!KEEPERS.has(norm)) continue;
    return at === verb - 1 || ['at', 'of', 'in', 'on', 'by', 'from', 'near'].includes(normAt(words, at + 1))
      ? at
      : null;
  }
  return null;
}

function openingOf(words: ReadingPassage, keeper: number, from: number): number {
  let first = keeper;
  while (first > from && keeper - first < 6 && words.tokens[first - 1]?.kind === 'word') {
    if (['that', 'and', 'but', 'because', 'as', 'while', 'when'].includes(normAt(words, first - 1))) break;
    first -= 1;
  }
  return first;
}

function counterBefore(words: ReadingPassage, verb: number, from: number): Draft['claimant'] {
  if (!COUNTS.has(normAt(words, verb))) return null;
  const range = nounBefore(words, verb - 1, from, null);
  const head = range === null ? undefined : words.tokens[range.end - 1];
  return head !== undefined && /^\p{Lu}/u.test(words.text.slice(head.start, head.start + 2)) ? range : null;
}

function contentOf(words: ReadingPassage, verb: number, to: number): Span | null {
  let end = to;
  while (end > verb && words.tokens[end - 1]?.kind === 'mark') end -= 1;
  const start = words.tokens[verb];
  const last = words.tokens[end - 1];
  return start === undefined || last === undefined || end - verb < 2
    ? null
    : { start: start.start, end: last.end };
}
