import { nameKey } from '../statement/name-key.ts';
import type { Passage } from '../statement/source.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, firstFrom, type PlacedMention } from './frame.ts';
import { findCues, onlyGreets } from './sayings.ts';
import { sentenceOf } from './sentence-of.ts';

/** Voices of one conversation that are kept apart from one another, at most. */
const MOST_VOICES = 40;

interface Turn {
  readonly passage: Passage;
  readonly speaker: Bearer;
}

/** Bars those who speak in one conversation from being one. */
export function partSpeakers(frame: Frame): void {
  for (const turns of turnsBySource(frame).values()) {
    for (const voices of voicesBySection(turns).values()) {
      const list = [...voices].slice(0, MOST_VOICES);
      for (const [at, one] of list.entries())
        for (const other of list.slice(at + 1)) frame.joins.bar(one, other);
    }
  }
}

/**
 * Proposes that a speaker is who he is called: by himself ("They call me X") or by the one he
 * talks with ("Hello, X", "Who was that, X?").
 */
export function linkAddressed(frame: Frame): void {
  for (const [source, turns] of turnsBySource(frame)) if (turns.length > 1) readTurns(frame, source, turns);
}

function turnsBySource(frame: Frame): Map<string, Turn[]> {
  const bySource = new Map<string, Turn[]>();
  if (frame.scene === null) return bySource;
  for (const source of frame.placed.keys()) {
    const turns: Turn[] = [];
    for (const passage of frame.scene.passagesOf(source)) {
      const speaker = speakerOf(frame, passage);
      if (speaker !== null) turns.push({ passage, speaker });
    }
    bySource.set(source, turns);
  }
  return bySource;
}

function speakerOf(frame: Frame, passage: Passage): Bearer | null {
  if (passage.speaker?.span == null) return null;
  const { start, end } = passage.speaker.span;
  const mentions = frame.placed.get(passage.source) ?? [];
  const mention = mentions[firstFrom(mentions, start)];
  return mention !== undefined && mention.span.start < end ? (frame.bearerOf.get(mention.id) ?? null) : null;
}

function voicesBySection(turns: readonly Turn[]): Map<number, Set<Bearer>> {
  const voices = new Map<number, Set<Bearer>>();
  for (const { passage, speaker } of turns)
    voices.set(passage.section, (voices.get(passage.section) ?? new Set()).add(speaker));
  return voices;
}

function readTurns(frame: Frame, source: string, turns: readonly Turn[]): void {
  const text = frame.scene?.textOf(source) ?? '';
  const mentions = frame.placed.get(source) ?? [];
  const voices = voicesBySection(turns);
  const byLabel = new Map(
    turns.map(({ passage, speaker }) => [nameKey(passage.speaker?.label ?? ''), speaker]),
  );
  for (const [at, turn] of turns.entries()) {
    const inTurn = mentionsIn(mentions, turn.passage);
    if (inTurn.length === 0) continue;
    ownName(frame, text, turn, inTurn);
    const hearer = namedHearer(text, turn, byLabel) ?? hearerOf(turns, at, voices);
    const called =
      hearer === null ? undefined : inTurn.find((mention) => isVocative(text, turn.passage, mention));
    if (hearer !== null && called !== undefined) propose(frame, hearer, called, text, 'is addressed as');
  }
}

function mentionsIn(mentions: readonly PlacedMention[], { body }: Passage): PlacedMention[] {
  const inBody: PlacedMention[] = [];
  for (let at = firstFrom(mentions, body.start); at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (mention === undefined || mention.span.end > body.end) break;
    const callable = mention.kind === 'person' || mention.kind === 'role';
    if (callable && mention.name.replace(/[^\p{L}]/gu, '').length > 2 && !onlyGreets(mention.name))
      inBody.push(mention);
  }
  return inBody;
}

const TO = /^\s{0,3}(?:>+|->|→|to|»)\s{0,3}(\S[^\n:]{0,40}?)\s*:?\s*$/u;

/** "CENTRAL > HAWK": a log that names both ends. */
function namedHearer(text: string, { passage }: Turn, byLabel: ReadonlyMap<string, Bearer>): Bearer | null {
  const label = TO.exec(
    text.slice(passage.speaker?.span?.end ?? passage.body.start, passage.body.start),
  )?.[1];
  return label === undefined ? null : (byLabel.get(nameKey(label)) ?? null);
}

/** The other of two voices; of several, the one who speaks both before and after. */
function hearerOf(
  turns: readonly Turn[],
  at: number,
  voices: ReadonlyMap<number, ReadonlySet<Bearer>>,
): Bearer | null {
  const turn = turns[at];
  if (turn === undefined) return null;
  const here = [...(voices.get(turn.passage.section) ?? [])];
  if (here.length === 2) return here.find((voice) => voice !== turn.speaker) ?? null;
  const [before, after] = [turns[at - 1], turns[at + 1]];
  const same = before !== undefined && before.speaker === after?.speaker && before.speaker !== turn.speaker;
  return same && before.passage.section === turn.passage.section ? before.speaker : null;
}

const CLOSED = /^["”’']?\s*(?:[.!?؟…,،]|--)/u;
const ENDS = /^["”’']?\s*[!?؟]/u;
const STOPS = /^["”’']?\s*(?:[.…]|$)/u;
const ASKS_WHICH = /^\W*(?:which|what|hangi|quel|quelle|cuál|qual|care|какой|أي)(?!\p{L})/iu;

/** "Hello, X", "X, listen", "Where were you, X?" A name alone may be an answer, and tells nothing. */
function isVocative(text: string, { body }: Passage, { span, name }: PlacedMention): boolean {
  const before = text.slice(body.start, span.start);
  const after = text.slice(span.end, body.end);
  if (before.length < 40 && onlyGreets(before)) {
    const greeted = /\p{L}/u.test(before);
    // A full name at the start of a turn is as likely the speaker's own.
    if (!greeted && /\s/u.test(name)) return false;
    return greeted
      ? CLOSED.test(after) || after.trim() === ''
      : CLOSED.test(after) && /\p{L}/u.test(after) && !STOPS.test(after);
  }
  const lead = text.slice(Math.max(sentenceOf(text, span).start, body.start), span.start);
  if (!/[,،]\s*$/u.test(lead) || ASKS_WHICH.test(lead)) return false;
  return ENDS.test(after) || (STOPS.test(after) && onlyGreets(lead));
}

function ownName(
  frame: Frame,
  text: string,
  { passage, speaker }: Turn,
  inTurn: readonly PlacedMention[],
): void {
  const { start, end } = passage.body;
  for (const cue of findCues(text.slice(start, end))) {
    if (cue.says !== 'self') continue;
    const named = inTurn.find((mention) => mention.span.start >= start + cue.end);
    if (named !== undefined && named.kind === 'person' && named.span.start - start - cue.end < 6)
      propose(frame, speaker, named, text, 'says to be called');
  }
}

function propose(frame: Frame, speaker: Bearer, mention: PlacedMention, text: string, how: string): void {
  const named = frame.bearerOf.get(mention.id);
  if (named === undefined || frame.joins.rootOf(named) === frame.joins.rootOf(speaker)) return;
  const fullBoth = named.shape.parts.length > 1 && speaker.shape.parts.length > 1 && named.kind === 'person';
  if (fullBoth || named.unknown || frame.joins.barred(named, speaker)) return;
  const at = { source: mention.source, span: sentenceOf(text, mention.span) };
  frame.proposals.push({ a: speaker, b: named, chance: 0.6, reason: `the one ${how} the other`, at });
}
