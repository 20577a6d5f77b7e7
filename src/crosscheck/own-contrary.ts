import type { Claim } from './claims.ts';
import limits from './denial-limits.json' with { type: 'json' };
import groups from './event-groups.json' with { type: 'json' };
import type { PileIndex } from './pile-index.ts';
import { takes } from './position-cues.ts';
import { foldPhrase } from './says.ts';
import { periodsMeet } from './side.ts';

const LIMITS = limits.limits.map(foldPhrase);
/** That one said, wanted or thought a thing once and not another time is no contradiction. */
const OF_WORDS = new Set(
  groups.spoken.filter((event) => event !== 'have' && event !== 'be' && event !== 'order'),
);
const STATES = new Set(['have', 'be', 'stay', 'hold', 'exist']);
const FEWEST_WORDS = 2;
/** Of the words that are denied, this share must be asserted. */
const COVERED = 0.6;
/** Utterances of one call between the two; nearer, the later puts the earlier right. */
const FEWEST_BETWEEN = 2;

/** Whether two clauses of one voice say of one event, with the same words, that it was not and that it was. */
export function isContrary(denial: Claim, claim: Claim): boolean {
  const [own, other] = [denial.statement, claim.statement];
  if (own.polarity !== 'negative' || other.polarity !== 'positive' || own.event !== other.event) return false;
  if (OF_WORDS.has(own.event) || !isTold(denial) || !isTold(claim)) return false;
  if (own.quantity !== null || isLimited(denial) || isLimited(claim)) return false;
  if (denial.period !== null && claim.period !== null && !periodsMeet(denial.period, claim.period))
    return false;
  const denied = wordsOf(denial);
  const shared = [...denied].filter((word) => wordsOf(claim).has(word)).length;
  const named = [...denial.names].filter((name) => claim.names.has(name)).length;
  const fewest = STATES.has(own.event) && named === 0 && denied.size > 1 ? FEWEST_WORDS : 1;
  return shared >= fewest && shared >= denied.size * COVERED;
}

function wordsOf(claim: Claim): Set<string> {
  const trigger = new Set([...claim.trigger].map(cut));
  return new Set([...claim.words].map(cut).filter((word) => !trigger.has(word)));
}

function cut(word: string): string {
  return word.length > 5 ? word.slice(0, 5) : word;
}

function isTold({ statement, sentence }: Claim): boolean {
  return (statement.modality === 'asserted' || statement.modality === 'reported') && !sentence.includes('?');
}

function isLimited({ sentence }: Claim): boolean {
  const words = foldPhrase(sentence);
  return LIMITS.some((limit) => words.includes(limit));
}

/** Said in one breath, or taken back by the later of the two in so many words. */
export function isSlip(index: PileIndex, a: Claim, b: Claim): boolean {
  if (a.statement.source !== b.statement.source) return false;
  if (a.passage.id === b.passage.id || !a.isTalk || !b.isTalk) return true;
  const [earlier, later] = a.passage.span.start < b.passage.span.start ? [a, b] : [b, a];
  if (takes(index.wordsOf(later.statement.source, later.passage.body), 'puttingRight')) return true;
  const passages = [...index.pile.passagesOf(a.statement.source)];
  const place = (claim: Claim) => passages.findIndex(({ id }) => id === claim.passage.id);
  return place(later) - place(earlier) < FEWEST_BETWEEN;
}

/** What one has or is on one day one may not have or be on another. */
export function mayHaveChanged(a: Claim, b: Claim): boolean {
  if (a.told === b.told || takes(a.sentence, 'denying')) return false;
  return STATES.has(a.statement.event);
}
