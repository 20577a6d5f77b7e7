import type { Span } from '../../statement/span.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import type { TokenRange } from './draft.ts';
import type { Claimant } from './find-claimant.ts';
import type { Cue } from './find-cues.ts';
import type { Quotation } from './find-quotations.ts';
import { lastBy } from './last-by.ts';
import { nounRun } from './noun-phrase.ts';
import {
  ADVERBIALS,
  ADVERBS,
  BOUNDARIES,
  PLURALS,
  PREPOSITIONS,
  type ProseWords,
} from './reporting-verbs.ts';

/** A cue with who speaks and the tokens that cue and claimant take together, `[left, right)`. */
export interface CueReading {
  readonly cue: Cue;
  readonly claimant: Claimant;
  readonly left: number;
  readonly right: number;
}

/** Everything that content is cut out of. */
export interface Clause {
  readonly words: ReadingPassage;
  readonly prose: ProseWords;
  readonly quotations: readonly Quotation[];
  readonly readings: readonly CueReading[];
}

/** The tokens of what is reported; none where only a quotation beside the cue can tell. */
export function findContents(clause: Clause, index: number): TokenRange[] {
  const reading = clause.readings[index];
  if (reading === undefined) return [];
  const after = reading.claimant.place === 'after' ? null : contentAfter(clause, reading, index);
  if (after !== null) return [after];
  return fronted(clause, reading, index);
}

function normAt(clause: Clause, index: number): string {
  return clause.words.tokens[index]?.norm ?? '';
}

const LOOK_AHEAD = 16;
/** Tokens; what is longer without a stop is no clause. */
const LONGEST = 400;

function contentAfter(clause: Clause, reading: CueReading, index: number): TokenRange | null {
  const { cue } = reading;
  const start = contentStart(clause, reading);
  if (start === null || start >= cue.to) return null;
  const to = Math.min(cue.to, start + LONGEST);
  const range = { first: start, end: contentEnd(clause, start, to, index) };
  const enough = range.end - range.first > 1 || quotationAt(clause, range.first) !== null;
  return enough ? range : null;
}

/** Index of the first token of the content after the verb; null where none follows it. */
function contentStart(clause: Clause, reading: CueReading): number | null {
  const { cue } = reading;
  const { frames } = cue.form;
  const next = cue.passive ? (reading.claimant.range?.end ?? cue.end) : cue.end;
  const norm = normAt(clause, next);
  if (clause.prose.that.has(norm)) return /[cto]/.test(frames) ? next + 1 : next;
  if (norm === ':') return next + 1;
  if (cue.end > cue.verb + 1) return isStop(norm) ? null : next;
  if (isStop(norm) || norm === ',') return quoteAfterComma(clause, next, norm);
  const object = frames.includes('o') ? afterHearer(clause, cue) : null;
  if (object !== null) return object;
  const later = laterThat(clause, cue);
  if (later !== null) return later;
  if (frames.includes('o') && !/[cn]/.test(frames)) return null;
  return directStart(clause, cue, norm);
}

function isStop(norm: string): boolean {
  return (
    norm === '' ||
    norm === '.' ||
    norm === '!' ||
    norm === '?' ||
    norm === ')' ||
    norm === ';' ||
    norm === '—' ||
    norm === '–' ||
    norm === '”' ||
    norm === '…'
  );
}

const OPENERS = new Set(['"', '“', '«', '„', '‘', "'"]);

function quoteAfterComma(clause: Clause, next: number, norm: string): number | null {
  return norm === ',' && OPENERS.has(normAt(clause, next + 1)) ? next + 1 : null;
}

const HEARERS = new Set([
  'me',
  'him',
  'her',
  'us',
  'them',
  'you',
  'it',
  'himself',
  'herself',
  'themselves',
  'everyone',
  'everybody',
  'people',
  'someone',
  'anyone',
]);

/** After "told X": the clause, the question word or the infinitive that follows the hearer. */
function afterHearer(clause: Clause, cue: Cue): number | null {
  const hearer = cue.end;
  const end =
    HEARERS.has(normAt(clause, hearer)) || PLURALS.has(normAt(clause, hearer))
      ? hearer + 1
      : hearerEnd(clause, cue);
  if (end === null || end >= cue.to) return null;
  const norm = normAt(clause, end);
  if (clause.prose.that.has(norm) || norm === ':') return end + 1;
  if (norm === ',') return quoteAfterComma(clause, end, norm);
  const that = thatWithin(clause, end, cue.to);
  if (that !== null) return that;
  if (isStop(norm) || (PREPOSITIONS.has(norm) && norm !== 'to' && norm !== 'about' && norm !== 'of'))
    return null;
  if (ADVERBIALS.has(norm) && !WH.has(norm) && !CLAUSE_STARTS.has(norm)) return null;
  return end;
}

const WH = new Set([
  'to',
  'not',
  'how',
  'what',
  'why',
  'where',
  'when',
  'who',
  'whether',
  'if',
  'about',
  'of',
]);
const CLAUSE_STARTS = new Set(['this', 'for', 'last']);

function hearerEnd(clause: Clause, cue: Cue): number | null {
  return nounRun(clause.words, cue.end, cue.to)?.end ?? null;
}

/** "said on Monday, in a statement, that": the "that" a few words on. */
function laterThat(clause: Clause, cue: Cue): number | null {
  const norm = normAt(clause, cue.end);
  const adverbial = ADVERBIALS.has(norm) || PREPOSITIONS.has(norm) || ADVERBS.has(norm) || norm === 'both';
  if (!adverbial) return null;
  return thatWithin(clause, cue.end, cue.to);
}

function thatWithin(clause: Clause, start: number, to: number): number | null {
  for (let at = start; at < Math.min(start + LOOK_AHEAD, to); at += 1) {
    const norm = normAt(clause, at);
    if (clause.prose.that.has(norm) && !PREPOSITIONS.has(normAt(clause, at - 1))) return at + 1;
    if (norm === ':') return at + 1;
    if (OPENERS.has(norm) && normAt(clause, at - 1) === ',') return at;
    if (norm === ';' || OPENERS.has(norm)) return null;
  }
  return null;
}

const DAYS = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'yesterday',
  'today',
  'again',
  'later',
  'earlier',
]);

function directStart(clause: Clause, cue: Cue, norm: string): number | null {
  const { frames } = cue.form;
  if (norm === 'to') return frames.includes('i') || frames.includes('o') ? cue.end : null;
  if (DAYS.has(norm)) return startAfterDay(clause, cue);
  if (ADVERBS.has(norm) && cue.end + 1 < cue.to && !DAYS.has(norm))
    return frames === 'i' ? null : cue.end + (norm === 'the' ? 0 : 1);
  if (PREPOSITIONS.has(norm)) return null;
  if (!/[cno]/.test(frames) && !(frames.includes('t') && QUESTIONS.has(norm)))
    return OPENERS.has(norm) ? cue.end : null;
  if (norm === 'and' || norm === 'or' || norm === 'but') return null;
  if (ADVERBIALS.has(norm) && !WH.has(norm) && norm !== 'this' && norm !== 'last') return null;
  return cue.end;
}

const QUESTIONS = new Set(['how', 'what', 'why', 'where', 'whether', 'who', 'when']);

function startAfterDay(clause: Clause, cue: Cue): number | null {
  const norm = normAt(clause, cue.end + 1);
  if (isStop(norm) || norm === ',' || PREPOSITIONS.has(norm) || ADVERBIALS.has(norm)) return null;
  return cue.end + 1;
}

function contentEnd(clause: Clause, start: number, to: number, index: number): number {
  const cut = Math.min(nextCut(clause, start, to, index), relativeEnd(clause, start, to, index));
  const opening = quotationAt(clause, start);
  if (opening !== null && opening.close >= cut) return opening.close;
  return trimmed(clause, start, cut);
}

/** The quotation that opens with the token, or null. */
export function quotationAt(clause: Clause, open: number): Quotation | null {
  const twice = clause.words.tokens[open]?.norm === "'";
  const near = clause.quotations[lastBy(clause.quotations, open + 1, (quotation) => quotation.open)];
  return near !== undefined && (near.open === open || (twice && near.open === open + 1)) ? near : null;
}

/** "X, who said A, left": the report ends with the comma that closes the relative clause. */
function relativeEnd(clause: Clause, start: number, to: number, index: number): number {
  if (clause.readings[index]?.claimant.relative !== true) return to;
  for (let at = start + 1; at < to; at += 1) if (normAt(clause, at) === ',') return at;
  return to;
}

/** Where the next report of the sentence takes over. */
function nextCut(clause: Clause, start: number, to: number, index: number): number {
  for (let at = index + 1; at < clause.readings.length; at += 1) {
    const next = clause.readings[at];
    if (next === undefined || next.left >= to) break;
    if (next.left <= start) continue;
    const cut = takesOver(clause, next);
    if (cut !== null && cut > start) return cut;
  }
  return according(clause, start, to);
}

const LINKS = new Set(['and', 'but', 'while', 'as', 'though', 'although', 'whereas', 'yet']);

function takesOver(clause: Clause, next: CueReading): number | null {
  const before = normAt(clause, next.left - 1);
  if (before === ';') return next.left - 1;
  if (next.claimant.place === 'inherited') {
    if (before === 'and' || before === 'but')
      return normAt(clause, next.left - 2) === ',' ? next.left - 2 : next.left - 1;
    return before === ',' ? next.left - 1 : null;
  }
  if (LINKS.has(before) && normAt(clause, next.left - 2) === ',') return next.left - 2;
  return before === ',' && endsTail(clause, next) ? next.left - 1 : null;
}

/** ", X said." at the end of the sentence. */
function endsTail(clause: Clause, reading: CueReading): boolean {
  const norm = normAt(clause, reading.right);
  return isStop(norm) || norm === ',' || ADVERBIALS.has(norm);
}

function according(clause: Clause, start: number, to: number): number {
  const heads = clause.prose.according;
  for (let at = start + 1; at < to; at += 1) {
    const norm = normAt(clause, at);
    if (norm !== 'according' && !heads.some((phrase) => phrase[0] === norm && phrase[0].length > 4)) continue;
    return normAt(clause, at - 1) === ',' ? at - 1 : at;
  }
  return to;
}

/** Leaves out stops and commas at the end. */
function trimmed(clause: Clause, start: number, end: number): number {
  let last = end;
  while (last > start && /^[.,;:!?…]$/.test(normAt(clause, last - 1))) last -= 1;
  return last;
}

/** The clause before ", X said". */
function fronted(clause: Clause, reading: CueReading, index: number): TokenRange[] {
  const { cue } = reading;
  if (!cue.form.frames.includes('q') && !cue.form.frames.includes('c') && cue.form.lemma !== 'tell')
    return [];
  if (reading.claimant.place === 'inherited' || reading.left - cue.from > LONGEST) return [];
  const before = normAt(clause, reading.left - 1);
  if (CLOSERS.has(before)) return quotedFront(clause, reading, index);
  if (before !== ',' && !(before === '—' || before === '–')) return [];
  const first = frontStart(clause, reading, index);
  const front = { first, end: trimmed(clause, first, reading.left - 1) };
  if (front.end - front.first < 2) return [];
  return [front, ...restAfter(clause, reading, index)];
}

const CLOSERS = new Set(['"', '”', '»', '’', "'", '“']);

/** 'The plan is "wholly unsound," X said': a clause that ends in quoted words. */
function quotedFront(clause: Clause, reading: CueReading, index: number): TokenRange[] {
  const quotation = clause.quotations[lastBy(clause.quotations, reading.left, ({ after }) => after)];
  if (quotation === undefined || quotation.after !== reading.left) return [];
  const first = frontStart(clause, reading, index);
  return quotation.open > first + 1 && quotation.open > reading.cue.from + 1
    ? [{ first, end: quotation.close }]
    : [];
}

function frontStart(clause: Clause, reading: CueReading, index: number): number {
  let first = reading.cue.from;
  const earlier = clause.readings[index - 1];
  if (earlier !== undefined && earlier.cue.from === reading.cue.from && earlier.right < reading.left) {
    for (let at = earlier.right; at < reading.left - 1; at += 1) {
      if (normAt(clause, at) === ';' || (normAt(clause, at) === ',' && LINKS.has(normAt(clause, at + 1))))
        first = at + 1;
    }
  }
  while (LINKS.has(normAt(clause, first)) && first < reading.left) first += 1;
  return first;
}

/** "A, X said, B": what goes on after the comma. */
function restAfter(clause: Clause, reading: CueReading, index: number): TokenRange[] {
  const { cue, right } = reading;
  if (normAt(clause, right) !== ',' || cue.to - right < 4) return [];
  const to = Math.min(cue.to, right + LONGEST);
  const norm = normAt(clause, right + 1);
  if (OPENERS.has(norm) || BOUNDARIES.has(norm) || ADVERBIALS.has(norm)) return [];
  const next = clause.readings[index + 1];
  if (next !== undefined && next.left <= right + 2) return [];
  return [{ first: right + 1, end: contentEnd(clause, right + 1, to, index) }];
}

/** The span of a run of tokens, quotation marks around the whole left out. */
export function spanOf(clause: Clause, range: TokenRange): Span | null {
  let { first, end } = range;
  const opening = quotationAt(clause, first);
  if (opening !== null && opening.close >= end - 1) {
    first = opening.open + 1;
    end = Math.min(end, opening.close);
  }
  const start = clause.words.tokens[first];
  const last = clause.words.tokens[end - 1];
  return start === undefined || last === undefined || end <= first
    ? null
    : { start: start.start, end: last.end };
}
