import type { Span } from '../../statement/span.ts';
import type { Draft } from './draft.ts';
import type { Clause, CueReading } from './find-content.ts';
import type { Quotation } from './find-quotations.ts';
import { lastBy } from './last-by.ts';

const FEWEST_WORDS = 3;
/** Reports lie within one another only a few deep. */
const NEAR = 6;

/** Attributions of the quotations that no clause has claimed yet: by the cue after, the cue before, or the speaker who goes on. */
export function attachQuotations(clause: Clause, claimed: readonly Draft[], continued: boolean): Draft[] {
  const drafts: Draft[] = [];
  const owners = [...claimed].sort((a, b) => a.content.start - b.content.start);
  const earlier = [...claimed].sort((a, b) => a.content.end - b.content.end);
  let last: Draft | null = null;
  for (const quotation of clause.quotations) {
    const owner = ownerOf(owners, quotation);
    if (owner !== null) {
      last = owner;
      continue;
    }
    if (quotation.words < FEWEST_WORDS) continue;
    const draft = attach(clause, quotation, last, earlier, continued);
    if (draft === null) continue;
    drafts.push(draft);
    last = draft;
  }
  return drafts;
}

function ownerOf(drafts: readonly Draft[], quotation: Quotation): Draft | null {
  const near = lastBy(drafts, quotation.start, ({ content }) => content.start);
  for (let index = near; index >= 0 && index > near - NEAR; index -= 1) {
    const draft = drafts[index];
    if (draft !== undefined && quotation.start < draft.content.end) return draft;
  }
  return null;
}

function attach(
  clause: Clause,
  quotation: Quotation,
  last: Draft | null,
  claimed: readonly Draft[],
  continued: boolean,
): Draft | null {
  const content = { start: quotation.start, end: quotation.end };
  const beside = cueAfter(clause, quotation) ?? cueBefore(clause, quotation);
  if (beside !== null) return spokenBy(clause, beside, content);
  const minuted = afterColon(clause, quotation, content);
  if (minuted !== null) return minuted;
  if (last !== null && follows(clause, last, quotation)) return goesOn(last, content);
  const earlier = lastBefore(claimed, quotation);
  if (earlier !== null && standsAlone(clause, quotation)) return goesOn(earlier, content);
  if (continued || (opensPassage(quotation) && quotation.words > 5))
    return fromEarlier(clause, quotation, content);
  return null;
}

/** So many words may name who speaks before a colon. */
const MOST_NAMING = 7;

/** `Seaman R. Solva: "I was paid."`, `The same R. Solva, asked: "Not a coin."`: minutes name the speaker and a colon. */
function afterColon(clause: Clause, quotation: Quotation, content: Span): Draft | null {
  const { tokens } = clause.words;
  const colon = quotation.open - 1;
  const mark = tokens[colon];
  if (mark?.norm !== ':') return null;
  let first = colon;
  while (first > 0 && colon - first < MOST_NAMING + 2 && !endsBefore(clause, first)) first -= 1;
  let end = colon;
  for (let at = first + 1; at < colon; at += 1) if (tokens[at]?.norm === ',') end = Math.min(end, at);
  if (end - first < 1 || end - first > MOST_NAMING || !hasName(clause, first, end)) return null;
  return {
    content,
    cue: { start: mark.start, end: mark.end },
    claimant: { first, end },
    beside: null,
    kind: 'direct',
    verb: 'say',
    guess: false,
  };
}

/** Whether a sentence, a heading or a quotation ends right before a token. A point after an initial ends none. */
function endsBefore({ words }: Clause, index: number): boolean {
  const before = words.tokens[index - 1];
  if (before === undefined) return true;
  if (before.norm !== '.') return /^[!?;:"”»\])]$/.test(before.norm);
  const word = words.tokens[index - 2];
  return word === undefined || word.end - word.start > 1;
}

function hasName({ words }: Clause, first: number, end: number): boolean {
  return words.tokens
    .slice(first, end)
    .some(
      ({ kind, start }) => kind === 'word' && /^[\p{Lu}\p{Lo}]/u.test(words.text.slice(start, start + 2)),
    );
}

function spokenBy(clause: Clause, reading: CueReading, content: Span): Draft | null {
  const first = clause.words.tokens[reading.cue.first];
  const end = clause.words.tokens[reading.cue.end - 1];
  if (first === undefined || end === undefined) return null;
  const { range, beside, place } = reading.claimant;
  const cue = { start: first.start, end: end.end };
  return {
    content,
    cue,
    claimant: range,
    beside,
    kind: 'direct',
    verb: reading.cue.form.lemma,
    guess: place === 'inherited',
  };
}

function goesOn(last: Draft, content: Span): Draft {
  return { ...last, content, kind: 'direct', guess: true };
}

/** The opening mark is all the cue that a quotation carried over from the passage before has. */
function fromEarlier(clause: Clause, quotation: Quotation, content: Span): Draft | null {
  const mark = clause.words.tokens[quotation.open];
  if (mark === undefined) return null;
  const cue = { start: mark.start, end: mark.end };
  return { content, cue, claimant: null, beside: null, kind: 'direct', verb: null, guess: true };
}

/** '"...," X said': cue and claimant right after the closing mark. */
function cueAfter(clause: Clause, quotation: Quotation): CueReading | null {
  const next = clause.words.tokens[quotation.after];
  const start = next?.norm === ',' ? quotation.after + 1 : quotation.after;
  if (!endsOpen(clause, quotation) && next?.norm !== ',') return null;
  const first = lastBy(clause.readings, start - 1, ({ cue }) => cue.verb) + 1;
  const near = clause.readings.slice(first, first + NEAR);
  return near.find(({ left, cue }) => left === start && speaks(cue.form.frames)) ?? null;
}

function speaks(frames: string): boolean {
  return frames.includes('q') || frames.includes('o');
}

/** Whether the quotation ends in a comma, a question or an exclamation, and so hands on to a cue. */
function endsOpen(clause: Clause, quotation: Quotation): boolean {
  const norm = clause.words.tokens[quotation.close - 1]?.norm ?? '';
  const after = clause.words.tokens[quotation.after];
  return (
    norm !== '.' || after === undefined || /^\p{Ll}/u.test(clause.words.text.slice(after.start, after.end))
  );
}

/** 'X said ... "..."': the nearest cue before in the same sentence. */
function cueBefore(clause: Clause, quotation: Quotation): CueReading | null {
  const sentence = clause.words.sentences[lastBy(clause.words.sentences, quotation.open, startOf)];
  const near = lastBy(clause.readings, quotation.open - 1, ({ cue }) => cue.verb);
  for (let index = near; index >= 0 && index > near - NEAR; index -= 1) {
    const reading = clause.readings[index];
    if (reading === undefined || sentence === undefined || reading.left < sentence.firstToken) return null;
    if (reading.right <= quotation.open && !isQuoted(clause, reading)) return reading;
  }
  return null;
}

function startOf(sentence: { readonly firstToken: number }): number {
  return sentence.firstToken;
}

function isQuoted(clause: Clause, reading: CueReading): boolean {
  const around = clause.quotations[lastBy(clause.quotations, reading.cue.verb, ({ open }) => open)];
  return around !== undefined && reading.cue.verb < around.close;
}

/** '"A," he said. "B."': a quotation after the last one's cue with nothing but that between. */
function follows(clause: Clause, last: Draft, quotation: Quotation): boolean {
  const mark = clause.words.tokens[quotation.open];
  const before = clause.words.tokens[quotation.open - 1];
  if (mark === undefined || before === undefined) return false;
  const from = Math.max(last.cue.end, last.content.end);
  return mark.start - from < 120 && /^[.,;:!?”"»—–']$/.test(before.norm);
}

/** The last report that ends before the quotation. `earlier` is in order of content ends. */
function lastBefore(earlier: readonly Draft[], quotation: Quotation): Draft | null {
  return earlier[lastBy(earlier, quotation.start, ({ content }) => content.end)] ?? null;
}

/** A quotation that is a sentence of its own. */
function standsAlone(clause: Clause, quotation: Quotation): boolean {
  const sentence = clause.words.sentences[lastBy(clause.words.sentences, quotation.open, startOf)];
  return sentence !== undefined && quotation.open - sentence.firstToken < 2;
}

function opensPassage(quotation: Quotation): boolean {
  return quotation.open < 2;
}
