import { addDays } from '../statement/calendar.ts';
import type { Finding } from '../statement/finding.ts';
import { type Claim, isPositive, tellingWords } from './claims.ts';
import { composeDenial } from './compose-denial.ts';
import type { Gathered, Outcome } from './family.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import type { PileTies } from './pile-ties.ts';
import { isEventOf, listWords, takes } from './position-cues.ts';
import { type Speakers, speakersIn } from './speakers.ts';

/** Of what is called unfounded, this share must be asserted. */
const COVERED = 0.5;
/** Who denies harm may know of what was told in so many days before. */
const DAYS_KNOWN = 3;
const FEWEST_SHARED = 2;

/**
 * Denials that name no verb of their own: "reports about X are unfounded", "all are in good
 * health", "it is not me". Against them stands what other voices assert.
 */
export function findFlatDenial(index: PileIndex, { ties, claims, sense }: Gathered): Outcome {
  const speakers = speakersIn(index, ties.isLarge);
  const context = { index, ties, speakers, claims, rarity: sense.rarity };
  return {
    findings: oncePerSentence([
      ...unfoundedReports(context),
      ...(ties.isLarge ? [] : [...deniedHarm(context), ...notThisOne(context)]),
    ]),
    holdings: [],
  };
}

interface Context {
  readonly index: PileIndex;
  readonly ties: PileTies;
  readonly speakers: Speakers;
  readonly claims: readonly Claim[];
  readonly rarity: (word: string) => number;
}

function oncePerSentence(findings: readonly Finding[]): Finding[] {
  const byQuote = groupBy(findings, ({ quotes }) => `${quotes[0]?.source} ${quotes[0]?.span.start}`);
  return [...byQuote.values()].flatMap((group) => group[0] ?? []);
}

function isOther(speakers: Speakers, a: Claim, b: Claim): boolean {
  if (a.passage.id === b.passage.id || speakers.nameOf(a) === speakers.nameOf(b)) return false;
  const [one, other] = [speakers.keyOf(a), speakers.keyOf(b)];
  return one === null || one !== other;
}

// ---------- what is reported is unfounded ----------

const OUTSIDE = tellingWords([...listWords('hearsaid'), ...listWords('unfounded')].join(' '));

function* unfoundedReports(context: Context): Iterable<Finding> {
  const { claims, rarity, ties, speakers } = context;
  const denials = claims.filter(
    ({ sentence }) => takes(sentence, 'hearsaid') && takes(sentence, 'unfounded'),
  );
  if (denials.length === 0) return;
  const byWord = new Map<string, Claim[]>();
  for (const claim of claims.filter((known) => known.statement.polarity === 'positive'))
    for (const word of claim.words) {
      if (rarity(word) === 0) continue;
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [claim]);
      else known.push(claim);
    }
  for (const denial of denials) {
    const denied = [...tellingWords(denial.sentence)].filter((word) => !OUTSIDE.has(word));
    const held = new Set(denied.flatMap((word) => byWord.get(word) ?? []));
    const against = [...held].filter(
      (claim) =>
        isOther(speakers, denial, claim) &&
        !takes(claim.sentence, 'unfounded') &&
        denied.filter((word) => claim.words.has(word)).length >= denied.length * COVERED &&
        (!ties.isLarge ||
          ties.bitsOf([...denial.plain].filter((word) => claim.plain.has(word))) >= ties.asked),
    );
    if (against.length > 0) yield flatFinding(context, denial, against, 'calls it unfounded', null);
  }
}

// ---------- nobody is harmed ----------

function* deniedHarm(context: Context): Iterable<Finding> {
  const { index, claims, speakers } = context;
  const harmed = claims.filter((claim) => isPositive(claim) && isEventOf(claim.statement.event, 'harm'));
  const wordsAround = (claim: Claim) =>
    tellingWords(index.wordsOf(claim.statement.source, claim.passage.body));
  for (const denial of claims.filter(({ sentence }) => takes(sentence, 'unharmed'))) {
    const { told } = denial;
    if (told === null) continue;
    const around = wordsAround(denial);
    const against = harmed.filter(
      (claim) =>
        isOther(speakers, denial, claim) &&
        isKnownBy(claim.statement.time?.from ?? claim.told, told) &&
        [...wordsAround(claim)].filter((word) => around.has(word)).length >= FEWEST_SHARED,
    );
    if (against.length > 0)
      yield flatFinding(context, denial, against, 'says that nobody is harmed', 'The same people.');
  }
}

function isKnownBy(day: string | null, told: string): boolean {
  return day !== null && day <= told && day >= addDays(told, -DAYS_KNOWN);
}

// ---------- it is not me ----------

function* notThisOne(context: Context): Iterable<Finding> {
  const { index, claims, speakers } = context;
  const identityOf = (mention: string | null | undefined) =>
    mention == null ? null : (index.identityOf.get(mention) ?? null);
  for (const denial of claims.filter(({ sentence }) => takes(sentence, 'notMe'))) {
    const key = speakers.keyOf(denial);
    const { told } = denial;
    if (key === null || told === null) continue;
    const against = claims.filter(
      (claim) =>
        isPositive(claim) &&
        isOther(speakers, denial, claim) &&
        claim.statement.source !== denial.statement.source &&
        claim.told !== null &&
        claim.told <= told &&
        claim.told >= addDays(told, -1) &&
        [claim.statement.agent, claim.statement.patient].some((role) => identityOf(role?.mention) === key),
    );
    if (against.length > 0)
      yield flatFinding(context, denial, against, 'says that it is somebody else', 'What it is not is that.');
  }
}

function flatFinding(
  { index, speakers }: Context,
  denial: Claim,
  against: readonly Claim[],
  how: string,
  guess: string | null,
): Finding {
  return composeDenial(index, denial, against, {
    nameOf: speakers.nameOf,
    denies: how,
    asserts: 'asserts it',
    assumes: guess === null ? [] : [{ label: 'same matter', text: guess, guess: true }],
    rank: 0.8,
  });
}
