import type { Finding, Holding } from '../statement/finding.ts';
import type { Column, Passage } from '../statement/source.ts';
import { composeFinding, composeHolding, pictureRow, rankOfGap, step } from './compose.ts';
import { type Outcome, sortOutcome } from './family.ts';
import { formatNumber } from './format-number.ts';
import { exactly, gapRatio } from './interval.ts';
import { findLearnedSums, type LearnedSum } from './learn-sums.ts';
import type { PileIndex } from './pile-index.ts';
import {
  type Cell,
  cellsOf,
  columnName,
  exactSum,
  type Grid,
  numberColumns,
  readGrids,
} from './read-columns.ts';
import { rowQuote, rowsQuote } from './table-quotes.ts';

/** Totals rows against the rows above them, and rows against what the other rows add up to. */
export function findTableMismatch(index: PileIndex): Outcome {
  const results: (Finding | Holding | null)[] = [];
  for (const grid of readGrids(index)) {
    for (const column of numberColumns(grid)) results.push(...compareTotals(grid, column));
    for (const rule of findLearnedSums(grid)) results.push(...compareRows(grid, rule));
  }
  return sortOutcome(results);
}

function compareTotals(grid: Grid, column: Column): (Finding | Holding | null)[] {
  return grid.totals.map((total) => {
    const said = grid.cell(total, column.index);
    const cells = cellsOf(grid, column.index, rowsUnder(grid, total));
    if (said === null || cells.length < 2 || cells.length * 2 < grid.rows.length * 0.5) return null;
    return compareTotal(grid, column, said, cells);
  });
}

/** The rows that a totals row can be the total of: those above it, or below it where it is the first. */
function rowsUnder(grid: Grid, total: Passage): readonly Passage[] {
  const above = grid.rows.filter((row) => row.index < total.index);
  return above.length > 0 ? above : grid.rows;
}

function compareTotal(
  grid: Grid,
  column: Column,
  said: Cell,
  cells: readonly Cell[],
): Finding | Holding | null {
  const sum = exactSum(cells);
  const addition = additionOf(cells);
  const draft = {
    kind: 'sum-mismatch' as const,
    quotes: [rowQuote(said), ...rowsQuote(grid, cells)],
    steps: [
      step(`${columnName(column)}: ${addition}`, `= ${formatNumber(sum)}`, 1),
      step('the totals row has', `= ${formatNumber(said.value)}`, 0),
    ],
  };
  if (isTotal(said, cells, sum)) {
    const why = `The ${cells.length} rows of ${columnName(column)} in ${grid.name} add up to ${formatNumber(sum)}, as the totals row has it.`;
    return composeHolding({ ...draft, why });
  }
  if (!couldBeTotal(said.value, cells, sum)) return null;
  return composeFinding({
    ...draft,
    why: `The rows of ${columnName(column)} in ${grid.name} add up to ${formatNumber(sum)}. Its totals row has ${formatNumber(said.value)}.`,
    rank: 0.3 + 0.65 * rankOfGap(1 + 4 * (gapRatio(exactly(sum), exactly(said.value)) - 1)),
    picture: {
      type: 'intervals',
      unit: column.header ?? '',
      rows: [
        pictureRow('rows', 'added up', exactly(sum), { derived: true }),
        pictureRow('totals row', 'as written', exactly(said.value), { alarm: true }),
      ],
    },
  });
}

function isTotal(said: Cell, cells: readonly Cell[], sum: number): boolean {
  const finest = Math.max(...cells.map((cell) => cell.decimals));
  const slack = said.decimals < finest ? 0.5 * 10 ** -said.decimals : 0;
  return Math.abs(said.value - sum) <= slack + 1e-9 * Math.abs(sum);
}

/** A totals row may also hold a mean, a maximum or a count of rows, and some columns (ages, degrees) add up to nothing. */
function couldBeTotal(said: number, cells: readonly Cell[], sum: number): boolean {
  const values = cells.map((cell) => cell.value);
  const mean = sum / values.length;
  const spread = Math.max(...values) - Math.min(...values);
  if (Math.abs(said - mean) <= Math.max(0.5, spread * 0.25)) return false;
  if (
    said === Math.max(...values) ||
    said === values.length ||
    said === values.filter((value) => value > 0).length
  )
    return false;
  if (said === 100 && Math.abs(sum - 100) < 1.5) return false;
  return said > sum / 5 && said < sum * 5;
}

function compareRows(grid: Grid, rule: LearnedSum): (Finding | Holding | null)[] {
  return rule.exceptions.map((row) => {
    const whole = grid.cell(row, rule.whole.index);
    const parts = rule.parts.map((column) => grid.cell(row, column.index)).filter((cell) => cell !== null);
    if (whole === null || parts.length !== rule.parts.length) return null;
    return compareRow(grid, rule, whole, parts);
  });
}

function compareRow(grid: Grid, rule: LearnedSum, whole: Cell, parts: readonly Cell[]): Finding {
  const sum = exactSum(parts);
  const addition = additionOf(parts);
  const isTotals = grid.totals.includes(whole.row);
  const names = rule.parts.map(columnName).join(', ');
  return composeFinding({
    kind: 'sum-mismatch',
    why: `In ${isTotals ? 'the totals row' : 'one row'} of ${grid.name} ${addition} is ${formatNumber(sum)}, and ${columnName(rule.whole)} has ${formatNumber(whole.value)}. In ${rule.holds} other rows the two agree.`,
    quotes: [
      rowQuote(
        whole,
        parts.map((part) => part.span),
      ),
    ],
    steps: [
      step(`${names}: ${addition}`, `= ${formatNumber(sum)}`, 0),
      step(`${columnName(rule.whole)} in the same row`, `= ${formatNumber(whole.value)}`, 0),
      step(
        `rows in which ${names} make up ${columnName(rule.whole)}`,
        `= ${rule.holds} of ${rule.holds + rule.exceptions.length}`,
      ),
    ],
    assumes: [
      {
        label: 'what makes up what',
        text: `No words say that ${names} make up ${columnName(rule.whole)}; the other rows do.`,
        guess: false,
      },
    ],
    rank: 0.35 + 0.5 * rankOfGap(1 + 4 * (gapRatio(exactly(sum), exactly(whole.value)) - 1)),
    picture: {
      type: 'parts',
      unit: rule.whole.header ?? '',
      whole: pictureRow(rule.whole.header ?? 'whole', 'as written', exactly(whole.value), { alarm: true }),
      parts: parts.map((part, at) => pictureRow(rule.parts[at]?.header ?? '', '', exactly(part.value))),
    },
  });
}

/** `24 + 24 + 22.5`, shortened in the middle where it is long. */
export function additionOf(cells: readonly Cell[]): string {
  const numbers = cells.map((cell) => formatNumber(cell.value, cell.decimals));
  if (numbers.length <= 24) return numbers.join(' + ');
  return `${numbers.slice(0, 12).join(' + ')} + … + ${numbers.slice(-3).join(' + ')} (${numbers.length} rows)`;
}
