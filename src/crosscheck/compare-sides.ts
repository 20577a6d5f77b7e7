import type { Assumption } from '../statement/finding.ts';
import { gapRatio } from './interval.ts';
import { daysOf, isCounted, partOfPeriod, periodsMeet, type Side, samePeriod } from './side.ts';

/** What two sides have in common, with reasons. */
export interface Match {
  readonly relation: 'same' | 'different';
  /** How much speaks for one measure; see `WEIGHTS`. */
  readonly score: number;
  readonly shared: readonly string[];
  readonly assumes: readonly Assumption[];
}

/** Points for and against two figures counting the same thing. Found by weighing, not by training. */
const WEIGHTS = {
  event: 2,
  kind: 1,
  period: 2,
  periodMeets: 0.5,
  name: 1.25,
  word: 0.5,
  near: 1,
  far: -1.5,
  bothTotal: 1,
  oneTotal: 0.25,
  subset: -2,
  placeOfOne: -0.75,
  otherVerb: -1,
  sideBySide: 2,
  sameStuff: 1,
  nearInTime: 0.5,
} as const;

/** Kinds that so much is counted in that sharing one says little. */
const PLAIN_KINDS = new Set(['person', 'people', 'thing', 'time', 'case', 'day', 'year']);

const DIFFERENT: Match = { relation: 'different', score: 0, shared: [], assumes: [] };

/**
 * Whether two sides count the same thing, and how much speaks for it. Different events, kinds,
 * periods or places settle it; what is not said is listed as a guess.
 */
export function compareSides(a: Side, b: Side, rarity: (word: string) => number): Match {
  if (excludes(a, b)) return DIFFERENT;
  const shared: string[] = [];
  const assumes: Assumption[] = [];
  let score = 0;
  const credit = (points: number, reason: string) => {
    score += points;
    if (points > 0) shared.push(reason);
  };
  const event = a.event !== null && a.event === b.event;
  if (event) credit(WEIGHTS.event, 'the event');
  else
    assumes.push(
      guess('same event', 'One of the two does not say in so many words what happened to those it counts.'),
    );
  if (a.stuff !== null && a.stuff === b.stuff) credit(WEIGHTS.sameStuff, `the stuff (${a.stuff})`);
  if (areToldSideBySide(a, b)) credit(WEIGHTS.sideBySide, 'a place in one paragraph, told as two views');
  if (!event && a.event !== null && b.event !== null) score += WEIGHTS.otherVerb;
  if (a.group !== null || (a.kind !== null && !PLAIN_KINDS.has(a.kind)))
    credit(WEIGHTS.kind, `what is counted (${a.group ?? a.kind})`);
  score += scorePeriod(a, b, shared, assumes);
  score += scorePlace(a, b, shared, assumes);
  const names = [...a.names].filter((name) => b.names.has(name)).length + namedElsewhere(a, b);
  if (names > 0) credit(Math.min(2, names) * WEIGHTS.name, 'a name');
  credit(scoreWords(a, b, rarity), 'telling words');
  const ratio = gapRatio(a.interval, b.interval);
  score += ratio <= 1.35 ? WEIGHTS.near : ratio > 6 ? WEIGHTS.far : 0;
  if (isAll(a) && isAll(b)) credit(WEIGHTS.bothTotal, 'a total');
  else if (isAll(a) || isAll(b)) score += WEIGHTS.oneTotal;
  if (a.subset || b.subset) score += WEIGHTS.subset;
  return { relation: 'same', score, shared, assumes };
}

/** "Organisers put it at 45,000. Police say 8,000." One paragraph, two voices, one thing. */
function areToldSideBySide(a: Side, b: Side): boolean {
  if (a.tally === null || a.tally.passage.speaker !== null) return false;
  return a.tally.passage.id === b.tally?.passage.id && a.voice !== b.voice;
}

function isAll(side: Side): boolean {
  return side.total || side.whole;
}

function guess(label: string, text: string): Assumption {
  return { label, text, guess: true };
}

function isMeasure({ kind }: Side): boolean {
  return kind === 'mass' || kind === 'volume';
}

/** Those whom a ward treats are those who are ill. */
const NEAR_EVENTS = [['treatment', 'infection']];

function areNear(a: string | null, b: string | null): boolean {
  return NEAR_EVENTS.some((events) => events.includes(a ?? '') && events.includes(b ?? ''));
}

/** One identity that is a place to the one and part of a name to the other ("in Orlen", "the Orlen mill"). */
function namedElsewhere(a: Side, b: Side): number {
  return (
    [...a.places].filter((place) => b.names.has(place)).length +
    [...b.places].filter((place) => a.names.has(place)).length
  );
}

/** What is said and differs: nothing else can make the two one measure. */
function excludes(a: Side, b: Side): boolean {
  if (a.kind === null || b.kind === null || a.kind !== b.kind) return true;
  if (a.event !== b.event && isCounted(a.event) && isCounted(b.event) && !areNear(a.event, b.event))
    return true;
  if (a.per !== b.per || a.group !== b.group) return true;
  // The same crates are of hake to the one and of young fish to the other; tonnes of two things are two.
  if (isMeasure(a) && a.stuff !== null && b.stuff !== null && a.stuff !== b.stuff) return true;
  if (a.subset !== b.subset && (a.total || b.total)) return true;
  return a.places.size > 0 && b.places.size > 0 && ![...a.places].some((place) => b.places.has(place));
}

function scorePeriod(a: Side, b: Side, shared: string[], assumes: Assumption[]): number {
  if (a.period === null || b.period === null) {
    assumes.push(guess('same time', 'Not both say when.'));
    return areNearInTime(a, b) ? WEIGHTS.nearInTime : 0;
  }
  if (samePeriod(a.period, b.period)) {
    shared.push('the time');
    return WEIGHTS.period;
  }
  if (!periodsMeet(a.period, b.period)) return -10;
  const longer = Math.max(daysOf(a.period), daysOf(b.period));
  const shorter = Math.min(daysOf(a.period), daysOf(b.period));
  if (shorter / longer >= 0.85) {
    shared.push('nearly the same time');
    return WEIGHTS.period;
  }
  const oneDay = shorter === 1 && longer <= 3;
  assumes.push(guess('same time', 'The two periods overlap and are not the same.'));
  return partOfPeriod(a.period, b.period) || partOfPeriod(b.period, a.period)
    ? oneDay
      ? 0
      : -2
    : WEIGHTS.periodMeets;
}

/** Days between the dates of two sources, or the days that a table covers, that still tell of one event. */
const NEAR_DAYS = 4;

function areNearInTime(a: Side, b: Side): boolean {
  const first = a.period?.to ?? a.told;
  const second = b.period?.to ?? b.told;
  if (first === null || second === null) return false;
  return Math.abs(Date.parse(first) - Date.parse(second)) <= NEAR_DAYS * 86_400_000;
}

function scorePlace(a: Side, b: Side, shared: string[], assumes: Assumption[]): number {
  const places = [...a.places].filter((place) => b.places.has(place)).length;
  if (places > 0) {
    shared.push('the place');
    return Math.min(2, places) * WEIGHTS.name;
  }
  assumes.push(guess('same place', 'Not both say where.'));
  return a.places.size !== b.places.size && namedElsewhere(a, b) === 0 ? WEIGHTS.placeOfOne : 0;
}

/** Words that both have, by how rare they are in the pile; at most 2. */
function scoreWords(a: Side, b: Side, rarity: (word: string) => number): number {
  let score = 0;
  for (const word of a.words) if (b.words.has(word)) score += WEIGHTS.word * rarity(word);
  return Math.min(2, score);
}
