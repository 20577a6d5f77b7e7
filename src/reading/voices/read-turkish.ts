import type { ReadingPassage, Sentence } from '../reading-passage.ts';
import type { ClauseReading, Draft, TokenRange } from './draft.ts';
import { findQuotations, type Quotation } from './find-quotations.ts';
import { TURKISH_VERBS, type VerbForm } from './reporting-verbs.ts';
import { spanOfTokens } from './token-span.ts';

/** A verb of saying: tokens `[first, end)`, with the auxiliary of "iddia etti". */
interface Cue extends TokenRange {
  readonly form: VerbForm;
}

// "-dığını", "-acağını", "-duklarını": the ending of a reported clause, folded.
const REPORTED = /(?:[dt][iu]g[iu]n[iu]|[ae]c[ae]gin[iu]|[dt][iu]klar[iu]n[iu]|[dt][iu]kler[iu]n[iu])$/;
const FREE = new Set(['dedi', 'dediler', 'diyor', 'diyorlar', 'demis', 'der', 'derdi', 'demisti']);

/** Attributions in Turkish, where who speaks comes first and the verb of saying last. */
export function readTurkish(words: ReadingPassage): ClauseReading {
  const quotations = findQuotations(words);
  const drafts: Draft[] = [];
  for (const sentence of words.sentences) {
    const cue = cueOf(words, sentence);
    if (cue !== null) drafts.push(...spoken(words, sentence, cue, quotations));
    drafts.push(...according(words, sentence));
  }
  return { drafts, leftOpen: quotations.at(-1)?.closed === false };
}

function normAt(words: ReadingPassage, index: number): string {
  return words.tokens[index]?.norm ?? '';
}

/** The last verb of saying of the sentence. */
function cueOf(words: ReadingPassage, sentence: Sentence): Cue | null {
  for (let index = sentence.endToken - 1; index >= sentence.firstToken; index -= 1) {
    const pair =
      index > sentence.firstToken
        ? TURKISH_VERBS.get(`${normAt(words, index - 1)} ${normAt(words, index)}`)
        : undefined;
    if (pair !== undefined) return { first: index - 1, end: index + 1, form: pair };
    const single = TURKISH_VERBS.get(normAt(words, index));
    if (single !== undefined) return { first: index, end: index + 1, form: single };
  }
  return null;
}

function spoken(
  words: ReadingPassage,
  sentence: Sentence,
  cue: Cue,
  quotations: readonly Quotation[],
): Draft[] {
  const quoted = quotations.filter(
    ({ open, words: size }) => open >= sentence.firstToken && open < cue.first && size > 2,
  );
  const first = quoted[0];
  if (first !== undefined)
    return quoted
      .map((quotation) =>
        draftOf(
          words,
          cue,
          subject(words, sentence, first.open),
          { first: quotation.open + 1, end: quotation.close },
          'direct',
        ),
      )
      .filter((draft) => draft !== null);
  const claimant = subject(words, sentence, cue.first);
  const start = claimant === null ? sentence.firstToken : afterComma(words, claimant.end);
  if (cue.first - start < 2 || !reports(words, start, cue)) return [];
  const draft = draftOf(words, cue, claimant, { first: start, end: cue.first }, 'indirect');
  return draft === null ? [] : [draft];
}

function afterComma(words: ReadingPassage, index: number): number {
  return normAt(words, index) === ',' ? index + 1 : index;
}

/** "dedi" takes any clause; the other verbs take one in "-dığını". */
function reports(words: ReadingPassage, start: number, cue: Cue): boolean {
  if (FREE.has(normAt(words, cue.end - 1))) return true;
  for (let index = Math.max(start, cue.first - 4); index < cue.first; index += 1)
    if (REPORTED.test(normAt(words, index))) return true;
  return false;
}

function draftOf(
  words: ReadingPassage,
  cue: Cue,
  claimant: TokenRange | null,
  content: TokenRange,
  kind: Draft['kind'],
): Draft | null {
  const cueSpan = spanOfTokens(words, cue);
  const span = spanOfTokens(words, content);
  if (cueSpan === null || span === null || span.end > cueSpan.start) return null;
  return {
    content: span,
    cue: cueSpan,
    claimant,
    beside: null,
    kind,
    verb: cue.form.lemma,
    guess: claimant === null,
  };
}

const MOST_WORDS = 9;
const UPPER = /^\p{Lu}/u;
const NOT_SUBJECT = new Set([
  've',
  'ama',
  'ancak',
  'fakat',
  'bu',
  'dun',
  'bugun',
  'sonra',
  'daha',
  'ayrica',
  'oysa',
  'bir',
  'her',
  'simdi',
]);

/** Who opens the sentence: up to its comma, else its run of capitals; null where the verb's ending alone tells. */
function subject(words: ReadingPassage, sentence: Sentence, limit: number): TokenRange | null {
  const first = sentence.firstToken;
  for (let index = first + 1; index < Math.min(first + MOST_WORDS, limit); index += 1) {
    if (normAt(words, index) === ',' && isName(words, first, index)) return { first, end: index };
    if (words.tokens[index]?.kind === 'mark') break;
  }
  let end = first;
  while (end < limit && isUpper(words, end)) end += 1;
  return end > first && isName(words, first, end) ? { first, end } : null;
}

function isUpper(words: ReadingPassage, index: number): boolean {
  const token = words.tokens[index];
  return token?.kind === 'word' && UPPER.test(words.text.slice(token.start, token.start + 2));
}

/** A subject has no case ending after an apostrophe and is no linking word. */
function isName(words: ReadingPassage, first: number, end: number): boolean {
  const last = words.tokens[end - 1];
  if (last === undefined || last.norm.includes("'")) return false;
  return !NOT_SUBJECT.has(normAt(words, first)) || end - first > 1;
}

/** "X'e göre C". */
function according(words: ReadingPassage, sentence: Sentence): Draft[] {
  for (
    let index = sentence.firstToken + 1;
    index < Math.min(sentence.firstToken + 14, sentence.endToken);
    index += 1
  ) {
    if (normAt(words, index) !== 'gore') continue;
    const claimant = { first: sentence.firstToken, end: index };
    const cue = spanOfTokens(words, { first: index, end: index + 1 });
    const start = afterComma(words, index + 1);
    const content = spanOfTokens(words, { first: start, end: withoutStop(words, start, sentence.endToken) });
    if (cue === null || content === null) return [];
    return [{ content, cue, claimant, beside: null, kind: 'according-to', verb: null, guess: false }];
  }
  return [];
}

function withoutStop(words: ReadingPassage, start: number, end: number): number {
  let last = end;
  while (last > start && words.tokens[last - 1]?.kind === 'mark') last -= 1;
  return last;
}
