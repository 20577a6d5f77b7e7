import type { Quote } from '../statement/finding.ts';
import type { Passage } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import type { Mention, Role, Statement } from '../statement/statement.ts';
import type { Claim } from './claims.ts';
import { type HappeningKind, kindsTold } from './happening-kinds.ts';
import { speaksOfSelf, speaksOfThird } from './persons-spoken.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { saidPeriod } from './side.ts';
import { contentWords } from './tally.ts';
import { saysJustNow, type When, whenOf } from './when.ts';

/** What somebody tells of one happening: what, to whom, where and when, as far as the words go. */
export interface Deed {
  readonly statement: Statement;
  readonly passage: Passage;
  readonly source: string;
  readonly voice: string;
  readonly kinds: ReadonlySet<HappeningKind>;
  /** Identities (names, where there is none) and numbers of vehicles that take part. */
  readonly who: ReadonlySet<string>;
  /** Those of them that the deed is done to, or that do it where it is done to nobody. */
  readonly core: ReadonlySet<string>;
  /** True where a pronoun had to be followed back. */
  readonly isGuess: boolean;
  readonly places: ReadonlySet<string>;
  readonly when: When | null;
  /** Words that say something, folded. */
  readonly words: ReadonlySet<string>;
  readonly isRow: boolean;
  readonly quote: Quote;
}

const TOLD = new Set(['asserted', 'reported', 'alleged']);
const TAKES_PART = new Set(['person', 'group', 'organization', 'vehicle']);
/** Licence plates, hull and waybill numbers: letters and digits joined by hyphens. */
const NUMBER_PLATE =
  /(?<![\p{L}\p{Nd}-])(?=[\p{L}\p{Nd}-]*\p{Nd})(?=[\p{L}\p{Nd}-]*\p{Lu})[\p{Lu}\p{Nd}]+(?:-[\p{Lu}\p{Nd}]+)+(?![\p{L}\p{Nd}-])/gu;
const SHORTEST_PLATE = 5;
/** Utterances that are looked back over for whom a pronoun stands. */
const LOOK_BACK = 3;

/** Every deed that voices tell of, in text and in the rows of tables. Linear. */
export function readDeeds(index: PileIndex, claims: readonly Claim[]): Deed[] {
  const told = claims.filter(({ statement }) => isTold(statement));
  const bySource = groupBy(told, ({ statement }) => statement.source);
  return index.pile.sources.flatMap((source) => [
    ...textDeeds(index, bySource.get(source.id) ?? []),
    ...rowDeeds(index, source.id),
  ]);
}

function isTold(statement: Statement): boolean {
  return statement.polarity === 'positive' && TOLD.has(statement.modality);
}

// ---------- text ----------

function textDeeds(index: PileIndex, claims: readonly Claim[]): Deed[] {
  const first = claims[0];
  if (first === undefined) return [];
  const passages = [...index.pile.passagesOf(first.statement.source)];
  const placeOf = new Map(passages.map((passage, at) => [passage.id, at]));
  return claims.map((claim) => {
    const at = placeOf.get(claim.passage.id) ?? 0;
    return textDeed(index, claim, passages.slice(Math.max(0, at - LOOK_BACK), at));
  });
}

function textDeed(index: PileIndex, claim: Claim, before: readonly Passage[]): Deed {
  const { statement, passage } = claim;
  const clause = index.wordsOf(statement.source, statement.span);
  const mentions = index.mentionsOfPassage.get(passage.id) ?? [];
  const named = mentions.filter((mention) => within(statement.span, mention.span));
  const who = new Set([
    ...named.filter(takesPart).map((mention) => keyOf(index, mention)),
    ...platesIn(clause),
  ]);
  if (claim.isTalk && speaksOfSelf(clause)) who.add(speakerKey(index, passage));
  const followed = namesNobody(who, claim) ? followBack(index, claim, mentions, before) : [];
  for (const key of followed) who.add(key);
  const said = passage.speaker === null ? clause : claim.sentence;
  return {
    statement,
    passage,
    source: statement.source,
    voice: statement.voice.at(-1)?.name ?? '',
    kinds: kindsTold(statement.event, clause),
    who,
    core: coreOf(index, statement, who, followed),
    isGuess: followed.length > 0,
    places: placesOf(index, statement, mentions, claim.isTalk),
    when: whenTold(index, claim, said),
    words: claim.plain,
    isRow: false,
    quote: quoteOf(statement),
  };
}

function quoteOf(statement: Statement): Quote {
  const marks = statement.trigger === null ? [] : [statement.trigger];
  return { source: statement.source, span: statement.span, statement: statement.id, marks };
}

function within(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function takesPart(mention: Mention): boolean {
  return TAKES_PART.has(mention.kind);
}

function keyOf(index: PileIndex, mention: Mention): string {
  return index.identityOf.get(mention.id) ?? mention.name;
}

function platesIn(words: string): string[] {
  return [...words.matchAll(NUMBER_PLATE)]
    .map(([plate]) => plate)
    .filter(({ length }) => length >= SHORTEST_PLATE)
    .map((plate) => `plate ${plate}`);
}

/** The identity of who speaks: the label of a turn is a mention of its own. */
function speakerKey(index: PileIndex, passage: Passage): string {
  const label = passage.speaker?.span ?? null;
  const own = (index.mentionsOfPassage.get(passage.id) ?? []).find(
    (mention) => label !== null && within(label, mention.span),
  );
  return own === undefined ? `speaker ${passage.source} ${passage.speaker?.label ?? ''}` : keyOf(index, own);
}

function namesNobody(who: ReadonlySet<string>, claim: Claim): boolean {
  if (who.size > 0) return false;
  return speaksOfThird(claim.sentence) || claim.isTalk;
}

/** Whom a pronoun stands for: those last named in the passage before it, else in the last few turns. */
function followBack(
  index: PileIndex,
  { statement, passage }: Claim,
  mentions: readonly Mention[],
  before: readonly Passage[],
): string[] {
  const earlier = mentions.filter(
    (mention) => mention.span.end <= statement.span.start && within(passage.body, mention.span),
  );
  const text = index.textOf(statement.source);
  const own = [
    ...earlier
      .filter(takesPart)
      .slice(-1)
      .map((mention) => keyOf(index, mention)),
    ...platesIn(text.slice(passage.body.start, statement.span.start)),
  ];
  if (own.length > 0) return own;
  if (passage.speaker === null)
    return lastNamed(index, before.filter(({ section }) => section === passage.section).slice(-1));
  return lastNamed(index, before.filter(({ section }) => section === passage.section).slice(-LOOK_BACK));
}

function lastNamed(index: PileIndex, passages: readonly Passage[]): string[] {
  for (const passage of [...passages].reverse()) {
    const named = (index.mentionsOfPassage.get(passage.id) ?? []).filter(
      (mention) => takesPart(mention) && within(passage.body, mention.span),
    );
    const last = named.at(-1);
    if (last !== undefined) return [keyOf(index, last)];
  }
  return [];
}

function coreOf(
  index: PileIndex,
  statement: Statement,
  who: ReadonlySet<string>,
  followed: readonly string[],
): Set<string> {
  const patient = roleKey(index, statement.patient);
  if (patient !== null && who.has(patient)) return new Set([patient]);
  if (followed.length > 0) return new Set(followed);
  const agent = roleKey(index, statement.agent);
  if (patient === null && statement.patient === null && agent !== null && who.has(agent))
    return new Set([agent, ...[...who].filter((key) => key.startsWith('plate '))]);
  return new Set(who);
}

function roleKey(index: PileIndex, role: Role | null): string | null {
  if (role === null || role.mention === null) return null;
  return index.identityOf.get(role.mention) ?? role.text;
}

/** Where: what the statement says; of one who speaks, else what the turn names. */
function placesOf(
  index: PileIndex,
  statement: Statement,
  mentions: readonly Mention[],
  isTalk: boolean,
): Set<string> {
  const places = mentions.filter(({ kind }) => kind === 'place');
  const said = places.filter((mention) => within(statement.span, mention.span));
  const chosen = said.length > 0 || !isTalk ? said : places;
  return new Set(chosen.map((mention) => keyOf(index, mention)));
}

function whenTold(index: PileIndex, claim: Claim, said: string): When | null {
  const { statement, passage, told } = claim;
  if (saidPeriod(statement, told) !== null) return whenOf(statement.time, said, 'said');
  const section = index.sections.get(statement.source)?.find((known) => known.index === passage.section);
  const moment = passage.time ?? section?.time ?? null;
  const source = index.sources.get(statement.source);
  const isLive =
    passage.time?.clock != null &&
    (source?.kind === 'log' || source?.kind === 'captions' || source?.kind === 'transcript');
  const now = whenOf(moment, '', isLive || saysJustNow(said) ? 'moment' : 'by');
  if (now === null) return claim.told === null ? null : whenOf(dayReading(claim.told), '', 'by');
  return now.given === 'by' ? { ...now, from: null } : now;
}

function dayReading(day: string): Statement['time'] {
  return {
    from: null,
    to: day,
    clock: null,
    zone: null,
    granularity: 'day',
    approx: false,
    basis: 'source',
    steps: [],
  };
}

// ---------- rows ----------

function rowDeeds(index: PileIndex, source: string): Deed[] {
  const deeds: Deed[] = [];
  for (const passage of index.pile.passagesOf(source)) {
    if (passage.cells === null || passage.kind !== 'row') continue;
    const words = index.wordsOf(source, passage.body);
    const mentions = index.mentionsOfPassage.get(passage.id) ?? [];
    const who = new Set([
      ...mentions.filter(takesPart).map((mention) => keyOf(index, mention)),
      ...platesIn(words),
    ]);
    for (const statement of index.statementsOfPassage.get(passage.id) ?? [])
      if (isTold(statement)) deeds.push(rowDeed(index, statement, passage, who, words));
  }
  return deeds;
}

function rowDeed(
  index: PileIndex,
  statement: Statement,
  passage: Passage,
  who: ReadonlySet<string>,
  words: string,
): Deed {
  const place = roleKey(index, statement.place);
  return {
    statement,
    passage,
    source: statement.source,
    voice: statement.voice.at(-1)?.name ?? '',
    kinds: kindsTold(statement.event, ''),
    who,
    core: who,
    isGuess: false,
    places: new Set(place === null ? [] : [place]),
    when: whenOf(statement.time, '', 'said'),
    words: contentWords(words),
    isRow: true,
    quote: quoteOf(statement),
  };
}
