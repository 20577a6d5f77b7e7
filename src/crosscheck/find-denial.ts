import type { Finding, Quote } from '../statement/finding.ts';
import { type Claim, isDenial, isPositive, isVerbOf } from './claims.ts';
import { capital, composeFinding, step } from './compose.ts';
import groups from './event-groups.json' with { type: 'json' };
import type { Gathered, Outcome } from './family.ts';
import type { PileIndex } from './pile-index.ts';
import type { PileTies } from './pile-ties.ts';
import { foldPhrase } from './says.ts';
import { periodsMeet } from './side.ts';

const ENOUGH = 3.5;
/** Of what is denied, this share must stand in what is asserted. */
const COVERED = 0.35;
/** Verbs that may mean anything ("use", "keep"): only the very same form counts. */
const VAGUE = new Set(groups.vague);
const WEIGHTS = { event: 2, name: 1.5, word: 1, universal: 0.5 } as const;
/** Beyond this many statements of one event, only those that share a name or a rare word are compared. */
const CROWD = 300;
const MOST_QUOTES = 5;
const RANK = 0.8;

/** One voice denies for good what another asserts: same event, and a shared name or telling word. */
export function findDenial(index: PileIndex, { ties, claims, sense }: Gathered): Outcome {
  const { rarity } = sense;
  const denials = claims.filter(isDenial);
  const denied = new Set(denials.flatMap((denial) => [...keysOf(denial, rarity)]));
  const byKey = new Map<string, Claim[]>();
  for (const claim of claims.filter(isPositive)) {
    for (const key of keysOf(claim, rarity)) {
      if (!denied.has(key)) continue;
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [claim]);
      else if (known.length < CROWD) known.push(claim);
    }
  }
  const findings: Finding[] = [];
  for (const denial of denials) {
    const asserting = assertionsAgainst(denial, byKey, rarity).filter((claim) =>
      areOneMatter(ties, denial, claim),
    );
    if (asserting.length > 0) findings.push(denialFinding(index, denial, asserting));
  }
  return { findings: oncePerQuote(index, findings), holdings: [] };
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

/** Two statements of one clause deny the same thing; a copy of it in another source is quoted beside it. */
function oncePerQuote(index: PileIndex, findings: readonly Finding[]): Finding[] {
  const bySentence = new Set<string>();
  const kept: Finding[] = [];
  for (const finding of findings) {
    const [quote] = finding.quotes;
    const at = `${quote?.source}:${quote?.span.start}`;
    if (bySentence.has(at)) continue;
    bySentence.add(at);
    const copied = kept.findIndex((known) => isCopy(index, known, finding));
    const original = kept[copied];
    if (original === undefined) kept.push(finding);
    else kept[copied] = withCopy(original, finding);
  }
  return kept;
}

/** The same denial, word for word, against the same. */
function isCopy(index: PileIndex, a: Finding, b: Finding): boolean {
  const [one, other] = [a.quotes[0], b.quotes[0]];
  const [against, too] = [a.quotes[1], b.quotes[1]];
  if (one === undefined || other === undefined || against?.source !== too?.source) return false;
  const words = (quote: Quote) => foldPhrase(index.wordsOf(quote.source, quote.span));
  return against?.span.start === too?.span.start && words(one) === words(other);
}

function withCopy(finding: Finding, copy: Finding): Finding {
  const [quote] = copy.quotes;
  const [own] = finding.quotes;
  if (quote === undefined || own === undefined || finding.quotes.length > MOST_QUOTES) return finding;
  return composeFinding({
    ...finding,
    quotes: [...finding.quotes, quote],
    steps: [...finding.steps, step('the same denial, word for word', null, finding.quotes.length)],
    rank: RANK,
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
    rank: RANK,
  });
}
