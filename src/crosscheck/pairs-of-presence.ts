import type { Gathered } from './family.ts';
import { gapRatio, isBelow } from './interval.ts';
import { mayHaveGrown } from './may-have-grown.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { says } from './says.ts';
import { isCounted, periodsMeet, type Side } from './side.ts';

/** Those who are there, and some whom something befell or who did something there. */
export interface PresencePair {
  readonly whole: Side;
  readonly part: Side;
}

/** Words that both tellings must have in common where no place ties them. */
const FEWEST_WORDS = 2;
/** Beyond this the two are of different things. */
const MOST_TIMES = 6;
const CROWD = 60;
/** Of these the count is of all who are there. */
const BEING_THERE = new Set(['aboard', 'work', 'exist', 'live', 'occupy', 'employ', 'transport', 'sink']);

/**
 * Pairs of a count of all who are somewhere ("there are 212 men in ward C", "320 voters are on the
 * roll") and a count of some of them ("260 men of ward C refused", "355 voted") that is larger.
 * Linear but for places and words that at most `CROWD` wholes share.
 */
export function pairsOfPresence(index: PileIndex, { sides, ties }: Gathered): PresencePair[] {
  const wholes = sides.filter((side) => isWholePresent(index, side));
  if (wholes.length === 0) return [];
  const byKey = groupBy(
    wholes.flatMap((whole) => keysOf(whole).map((key) => ({ key, whole }))),
    ({ key }) => key,
  );
  return sides.flatMap((part) => {
    if (!isDone(index, part)) return [];
    const near = new Set(
      keysOf(part).flatMap((key) => {
        const known = byKey.get(key) ?? [];
        return known.length > CROWD ? [] : known.map(({ whole }) => whole);
      }),
    );
    return [...near]
      .filter((whole) => isPartOf(part, whole) && (!ties.isLarge || ties.areTied(part.words, whole.words)))
      .slice(0, 1)
      .map((whole) => ({ whole, part }));
  });
}

function isWholePresent(index: PileIndex, side: Side): boolean {
  if (!countsThem(side) || side.subset || side.tally === null) return false;
  if (isCounted(side.event) && !BEING_THERE.has(side.event ?? '')) return false;
  return says(index.wordsOf(side.source, side.tally.sentence), 'present');
}

function isDone(index: PileIndex, side: Side): boolean {
  if (!countsThem(side) || side.tally === null || isNumberAlone(side)) return false;
  if (side.event !== null && BEING_THERE.has(side.event)) return false;
  return isCounted(side.event) || !says(index.wordsOf(side.source, side.tally.quote), 'present');
}

/** A count, and not somebody's age or a measure. */
function countsThem({ kind, per, tally }: Side): boolean {
  return (
    kind !== null &&
    per === null &&
    tally?.figure.type === 'count' &&
    !tally.figure.qualifiers.includes('old')
  );
}

function isNumberAlone({ words }: Side): boolean {
  return words.size < FEWEST_WORDS;
}

function keysOf({ kind, places, names, words }: Side): string[] {
  return [...places, ...names, ...words].map((key) => `${kind} ${key}`);
}

function isPartOf(part: Side, whole: Side): boolean {
  if (
    part.source === whole.source &&
    part.voice === whole.voice &&
    part.tally?.passage.id === whole.tally?.passage.id
  )
    return false;
  if (whole.group !== null && whole.group !== part.group) return false;
  if (whole.stuff !== null && part.stuff !== null && whole.stuff !== part.stuff) return false;
  if (!isBelow(whole.interval, part.interval) || gapRatio(whole.interval, part.interval) > MOST_TIMES)
    return false;
  if (mayHaveGrown(part, whole)) return false;
  if (part.period !== null && whole.period !== null && !periodsMeet(part.period, whole.period)) return false;
  const apart =
    part.places.size > 0 &&
    whole.places.size > 0 &&
    ![...part.places].some((place) => whole.places.has(place));
  if (apart) return false;
  const shared = [...part.words].filter((word) => whole.words.has(word)).length;
  const named = [...part.places, ...part.names].some((key) => whole.places.has(key) || whole.names.has(key));
  return shared >= (named ? 1 : FEWEST_WORDS);
}
