import type { Quote } from '../statement/finding.ts';
import type { Passage } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import type { Statement } from '../statement/statement.ts';
import type { Cast } from './cast.ts';
import type { Claim } from './claims.ts';
import { type DeedClock, openDeedClock } from './deed-clock.ts';
import { partiesOf } from './deed-parties.ts';
import { type HappeningKind, kindsTold } from './happening-kinds.ts';
import { Vocabulary } from './key-set.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { contentWords } from './tally.ts';
import type { When } from './when.ts';

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
  /** The places that its source names most: where what it tells without a place is held to be. */
  readonly setting: ReadonlySet<string>;
  readonly when: When | null;
  /** Words that say something, folded. */
  readonly words: ReadonlySet<string>;
  readonly isRow: boolean;
  readonly quote: Quote;
}

/** A deed that makes its quote when asked. */
class ReadDeed implements Deed {
  readonly statement: Statement;
  readonly passage: Passage;
  readonly kinds: ReadonlySet<HappeningKind>;
  readonly who: ReadonlySet<string>;
  readonly core: ReadonlySet<string>;
  readonly isGuess: boolean;
  readonly places: ReadonlySet<string>;
  readonly setting: ReadonlySet<string>;
  readonly when: When | null;
  readonly words: ReadonlySet<string>;
  readonly isRow: boolean;
  private readonly quoted: Span | null;

  /** `quoted`: the words to quote, where they are more than those of the statement. */
  constructor(read: Omit<Deed, 'source' | 'voice' | 'quote'>, quoted: Span | null) {
    this.statement = read.statement;
    this.passage = read.passage;
    this.kinds = read.kinds;
    this.who = read.who;
    this.core = read.core;
    this.isGuess = read.isGuess;
    this.places = read.places;
    this.setting = read.setting;
    this.when = read.when;
    this.words = read.words;
    this.isRow = read.isRow;
    this.quoted = quoted;
  }

  get source(): string {
    return this.statement.source;
  }

  get voice(): string {
    return this.statement.voice.at(-1)?.name ?? '';
  }

  get quote(): Quote {
    return quoteOf(this.statement, this.quoted ?? this.statement.span);
  }
}

const kindsKnown = new Map<string, ReadonlySet<HappeningKind>>();

/** The few combinations of kinds that there are, each once. */
function sharedKinds(kinds: ReadonlySet<HappeningKind>): ReadonlySet<HappeningKind> {
  const key = [...kinds].join(' ');
  const known = kindsKnown.get(key) ?? kinds;
  kindsKnown.set(key, known);
  return known;
}

const TOLD = new Set(['asserted', 'reported', 'alleged']);
/** Utterances that are looked back over for whom a pronoun stands. */
const LOOK_BACK = 3;
/** Places of a source that make its setting. */
const SETTING = 3;
/** "was arrested and freed after it had been promised": told, whatever verb was read of it. */
const DONE = /\b(?:was|were|been)\b/iu;

/** Every deed that voices tell of, in text and in the rows of tables. Linear. */
export function readDeeds(index: PileIndex, claims: readonly Claim[], cast: Cast): Deed[] {
  const clock = openDeedClock(index);
  const vocabulary = new Vocabulary();
  const bySource = groupBy(claims, ({ statement }) => statement.source);
  return index.pile.sources.flatMap((source) => {
    const context = { index, cast, clock, vocabulary, setting: settingOf(index, cast, source.id) };
    return [...textDeeds(context, bySource.get(source.id) ?? []), ...rowDeeds(context, source.id)];
  });
}

interface Context {
  readonly index: PileIndex;
  readonly cast: Cast;
  readonly clock: DeedClock;
  readonly vocabulary: Vocabulary;
  readonly setting: ReadonlySet<string>;
}

function settingOf(index: PileIndex, cast: Cast, source: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { id } of index.pile.passagesOf(source))
    for (const mention of index.mentionsOfPassage.get(id) ?? []) {
      if (mention.kind !== 'place') continue;
      const key = cast.keyOf(mention);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const most = [...counts].sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1));
  return new Set(most.slice(0, SETTING).map(([key]) => key));
}

function isTold({ polarity, modality }: Statement): boolean {
  return polarity === 'positive' && TOLD.has(modality);
}

// ---------- text ----------

function textDeeds(context: Context, claims: readonly Claim[]): Deed[] {
  const first = claims[0];
  if (first === undefined) return [];
  const passages = [...context.index.pile.passagesOf(first.statement.source)];
  const placeOf = new Map(passages.map((passage, at) => [passage.id, at]));
  return claims.flatMap((claim) => {
    const at = placeOf.get(claim.passage.id) ?? 0;
    return textDeed(context, claim, passages.slice(Math.max(0, at - LOOK_BACK), at)) ?? [];
  });
}

function textDeed(
  { index, cast, clock, vocabulary, setting }: Context,
  claim: Claim,
  before: readonly Passage[],
): Deed | null {
  const { statement, passage } = claim;
  const clause = index.wordsOf(statement.source, statement.span);
  const kinds = kindsTold(statement.event, clause);
  const isOrder = statement.polarity === 'positive' && statement.modality === 'ordered';
  if (!isTold(statement) && !(isOrder && passage.speaker === null && kinds.size > 0 && DONE.test(clause)))
    return null;
  const { who, core, isGuess } = partiesOf(index, cast, claim, before, kinds);
  const { places, quoted } = placesOf(index, cast, claim);
  return new ReadDeed(
    {
      ...{ statement, passage, setting, isGuess, kinds: sharedKinds(kinds) },
      who: vocabulary.setOf(who),
      core: vocabulary.setOf(core),
      places: vocabulary.setOf(places),
      when: clock.read(claim, passage.speaker === null ? clause : claim.sentence),
      words: claim.plain,
      isRow: false,
    },
    quoted,
  );
}

function quoteOf(statement: Statement, span: Span = statement.span): Quote {
  const marks = statement.trigger === null ? [] : [statement.trigger];
  return { source: statement.source, span, statement: statement.id, marks };
}

/** Where: what the statement says; of one who speaks, else what the turn names, which is then quoted with it. */
function placesOf(index: PileIndex, cast: Cast, { statement, passage, isTalk }: Claim) {
  const mentions = (index.mentionsOfPassage.get(passage.id) ?? []).filter(({ kind }) => kind === 'place');
  const own = mentions.filter(
    ({ span }) => statement.span.start <= span.start && span.end <= statement.span.end,
  );
  const said = cast.keyOfRole(statement.place);
  if (own.length > 0 || said !== null || !isTalk || mentions.length === 0) {
    const places = [...own.map(cast.keyOf), ...(said === null ? [] : [said])];
    return { places: new Set(places), quoted: null };
  }
  const start = Math.min(statement.span.start, ...mentions.map(({ span }) => span.start), passage.body.start);
  const end = Math.max(statement.span.end, ...mentions.map(({ span }) => span.end));
  return { places: new Set(mentions.map(cast.keyOf)), quoted: { start, end } };
}

// ---------- rows ----------

function rowDeeds({ index, cast, clock, vocabulary, setting }: Context, source: string): Deed[] {
  const deeds: Deed[] = [];
  for (const passage of index.pile.passagesOf(source)) {
    if (passage.cells === null || passage.kind !== 'row') continue;
    const words = vocabulary.setOf(contentWords(index.wordsOf(source, passage.body)));
    const who = vocabulary.setOf(cast.namedIn(source, passage.id, passage.span));
    for (const statement of index.statementsOfPassage.get(passage.id) ?? []) {
      if (!isTold(statement)) continue;
      const place = cast.keyOfRole(statement.place);
      deeds.push(
        new ReadDeed(
          {
            ...{ statement, passage, setting, who, words },
            kinds: sharedKinds(kindsTold(statement.event, '')),
            core: who,
            isGuess: false,
            places: vocabulary.setOf(place === null ? [] : [place]),
            when: clock.ofRow(statement),
            isRow: true,
          },
          null,
        ),
      );
    }
  }
  return deeds;
}
