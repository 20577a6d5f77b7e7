import type { Passage } from '../statement/source.ts';
import type { Modality, Statement } from '../statement/statement.ts';
import groups from './event-groups.json' with { type: 'json' };
import { foldForm, wordsAt } from './fold-words.ts';
import type { PileIndex } from './pile-index.ts';
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

/** Every assertion and every order of a pile outside tables. Linear. */
export function readClaims(index: PileIndex): Claim[] {
  const claims: Claim[] = [];
  for (const source of index.pile.sources) {
    const text = index.textOf(source.id);
    for (const passage of index.pile.passagesOf(source.id)) {
      if (passage.cells !== null) continue;
      for (const statement of index.statementsOfPassage.get(passage.id) ?? [])
        if (KEPT.has(statement.modality)) claims.push(claimOf(index, text, passage, statement));
    }
  }
  return claims;
}

function claimOf(index: PileIndex, text: string, passage: Passage, statement: Statement): Claim {
  const { span } = statement;
  const around = sentenceAround(text, passage.body, span);
  const names = (index.mentionsOfPassage.get(passage.id) ?? [])
    .filter((mention) => mention.span.start < span.end && span.start < mention.span.end)
    .map((mention) => index.identityOf.get(mention.id) ?? mention.name);
  const words = text.slice(span.start, span.end);
  const { trigger } = statement;
  const section = index.sections.get(statement.source)?.find((known) => known.index === passage.section);
  const told = passage.time?.from ?? section?.time?.from ?? index.sources.get(statement.source)?.date ?? null;
  return {
    statement,
    event: groups.spoken.includes(statement.event)
      ? null
      : kinOf(eventGroup(statement.event, null) ?? statement.event),
    trigger: tellingWords(trigger === null ? '' : text.slice(trigger.start, trigger.end)),
    period: saidPeriod(statement, told),
    passage,
    told,
    words: tellingWords(words),
    plain: contentWords(words),
    names: new Set(names),
    sentence: text.slice(around.start, around.end),
    lead:
      text
        .slice(around.start, trigger?.end ?? around.end)
        .split(/[,;:،]\s/u)
        .at(-1) ?? '',
    isTalk: passage.speaker !== null,
  };
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
  const kept = [...contentWords(words)].filter((word) => !NEGATIONS.has(word) && !EMPTY_WORDS.has(word));
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
  return wordsAt(claim.lead).some(({ word }) => NEGATIONS.has(word) || word.endsWith("n't"));
}

export function isDenial(claim: Claim): boolean {
  const { polarity, modality } = claim.statement;
  if (polarity !== 'negative' || modality === 'ordered' || claim.event === null) return false;
  return UNIVERSAL.test(claim.sentence);
}

export function rarityOver(claims: readonly Claim[]): (word: string) => number {
  const passages = new Map<string, Set<string>>();
  for (const { words, statement } of claims)
    for (const word of words) {
      const known = passages.get(word) ?? new Set();
      known.add(statement.passage);
      passages.set(word, known);
    }
  return (word) => {
    const count = passages.get(word)?.size ?? 0;
    return count <= 6 ? 1 : count <= 12 ? 0.5 : 0;
  };
}

/** The verb tells nothing beyond the event; a noun that is denied to be ("There is no typhus") tells most. */
export function isVerbOf(claim: Claim, word: string): boolean {
  return claim.trigger.has(word) && !EXISTENTIAL.test(claim.sentence);
}
