import { unitOf } from './convert-unit.ts';
import { exactly, scale } from './interval.ts';
import { kindFamily } from './kind-of.ts';
import { phraseAround } from './phrase-around.ts';
import type { PileIndex } from './pile-index.ts';
import { cellsOf, columnName, exactSum, type Grid, numberColumns } from './read-columns.ts';
import { eventGroup, type Period, periodOf, type Side, sideOf } from './side.ts';
import { rowQuote, rowsQuote } from './table-quotes.ts';
import { contentWords, type Tally } from './tally.ts';

const ASSERTING = new Set(['asserted', 'reported', 'alleged']);

/** Figures that a voice asserts of something counted, outside tables and not withdrawn. */
export function spokenSides(index: PileIndex): Side[] {
  const withdrawn = new Set(
    index.relations
      .filter((relation) => relation.kind === 'correction')
      .map((relation) => relation.figures[0]),
  );
  const sides: Side[] = [];
  for (const tally of index.tallies) {
    if (tally.passage.cells !== null || withdrawn.has(tally.figure.id) || !isAsserted(tally)) continue;
    const side = sideOf(
      tally,
      `${phraseAround(index, tally)} ${index.wordsOf(tally.source.id, tally.figure.span)}`,
    );
    if (side !== null) sides.push(side);
  }
  return sides;
}

function isAsserted({ statement }: Tally): boolean {
  if (statement === null) return true;
  return statement.polarity === 'positive' && ASSERTING.has(statement.modality);
}

/** What the rows of a table's column come to, with what its totals row says. */
export interface ColumnSum {
  readonly grid: Grid;
  readonly side: Side;
  /** Value of the totals row, or null where there is none. */
  readonly total: number | null;
  readonly sum: number;
  readonly column: string;
}

/** Each column of counts as one more voice: the sum of its rows. Part-lists ("page 1 of 7") are left out. */
export function columnSums(grids: readonly Grid[]): ColumnSum[] {
  const sums: ColumnSum[] = [];
  for (const grid of grids) {
    if (grid.isPart || grid.rows.length < 2) continue;
    for (const column of numberColumns(grid)) {
      const cells = cellsOf(grid, column.index);
      if (cells.length < 2) continue;
      const sum = exactSum(cells);
      const totalRow = grid.totals.at(-1);
      const total = totalRow === undefined ? null : grid.cell(totalRow, column.index);
      const agrees = total !== null && total.value === sum;
      const tallies = cells.map((cell) => cell.tally).filter((tally) => tally !== null);
      const unit = unitOf(mostCommon(tallies.map((tally) => tally.figure.unit)));
      const stuff = unit !== null && (unit.dimension === 'mass' || unit.dimension === 'volume');
      const kind = stuff ? unit.dimension : kindFamily(mostCommon(tallies.map((tally) => tally.kind)));
      sums.push({
        grid,
        sum,
        total: total?.value ?? null,
        column: columnName(column),
        side: {
          source: grid.source,
          voice: grid.name,
          tally: null,
          interval: stuff ? scale(exactly(sum), unit.factor) : exactly(sum),
          kind,
          event: eventGroup(mostCommon(tallies.map((tally) => tally.event)), kind),
          period: periodOver(grid, tallies),
          per: null,
          places: new Set(),
          names: new Set(),
          words: contentWords(`${column.header ?? ''} ${grid.name}`),
          total: true,
          subset: false,
          quotes: [...(total === null ? [] : [rowQuote(total)]), ...(agrees ? [] : rowsQuote(grid, cells))],
        },
      });
    }
  }
  return sums.map((sum) => (sum.side.quotes.length > 0 ? sum : withRows(sum)));
}

function withRows(sum: ColumnSum): ColumnSum {
  const first = sum.grid.rows[0];
  if (first === undefined) return sum;
  const quote = { source: sum.grid.source, span: first.span, statement: null, marks: [] };
  return { ...sum, side: { ...sum.side, quotes: [quote] } };
}

function mostCommon(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

/** From the first day that a row, or the table itself, names to the last. */
function periodOver(grid: Grid, tallies: readonly Tally[]): Period | null {
  const stated = periodOf(grid.section.time);
  if (stated !== null) return stated;
  const periods = tallies.map((tally) => periodOf(tally.time)).filter((period) => period !== null);
  const from = periods.map((period) => period.from).sort()[0];
  const to = periods
    .map((period) => period.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}
