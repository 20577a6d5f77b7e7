import type { Assumption, Finding, Holding, Quote } from '../statement/finding.ts';
import { compareSides, type Match } from './compare-sides.ts';
import {
  capital,
  composeFinding,
  composeHolding,
  pictureRow,
  quoteIndex,
  rankOfGap,
  step,
} from './compose.ts';
import type { Gathered, Outcome } from './family.ts';
import { formatRounded } from './format-number.ts';
import { type ColumnSum, columnSums } from './gather-sides.ts';
import { gapRatio, intervalsMeet, isBelow } from './interval.ts';
import { mayHaveGrown } from './may-have-grown.ts';
import { pairSides } from './pair-sides.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import type { PileTies } from './pile-ties.ts';
import type { Side } from './side.ts';
import { numberOf, tellSide } from './tell-side.ts';

/** Points that two sides need before a gap between them is told to a reader. */
const ENOUGH = 4;
/** Two speakers of one call or channel correct and report side by side: more must speak for one thing. */
const ENOUGH_IN_TALK = 6;

interface Conflict {
  readonly a: Side;
  readonly b: Side;
  readonly match: Match;
}

/** One thing counted by two voices, with numbers that cannot both hold. */
export function findCountConflict(index: PileIndex, gathered: Gathered): Outcome {
  const { sides, ties } = gathered;
  const rarity = rarityOver(sides);
  const tellings = groupBy(sides, seriesKey);
  const alike = groupBy(sides, numberKey);
  const conflicts: Conflict[] = [];
  for (const [a, b] of pairSides(sides, rarity)) {
    if (intervalsMeet(a.interval, b.interval) || !mayBeCompared(index, a, b)) continue;
    if (!areOneMatter(ties, a, b)) continue;
    const match = compareSides(a, b, rarity);
    if (match.relation === 'different' || match.score + toldTwice(alike, a, b) < enoughFor(a, b)) continue;
    if (!repeatsOther(tellings, a, b)) conflicts.push({ a, b, match });
  }
  const columns = compareColumns(index, gathered, rarity);
  return {
    findings: clusters([...conflicts, ...columns.conflicts]).map((cluster) =>
      conflictFinding(index, cluster, alike),
    ),
    holdings: columns.holdings,
  };
}

/**
 * In a large pile two sources need rare words in common; and two voices of one source must both
 * be named, since what a report says beside a voice that it cites is mostly of something else.
 */
function areOneMatter(ties: PileTies, a: Side, b: Side): boolean {
  if (!ties.isLarge) return true;
  if (a.source === b.source) return isNamed(a) && isNamed(b);
  return ties.areTied(a.words, b.words);
}

/** Somebody whom the source names, not the source itself. */
function isNamed({ tally }: Side): boolean {
  if (tally === null || tally.passage.speaker !== null) return true;
  const last = tally.statement?.voice.at(-1);
  if (last === undefined) return false;
  const { file, title, publisher } = tally.source;
  return ![file, title, publisher].includes(last.name);
}

/** What one source tells of one measure, again and again. */
function seriesKey(side: Side): string {
  return `${side.source} ${measureKey(side)}`;
}

function measureKey(side: Side): string {
  return `${side.kind} ${side.group} ${side.event}`;
}

/** One number of one measure. */
function numberKey(side: Side): string {
  return `${measureKey(side)} ${side.interval.min} ${side.interval.max}`;
}

function enoughFor(a: Side, b: Side): number {
  const isTalk = a.source === b.source && a.tally?.passage.speaker != null;
  return isTalk ? ENOUGH_IN_TALK : ENOUGH;
}

/** Somewhere the words themselves make the one number a part of the other, of the same kind. */
function isKnownPart(index: PileIndex, a: Side, b: Side): boolean {
  const [smaller, larger] = isBelow(a.interval, b.interval) ? [a, b] : [b, a];
  const whole = larger.tally?.figure.value ?? null;
  const part = smaller.tally?.figure.value ?? null;
  return whole !== null && part !== null && index.saidParts.has(`${whole} ${part}`);
}

const TOLD_TWICE = 0.5;

/** A number that a third source has too is less likely to be of something else. */
function toldTwice(alike: ReadonlyMap<string, readonly Side[]>, a: Side, b: Side): number {
  return [a, b].some((side) => tellingTheSame(side, alike).length > 0) ? TOLD_TWICE : 0;
}

/** One of the two only repeats what the other's source says elsewhere (an earlier bulletin, the other total). */
function repeatsOther(tellings: ReadonlyMap<string, readonly Side[]>, a: Side, b: Side): boolean {
  const repeats = (one: Side, other: Side) =>
    one.source !== other.source &&
    (tellings.get(seriesKey(other)) ?? []).some((side) => intervalsMeet(side.interval, one.interval));
  return repeats(a, b) || repeats(b, a);
}

/** How much a word tells: 1 where only two passages have it, little where many do. */
function rarityOver(sides: readonly Side[]): (word: string) => number {
  const passages = new Map<string, Set<string>>();
  for (const side of sides)
    for (const word of side.words)
      passages.set(word, (passages.get(word) ?? new Set()).add(side.tally?.passage.id ?? side.source));
  return (word) => {
    const count = passages.get(word)?.size ?? 0;
    if (count <= 2) return 1;
    return count <= 4 ? 0.6 : count <= 8 ? 0.3 : 0.05;
  };
}

/** Two tellings of one voice are updates or corrections; figures that the words relate are no rivals. */
function mayBeCompared(index: PileIndex, a: Side, b: Side): boolean {
  if (a.source === b.source && a.voice === b.voice) return false;
  if (a.subset || b.subset) return false;
  if (isSmall(a) || isSmall(b)) return false;
  return !areRelated(index, a, b) && !isKnownPart(index, a, b) && !mayHaveGrown(a, b);
}

function isSmall(side: Side): boolean {
  return (side.interval.max ?? side.interval.min ?? 0) < 3;
}

function areRelated(index: PileIndex, a: Side, b: Side): boolean {
  const first = a.tally?.figure.id ?? '';
  const second = b.tally?.figure.id ?? '';
  return (index.relatedFigures.get(first) ?? []).includes(second);
}

/** What voices say against what a table's rows come to; the table's own total stands with the voices. */
function compareColumns(
  index: PileIndex,
  { sides, grids, ties }: Gathered,
  rarity: (word: string) => number,
): { conflicts: Conflict[]; holdings: Holding[] } {
  const conflicts: Conflict[] = [];
  const holdings: Holding[] = [];
  const plain = sides.filter((side) => side.per === null);
  const sidesFor = ties.isLarge ? sidesTiedTo(plain, ties) : () => plain;
  for (const columns of groupBy(columnSums(index, grids), (sum) => sum.grid).values()) {
    for (const column of columns) {
      for (const side of sidesFor(column)) {
        const match = matchColumn(side, column, columns, rarity);
        if (match === null) continue;
        if (intervalsMeet(side.interval, column.side.interval)) holdings.push(agreement(index, side, column));
        else if (gapRatio(side.interval, column.side.interval) < MOST_TIMES)
          conflicts.push({ a: side, b: column.side, match });
      }
    }
  }
  return { conflicts, holdings };
}

/**
 * In a large pile a table's column meets only the claims that have the number of its totals row
 * or share a rare word with it; looked up, since there are too many to try each with each.
 */
function sidesTiedTo(sides: readonly Side[], ties: PileTies): (column: ColumnSum) => readonly Side[] {
  const byNumber = groupBy(sides, (side) => side.tally?.figure.value ?? null);
  const rareWords = sides.flatMap((side) =>
    [...side.words].filter(ties.isRare).map((word) => ({ word, side })),
  );
  const byWord = groupBy(rareWords, ({ word }) => word);
  return ({ total, side }) => {
    const alike = total === null ? [] : (byNumber.get(total) ?? []);
    const tied = [...side.words].flatMap((word) => (byWord.get(word) ?? []).map((entry) => entry.side));
    return [...new Set([...alike, ...tied.filter((claim) => ties.areTied(claim.words, side.words))])];
  };
}

/** A claim this many times off a table's sum is rather of something else. */
const MOST_TIMES = 4;

function matchColumn(
  side: Side,
  column: ColumnSum,
  columns: readonly ColumnSum[],
  rarity: (word: string) => number,
): Match | null {
  if (side.source === column.side.source) return null;
  if (repeatsTotal(side, column))
    return { relation: 'same', score: ENOUGH + 2, shared: ['the number of the totals row'], assumes: [] };
  if (side.subset || side.kind !== column.side.kind || side.event === null || side.tally?.kind == null)
    return null;
  if (columns.some((other) => other !== column && repeatsSum(side, other))) return null;
  if (isOneRow(side, column)) return null;
  const rivals = columns.filter((other) => measureKey(other.side) === measureKey(column.side));
  if (rivals.length > 1) return null;
  const match = compareSides(side, column.side, rarity);
  return match.relation === 'different' || match.score < ENOUGH ? null : match;
}

/** The claim has the very number of a totals row that is not the sum of its rows. */
function repeatsTotal(side: Side, column: ColumnSum): boolean {
  return column.total !== null && column.total !== column.sum && isExactly(side, column.total, column);
}

/** The claim has the number of a single row: it is rather of that row. */
function isOneRow(side: Side, column: ColumnSum): boolean {
  const said = side.tally?.figure.value ?? null;
  return column.values.some((value) => value === said);
}

function repeatsSum(side: Side, column: ColumnSum): boolean {
  return (
    isExactly(side, column.sum, column) || (column.total !== null && isExactly(side, column.total, column))
  );
}

function isExactly(side: Side, value: number, column: ColumnSum): boolean {
  const said = side.tally?.figure.value ?? null;
  return (
    said === value &&
    value >= 10 &&
    (column.side.kind === null || side.kind === null || column.side.kind === side.kind)
  );
}

function agreement(index: PileIndex, side: Side, column: ColumnSum): Holding {
  return composeHolding({
    kind: 'count-conflict',
    why: `${capital(tellSide(index, side))}. ${capital(tellSide(index, column.side))}.`,
    quotes: [...side.quotes, ...column.side.quotes],
    steps: [step(`rows of ${column.column}`, `= ${formatRounded(column.sum)}`, 1)],
  });
}

/** Conflicts that share a side are one finding. */
function clusters(conflicts: readonly Conflict[]): Conflict[][] {
  const clusterOf = new Map<Side, Conflict[]>();
  const all = new Set<Conflict[]>();
  const ordered = [...conflicts].sort((x, y) => y.match.score - x.match.score);
  for (const conflict of ordered) {
    const known = clusterOf.get(conflict.a) ?? clusterOf.get(conflict.b) ?? [];
    known.push(conflict);
    all.add(known);
    for (const side of [conflict.a, conflict.b]) if (!clusterOf.has(side)) clusterOf.set(side, known);
  }
  return [...all];
}

const MOST_QUOTES = 6;
/** Of very many who tell one number, the first will do. */
const CROWD = 40;

function conflictFinding(
  index: PileIndex,
  cluster: readonly Conflict[],
  alike: ReadonlyMap<string, readonly Side[]>,
): Finding {
  const best = cluster[0];
  if (best === undefined) throw new RangeError('a cluster is never empty');
  const said = [...new Set(cluster.flatMap(({ a, b }) => [a, b]))];
  const sides = [...new Set([...said, ...said.flatMap((side) => tellingTheSame(side, alike))])].slice(
    0,
    MOST_QUOTES,
  );
  const quotes = onceEach(sides.flatMap((side) => side.quotes));
  const ratio = gapRatio(best.a.interval, best.b.interval);
  return composeFinding({
    kind: 'count-conflict',
    why: `${capital(tellSide(index, best.a))}. ${capital(tellSide(index, best.b))}.`,
    quotes,
    steps: [
      ...sides.map((side) =>
        step(
          side.worked ?? side.voice,
          `= ${numberOf(side)}`,
          side.tally === null ? null : quoteIndex(quotes, side.tally),
        ),
      ),
      step('the two do not meet', `${formatRounded(distance(best))} apart`),
    ],
    assumes: [sharedAssumption(best.match), ...best.match.assumes],
    rank: 0.25 + 0.7 * rankOfGap(1 + 2 * (ratio - 1)),
    picture: {
      type: 'intervals',
      unit: best.a.kind ?? '',
      rows: sides.map((side) =>
        pictureRow(side.voice, side.tally === null ? 'rows added up' : '', side.interval, {
          derived: side.tally === null,
          alarm: side === best.a,
        }),
      ),
    },
  });
}

/** Others that tell the same number of the same thing, and nothing that sets them apart. */
function tellingTheSame(side: Side, alike: ReadonlyMap<string, readonly Side[]>): Side[] {
  if (side.event === null || side.tally === null) return [];
  return (alike.get(numberKey(side)) ?? [])
    .slice(0, CROWD)
    .filter(
      (other) => other.subset === side.subset && other.per === side.per && other.source !== side.source,
    );
}

function distance({ a, b }: Conflict): number {
  const [smaller, larger] = isBelow(a.interval, b.interval) ? [a, b] : [b, a];
  return (larger.interval.min ?? 0) - (smaller.interval.max ?? 0);
}

function sharedAssumption(match: Match): Assumption {
  return {
    label: 'same thing counted',
    text: `Both say ${match.shared.join(', ')}.`,
    guess: false,
  };
}

function onceEach(quotes: readonly Quote[]): Quote[] {
  return [...new Map(quotes.map((quote) => [`${quote.source}:${quote.span.start}`, quote])).values()];
}
