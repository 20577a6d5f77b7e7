import type { Doubt } from '../statement/source.ts';
import { type Span, spanHolds } from '../statement/span.ts';
import type { TimeReading } from '../statement/time.ts';
import type { ReadingPassage } from './reading-passage.ts';
import type { Draft, SentenceParts } from './sentences/draft.ts';
import type { TimeAnchor, TimeMention } from './times/read-times.ts';

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

/** The day that a passage speaks on: its own, else its section's, else its source's. */
export function anchorOf(words: ReadingPassage): TimeAnchor {
  const { passage, section, source } = words;
  if (passage.time?.from != null)
    return { date: passage.time.from, clock: passage.time.clock, basis: 'passage' };
  if (section.time?.from != null)
    return { date: section.time.from, clock: section.time.clock, basis: 'section' };
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
  if (draft.modality === 'threatened' || draft.rule === 'order/imperative')
    return spokenDay(context.anchor, parts.words);
  if (context.earlier !== null && !isClockOnly(context.earlier))
    return {
      time: closed(context.earlier.reading, draft, context.anchor),
      doubts: [doubtOf('The time is said in an earlier sentence of the passage.', context.earlier)],
    };
  if (isSpokenDay(draft, parts.words)) return spokenDay(context.anchor, parts.words);
  if (context.lead !== null && followsLead(draft, parts))
    return {
      time: context.lead.reading,
      doubts: [doubtOf('The time is the first that the text names.', context.lead)],
    };
  return { time: said?.reading ?? null, doubts: [] };
}

/** Whether a time is a day that running text tells of, and not the date that it was written on. */
export function isLead(time: TimeMention, sourceDate: string | null): boolean {
  const { reading } = time;
  if (time.recurring !== null || reading.from === null || reading.granularity !== 'day') return false;
  return reading.basis !== 'stated' || reading.from !== sourceDate;
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
  return best;
}

const HOUR_PENALTY = 1_000;

function distance(time: TimeMention, anchor: Span): number {
  const { granularity, basis } = time.reading;
  const hour = (granularity === 'minute' || granularity === 'hour') && basis !== 'stated';
  return Math.abs(time.start - anchor.start) + (hour ? HOUR_PENALTY : 0);
}

// "Since 1 March" runs until the words were said.
function closed(reading: TimeReading, draft: Draft, anchor: TimeAnchor): TimeReading {
  if (reading.to !== null || reading.from === null || anchor.date === null || anchor.date < reading.from)
    return reading;
  if (draft.modality === 'planned') return reading;
  return {
    ...reading,
    to: anchor.date,
    steps: [...reading.steps, `Open at its end: taken until the words were said, ${anchor.date}.`],
  };
}

function isSpokenDay(draft: Draft, words: ReadingPassage): boolean {
  if (draft.modality === 'planned' || draft.modality === 'possible') return false;
  if (words.passage.time?.from != null) return true;
  if (words.section.kind === 'bulletin' && words.section.time?.from != null) return true;
  if (draft.figure?.quantity.cumulative === true) return true;
  if (words.passage.kind !== 'utterance' || draft.polarity === 'negative') return false;
  return draft.tense === 'present' && draft.event !== 'know';
}

// What happened once, and is not said never to have happened.
function followsLead(draft: Draft, parts: SentenceParts): boolean {
  if (draft.tense === 'present' || draft.tense === 'future' || draft.event === 'measure') return false;
  if (draft.polarity === 'positive') return draft.tense === 'past' || draft.figure !== null;
  const { tokens } = parts.words;
  for (let index = draft.clause.firstToken; index < draft.clause.endToken; index++)
    if (EVER.has(tokens[index]?.norm ?? '')) return false;
  return draft.tense === 'past';
}

const EVER = new Set('ever never any asla hic nunca jamas jamais nunca никогда'.split(' '));

function spokenDay(anchor: TimeAnchor, words: ReadingPassage): Timed {
  const article =
    words.passage.kind !== 'utterance' && anchor.basis === 'source' && words.source.kind === 'article';
  if (anchor.date === null || article) return { time: null, doubts: [] };
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
