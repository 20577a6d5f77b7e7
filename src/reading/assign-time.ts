import type { Doubt } from '../statement/source.ts';
import { type Span, spanHolds } from '../statement/span.ts';
import type { TimeReading } from '../statement/time.ts';
import type { ReadingPassage } from './reading-passage.ts';
import type { Draft, SentenceParts } from './sentences/draft.ts';
import { readTimes, type TimeAnchor, type TimeMention } from './times/read-times.ts';

/** What is known of time around a sentence. */
export interface TimeContext {
  readonly anchor: TimeAnchor;
  /** The last time said before this sentence in its passage. */
  readonly earlier: TimeMention | null;
  /** The first day that the text of a source without calls or stamps names. */
  readonly lead: TimeMention | null;
}

export interface Timed {
  readonly time: TimeReading | null;
  readonly doubts: readonly Doubt[];
}

/**
 * The day that a passage speaks on: its own, else its section's, else its source's, else
 * `written`, what the head of an undated source says of when it was written.
 */
export function anchorOf(words: ReadingPassage, written: WrittenDay | null = null): TimeAnchor {
  const { passage, section, source } = words;
  if (passage.time?.from != null)
    return { date: passage.time.from, clock: passage.time.clock, basis: 'passage' };
  if (section.time?.from != null)
    return { date: section.time.from, clock: section.time.clock, basis: 'section' };
  if (source.date === null && written !== null)
    return { date: written.date, clock: null, basis: 'source', rough: written.rough };
  return { date: source.date, clock: null, basis: 'source' };
}

/**
 * When a draft's event happened: a time said in its clause, else in its sentence, else before
 * it in the passage; else, where the words are present or stamped, the day that they were
 * said; else, in running text, the day that the text began with, as a doubt.
 */
export function assignTime(draft: Draft, parts: SentenceParts, context: TimeContext): Timed {
  const said = saidIn(parts, draft.clause, draft.anchor) ?? saidIn(parts, parts.sentence, draft.anchor);
  if (said !== null && !(context.lead !== null && isClockOnly(said)))
    return { time: closed(said.reading, draft, context.anchor), doubts: [] };
  if (draft.modality === 'threatened' || draft.rule === 'order/imperative' || isTold(draft, parts))
    return spokenDay(context.anchor, parts.words);
  if (context.earlier !== null && !isClockOnly(context.earlier))
    return {
      time: closed(context.earlier.reading, draft, context.anchor),
      doubts: [doubtOf('The time is said in an earlier sentence of the passage.', context.earlier)],
    };
  if (isSpokenDay(draft, parts, context.anchor)) return spokenDay(context.anchor, parts.words);
  if (context.lead !== null && followsLead(draft, parts))
    return {
      time: context.lead.reading,
      doubts: [doubtOf('The time is the first that the text names.', context.lead)],
    };
  return { time: said?.reading ?? null, doubts: [] };
}

/** When an undated source says that it was written; `rough` where it names the month only. */
export interface WrittenDay {
  readonly date: string;
  readonly rough: boolean;
}

const HEAD_PASSAGES = 6;

/** The last day of the first date, or month of a year, that the head of a source without a date states; else null. */
export function writtenDay(passages: readonly ReadingPassage[]): WrittenDay | null {
  if (passages[0] === undefined || passages[0].source.date !== null) return null;
  for (const words of passages.slice(0, HEAD_PASSAGES)) {
    if (words.passage.kind !== 'header' && words.passage.kind !== 'heading') continue;
    for (const { reading } of readTimes(words, { date: null, clock: null, basis: 'source' }))
      if (reading.basis === 'stated' && reading.granularity !== 'year' && reading.to !== null)
        return { date: reading.to, rough: reading.granularity !== 'day' };
  }
  return null;
}

/** The first day that an article's paragraphs tell of: the day of its headline as well. */
export function firstLead(passages: readonly ReadingPassage[]): TimeMention | null {
  if (passages[0]?.source.kind !== 'article') return null;
  for (const words of passages
    .filter(({ passage }) => passage.kind === 'paragraph')
    .slice(0, HEAD_PASSAGES)) {
    const lead = readTimes(words, anchorOf(words)).find((time) => isLead(time, words.source.date));
    if (lead !== undefined) return lead;
  }
  return null;
}

/** Whether a time is a day that running text tells of, and not the date that it was written on. */
export function isLead(time: TimeMention, sourceDate: string | null): boolean {
  const { reading } = time;
  if (time.recurring !== null || reading.from === null || reading.granularity !== 'day') return false;
  return reading.basis !== 'stated' || reading.from !== sourceDate;
}

// An order in a mail, a message or a call is given when the words are.
function isTold(draft: Draft, { words }: SentenceParts): boolean {
  return draft.modality === 'ordered' && draft.tense !== 'past' && words.source.kind !== 'article';
}

// An hour without a day falls on the day of the words only because nothing else is said.
function isClockOnly(time: TimeMention): boolean {
  const { granularity, basis } = time.reading;
  return (granularity === 'minute' || granularity === 'hour') && basis === 'source';
}

// The nearest time that names a day; an hour only where no day is said.
function saidIn(parts: SentenceParts, span: Span, anchor: Span): TimeMention | null {
  let best: TimeMention | null = null;
  for (const time of parts.times) {
    if (time.recurring !== null || !spanHolds(span, time)) continue;
    if (time.reading.from === null && time.reading.to === null) continue;
    if (best === null || distance(time, anchor) < distance(best, anchor)) best = time;
  }
  return best === null ? null : (sameDayWithClock(parts, span, best) ?? best);
}

// "Today, Sunday 9 March, at 13:05" says one time in three steps.
function sameDayWithClock(
  { times }: SentenceParts,
  span: Span,
  { reading }: TimeMention,
): TimeMention | null {
  if (reading.clock !== null || reading.granularity !== 'day' || reading.from !== reading.to) return null;
  const same = times.filter(
    (time) =>
      spanHolds(span, time) &&
      time.recurring === null &&
      time.reading.from === reading.from &&
      time.reading.to === reading.to &&
      time.reading.clock !== null,
  );
  return same.length === 1 ? (same[0] ?? null) : null;
}

const HOUR_PENALTY = 1_000;

function distance(time: TimeMention, anchor: Span): number {
  const { granularity, basis } = time.reading;
  const hour = (granularity === 'minute' || granularity === 'hour') && basis !== 'stated';
  return Math.abs(time.start - anchor.start) + (hour ? HOUR_PENALTY : 0);
}

// "Since 1 March" runs until the words were said.
function closed(reading: TimeReading, draft: Draft, anchor: TimeAnchor): TimeReading {
  if (isOpening(reading, draft, anchor))
    return {
      ...reading,
      from: anchor.date,
      steps: [...reading.steps, `Open at its beginning: taken from the day of the words, ${anchor.date}.`],
    };
  if (reading.to !== null || reading.from === null || anchor.date === null || anchor.date < reading.from)
    return reading;
  if (draft.modality === 'planned') return reading;
  return {
    ...reading,
    to: anchor.date,
    steps: [...reading.steps, `Open at its end: taken until the words were said, ${anchor.date}.`],
  };
}

/** "He rests until the fourteenth": an order or a plan begins when it is said. */
function isOpening(reading: TimeReading, { modality }: Draft, anchor: TimeAnchor): boolean {
  if (reading.from !== null || reading.to === null || anchor.date === null) return false;
  return (modality === 'ordered' || modality === 'planned') && anchor.date <= reading.to;
}

function isSpokenDay(draft: Draft, { words, triggers }: SentenceParts, anchor: TimeAnchor): boolean {
  if (draft.modality === 'planned' || draft.modality === 'possible') return false;
  if (words.passage.time !== null && anchor.date !== null) return true;
  if (words.section.kind === 'bulletin' && words.section.time?.from != null) return true;
  if (draft.figure?.quantity.cumulative === true) return true;
  if (words.passage.kind !== 'utterance' || draft.event === 'know') return false;
  const hasVerb = triggers.some(({ form }) => form.tense !== null);
  const perfect = isPerfect(draft, words);
  if (draft.tense === null && !perfect) return draft.figure !== null && !hasVerb;
  if (!perfect && (draft.tense !== 'present' || saysDid(draft, words))) return false;
  return draft.polarity === 'positive' || !saysEver(draft, words);
}

const DID = new Set(['did', "didn't"]);

/** "It didn't touch us": the past stands in the helping verb. */
function saysDid({ clause, anchor }: Draft, { tokens }: ReadingPassage): boolean {
  for (let index = clause.firstToken; index < clause.endToken; index++) {
    const token = tokens[index];
    if (token === undefined || token.start >= anchor.start) return false;
    if (DID.has(token.norm)) return true;
  }
  return false;
}

const HAVE = new Set("have has haven't hasn't 've 's got i've we've they've you've he's she's".split(' '));

/** "Nobody has touched them": what is so at the moment of speaking. */
function isPerfect(draft: Draft, { tokens, language }: ReadingPassage): boolean {
  if (language !== 'en') return false;
  for (let index = draft.clause.firstToken; index < draft.clause.endToken; index++) {
    const token = tokens[index];
    if (token === undefined || token.start > draft.anchor.start) return false;
    const next = tokens[index + 1];
    if (HAVE.has(token.norm) && next !== undefined && next.end + 12 > draft.anchor.start) return true;
  }
  return false;
}

// What happened once, and is not said never to have happened.
function followsLead(draft: Draft, parts: SentenceParts): boolean {
  if (draft.tense === 'present' || draft.tense === 'future' || draft.event === 'measure') return false;
  if (draft.polarity === 'positive') return draft.tense === 'past' || draft.figure !== null;
  return draft.tense === 'past' && !saysEver(draft, parts.words);
}

function saysEver(draft: Draft, { tokens }: ReadingPassage): boolean {
  for (let index = draft.clause.firstToken; index < draft.clause.endToken; index++)
    if (EVER.has(tokens[index]?.norm ?? '')) return true;
  return false;
}

const EVER = new Set('ever never any asla hic nunca jamas jamais nunca никогда'.split(' '));

function spokenDay(anchor: TimeAnchor, words: ReadingPassage): Timed {
  const article =
    words.passage.kind !== 'utterance' && anchor.basis === 'source' && words.source.kind === 'article';
  if (anchor.date === null || anchor.rough === true || article) return { time: null, doubts: [] };
  const time: TimeReading = {
    from: anchor.date,
    to: anchor.date,
    clock: null,
    zone: null,
    granularity: 'day',
    approx: false,
    basis: anchor.basis,
    steps: [`No time is said: taken as the day of the words, ${anchor.date}.`],
  };
  return { time, doubts: [] };
}

function doubtOf(text: string, time: TimeMention): Doubt {
  return { code: 'reading/carried-time', text, span: { start: time.start, end: time.end } };
}
