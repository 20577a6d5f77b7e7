import type { Finding } from '../statement/finding.ts';
import { capital, composeFinding, pictureRow, quoteIndex, quotesOf, rankOfGap, step } from './compose.ts';
import { conceptsOf } from './concepts.ts';
import type { Gathered } from './family.ts';
import { wordsAt } from './fold-words.ts';
import { gapRatio, intervalsMeet, pointOf } from './interval.ts';
import families from './kind-families.json' with { type: 'json' };
import { mayHaveGrown } from './may-have-grown.ts';
import { phraseAround } from './phrase-around.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { isCounted, periodsMeet, type Side } from './side.ts';
import type { Tally } from './tally.ts';
import { numberOf, tellSide } from './tell-side.ts';
import tolls from './toll-words.json' with { type: 'json' };

/** What people are counted by after one happening: the dead, the injured, those arrested, missing, aboard, moved. */
type Toll = keyof typeof tolls;

/** Of more than this many times the other, a count is rather of something else. */
const MOST_TIMES = 3;
const MOST_QUOTES = 6;
const KNOWN = new Set(Object.values(families).flat());
const PEOPLE = new Set(families.person);

/** "the oldest 88": how old somebody is. */
const AGE = /(?<!\p{L})(?:aged?|years? old|oldest|youngest|años|yaşında|عمره|عمرها)(?!\p{L})/iu;

/** "Seven at the City Hospital": of those who are there. */
const AT_ONE = /^\W*(?:\p{Ll}+\s)?at\s+(?:the\s+)?\p{Lu}/u;

/** A side that counts people by one toll. */
interface TollSide {
  readonly toll: Toll;
  readonly side: Side;
  readonly tally: Tally;
}

/**
 * In a pile small enough to be of one matter, the toll that each source gives of it: how many died,
 * were hurt, arrested, aboard. Two that do not meet are a conflict though they share no word, place or
 * day; of a stated other day, place or group of people they are not.
 */
export function findTollConflict(index: PileIndex, { sides, ties, atlas }: Gathered): Finding[] {
  if (ties.isLarge) return [];
  const tollSides = sides.flatMap((side) => tollOf(index, side) ?? []);
  const byToll = groupBy(tollSides, ({ toll, side }) => `${toll} ${side.group}`);
  return [...byToll.values()].flatMap((told) => {
    const rivals = rivalsAmong(index, atlas, told);
    return rivals === null ? [] : [conflictOf(index, rivals)];
  });
}

function tollOf(index: PileIndex, side: Side): TollSide | null {
  const { tally } = side;
  if (tally === null || side.subset || side.per !== null || side.kind === null) return null;
  if (KNOWN.has(side.kind) && !PEOPLE.has(side.kind)) return null;
  if (tally.figure.type !== 'count' || pointOf(side.interval) === null) return null;
  const meant = conceptsOf(
    wordsAt(`${phraseAround(index, tally)} ${index.wordsOf(side.source, tally.figure.span)}`).map(
      ({ word }) => word,
    ),
  );
  const sentence = index.wordsOf(side.source, tally.sentence);
  const after = index.wordsOf(side.source, { start: tally.figure.span.end, end: tally.sentence.end });
  if (AGE.test(sentence) || AT_ONE.test(after) || isBesideName(index, tally)) return null;
  const names = Object.keys(tolls) as Toll[];
  const byEvent = names.find((one) => side.event !== null && tolls[one].events.includes(side.event));
  const isOther = side.kind !== 'person' || isCounted(side.event);
  const toll =
    byEvent ??
    (isOther ? undefined : names.find((one) => tolls[one].concepts.some((word) => meant.has(word))));
  return toll === undefined ? null : { toll, side, tally };
}

/** "Edda Holm, 63, said", "she must be sixty.": how old somebody is. */
function isBesideName(index: PileIndex, { source, figure }: Tally): boolean {
  const { start, end } = figure.span;
  return (
    /(?:\p{L},|must be)\s$/u.test(index.wordsOf(source.id, { start: Math.max(0, start - 9), end: start })) &&
    /^[,).]/u.test(index.wordsOf(source.id, { start: end, end: end + 1 }))
  );
}

/** The two farthest apart of those whom nothing sets apart, with all who tell either number. */
function rivalsAmong(
  index: PileIndex,
  atlas: Gathered['atlas'],
  told: readonly TollSide[],
): readonly TollSide[] | null {
  const own = largestOfEach(told);
  const pairs = own.flatMap((a, at) => own.slice(at + 1).map((b) => [a, b] as const));
  const [widest] = pairs
    .filter(([a, b]) => areRivals(index, atlas, a, b))
    .sort(
      ([a, b], [c, d]) =>
        gapRatio(c.side.interval, d.side.interval) - gapRatio(a.side.interval, b.side.interval),
    );
  if (widest === undefined) return null;
  const numbers = new Set(widest.map(({ side }) => pointOf(side.interval)));
  const others = own.filter((one) => !widest.includes(one) && numbers.has(pointOf(one.side.interval)));
  return [...widest, ...others].slice(0, MOST_QUOTES);
}

/** What a voice says of its own in several numbers is counted by the largest: the others are parts of it, or earlier. */
function largestOfEach(told: readonly TollSide[]): TollSide[] {
  const byVoice = groupBy(told, ({ side }) => `${side.source} ${side.voice}`);
  const largest = [...byVoice.values()].map((own) =>
    own.reduce((most, one) => ((one.side.interval.min ?? 0) > (most.side.interval.min ?? 0) ? one : most)),
  );
  const once = groupBy(largest, ({ side }) => `${side.source} ${pointOf(side.interval)}`);
  return [...once.values()].flatMap(([first]) => first ?? []);
}

function areRivals(
  index: PileIndex,
  atlas: Gathered['atlas'],
  { toll, side: a, tally }: TollSide,
  { side: b, tally: other }: TollSide,
): boolean {
  if (a.source === b.source || a.voice === b.voice || intervalsMeet(a.interval, b.interval)) return false;
  if (gapRatio(a.interval, b.interval) > MOST_TIMES || mayHaveGrown(a, b)) return false;
  if (a.period !== null && b.period !== null && !periodsMeet(a.period, b.period)) return false;
  const mayBeOnePlace = [...a.places].some((place) =>
    [...b.places].some((one) => atlas.placesFit(place, one)),
  );
  if (a.places.size > 0 && b.places.size > 0 && !mayBeOnePlace) return false;
  const [smaller, larger] = [pointOf(a.interval) ?? 0, pointOf(b.interval) ?? 0].sort((x, y) => x - y);
  if (index.saidParts.has(`${larger} ${smaller}`)) return false;
  if (isOfOnePart(a, b)) return false;
  if (toll === 'aboard' && areOfTwo(a, b)) return false;
  return !(index.relatedFigures.get(tally.figure.id) ?? []).includes(other.figure.id);
}

/** Of two ships each has its own aboard. */
function areOfTwo(a: Side, b: Side): boolean {
  const [own, other] = [a, b].map(({ names, places }) => [...names, ...places]);
  return own?.length !== 0 && other?.length !== 0 && !own?.some((name) => other?.includes(name));
}

/** "Seven at the city hospital": the smaller is of a place that the other does not name. */
function isOfOnePart(a: Side, b: Side): boolean {
  const [smaller, larger] = (pointOf(a.interval) ?? 0) < (pointOf(b.interval) ?? 0) ? [a, b] : [b, a];
  return smaller.places.size > 0 && ![...smaller.places].some((place) => larger.places.has(place));
}

function conflictOf(index: PileIndex, rivals: readonly TollSide[]): Finding {
  const quotes = quotesOf(rivals.map(({ tally }) => tally));
  const [least, most] = [...rivals]
    .sort((a, b) => (a.side.interval.min ?? 0) - (b.side.interval.min ?? 0))
    .flatMap((one, at, all) => (at === 0 || at === all.length - 1 ? [one.side] : []));
  if (least === undefined || most === undefined) throw new RangeError('a conflict has two sides');
  return composeFinding({
    kind: 'count-conflict',
    why: `${capital(tellSide(index, least))}. ${capital(tellSide(index, most))}.`,
    quotes,
    steps: [
      ...rivals.map(({ side, tally }) => step(side.voice, `= ${numberOf(side)}`, quoteIndex(quotes, tally))),
      step('the least and the most do not meet', null, null),
    ],
    assumes: [
      {
        label: 'same happening',
        text: 'The sources are few, and nothing says that they count after two happenings.',
        guess: true,
      },
    ],
    rank: 0.25 + 0.7 * rankOfGap(1 + 2 * (gapRatio(least.interval, most.interval) - 1)),
    picture: {
      type: 'intervals',
      unit: least.kind ?? '',
      rows: rivals.map(({ side }) => pictureRow(side.voice, '', side.interval, { alarm: side === least })),
    },
  });
}
