import type { Assumption, Finding, Holding } from '../statement/finding.ts';
import {
  capital,
  composeFinding,
  composeHolding,
  pictureRow,
  quoteIndex,
  quotesOf,
  rankOfGap,
  step,
} from './compose.ts';
import { type Gathered, type Outcome, sortOutcome } from './family.ts';
import { formatInterval, formatNumber } from './format-number.ts';
import { gapRatio, isBelow } from './interval.ts';
import { kindFamily } from './kind-of.ts';
import { pairsOfPresence } from './pairs-of-presence.ts';
import { phraseAround } from './phrase-around.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import type { PileTies } from './pile-ties.ts';
import { columnName, columnOf } from './read-columns.ts';
import { says } from './says.ts';
import { partOfPeriod, type Side } from './side.ts';
import { contentWords, type Tally, writtenAs } from './tally.ts';

/** A part that is larger than what it is a part of: in the words themselves, by time, by place, by name. */
export function findPartExceedsWhole(index: PileIndex, gathered: Gathered): Outcome {
  const { sides } = gathered;
  const results: (Finding | Holding | null)[] = [
    ...saidParts(index),
    ...partsByTime(index, sides),
    ...partsByPlace(index, sides),
    ...partsOfTotal(index, sides),
    ...partsByName(index, gathered),
  ];
  const told = new Set(results.flatMap((result) => result?.quotes.map(({ statement }) => statement) ?? []));
  const present = pairsOfPresence(index, gathered).filter(
    ({ part }) => !told.has(part.tally?.statement?.id ?? null),
  );
  for (const { whole, part } of present)
    results.push(
      compareSidesAsPart(index, whole, part, 'it is of those whom the other counts as being there'),
    );
  return sortOutcome(results);
}

/** "27 of the 22": the words relate the two. */
function saidParts(index: PileIndex): (Finding | Holding | null)[] {
  return index.relations
    .filter((relation) => relation.kind === 'part' || relation.kind === 'share')
    .map((relation) => {
      const [whole, part] = relation.figures.map((id) => index.tallyOfFigure.get(id));
      if (whole === undefined || part === undefined) return null;
      if (part.figure.type === 'percent' || part.figure.type === 'fraction') return null;
      if (!canBePart(index, whole, part)) return null;
      if (part.passage.cells === null)
        return comparePart(index, whole, part, 'the words make the one a part of the other', []);
      const because = `the table's columns make ${columnName(columnOf(part))} a part of ${columnName(columnOf(whole))}`;
      return onlyFinding(comparePart(index, whole, part, because, []));
    });
}

/** "480 bags of fifty" and "twelve of the injured" after "four dead" relate no part to that whole. */
function canBePart(index: PileIndex, whole: Tally, part: Tally): boolean {
  if (part.passage.cells !== null) return true;
  if (
    part.figure.nounSpan !== null &&
    whole.figure.nounSpan === null &&
    part.figure.span.end <= whole.figure.span.start
  )
    return false;
  const named = namedWhole(index, part);
  if (named.size !== 1) return true;
  const own = contentWords(
    `${phraseAround(index, whole)} ${index.wordsOf(whole.source.id, whole.figure.span)}`,
  );
  return [...named].some((word) => own.has(word) || word === 'people');
}

function comparePart(
  index: PileIndex,
  whole: Tally,
  part: Tally,
  because: string,
  guesses: readonly Assumption[],
  alike: readonly Tally[] = [],
): Finding | Holding {
  const text = (tally: Tally) => writtenAs(index.textOf(tally.source.id), tally.figure.span);
  const quotes = quotesOf([part, whole, ...alike]);
  const draft = {
    kind: 'part-exceeds-whole' as const,
    quotes,
    steps: [
      step(`the part: “${text(part)}”`, `= ${formatInterval(part.interval)}`, 0),
      step(`the whole: “${text(whole)}”`, `= ${formatInterval(whole.interval)}`, quoteIndex(quotes, whole)),
    ],
    assumes: [{ label: 'part of', text: `${capital(because)}.`, guess: false }, ...guesses],
  };
  if (!isBelow(whole.interval, part.interval)) {
    return composeHolding({
      ...draft,
      why: `${formatInterval(part.interval)} are a part of the ${formatInterval(whole.interval)}: ${because}.`,
    });
  }
  return composeFinding({
    ...draft,
    why: `${capital(part.voice)} has “${text(part)}”, a part of what ${whole.voice} counts as “${text(whole)}”: ${because}. ${formatNumber(part.interval.min ?? 0)} is more than ${formatNumber(whole.interval.max ?? 0)}.`,
    rank: 0.3 + 0.65 * rankOfGap(1 + 2 * (gapRatio(part.interval, whole.interval) - 1)),
    picture: {
      type: 'intervals',
      unit: whole.kind ?? '',
      rows: [
        pictureRow('the whole', whole.voice, whole.interval),
        pictureRow('a part of it', part.voice, part.interval, { alarm: true }),
      ],
    },
  });
}

/** Findings only: that each of many parts is smaller than each of many wholes is nothing to tell. */
function onlyFinding(result: Finding | Holding): Finding | null {
  return 'rank' in result ? result : null;
}

/** Ten in January, and six from 1 January to 4 February. */
function partsByTime(index: PileIndex, sides: readonly Side[]): (Finding | null)[] {
  const found: (Finding | null)[] = [];
  const groups = groupBy(
    sides.filter(
      (side) => side.kind !== null && side.event !== null && side.period !== null && side.per === null,
    ),
    (side) => `${side.kind} ${side.event}`,
  );
  for (const group of groups.values()) {
    for (const part of group.slice(0, CROWD)) {
      for (const whole of group.slice(0, CROWD)) {
        if (isPartByTime(part, whole))
          found.push(compareSidesAsPart(index, whole, part, 'its days lie within the days of the other'));
      }
    }
  }
  return found;
}

/** Beyond this many counts of one event, comparing each with each tells nobody anything. */
const CROWD = 80;

function isPartByTime(part: Side, whole: Side): boolean {
  if (part.period === null || whole.period === null || whole.subset || part.group !== whole.group)
    return false;
  // A running total told a little earlier is no named part: those are compared as counts.
  if (part.running) return false;
  if (part.source === whole.source && part.voice === whole.voice) return false;
  if (!partOfPeriod(part.period, whole.period)) return false;
  if (!whole.total && part.period.from !== whole.period.from) return false;
  if (sharesNoPlace(part, whole)) return false;
  return isBelow(whole.interval, part.interval) && gapRatio(whole.interval, part.interval) < 6;
}

function sharesNoPlace(a: Side, b: Side): boolean {
  return a.places.size > 0 && b.places.size > 0 && ![...a.places].some((place) => b.places.has(place));
}

function compareSidesAsPart(index: PileIndex, whole: Side, part: Side, because: string): Finding | null {
  if (whole.tally === null || part.tally === null) return null;
  const guesses: Assumption[] = [];
  if (part.places.size === 0 || whole.places.size === 0)
    guesses.push({ label: 'same place', text: 'Not both say where.', guess: true });
  return onlyFinding(comparePart(index, whole.tally, part.tally, because, guesses));
}

/** Fifty-eight on one street alone, and fifty-two in the whole city. */
function partsByPlace(index: PileIndex, sides: readonly Side[]): (Finding | null)[] {
  const sentenceOf = (side: Side) =>
    side.tally === null ? '' : index.wordsOf(side.source, side.tally.sentence);
  const parts = sides.filter(
    (side) => side.kind !== null && says(sentenceOf(side), 'alone') && side.places.size > 0,
  );
  if (parts.length === 0) return [];
  const wholes = groupBy(
    sides.filter((side) => says(sentenceOf(side), 'area')),
    (side) => side.kind,
  );
  return parts.flatMap((part) =>
    (wholes.get(part.kind) ?? [])
      .filter((whole) => whole.source !== part.source || whole.voice !== part.voice)
      .filter((whole) => isBelow(whole.interval, part.interval) && sameDoing(part, whole))
      .map((whole) => compareSidesAsPart(index, whole, part, 'one place alone is a part of the whole')),
  );
}

/** Seven in one place at half past eight, and four in all at nine. */
function partsOfTotal(index: PileIndex, sides: readonly Side[]): (Finding | null)[] {
  const plain = sides.filter((side) => side.event !== null && side.kind !== null && side.per === null);
  const wholes = groupBy(
    plain.filter((side) => side.total && side.places.size === 0 && !side.subset),
    (side) => `${side.kind} ${side.group} ${side.event}`,
  );
  return plain
    .filter((part) => part.places.size > 0 && !part.total)
    .flatMap((part) =>
      (wholes.get(`${part.kind} ${part.group} ${part.event}`) ?? [])
        .slice(-CROWD)
        .filter((whole) => whole.source !== part.source && isBelow(whole.interval, part.interval))
        .filter((whole) => gapRatio(whole.interval, part.interval) < 6 && isNotLater(part, whole))
        .slice(0, 1)
        .map((whole) =>
          compareSidesAsPart(index, whole, part, 'one place is a part of all, at an earlier hour'),
        ),
    );
}

/** The part stood, by its own hour, before the total was told; a day alone is too coarse to tell. */
function isNotLater(part: Side, whole: Side): boolean {
  const own = part.tally?.statement?.time ?? null;
  const told = part.tally?.passage.time ?? part.tally?.section?.time ?? null;
  const total = whole.tally?.passage.time ?? whole.tally?.section?.time ?? null;
  if (own?.from == null || own.clock === null || total?.from == null || total.clock === null) return false;
  // Told at ten past midnight, "half past eight in the evening" is the evening before.
  const isTomorrow = told?.from === own.from && told.clock !== null && told.clock < own.clock;
  const day = isTomorrow ? dayBefore(own.from) : own.from;
  return day === total.from && own.clock <= total.clock;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function sameDoing(a: Side, b: Side): boolean {
  if (a.event !== null && a.event === b.event) return true;
  return [...a.words].filter((word) => b.words.has(word)).length >= 2;
}

const OF_THE = /^\s*(?:of|from|among)\s+(?:the|its|their|his|her|our|those|these)\s+([^.;,:()]{4,90})/iu;
const FEWEST_NAMED = 2;

/** "27 of the clerks and porters on the night shift", and "22 clerks and porters were on the night shift". */
function partsByName(index: PileIndex, { sides, ties }: Gathered): (Finding | null)[] {
  const parts = index.tallies
    .filter((tally) => tally.passage.cells === null && tally.figure.type === 'count')
    .map((tally) => ({ tally, named: namedWhole(index, tally) }))
    .filter((part) => part.named.size >= FEWEST_NAMED);
  if (parts.length === 0) return [];
  const wholes = wholesByWord(index, sides);
  return parts.map(({ tally, named }) => {
    const candidates = new Set([...named].flatMap((word) => wholes.get(word) ?? []));
    const rivals = [...candidates].filter(
      (whole) =>
        whole.tally !== tally && countsNamed(whole, tally, named) && areOfOneMatter(ties, whole.tally, tally),
    );
    const [first, ...others] = rivals.map((whole) => whole.tally);
    return first === undefined ? null : onlyFinding(comparePart(index, first, tally, BY_NAME, [], others));
  });
}

const BY_NAME = 'it is said to be of the very people or things that the other counts';

/** In a large pile "the delegates" of two sources are one group only where rare words tie the two. */
function areOfOneMatter(ties: PileTies, whole: Tally, part: Tally): boolean {
  return whole.source.id === part.source.id || ties.areTied(whole.words, part.words);
}

interface NamedWhole {
  readonly tally: Tally;
  readonly words: ReadonlySet<string>;
}

/** Counts by the words that say what they count; words that very many share are left out. */
function wholesByWord(index: PileIndex, sides: readonly Side[]): Map<string, NamedWhole[]> {
  const wholes = new Map<string, NamedWhole[]>();
  for (const { tally, subset, per } of sides) {
    if (tally === null || subset || per !== null) continue;
    const whole = { tally, words: contentWords(phraseAround(index, tally)) };
    for (const word of whole.words) wholes.set(word, [...(wholes.get(word) ?? []).slice(-CROWD), whole]);
  }
  return wholes;
}

function countsNamed(whole: NamedWhole, part: Tally, named: ReadonlySet<string>): boolean {
  if (part.kind !== null && kindFamily(whole.tally.kind) !== kindFamily(part.kind)) return false;
  const shared = [...named].filter((word) => whole.words.has(word)).length;
  if (shared < FEWEST_NAMED || shared < named.size * 0.6) return false;
  return isBelow(whole.tally.interval, part.interval);
}

const NAME_ENDS = /\s(?:have|has|had|were|was|are|is|who|that|which|when|where|did|do|will|would|could)\s/iu;

/** The words that name the whole that a figure is said to be of. */
function namedWhole(index: PileIndex, part: Tally): Set<string> {
  const text = index.textOf(part.source.id);
  const match = OF_THE.exec(text.slice(part.figure.numberSpan.end, part.sentence.end));
  const [named = ''] = (match?.[1] ?? '').split(NAME_ENDS);
  return contentWords(named);
}
