import type { Finding } from '../statement/finding.ts';
import { type Claim, isDenial, isPositive, isVerbOf } from './claims.ts';
import { composeFinding, step } from './compose.ts';
import type { Gathered, Outcome } from './family.ts';
import { isContrary, isSlip, mayHaveChanged } from './own-contrary.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import type { PileTies } from './pile-ties.ts';
import { isEventOf, oppositesIn, takes } from './position-cues.ts';
import { periodsMeet } from './side.ts';
import { speakersIn } from './speakers.ts';

/** Beyond this many statements of one voice that share a word or name, later ones are not laid beside each other. */
const CROWD = 200;
const MOST_QUOTES = 4;
const FEWEST_WORDS = 2;
/** Of the words that are denied, this share must be asserted. */
const COVERED = 0.5;

/** A clause with more telling words than this says too much to be turned round. */
const LONGEST = 14;

const ONE_QUOTATION = 0.6;

/** Why two statements of one voice cannot both stand. */
interface Clash {
  readonly first: Claim;
  readonly second: Claim;
  readonly how: string;
  readonly guess: string | null;
}

/**
 * One voice says both, in two sources: what it denies for good and what it asserts or orders. A slip
 * put right in the same breath stands in one source and is left alone, and so is what has changed.
 */
export function findSelfContradiction(index: PileIndex, { ties, claims, sense }: Gathered): Outcome {
  const speakers = speakersIn(index, ties.isLarge);
  const { rarity } = sense;
  const short = claims.filter((claim) => claim.plain.size <= LONGEST);
  const spoken = groupBy(short, (claim) => speakers.keyOf(claim));
  spoken.delete(null);
  const findings: Finding[] = [];
  for (const own of spoken.values()) {
    const clashes = clashesAmong(index, own, rarity).filter(({ first, second }) =>
      areTied(ties, first, second),
    );
    findings.push(...joinClashes(clashes).map((group) => clashFinding(index, group)));
  }
  return { findings, holdings: [] };
}

function areTied(ties: PileTies, a: Claim, b: Claim): boolean {
  if (!ties.isLarge) return true;
  return ties.bitsOf([...a.plain].filter((word) => b.plain.has(word))) >= ties.asked;
}

function clashesAmong(index: PileIndex, own: readonly Claim[], rarity: (word: string) => number): Clash[] {
  const byWord = new Map<string, Claim[]>();
  for (const claim of own)
    for (const key of keysOf(claim)) {
      const known = byWord.get(key);
      if (known === undefined) byWord.set(key, [claim]);
      else if (known.length < CROWD) known.push(claim);
    }
  const clashes: Clash[] = [];
  for (const first of own) {
    const others = new Set(keysOf(first).flatMap((key) => byWord.get(key) ?? []));
    for (const second of others) {
      if (areOneQuotation(first, second)) continue;
      const isOneSource = second.statement.source === first.statement.source;
      const clash = isOneSource
        ? saysTheContrary(index, first, second)
        : (deniesWhatItKnows(first, second) ??
          deniesWhatItSays(first, second, rarity) ??
          saysTheOpposite(index, first, second) ??
          saysTheContrary(index, first, second));
      if (clash !== null) clashes.push(clash);
    }
  }
  return [...clashes, ...knewBefore(index, own)];
}

/** Two printings of one sentence with other words are an altered quotation, no second statement. */
function areOneQuotation(a: Claim, b: Claim): boolean {
  if (a.isTalk || b.isTalk) return false;
  const shared = [...a.plain].filter((word) => b.plain.has(word)).length;
  return shared >= Math.min(a.plain.size, b.plain.size) * ONE_QUOTATION;
}

function keysOf(claim: Claim): string[] {
  return [...claim.words, ...[...claim.names].map((name) => `name ${name}`)];
}

/** "I never met him", "I have never seen any list"; and: "I have known him for years", "I have your list here". */
function deniesWhatItKnows(denial: Claim, claim: Claim): Clash | null {
  const { event, polarity } = denial.statement;
  if (polarity !== 'negative' || !isEventOf(event, 'knowing')) return null;
  if (claim.statement.polarity !== 'positive' || claim.statement.modality === 'ordered') return null;
  const isOfOne = [...denial.names].some((name) => claim.names.has(name));
  const isKnown = isEventOf(claim.statement.event, 'knowing') && isOfOne;
  const shared = sharedWords(denial, claim);
  const isHad = isDenialForGood(denial) && shared.length >= FEWEST_WORDS && takes(claim.sentence, 'having');
  if (!isKnown && !isHad) return null;
  return { first: denial, second: claim, how: 'denies knowing of what it has or knows', guess: null };
}

function isDenialForGood(claim: Claim): boolean {
  return isDenial({ ...claim, event: claim.event ?? claim.statement.event });
}

function sharedWords(denial: Claim, claim: Claim): string[] {
  return [...denial.words].filter((word) => claim.words.has(word) && !isVerbOf(denial, word));
}

/** Denied for good, and asserted or ordered: one event, or an order of it, and most of its words. */
function deniesWhatItSays(denial: Claim, claim: Claim, rarity: (word: string) => number): Clash | null {
  if (!isDenial(denial)) return null;
  const isOrder = claim.statement.modality === 'ordered' && claim.statement.polarity === 'positive';
  const isSame = isPositive(claim) && claim.event === denial.event;
  if (!isOrder && !isSame) return null;
  if (denial.period !== null && claim.period !== null && !periodsMeet(denial.period, claim.period))
    return null;
  const denied = [...denial.words].filter((word) => !denial.trigger.has(word));
  const shared = sharedWords(denial, claim);
  const isOfOne = [...denial.names].some((name) => claim.names.has(name));
  const weight = shared.reduce((sum, word) => sum + rarity(word), isOfOne ? 1 : 0);
  if (shared.length < denied.length * COVERED || weight < 2) return null;
  const how = isOrder ? 'denies what it ordered' : 'denies what it says elsewhere';
  return { first: denial, second: claim, how, guess: null };
}

/** "was closed all night" and "was open": one thing, one time, and what it says of it turned round. */
function saysTheOpposite(index: PileIndex, first: Claim, second: Claim): Clash | null {
  // Each pair once.
  if (first.statement.id > second.statement.id) return null;
  if (!isPositive(first) || !isPositive(second)) return null;
  const words = oppositesIn(wordsOf(index, first), wordsOf(index, second));
  if (words === null) return null;
  const shared = [...first.words].filter((word) => second.words.has(word));
  if (shared.length < FEWEST_WORDS) return null;
  if (!areOfOneTime(index, first, second)) return null;
  return {
    first,
    second,
    how: `says “${words[0]}” and “${words[1]}” of one thing`,
    guess: 'Both are held to speak of one and the same time.',
  };
}

/** "I have no key to that door", and a little later "I have the key to that door here". */
function saysTheContrary(index: PileIndex, denial: Claim, claim: Claim): Clash | null {
  if (!isContrary(denial, claim) || isSlip(index, denial, claim) || mayHaveChanged(denial, claim))
    return null;
  return {
    first: denial,
    second: claim,
    how: 'says that it is not so, and that it is',
    guess: 'The words that both share are held to be of the same things.',
  };
}

function wordsOf(index: PileIndex, { statement }: Claim): string {
  return index.wordsOf(statement.source, statement.span);
}

/** What was open may be closed later: both say how it was all through, or the later puts the earlier right. */
function areOfOneTime(index: PileIndex, a: Claim, b: Claim): boolean {
  const around = (claim: Claim) => index.wordsOf(claim.statement.source, claim.passage.body);
  if (a.period !== null && b.period !== null && periodsMeet(a.period, b.period)) return true;
  const [earlier, later] = (a.told ?? '') <= (b.told ?? '') ? [a, b] : [b, a];
  return (
    takes(around(later), 'puttingRight') ||
    (takes(around(earlier), 'throughout') && takes(around(later), 'throughout'))
  );
}

/** "I first heard of it on the 20th", and it knows of it on the 12th. */
function knewBefore(index: PileIndex, own: readonly Claim[]): Clash[] {
  const clashes: Clash[] = [];
  for (const late of own.filter((claim) => takes(wordsOf(index, claim), 'firstKnowing'))) {
    const first = late.statement.time?.from ?? null;
    const early = own.filter(
      (claim) =>
        first !== null &&
        claim.told !== null &&
        claim.told < first &&
        takes(wordsOf(index, claim), 'knowsOf'),
    );
    for (const claim of early)
      clashes.push({
        first: late,
        second: claim,
        how: `says that it first knew on ${first}, and speaks of it on ${claim.told}`,
        guess: 'What it knows of is held to be one matter.',
      });
  }
  return clashes;
}

/** Clashes that share a statement's passage are one. */
function joinClashes(clashes: readonly Clash[]): Clash[][] {
  const groups: Clash[][] = [];
  for (const clash of clashes) {
    const group = groups.find((known) =>
      known.some(
        (other) =>
          [other.first, other.second].some(({ passage }) => passage.id === clash.first.passage.id) ||
          [other.first, other.second].some(({ passage }) => passage.id === clash.second.passage.id),
      ),
    );
    if (group === undefined) groups.push([clash]);
    else group.push(clash);
  }
  return groups;
}

function oncePerSpan(claims: readonly Claim[]): Claim[] {
  return [
    ...new Map(
      claims.map((claim) => [`${claim.statement.source} ${claim.statement.span.start}`, claim]),
    ).values(),
  ];
}

function clashFinding(index: PileIndex, group: readonly Clash[]): Finding {
  const [clash] = group;
  if (clash === undefined) throw new RangeError('a group of clashes is never empty');
  const name = clash.second.statement.voice.at(-1)?.name ?? 'One voice';
  const claims = oncePerSpan(group.flatMap(({ first, second }) => [first, second])).slice(0, MOST_QUOTES);
  const say = (claim: Claim) =>
    `“${wordsOf(index, claim)
      .replace(/\s+/gu, ' ')
      .replace(/[.;,]+$/u, '')}”`;
  return composeFinding({
    kind: 'self-contradiction',
    why: `${name} says ${say(clash.second)} and ${say(clash.first)}.`,
    quotes: claims.map(({ statement }) => ({
      source: statement.source,
      span: statement.span,
      statement: statement.id,
      marks: statement.trigger === null ? [] : [statement.trigger],
    })),
    steps: [
      step(`${name}: ${say(clash.first)}`, null, 0),
      step(`${name}: ${say(clash.second)}`, null, 1),
      step(`one voice ${clash.how}`),
    ],
    assumes: [
      { label: 'same voice', text: 'The two names are held to be of one speaker.', guess: false },
      ...(clash.guess === null ? [] : [{ label: 'same matter', text: clash.guess, guess: true }]),
    ],
    rank: 0.85,
  });
}
