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
import type { Outcome } from './family.ts';
import { formatInterval, formatRounded } from './format-number.ts';
import { type ColumnSum, columnSums, spokenSides } from './gather-sides.ts';
import { gapRatio, intervalsMeet, isBelow } from './interval.ts';
import { pairSides } from './pair-sides.ts';
import type { PileIndex } from './pile-index.ts';
import { readGrids } from './read-columns.ts';
import type { Side } from './side.ts';
import { tellSide } from './tell-side.ts';

/** Points that two sides need before a gap between them is told to a reader. */
const ENOUGH = 4;

interface Conflict {
  readonly a: Side;
  readonly b: Side;
  readonly match: Match;
}

/** One thing counted by two voices, with numbers that cannot both hold. */
export function findCountConflict(index: PileIndex): Outcome {
  const sides = spokenSides(index);
  const rarity = rarityOver(sides);
  const conflicts: Conflict[] = [];
  const holdings: Holding[] = [];
  for (const [a, b] of pairSides(sides, rarity)) {
    if (!mayBeCompared(index, a, b)) continue;
    const match = compareSides(a, b, rarity);
    if (match.relation === 'different' || match.score < ENOUGH) continue;
    if (!intervalsMeet(a.interval, b.interval)) conflicts.push({ a, b, match });
  }
  for (const column of columnSums(index, readGrids(index)))
    compareWithColumn(index, sides, column, rarity, conflicts, holdings);
  return { findings: clusters(conflicts).map((cluster) => conflictFinding(index, cluster)), holdings };
}

/** How much a word tells: 1 where only two sentences have it, little where many do. */
function rarityOver(sides: readonly Side[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const side of sides) for (const word of side.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => {
    const count = counts.get(word) ?? 0;
    if (count <= 2) return 1;
    return count <= 4 ? 0.6 : count <= 8 ? 0.3 : 0.05;
  };
}

/** Two tellings of one voice are updates or corrections; figures that the words relate are no rivals. */
function mayBeCompared(index: PileIndex, a: Side, b: Side): boolean {
  if (a.source === b.source && a.voice === b.voice) return false;
  if (a.subset || b.subset) return false;
  if (isSmall(a) || isSmall(b)) return false;
  return !areRelated(index, a, b) && !mayHaveGrown(index, a, b);
}

function isSmall(side: Side): boolean {
  return (side.interval.max ?? side.interval.min ?? 0) < 3;
}

function areRelated(index: PileIndex, a: Side, b: Side): boolean {
  const first = a.tally?.figure.id ?? '';
  const second = b.tally?.figure.id ?? '';
  return (index.relatedFigures.get(first) ?? []).includes(second);
}

/** A smaller total told earlier is overtaken, not contradicted; unless it would have had to leap. */
function mayHaveGrown(index: PileIndex, a: Side, b: Side): boolean {
  const [smaller, larger] = isBelow(a.interval, b.interval) ? [a, b] : [b, a];
  if (!smaller.total && !larger.total) return false;
  const earlier = momentOf(index, smaller);
  const later = momentOf(index, larger);
  if (earlier === null || later === null || earlier >= later) return false;
  if (!isRunning(smaller)) return false;
  return !leaps(smaller, larger, earlier, later);
}

function isRunning(side: Side): boolean {
  return side.tally?.figure.quantity.cumulative === true;
}

/** When a side was told: the passage's time, the section's, else the source's date. */
function momentOf(index: PileIndex, side: Side): string | null {
  const time = side.tally?.passage.time ?? side.tally?.section?.time ?? null;
  if (time?.from != null) return `${time.from}T${time.clock ?? ''}`;
  return index.sources.get(side.source)?.date ?? null;
}

/** At the pace of the period before it, the smaller could not have come near the larger by then. */
function leaps(smaller: Side, larger: Side, earlier: string, later: string): boolean {
  const from = smaller.period?.from ?? larger.period?.from;
  const count = smaller.interval.max;
  const reached = larger.interval.min;
  if (from === undefined || count === null || reached === null) return false;
  const before = daysBetween(from, earlier);
  const between = daysBetween(earlier, later);
  if (before < 7 || between > before / 4) return false;
  return reached > count * (1 + (3 * between) / before) + 1;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;
}

/** What voices say against what a table's rows come to; the table's own total stands with the voices. */
function compareWithColumn(
  index: PileIndex,
  sides: readonly Side[],
  column: ColumnSum,
  rarity: (word: string) => number,
  conflicts: Conflict[],
  holdings: Holding[],
): void {
  for (const side of sides) {
    if (side.source === column.side.source || side.subset || side.per !== null) continue;
    const repeatsTotal =
      column.total !== null && column.total !== column.sum && isExactly(side, column.total, column);
    const match = repeatsTotal
      ? {
          relation: 'same' as const,
          score: ENOUGH + 2,
          shared: ['the number of the totals row'],
          assumes: [],
        }
      : compareSides(side, column.side, rarity);
    if (match.relation === 'different' || match.score < ENOUGH) continue;
    if (!repeatsTotal && side.event === null) continue;
    if (intervalsMeet(side.interval, column.side.interval)) holdings.push(agreement(index, side, column));
    else if (gapRatio(side.interval, column.side.interval) < 4)
      conflicts.push({ a: side, b: column.side, match });
  }
}

function isExactly(side: Side, value: number, column: ColumnSum): boolean {
  const said = side.tally?.figure.value ?? null;
  return said === value && value >= 10 && (column.side.kind === null || column.side.kind === side.kind);
}

function agreement(index: PileIndex, side: Side, column: ColumnSum): Holding {
  return composeHolding({
    kind: 'count-conflict',
    why: `${capital(tellSide(index, side))}. The rows of ${column.column} in ${column.grid.name} add up to ${formatRounded(column.sum)}.`,
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

function conflictFinding(index: PileIndex, cluster: readonly Conflict[]): Finding {
  const best = cluster[0];
  if (best === undefined) throw new RangeError('a cluster is never empty');
  const sides = [...new Set(cluster.flatMap(({ a, b }) => [a, b]))].slice(0, MOST_QUOTES);
  const quotes = onceEach(sides.flatMap((side) => side.quotes));
  const ratio = gapRatio(best.a.interval, best.b.interval);
  return composeFinding({
    kind: 'count-conflict',
    why: `${capital(tellSide(index, best.a))}. ${capital(tellSide(index, best.b))}.`,
    quotes,
    steps: [
      ...sides.map((side) =>
        step(
          side.tally === null ? `rows of ${side.voice}, added up` : `${side.voice}`,
          `= ${formatInterval(side.interval)}`,
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
