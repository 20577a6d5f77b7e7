import type { ReadingPassage, Sentence } from '../reading-passage.ts';
import type { ClauseReading, Draft, TokenRange } from './draft.ts';
import { findQuotations, type Quotation } from './find-quotations.ts';
import { lastBy } from './last-by.ts';
import { ARABIC_ACCORDING, ARABIC_VERBS, type VerbForm } from './reporting-verbs.ts';
import { spanOfTokens } from './token-span.ts';

// "that", with and without a pronoun grown onto it, folded.
const THAT = /^(?:ب|و)?ان(?:ه|ها|هم|هما|ني|نا|ك)?$/;
const MANY = new Set(['قالوا', 'يقولون', 'قيل']);
const ENDS = new Set([':', '"', '“', '«', '.', '؟', '!', '؛']);
const FARTHEST = 14;

/** Attributions in Arabic, where the verb of saying comes first, then who speaks, then "that" or a quotation. */
export function readArabic(words: ReadingPassage): ClauseReading {
  const quotations = findQuotations(words);
  const drafts: Draft[] = [];
  for (const sentence of words.sentences) {
    for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
      const form = verbAt(words, index);
      const draft =
        form === null ? according(words, sentence, index) : spoken(words, sentence, index, form, quotations);
      if (draft !== null) drafts.push(draft);
    }
  }
  return { drafts, leftOpen: quotations.at(-1)?.closed === false };
}

function normAt(words: ReadingPassage, index: number): string {
  return words.tokens[index]?.norm ?? '';
}

function verbAt(words: ReadingPassage, index: number): VerbForm | null {
  const norm = normAt(words, index);
  return ARABIC_VERBS.get(norm) ?? (/^[وف]/.test(norm) ? ARABIC_VERBS.get(norm.slice(1)) : undefined) ?? null;
}

function spoken(
  words: ReadingPassage,
  sentence: Sentence,
  verb: number,
  form: VerbForm,
  quotations: readonly Quotation[],
): Draft | null {
  const turn = turnAfter(words, sentence, verb);
  const cue = spanOfTokens(words, { first: verb, end: verb + 1 });
  const claimant = claimantOf(words, sentence, verb, turn ?? verb + 1);
  const near = quotations[lastBy(quotations, (turn ?? verb) + 1, ({ open }) => open)];
  const quotation = near !== undefined && near.open > verb ? near : undefined;
  const start = turn === null ? (claimant?.end ?? verb + 1) : turn + 1;
  const range =
    quotation !== undefined && quotation.open <= start + 1
      ? { first: quotation.open + 1, end: quotation.close }
      : { first: start, end: withoutStop(words, start, sentence.endToken) };
  if (
    turn === null &&
    quotation === undefined &&
    !TAKES_NOUN.has(form.lemma) &&
    !MANY.has(normAt(words, verb))
  )
    return null;
  const content = spanOfTokens(words, range);
  if (cue === null || content === null) return null;
  const direct = quotation !== undefined && quotation.start === content.start;
  return {
    content,
    cue,
    claimant,
    beside: null,
    kind: direct ? 'direct' : 'indirect',
    verb: form.lemma,
    guess: claimant === null,
  };
}

const TAKES_NOUN = new Set(['deny', 'threaten', 'order', 'assert', 'confirm', 'admit']);

/** Index of the "that", colon or opening mark that leads over to what is said. */
function turnAfter(words: ReadingPassage, sentence: Sentence, verb: number): number | null {
  for (let index = verb + 1; index < Math.min(verb + FARTHEST, sentence.endToken); index += 1) {
    const norm = normAt(words, index);
    if (THAT.test(norm) || norm === ':') return index;
    if (ENDS.has(norm)) return norm === '"' || norm === '“' || norm === '«' ? index - 1 : null;
  }
  return null;
}

const TO_HEARER = /^(?:لي|له|لها|لهم|لنا|لك|ل.+)$/;

/** Who speaks: the words after the verb, else those that open the clause before it. */
function claimantOf(
  words: ReadingPassage,
  sentence: Sentence,
  verb: number,
  turn: number,
): TokenRange | null {
  if (MANY.has(normAt(words, verb))) return { first: verb, end: verb + 1 };
  let end = verb + 1;
  while (end < turn && end - verb < 6 && !isBreak(words, end)) end += 1;
  if (end > verb + 1) return { first: verb + 1, end };
  let first = verb;
  while (first > sentence.firstToken && verb - first < 4 && words.tokens[first - 1]?.kind === 'word')
    first -= 1;
  return first < verb ? { first, end: verb } : null;
}

function isBreak(words: ReadingPassage, index: number): boolean {
  const token = words.tokens[index];
  return (
    token === undefined ||
    token.kind === 'mark' ||
    THAT.test(token.norm) ||
    (TO_HEARER.test(token.norm) && token.norm.length < 4) ||
    token.norm === 'في' ||
    token.norm === 'علي'
  );
}

/** "بحسب X", "وفقا ل X", "نقلا عن X". */
function according(words: ReadingPassage, sentence: Sentence, index: number): Draft | null {
  const phrase = ARABIC_ACCORDING.find((each) =>
    each.every((word, at) => normAt(words, index + at) === word),
  );
  if (phrase === undefined) return null;
  const first = index + phrase.length;
  let end = first;
  while (end < sentence.endToken && end - first < 6 && words.tokens[end]?.kind === 'word') end += 1;
  const cue = spanOfTokens(words, { first: index, end: first });
  const content = besidePhrase(words, sentence, index, end);
  if (end === first || cue === null || content === null) return null;
  return {
    content,
    cue,
    claimant: { first, end },
    beside: null,
    kind: 'according-to',
    verb: null,
    guess: false,
  };
}

function besidePhrase(
  words: ReadingPassage,
  sentence: Sentence,
  index: number,
  end: number,
): Draft['content'] | null {
  if (index - sentence.firstToken > 1)
    return spanOfTokens(words, {
      first: sentence.firstToken,
      end: withoutStop(words, sentence.firstToken, index),
    });
  const start = words.tokens[end]?.kind === 'mark' ? end + 1 : end;
  return spanOfTokens(words, { first: start, end: withoutStop(words, start, sentence.endToken) });
}

function withoutStop(words: ReadingPassage, start: number, end: number): number {
  let last = end;
  while (last > start && words.tokens[last - 1]?.kind === 'mark') last -= 1;
  return last;
}
