import type { Finding } from '../statement/finding.ts';
import type { Passage } from '../statement/source.ts';
import type { Statement } from '../statement/statement.ts';
import { capital, composeFinding, step } from './compose.ts';
import groups from './event-groups.json' with { type: 'json' };
import type { Gathered, Outcome } from './family.ts';
import { foldForm, wordsAt } from './fold-words.ts';
import type { PileIndex } from './pile-index.ts';
import type { PileTies } from './pile-ties.ts';
import { sentenceAround } from './sentence-around.ts';
import { eventGroup, type Period, periodsMeet, saidPeriod } from './side.ts';
import { contentWords } from './tally.ts';
import telling from './telling-words.json' with { type: 'json' };

const NEGATIONS = new Set(telling.negation.map(foldForm));
/** "ever", "at no time": what is denied is denied for good. */
const UNIVERSAL =
  /\b(?:no|none|nobody|no one|never|ever|not one|not a single|at no time|nothing|without one|any)\b|asla|hiç|jamais|aucun|nunca|ningun|nenhum|никогда|никто|لم|لن|أبدا/iu;
const EXISTENTIAL =
  /\bthere (?:is|was|were|are|has been|have been|had been) no\b|n'y a (?:pas|aucun)|\bno (?:hay|hubo|había)\b|\bnão (?:há|houve)\b|\byoktu?r?\b|لا يوجد|لا توجد|\bнет\b/iu;
const ASSERTING = new Set(['asserted', 'reported', 'alleged']);
const ENOUGH = 3.5;
/** Of what is denied, this share must stand in what is asserted. */
const COVERED = 0.35;
/** Verbs that may mean anything ("use", "keep"): only the very same form counts. */
const VAGUE = new Set(groups.vague);
const WEIGHTS = { event: 2, name: 1.5, word: 1, universal: 0.5 } as const;
/** Beyond this many statements of one event, only those that share a name or a rare word are compared. */
const CROWD = 300;
const MOST_QUOTES = 5;

/** A statement with what it shares with others. */
interface Claim {
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
}

/** One voice denies for good what another asserts: same event, and a shared name or telling word. */
export function findDenial(index: PileIndex, { ties }: Gathered): Outcome {
  const claims = readClaims(index);
  const rarity = rarityOver(claims);
  const byKey = new Map<string, Claim[]>();
  for (const claim of claims.filter(isPositive)) {
    for (const key of keysOf(claim, rarity)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [claim]);
      else if (known.length < CROWD) known.push(claim);
    }
  }
  const findings: Finding[] = [];
  for (const denial of claims.filter(isDenial)) {
    const asserting = assertionsAgainst(denial, byKey, rarity).filter((claim) =>
      areOneMatter(ties, denial, claim),
    );
    if (asserting.length > 0) findings.push(denialFinding(index, denial, asserting));
  }
  return { findings: oncePerQuote(findings), holdings: [] };
}

function readClaims(index: PileIndex): Claim[] {
  const claims: Claim[] = [];
  for (const source of index.pile.sources) {
    const text = index.textOf(source.id);
    for (const passage of index.pile.passagesOf(source.id)) {
      if (passage.cells !== null) continue;
      for (const statement of index.statementsOfPassage.get(passage.id) ?? [])
        if (ASSERTING.has(statement.modality)) claims.push(claimOf(index, text, passage, statement));
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
  return {
    statement,
    event: groups.spoken.includes(statement.event)
      ? null
      : (eventGroup(statement.event, null) ?? statement.event),
    trigger: tellingWords(trigger === null ? '' : text.slice(trigger.start, trigger.end)),
    period: saidPeriod(
      statement,
      passage.time?.from ?? section?.time?.from ?? index.sources.get(statement.source)?.date ?? null,
    ),
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
function tellingWords(words: string): Set<string> {
  const kept = [...contentWords(words)].filter((word) => !NEGATIONS.has(word) && !EMPTY_WORDS.has(word));
  return new Set(kept.map(stemOf));
}

function stemOf(word: string): string {
  return word.length > 3 ? word.replace(/(?:ing|ed|es|s)$/u, '').replace(/e$/u, '') : word;
}

function isPositive(claim: Claim): boolean {
  return claim.statement.polarity === 'positive' && !mentionsNegation(claim) && claim.event !== null;
}

/** A clause that is not marked negative but has a negation before its verb proves nothing. */
function mentionsNegation(claim: Claim): boolean {
  return wordsAt(claim.lead).some(({ word }) => NEGATIONS.has(word) || word.endsWith("n't"));
}

function isDenial(claim: Claim): boolean {
  if (claim.statement.polarity !== 'negative' || claim.event === null) return false;
  return UNIVERSAL.test(claim.sentence);
}

function rarityOver(claims: readonly Claim[]): (word: string) => number {
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

function* keysOf(claim: Claim, rarity: (word: string) => number): Iterable<string> {
  for (const name of claim.names) yield `${claim.event} name ${name}`;
  for (const word of claim.words) if (rarity(word) > 0) yield `${claim.event} word ${word}`;
}

function assertionsAgainst(
  denial: Claim,
  byKey: ReadonlyMap<string, readonly Claim[]>,
  rarity: (word: string) => number,
): Claim[] {
  const candidates = new Set([...keysOf(denial, rarity)].flatMap((key) => byKey.get(key) ?? []));
  return [...candidates]
    .map((claim) => ({ claim, score: scoreOf(denial, claim, rarity) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || (a.claim.statement.id < b.claim.statement.id ? -1 : 1))
    .map(({ claim }) => claim)
    .slice(0, MOST_QUOTES - 1);
}

/** In a large pile the two clauses need words in common that tell enough: a rare name and a rare verb, say. */
function areOneMatter(ties: PileTies, denial: Claim, claim: Claim): boolean {
  if (!ties.isLarge) return true;
  const shared = [...denial.plain].filter((word) => claim.plain.has(word));
  return ties.bitsOf(shared) >= ties.asked;
}

function scoreOf(denial: Claim, claim: Claim, rarity: (word: string) => number): number {
  const own = denial.statement;
  const other = claim.statement;
  if (own.voice.at(-1)?.name === other.voice.at(-1)?.name || own.passage === other.passage) return 0;
  if (own.source === other.source && (denial.isTalk || claim.isTalk)) return 0;
  if (denial.period !== null && claim.period !== null && !periodsMeet(denial.period, claim.period)) return 0;
  const names = [...denial.names].filter((name) => claim.names.has(name)).length;
  const denied = [...denial.words].filter((word) => !denial.trigger.has(word));
  const shared = [...denial.words].filter((word) => claim.words.has(word) && !isVerbOf(denial, word));
  if (shared.length === 0 || shared.length < denied.length * COVERED) return 0;
  if (VAGUE.has(own.event) && ![...denial.trigger].some((word) => claim.trigger.has(word))) return 0;
  const words = shared.reduce((sum, word) => sum + rarity(word), 0);
  return (
    WEIGHTS.event +
    WEIGHTS.universal +
    WEIGHTS.name * Math.min(2, names) +
    WEIGHTS.word * Math.min(2.5, words)
  );
}

/** The verb tells nothing beyond the event; a noun that is denied to be ("There is no typhus") tells most. */
function isVerbOf(claim: Claim, word: string): boolean {
  return claim.trigger.has(word) && !EXISTENTIAL.test(claim.sentence);
}

/** Two statements of one clause deny the same thing. */
function oncePerQuote(findings: readonly Finding[]): Finding[] {
  const known = new Set<string>();
  return findings.filter((finding) => {
    const quote = finding.quotes[0];
    const key = `${quote?.source}:${quote?.span.start}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function denialFinding(index: PileIndex, denial: Claim, asserting: readonly Claim[]): Finding {
  const [first] = asserting;
  const say = (claim: Claim) => {
    const words = index.wordsOf(claim.statement.source, claim.statement.span);
    return `${claim.statement.voice.at(-1)?.name ?? 'A voice'}: “${words.replace(/\s+/gu, ' ').replace(/[.;,]+$/u, '')}”`;
  };
  const quotes = [denial, ...asserting].map(({ statement }) => ({
    source: statement.source,
    span: statement.span,
    statement: statement.id,
    marks: statement.trigger === null ? [] : [statement.trigger],
  }));
  return composeFinding({
    kind: 'denial',
    why: `${capital(say(denial))}. ${first === undefined ? '' : capital(say(first))}.`,
    quotes,
    steps: [
      step(
        `${denial.statement.voice.at(-1)?.name ?? 'one voice'} says that it did not happen (${denial.statement.event})`,
        null,
        0,
      ),
      ...asserting.map((claim, at) =>
        step(
          `${claim.statement.voice.at(-1)?.name ?? 'another'} says that it did (${claim.statement.event})`,
          null,
          at + 1,
        ),
      ),
    ],
    assumes: [
      {
        label: 'same event',
        text: 'Both speak of the same kind of event, and share a name or telling words.',
        guess: false,
      },
      ...(denial.period === null || (first?.period ?? null) === null
        ? [{ label: 'same time', text: 'Not both say when.', guess: true }]
        : []),
    ],
    rank: 0.8,
  });
}
