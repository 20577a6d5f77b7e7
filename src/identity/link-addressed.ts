import type { Passage } from '../statement/source.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, firstFrom, type PlacedMention } from './frame.ts';
import { findCues, onlyGreets } from './sayings.ts';
import { sentenceOf } from './sentence-of.ts';

/**
 * Proposes that a speaker is who he is called: by himself ("They call me X") or by the one he
 * talks with ("Hello, X", "Who was that, X?").
 */
export function linkAddressed(frame: Frame): void {
  if (frame.scene === null) return;
  for (const source of frame.placed.keys()) {
    const turns: Turn[] = [];
    for (const passage of frame.scene.passagesOf(source)) {
      const speaker = speakerOf(frame, passage);
      if (speaker !== null) turns.push({ passage, speaker });
    }
    if (turns.length > 1) readTurns(frame, source, turns);
  }
}

interface Turn {
  readonly passage: Passage;
  readonly speaker: Bearer;
}

function speakerOf(frame: Frame, passage: Passage): Bearer | null {
  if (passage.speaker?.span == null) return null;
  const { start, end } = passage.speaker.span;
  const mentions = frame.placed.get(passage.source) ?? [];
  const mention = mentions[firstFrom(mentions, start)];
  return mention !== undefined && mention.span.start < end ? (frame.bearerOf.get(mention.id) ?? null) : null;
}

function readTurns(frame: Frame, source: string, turns: readonly Turn[]): void {
  const text = frame.scene?.textOf(source) ?? '';
  const mentions = frame.placed.get(source) ?? [];
  const voices = voicesBySection(turns);
  for (const [at, turn] of turns.entries()) {
    const inTurn = mentionsIn(mentions, turn.passage);
    if (inTurn.length === 0) continue;
    ownName(frame, text, turn, inTurn);
    const hearer = hearerOf(turns, at, voices);
    const called =
      hearer === null ? undefined : inTurn.find((mention) => isVocative(text, turn.passage, mention));
    if (hearer !== null && called !== undefined) propose(frame, hearer, called, text, 'is addressed as');
  }
}

function voicesBySection(turns: readonly Turn[]): Map<number, Set<Bearer>> {
  const voices = new Map<number, Set<Bearer>>();
  for (const { passage, speaker } of turns)
    voices.set(passage.section, (voices.get(passage.section) ?? new Set()).add(speaker));
  return voices;
}

function mentionsIn(mentions: readonly PlacedMention[], { body }: Passage): PlacedMention[] {
  const inBody: PlacedMention[] = [];
  for (let at = firstFrom(mentions, body.start); at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (mention === undefined || mention.span.end > body.end) break;
    if (mention.kind === 'person' || mention.kind === 'role') inBody.push(mention);
  }
  return inBody;
}

/** The other of two voices; of several, the one who speaks next. */
function hearerOf(
  turns: readonly Turn[],
  at: number,
  voices: ReadonlyMap<number, ReadonlySet<Bearer>>,
): Bearer | null {
  const turn = turns[at];
  if (turn === undefined) return null;
  const here = [...(voices.get(turn.passage.section) ?? [])];
  if (here.length === 2) return here.find((voice) => voice !== turn.speaker) ?? null;
  const next = turns[at + 1];
  return next !== undefined && next.passage.section === turn.passage.section && next.speaker !== turn.speaker
    ? next.speaker
    : null;
}

const CLOSED = /^["”’']?\s*(?:[.!?؟…,،]|$|--)/u;
const ASKS_WHICH = /^\W*(?:which|what|hangi|quel|quelle|cuál|qual|care|какой|أي)(?!\p{L})/iu;

/** "Hello, X", "X, listen", "... , X?" */
function isVocative(text: string, { body }: Passage, mention: PlacedMention): boolean {
  const { start, end } = mention.span;
  if (!CLOSED.test(text.slice(end, body.end))) return false;
  const before = text.slice(body.start, start);
  if (before.length < 40 && onlyGreets(before)) return /[,،!?؟.…]|--|$/u.test(text.slice(end, end + 2));
  const sentence = sentenceOf(text, mention.span);
  const ends = /^["”’']?\s*[.!?؟…]/u.test(text.slice(end, body.end)) || end >= body.end - 1;
  const lead = text.slice(Math.max(sentence.start, body.start), start);
  return (
    ends &&
    /[,،]\s*$/u.test(before) &&
    !ASKS_WHICH.test(lead) &&
    !/\p{Lu}[\p{L}’'-]+\s*,\s*$/u.test(lead.slice(1))
  );
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
  const fullBoth = named.shape.parts.length > 1 && speaker.shape.parts.length > 1;
  if (fullBoth || named.unknown) return;
  const at = { source: mention.source, span: sentenceOf(text, mention.span) };
  frame.proposals.push({ a: speaker, b: named, chance: 0.6, reason: `the one ${how} the other`, at });
}
