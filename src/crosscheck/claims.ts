import type { Passage } from '../statement/source.ts';
import type { Modality, Statement } from '../statement/statement.ts';
import groups from './event-groups.json' with { type: 'json' };
import { foldForm, wordsAt } from './fold-words.ts';
import { Vocabulary } from './key-set.ts';
import type { PileIndex } from './pile-index.ts';
import { rememberRecent } from './recent.ts';
import { sentenceAround } from './sentence-around.ts';
import { eventGroup, type Period, saidPeriod } from './side.ts';
import { contentWords } from './tally.ts';
import telling from './telling-words.json' with { type: 'json' };

const NEGATIONS = new Set(telling.negation.map(foldForm));
/** "ever", "at no time": what is denied is denied for good. */
const UNIVERSAL =
  /\b(?:no|none|nobody|no one|never|ever|not one|not a single|at no time|nothing|without one|any)\b|asla|hiç|jamais|aucun|nunca|ningun|nenhum|никогда|никто|لم|لن|أبدا/iu;
const EXISTENTIAL =
  /\bthere (?:is|was|were|are|has been|have been|had been) no\b|n'y a (?:pas|aucun)|\bno (?:hay|hubo|había)\b|\bnão (?:há|houve)\b|\byoktu?r?\b|لا يوجد|لا توجد|\bнет\b/iu;
const KEPT = new Set<Modality>(['asserted', 'reported', 'alleged', 'ordered']);

const KIN = new Map(groups.kin.flatMap((kin) => kin.map((event) => [event, kin.join('/')] as const)));

/** Verbs of which one may stand for another when something is denied: what "reached" the shore "entered" there. */
function kinOf(event: string): string {
  return KIN.get(event) ?? event;
}

/** A statement with what it shares with others. */
export interface Claim {
  readonly statement: Statement;
  readonly event: string | null;
  readonly period: Period | null;
  /** Words that name the event. */
  readonly trigger: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** The same as they stand. */
  readonly plain: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly sentence: string;
  /** The words of its clause up to the verb. */
  readonly lead: string;
  readonly isTalk: boolean;
  readonly passage: Passage;
  /** Day on which it was told, or null. */
  readonly told: string | null;
}

/** Clauses whose words are remembered once they were asked for. */
const REMEMBERED = 20_000;

/** A claim that keeps what tells it from others and works out the rest of its words when asked. */
class ReadClaim implements Claim {
  readonly statement: Statement;
  readonly event: string | null;
  readonly period: Period | null;
  readonly trigger: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly passage: Passage;
  readonly told: string | null;
  readonly sentence: string;
  private readonly start: number;

  constructor(read: Omit<Claim, 'words' | 'lead' | 'isTalk'> & { readonly start: number }) {
    this.statement = read.statement;
    this.event = read.event;
    this.period = read.period;
    this.trigger = read.trigger;
    this.plain = read.plain;
    this.names = read.names;
    this.passage = read.passage;
    this.told = read.told;
    this.sentence = read.sentence;
    this.start = read.start;
  }

  get words(): ReadonlySet<string> {
    return tellingOf(this);
  }

  get lead(): string {
    const end = this.statement.trigger?.end ?? this.start + this.sentence.length;
    return (
      this.sentence
        .slice(0, Math.max(0, end - this.start))
        .split(/[,;:،]\s/u)
        .at(-1) ?? ''
    );
  }

  get isTalk(): boolean {
    return this.passage.speaker !== null;
  }
}

const tellingOf = rememberRecent(REMEMBERED, ({ plain }: Pick<Claim, 'plain'>) => tellingAmong(plain));

/** Every assertion and every order of a pile outside tables. Linear. */
export function readClaims(index: PileIndex): Claim[] {
  const claims: Claim[] = [];
  const vocabulary = new Vocabulary();
  for (const source of index.pile.sources) {
    const text = index.textOf(source.id);
    for (const passage of index.pile.passagesOf(source.id)) {
      if (passage.cells !== null) continue;
      for (const statement of index.statementsOfPassage.get(passage.id) ?? [])
        if (KEPT.has(statement.modality)) claims.push(claimOf(index, vocabulary, text, passage, statement));
    }
  }
  return claims;
}

function claimOf(
  index: PileIndex,
  vocabulary: Vocabulary,
  text: string,
  passage: Passage,
  statement: Statement,
): Claim {
  const { span, trigger } = statement;
  const around = sentenceAround(text, passage.body, span);
  const names = (index.mentionsOfPassage.get(passage.id) ?? [])
    .filter((mention) => mention.span.start < span.end && span.start < mention.span.end)
    .map((mention) => index.identityOf.get(mention.id) ?? mention.name);
  const section = index.sections.get(statement.source)?.find((known) => known.index === passage.section);
  const told = passage.time?.from ?? section?.time?.from ?? index.sources.get(statement.source)?.date ?? null;
  return new ReadClaim({
    statement,
    event: groups.spoken.includes(statement.event)
      ? null
      : kinOf(eventGroup(statement.event, null) ?? statement.event),
    trigger: vocabulary.setOf(tellingWords(trigger === null ? '' : text.slice(trigger.start, trigger.end))),
    period: saidPeriod(statement, told),
    passage,
    told,
    plain: vocabulary.setOf(contentWords(text.slice(span.start, span.end))),
    names: vocabulary.setOf(names),
    sentence: text.slice(around.start, around.end),
    start: around.start,
  });
}

const EMPTY_WORDS = new Set([
  'ever',
  'time',
  'any',
  'anybody',
  'anyone',
  'anything',
  'once',
  'hiç',
  'asla',
  'jamais',
  'nunca',
]);

/** The words of a clause that say something, its negation left out. */
export function tellingWords(words: string): Set<string> {
  return tellingAmong(contentWords(words));
}

function tellingAmong(words: Iterable<string>): Set<string> {
  const kept = [...words].filter((word) => !NEGATIONS.has(word) && !EMPTY_WORDS.has(word));
  return new Set(kept.map(stemOf));
}

function stemOf(word: string): string {
  return word.length > 3 ? word.replace(/(?:ing|ed|es|s)$/u, '').replace(/e$/u, '') : word;
}

export function isPositive(claim: Claim): boolean {
  return isAssertion(claim) && !mentionsNegation(claim) && claim.event !== null;
}

function isAssertion({ statement }: Claim): boolean {
  return statement.polarity === 'positive' && statement.modality !== 'ordered';
}

/** A clause that is not marked negative but has a negation before its verb proves nothing. */
export function mentionsNegation(claim: Claim): boolean {
  return wordsAt(claim.lead).some(({ word }) => isNegation(word));
}

/** Whether a folded word denies. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't");
}

export function isDenial(claim: Pick<Claim, 'statement' | 'event' | 'sentence'>): boolean {
  const { polarity, modality } = claim.statement;
  if (polarity !== 'negative' || modality === 'ordered' || claim.event === null) return false;
  return UNIVERSAL.test(claim.sentence);
}

export function rarityOver(claims: readonly Claim[]): (word: string) => number {
  // Claims of one passage follow one another, so that only the last passage of a word need be known.
  const passages = new Map<string, { count: number; last: string }>();
  for (const { words, statement } of claims)
    for (const word of words) {
      const known = passages.get(word);
      if (known === undefined) passages.set(word, { count: 1, last: statement.passage });
      else if (known.last !== statement.passage) {
        known.count += 1;
        known.last = statement.passage;
      }
    }
  // Most words are rare: only the others are kept.
  const common = new Map<string, number>();
  for (const [word, { count }] of passages) if (count > 6) common.set(word, count <= 12 ? 0.5 : 0);
  return (word) => common.get(word) ?? 1;
}

/** The verb tells nothing beyond the event; a noun that is denied to be ("There is no typhus") tells most. */
export function isVerbOf(claim: Claim, word: string): boolean {
  return claim.trigger.has(word) && !EXISTENTIAL.test(claim.sentence);
}
