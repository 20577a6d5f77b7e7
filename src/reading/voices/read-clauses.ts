import type { Span } from '../../statement/span.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import { attachQuotations } from './attach-quotations.ts';
import type { ClauseReading, Draft, TokenRange } from './draft.ts';
import { type Claimant, findClaimant } from './find-claimant.ts';
import { type Clause, type CueReading, findContents, quotationAt, spanOf } from './find-content.ts';
import { type Cue, findCues } from './find-cues.ts';
import { findQuotations, type Quotation } from './find-quotations.ts';
import { lastBy } from './last-by.ts';
import { nounRun } from './noun-phrase.ts';
import { readAccording } from './read-according.ts';
import { readRecords } from './read-records.ts';
import { DOCUMENTS, proseWords } from './reporting-verbs.ts';

/**
 * Attributions of a passage in a language that puts subject before verb (or inverts it after
 * a quotation): direct and indirect speech, "according to", documents as voices.
 */
export function readClauses(words: ReadingPassage, continued: boolean): ClauseReading {
  const prose = proseWords(words.language);
  const quotations = findQuotations(words);
  const cues = findCues(words, prose).map((cue) => withinQuotation(cue, quotations));
  const readings = cues.flatMap((cue, index) => readingOf(words, cue, prose, cues, index));
  const clause = { words, prose, quotations, readings };
  const indirect = readings.flatMap((reading, index) => draftsOf(clause, reading, index));
  const according = readAccording(clause, indirect);
  const spoken = attachQuotations(clause, indirect, continued);
  const taken = [...indirect, ...according];
  const records = readRecords(words).filter(
    ({ cue }) => !taken.some(({ content }) => content.start <= cue.start && cue.end <= content.end),
  );
  return { drafts: [...taken, ...records, ...spoken], leftOpen: quotations.at(-1)?.closed === false };
}

/** A verb inside a quotation reports only words of that quotation. */
function withinQuotation(cue: Cue, quotations: readonly Quotation[]): Cue {
  const around = quotations[lastBy(quotations, cue.verb, ({ open }) => open)];
  if (around === undefined || cue.verb >= around.close) return cue;
  return {
    ...cue,
    first: Math.max(cue.first, around.open + 1),
    from: Math.max(cue.from, around.open + 1),
    to: Math.min(cue.to, around.close),
  };
}

const SELF = new Set([
  'i',
  'we',
  'you',
  'me',
  'us',
  'yo',
  'nosotros',
  'eu',
  'nós',
  'je',
  'nous',
  'vous',
  'ich',
  'wir',
  'noi',
]);

function readingOf(
  words: ReadingPassage,
  cue: Cue,
  prose: ReturnType<typeof proseWords>,
  cues: readonly Cue[],
  index: number,
): CueReading[] {
  const found = findClaimant(words, cue, prose);
  const claimant = found?.place === 'inherited' ? inheritFrom(words, cue, cues[index - 1], prose) : found;
  if (claimant === null || claimant.range === null) return [];
  const { range, place } = claimant;
  if (SELF.has(words.tokens[range.end - 1]?.norm ?? '')) return [];
  const left = place === 'before' ? Math.min(cue.first, range.first) : cue.first;
  const right = place === 'inherited' ? cue.end : Math.max(cue.end, range.end);
  return [{ cue, claimant, left, right }];
}

/** Who a verb without a subject of its own goes back to: the last one of the sentence, else the noun that opens it. */
function inheritFrom(
  words: ReadingPassage,
  cue: Cue,
  earlier: Cue | undefined,
  prose: ReturnType<typeof proseWords>,
): Claimant | null {
  if (earlier !== undefined && earlier.from === cue.from) {
    const claimant = findClaimant(words, earlier, prose);
    if (claimant?.range != null) return { ...claimant, place: 'inherited' };
  }
  const range = openingNoun(words, cue);
  return range === null ? null : { range, beside: null, place: 'inherited' };
}

const PRONOUNS = new Set(['he', 'she', 'they', 'it']);

function openingNoun(words: ReadingPassage, cue: Cue): TokenRange | null {
  if (PRONOUNS.has(words.tokens[cue.from]?.norm ?? '')) return { first: cue.from, end: cue.from + 1 };
  const run = nounRun(words, cue.from, cue.first);
  return run === null ? null : { first: run.first, end: Math.min(run.end, run.first + 8, cue.first) };
}

function draftsOf(clause: Clause, reading: CueReading, index: number): Draft[] {
  return findContents(clause, index).flatMap((range) => {
    const content = spanOf(clause, range);
    const cue = cueSpan(clause, reading);
    if (content === null || cue === null || (content.start < cue.end && cue.start < content.end)) return [];
    const opening = quotationAt(clause, range.first);
    const direct = opening !== null && opening.close >= range.end - 1;
    const kind = direct ? 'direct' : isDocument(clause, reading) ? 'document' : 'indirect';
    return [draftFrom(reading, content, cue, kind)];
  });
}

export function draftFrom(reading: CueReading, content: Span, cue: Span, kind: Draft['kind']): Draft {
  const { range, beside } = reading.claimant;
  return {
    content,
    cue,
    claimant: range,
    beside,
    kind,
    verb: reading.cue.form.lemma,
    guess: reading.claimant.place === 'inherited',
  };
}

export function cueSpan(clause: Clause, reading: CueReading): Span | null {
  const first = clause.words.tokens[reading.cue.first];
  const last = clause.words.tokens[reading.cue.end - 1];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

function isDocument(clause: Clause, reading: CueReading): boolean {
  const range = reading.claimant.range;
  if (range === null) return false;
  for (let index = range.first; index < range.end; index += 1) {
    if (DOCUMENTS.has(clause.words.tokens[index]?.norm ?? '')) return true;
  }
  return false;
}
