import { nameKey } from '../statement/name-key.ts';
import type { Passage } from '../statement/source.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, firstFrom, nameOf, type PlacedMention } from './frame.ts';
import { fitsInitials, isNamelessVoice } from './link-voices.ts';
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

/** Who a voice is called, and by whom. */
interface Calling {
  readonly speaker: Bearer;
  readonly named: Bearer;
  readonly mention: PlacedMention;
  readonly how: 'is addressed as' | 'says to be called' | 'introduces himself as';
}

/**
 * A speaker is who he is called: by himself ("They call me X") or by the one he talks with
 * ("Hello, X", "Who was that, X?"). Where his label names nobody (a letter, a code, a
 * function, initials that fit) and everybody calls him the same, it is beyond doubt; a voice
 * with a name of its own is proposed.
 */
export function linkAddressed(frame: Frame): void {
  for (const [source, turns] of turnsBySource(frame)) {
    if (turns.length < 2) continue;
    const callings = readTurns(frame, source, turns);
    for (const calling of callings) settle(frame, source, calling, callings);
  }
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

function readTurns(frame: Frame, source: string, turns: readonly Turn[]): Calling[] {
  const text = frame.scene?.textOf(source) ?? '';
  const mentions = frame.placed.get(source) ?? [];
  const voices = voicesBySection(turns);
  const byLabel = new Map(
    turns.map(({ passage, speaker }) => [nameKey(passage.speaker?.label ?? ''), speaker]),
  );
  const heard = new Set<string>();
  const callings: Calling[] = [];
  const add = (speaker: Bearer, mention: PlacedMention | undefined, how: Calling['how']) => {
    const named = mention === undefined ? undefined : frame.bearerOf.get(mention.id);
    if (mention !== undefined && named !== undefined && named !== speaker)
      callings.push({ speaker, named, mention, how });
  };
  for (const [at, turn] of turns.entries()) {
    const voice = `${turn.passage.section} ${turn.speaker.address}`;
    const isFirst = !heard.has(voice);
    heard.add(voice);
    const inTurn = mentionsIn(mentions, turn.passage);
    if (inTurn.length === 0) continue;
    add(turn.speaker, calledByHimself(text, turn, inTurn), 'says to be called');
    if (isNamelessVoice(turn.speaker))
      add(turn.speaker, introduced(text, turn, inTurn, isFirst), 'introduces himself as');
    const hearer = namedHearer(text, turn, byLabel) ?? hearerOf(turns, at, voices);
    if (hearer !== null)
      add(
        hearer,
        inTurn.find((mention) => isVocative(text, turn.passage, mention)),
        'is addressed as',
      );
  }
  return callings;
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

/** The other of two voices; of several, the one who speaks both before and after, or next to a first or last turn. */
function hearerOf(
  turns: readonly Turn[],
  at: number,
  voices: ReadonlyMap<number, ReadonlySet<Bearer>>,
): Bearer | null {
  const turn = turns[at];
  if (turn === undefined) return null;
  const here = [...(voices.get(turn.passage.section) ?? [])];
  if (here.length === 2) return here.find((voice) => voice !== turn.speaker) ?? null;
  const inCall = (other: Turn | undefined) =>
    other?.passage.section === turn.passage.section ? other : undefined;
  const [before, after] = [inCall(turns[at - 1]), inCall(turns[at + 1])];
  const next = before ?? after;
  const only = next !== undefined && (before ?? next).speaker === (after ?? next).speaker;
  return only && next.speaker !== turn.speaker ? next.speaker : null;
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

const HERE = /^\s+(?:here|speaking|hier|burada|à l'appareil|al habla|aqui|aquí)(?!\p{L})/iu;
const IT_IS =
  /(?:^|[,.!?]\s+)(?:it's|it is|this is|ben|burası|soy|habla|aquí|aqui é|sou|c'est|ici|sunt|это|أنا|معك)\s+$/iu;
/** A turn of no more letters may be a greeting and a name, and nothing else. */
const SHORT_TURN = 40;

/** "They call me X", "my name is X". */
function calledByHimself(
  text: string,
  { passage }: Turn,
  inTurn: readonly PlacedMention[],
): PlacedMention | undefined {
  const { start, end } = passage.body;
  for (const cue of findCues(text.slice(start, end))) {
    if (cue.says !== 'self') continue;
    const named = inTurn.find((mention) => mention.span.start >= start + cue.end);
    if (named?.kind === 'person' && named.span.start - start - cue.end < 6) return named;
  }
  return undefined;
}

/** "It's X", "X here"; on the first turn also "X, station three" and "Duty desk, X." */
function introduced(
  text: string,
  { passage }: Turn,
  inTurn: readonly PlacedMention[],
  isFirst: boolean,
): PlacedMention | undefined {
  const { start, end } = passage.body;
  return inTurn.find(({ kind, span, name }) => {
    if (kind !== 'person') return false;
    const [before, after] = [text.slice(start, span.start), text.slice(span.end, end)];
    if (before.length > SHORT_TURN) return false;
    if (IT_IS.test(before) || (onlyGreets(before) && HERE.test(after))) return true;
    if (!isFirst) return false;
    const opens = before.trim() === '' && /\s/u.test(name) && /^[,.]/.test(after);
    return opens || isWholeTurn(before, after);
  });
}

/** "Good morning. Tolva." */
function isWholeTurn(before: string, after: string): boolean {
  return /[.,]\s$/u.test(before) && /^[.\s]*$/u.test(after);
}

function settle(frame: Frame, source: string, calling: Calling, all: readonly Calling[]): void {
  const { speaker, named, mention, how } = calling;
  if (frame.joins.rootOf(named) === frame.joins.rootOf(speaker)) return;
  if (named.unknown || frame.joins.barred(named, speaker)) return;
  const plain = isPlain(frame, calling, all);
  const fullBoth = named.shape.parts.length > 1 && speaker.shape.parts.length > 1 && named.kind === 'person';
  if (fullBoth && !plain) return;
  const text = frame.scene?.textOf(source) ?? '';
  const at = { source, span: sentenceOf(text, mention.span) };
  const joined =
    plain &&
    frame.joins.join(speaker, named, `${nameOf(speaker)} ${how} “${mention.name}”, and nothing else.`);
  // Who says who he is leaves nothing to work out.
  if (joined && how === 'introduces himself as') return;
  const chance = plain ? 0.85 : 0.6;
  frame.proposals.push({ a: speaker, b: named, chance, reason: `the one ${how} the other`, at, joined });
}

/** A label that names nobody, and no two names given to it; or a rank by which only he is called. */
function isPlain(frame: Frame, { speaker, named }: Calling, all: readonly Calling[]): boolean {
  if (named.kind === 'role') return all.every((other) => other.named !== named || other.speaker === speaker);
  if (fitsInitials(speaker, named)) return true;
  if (!isNamelessVoice(speaker)) return false;
  const names = all.filter((other) => other.speaker === speaker && other.named.kind === 'person');
  return names.every(
    (other) =>
      frame.joins.rootOf(other.named) === frame.joins.rootOf(named) || sharesWord(other.named, named),
  );
}

const PATRONYMIC = /(?:ovich|evich|yich|ovna|evna|ichna|ович|евич|овна|евна)$/u;

/** Two names of one: a word in both, or given name and patronymic beside a family name. */
function sharesWord(a: Bearer, b: Bearer): boolean {
  const [short, long] = a.shape.parts.length < b.shape.parts.length ? [a, b] : [b, a];
  if (short.shape.parts.length === 1 && PATRONYMIC.test(long.shape.parts.at(-1)?.key ?? '')) return true;
  return a.shape.parts.some((part) => b.shape.parts.some((other) => part.key === other.key));
}
