import { nameKey } from '../statement/name-key.ts';
import type { Span } from '../statement/span.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, firstFrom, nameOf, type PlacedMention } from './frame.ts';
import { soundBlocks } from './link-full-names.ts';
import { blocksOfPart } from './name-blocks.ts';
import { heardWord, initialsFit, parseName, partsSoundAlike } from './parse-name.ts';
import { type Cue, countsBearers, findCues } from './sayings.ts';
import { sentenceOf } from './sentence-of.ts';

/** How far before a cue its name may stand, and how far after it the other, UTF-16 code units. */
const REACH_BEFORE = 90;
const REACH_AFTER = 24;
/** Bearers of one sound that a saying is held against, at most. */
const MOST_NEAR = 400;

/**
 * What the texts say outright of names: "X, known as Y" joins; "not the same", "two Xs" and
 * "another X" bar and are noted as clashes. Read before anything else is joined.
 */
export function linkSayings(frame: Frame): void {
  if (frame.scene === null) return;
  const blocks = soundBlocks(frame.bearers.filter(({ kind }) => kind === 'person'));
  const cued: [string, Cue][] = [];
  for (const [source, mentions] of frame.placed) {
    const text = frame.scene.textOf(source);
    noteCounted(frame, blocks, source, text, mentions);
    for (const cue of findCues(text)) {
      if (cue.says === 'distinct') noteDistinct(frame, source, text, mentions, cue);
      else if (cue.says === 'alias' || cue.says === 'called') cued.push([source, cue]);
    }
  }
  for (const [source, cue] of cued) linkAlias(frame, source, frame.scene.textOf(source), cue);
  for (const [source, mentions] of frame.placed) {
    const text = frame.scene.textOf(source);
    linkEquals(frame, text, mentions);
    proposeSideBySide(frame, source, text, mentions);
  }
}

function isNamed(mention: PlacedMention): boolean {
  return mention.kind !== 'phone' && mention.kind !== 'role';
}

const PAUSE = /[.!?؟;]\s|\n/u;
const NEGATED = /(?:\bnot|\bnever|n't|\bno|değil|ليس|لا|\bpas|\bnão|\bnu|не)\s*$/iu;
const BETWEEN = /^[\s"“”«»'‘’:(]*(?:(?:the|le|la|el|o|a)\s+)?["“«'‘]?$/iu;

function linkAlias(frame: Frame, source: string, text: string, cue: Cue): void {
  const mentions = frame.placed.get(source) ?? [];
  const at = firstFrom(mentions, cue.start);
  const left = nameBefore(text, mentions, at, cue.start, cue.says === 'called');
  if (left === null || NEGATED.test(text.slice(Math.max(0, cue.start - 12), cue.start))) return;
  const bearer = frame.bearerOf.get(left.id);
  if (bearer === undefined) return;
  const right = mentions.slice(at, at + 4).find((mention) => mention.span.start >= cue.end);
  const near = right !== undefined && right.span.start - cue.end <= REACH_AFTER;
  const other =
    near && BETWEEN.test(text.slice(cue.end, right.span.start)) ? frame.bearerOf.get(right.id) : undefined;
  const words = text.slice(cue.start, cue.end).trim();
  if (other !== undefined && other.kind !== 'phone' && !isBodyAndPerson(bearer, other))
    frame.joins.join(bearer, other, `The text says “${nameOf(bearer)} ... ${words} ... ${nameOf(other)}”.`);
  else addNickname(bearer, text.slice(cue.end, cue.end + 60));
}

/** "A gang around a man who is called X": the gang is not the man. */
function isBodyAndPerson(a: Bearer, b: Bearer): boolean {
  const isBody = ({ kind }: Bearer) => kind === 'organization' || kind === 'group' || kind === 'place';
  return isBody(a) !== isBody(b);
}

function nameBefore(
  text: string,
  mentions: readonly PlacedMention[],
  at: number,
  start: number,
  isPronoun: boolean,
): PlacedMention | null {
  for (let index = at - 1; index >= Math.max(0, at - 4); index -= 1) {
    const mention = mentions[index];
    if (mention === undefined || start - mention.span.end > REACH_BEFORE) return null;
    if (mention.span.end > start || !isNamed(mention) || mention.kind === 'place') continue;
    if (isPronoun) return mention.kind === 'person' ? mention : null;
    return PAUSE.test(text.slice(mention.span.end, start)) ? null : mention;
  }
  return null;
}

const NICKNAME =
  /^[\s:(]*["“«'‘]?((?:(?:le|la|el|al|the|der|il|o|os)\s)?\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+){0,2})/iu;

/** A second one in apposition: "the Golden Hand" after "la Mano de Oro, ". */
const AND_NICKNAME = /^["”»'’]?,\s((?:the|le|la|el)\s\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)(?=[,.;])/u;

/** A nickname that the reader did not take for a name is kept as a spelling. */
function addNickname(bearer: Bearer, after: string): void {
  if (bearer.kind !== 'person') return;
  const first = NICKNAME.exec(after);
  const next = AND_NICKNAME.exec(after.slice(first?.[0].length ?? 0));
  for (const nickname of [first?.[1], first === null ? undefined : next?.[1]]) {
    if (nickname !== undefined && /^(?:\p{L}{1,3}\s)?\p{Lu}/u.test(nickname))
      bearer.forms.set(nickname, (bearer.forms.get(nickname) ?? 0) + 1);
  }
}

const EQUALS =
  /(?:^|\n)[-*• ]*["“«'‘]?([\p{L}\p{M}][\p{L}\p{M} .'’-]{1,40}?)["”»'’]?\s{0,3}=\s{0,3}["“«'‘]?$/u;

/** "X = Y" in a note, X being a name wherever it stands. */
function linkEquals(frame: Frame, text: string, mentions: readonly PlacedMention[]): void {
  const named = mentions.filter(isNamed);
  for (const { id, span, name } of named) {
    const right = frame.bearerOf.get(id);
    const left = EQUALS.exec(text.slice(Math.max(0, span.start - 60), span.start))?.[1];
    if (left === undefined || right === undefined) continue;
    const key = nameKey(left);
    const said = `The text says “${left} = ${name}”.`;
    const others = frame.bearers.filter((bearer) => bearer.kind === right.kind && bearer.key === key);
    for (const other of others) frame.joins.join(other, right, said);
    if (others.length === 0 && /^\p{Lu}|^\p{Lo}/u.test(left)) right.forms.set(left, 1);
  }
}

const SLASH = /^["”»'’]\s?\/\s?["“«'‘]$/u;

/** "the man called "Finch" / "Marlo"": two names set side by side for one. */
function proposeSideBySide(
  frame: Frame,
  source: string,
  text: string,
  mentions: readonly PlacedMention[],
): void {
  for (const [at, { id, kind, span }] of mentions.entries()) {
    const next = mentions[at + 1];
    if (next === undefined || kind !== 'person' || next.kind !== 'person') continue;
    const [a, b] = [frame.bearerOf.get(id), frame.bearerOf.get(next.id)];
    if (a === undefined || b === undefined || a === b || !SLASH.test(text.slice(span.end, next.span.start)))
      continue;
    const words = { source, span: sentenceOf(text, span) };
    frame.proposals.push({ a, b, chance: 0.7, reason: 'the text sets the two side by side', at: words });
  }
}

// ---------- two of one name ----------

function noteCounted(
  frame: Frame,
  blocks: ReadonlyMap<string, readonly Bearer[]>,
  source: string,
  text: string,
  mentions: readonly PlacedMention[],
): void {
  for (const mention of mentions) {
    if (mention.kind !== 'person') continue;
    const before = text.slice(Math.max(0, mention.span.start - 60), mention.span.start);
    if (!countsBearers(before, mention.name)) continue;
    noteClash(frame, source, text, mention.span, bearersOfName(frame, blocks, mention));
  }
}

/** Whoever has the name of a mention, or the name of which it is the plural. */
function bearersOfName(
  frame: Frame,
  blocks: ReadonlyMap<string, readonly Bearer[]>,
  mention: PlacedMention,
): Bearer[] {
  const own = frame.bearerOf.get(mention.id);
  const key = own?.key ?? nameKey(mention.name);
  const singular = /\p{Ll}s$/u.test(mention.name) ? key.slice(0, -1) : null;
  const parts =
    singular === null ? (own?.shape.parts.slice(0, 1) ?? []) : parseName(singular, 'person').parts;
  const near = new Set(
    parts.flatMap(blocksOfPart).flatMap((block) => blocks.get(block)?.slice(0, MOST_NEAR) ?? []),
  );
  if (own !== undefined) near.add(own);
  const alike = [...near].filter(
    (bearer) =>
      bearer === own ||
      bearer.key === key ||
      (singular !== null && bearer.shape.parts.some((part) => soundsLikeWord(heardWord(part), singular))),
  );
  const sorted = alike.sort((one, other) => (one.address < other.address ? -1 : 1));
  return singular !== null && sorted.length > 1 ? sorted.filter((bearer) => bearer !== own) : sorted;
}

function soundsLikeWord(key: string, word: string): boolean {
  const part = (text: string) => ({ text, key: text, is: 'word', family: false }) as const;
  return key === word || partsSoundAlike(part(key), part(word));
}

function noteDistinct(
  frame: Frame,
  source: string,
  text: string,
  mentions: readonly PlacedMention[],
  cue: Cue,
): void {
  const sentence = sentenceOf(text, cue);
  noteMixedUp(frame, source, text, cue, sentence);
  const named = mentions
    .slice(firstFrom(mentions, sentence.start))
    .slice(0, 12)
    .filter((mention) => mention.span.end <= sentence.end && mention.kind === 'person');
  const bearers = [...new Set(named.flatMap((mention) => frame.bearerOf.get(mention.id) ?? []))];
  for (const [at, one] of bearers.entries()) {
    const rival = bearers.slice(at + 1).find((other) => sharesPart(one, other));
    if (rival === undefined) continue;
    frame.joins.bar(one, rival);
    if (!mayBeTaken(one, rival)) continue;
    noteClash(frame, source, text, cue, [one, rival]);
    return;
  }
  noteNamesake(frame, source, text, mentions, cue, bearers);
}

const OF_NAMES =
  /name|relat|adaş|isim|adı|nombre|tocay|parent|pariente|akraba|homón|homonym|nome|nume|тёзка|фамил|اسم|أسماء|سمي|قرابة/iu;
const REACH_NAMESAKE = 160;

/** "No relation to your pilot", "the clerk has the same name": one name is named, and another bears it too. */
function noteNamesake(
  frame: Frame,
  source: string,
  text: string,
  mentions: readonly PlacedMention[],
  cue: Cue,
  named: readonly Bearer[],
): void {
  if (!OF_NAMES.test(text.slice(cue.start, cue.end))) return;
  const near = mentions
    .filter(
      ({ kind, span }) =>
        kind === 'person' &&
        span.end >= cue.start - REACH_NAMESAKE &&
        span.start <= cue.end + REACH_NAMESAKE / 2,
    )
    .sort((a, b) => distanceTo(a.span, cue) - distanceTo(b.span, cue))
    .flatMap((mention) => frame.bearerOf.get(mention.id) ?? []);
  // A full name rather than a first name by which somebody is spoken to.
  const pool = named.length > 0 ? named : near;
  const bearer = pool.find(({ shape }) => shape.parts.length > 1) ?? pool[0];
  if (bearer !== undefined) noteClash(frame, source, text, cue, [bearer]);
}

function distanceTo(span: Span, cue: Span): number {
  return span.end <= cue.start ? cue.start - span.end : Math.max(0, span.start - cue.end);
}

const ME = /(?<![\p{L}])(?:me|beni|benimle|conmigo|comigo|moi|mine|меня|мной|بيني)(?!\p{L})/iu;
const MIXES = /confus|mix|karıştır|confund|путают|خلط/iu;

/** "People mix him up with me": the speaker's name is another's too. */
function noteMixedUp(frame: Frame, source: string, text: string, cue: Cue, sentence: Span): void {
  const words = text.slice(sentence.start, sentence.end);
  if (!ME.test(words) || !MIXES.test(text.slice(cue.start, cue.end))) return;
  const speaker = speakerAt(frame, source, cue.start);
  if (speaker !== null) noteClash(frame, source, text, cue, [speaker]);
}

function speakerAt(frame: Frame, source: string, at: number): Bearer | null {
  for (const passage of frame.scene?.passagesOf(source) ?? []) {
    if (passage.span.end < at || passage.speaker?.span == null) continue;
    if (passage.span.start > at) return null;
    const mentions = frame.placed.get(source) ?? [];
    const mention = mentions[firstFrom(mentions, passage.speaker.span.start)];
    return mention !== undefined && mention.span.start < passage.speaker.span.end
      ? (frame.bearerOf.get(mention.id) ?? null)
      : null;
  }
  return null;
}

/** Whether the one could be read for the other: alike to the ear, or an initial that fits. */
function mayBeTaken(a: Bearer, b: Bearer): boolean {
  const short = a.shape.parts.length <= b.shape.parts.length ? a : b;
  const long = short === a ? b : a;
  if (initialsFit(short.shape, long.shape) || initialsFit(long.shape, short.shape)) return true;
  return short.shape.parts.every((part) => long.shape.parts.some((other) => partsSoundAlike(part, other)));
}

function sharesPart(a: Bearer, b: Bearer): boolean {
  return a.shape.parts.some((part) => b.shape.parts.some((other) => partsSoundAlike(part, other)));
}

function noteClash(frame: Frame, source: string, text: string, at: Span, bearers: readonly Bearer[]): void {
  const [first] = bearers;
  if (first === undefined) return;
  for (const [index, one] of bearers.entries())
    for (const other of bearers.slice(index + 1, index + 12))
      if (one.key !== other.key) frame.joins.bar(one, other);
  const words = { source, span: sentenceOf(text, at) };
  const said = text.slice(words.span.start, words.span.end).replace(/\s+/g, ' ').slice(0, 120);
  frame.clashes.push({ bearers, name: nameOf(first), reason: `the text says so: “${said}”`, at: [words] });
}
