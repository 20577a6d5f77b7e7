import type { Column, Passage } from '../statement/source.ts';
import { type Grid, numberColumns } from './read-columns.ts';

/** A rule that a table's own rows teach: one column is the sum of others that stand beside it. */
export interface LearnedSum {
  readonly whole: Column;
  readonly parts: readonly Column[];
  /** How many rows keep the rule. */
  readonly holds: number;
  /** Rows that break it, the totals row included. */
  readonly exceptions: readonly Passage[];
}

const FEWEST_ROWS = 3;
const MOST_EXCEPTIONS = 0.34;
const MOST_COLUMNS = 40;

/**
 * Columns that are the sum of a run of neighbours in most rows. At most one rule a column: the
 * one that most rows keep. Quadratic in the columns, linear in the rows.
 */
export function findLearnedSums(grid: Grid): LearnedSum[] {
  const columns = numberColumns(grid).slice(0, MOST_COLUMNS);
  if (columns.length < 3 || grid.rows.length < FEWEST_ROWS) return [];
  const rows = [...grid.rows, ...grid.totals];
  const values = rows.map((row) => columns.map((column) => grid.cell(row, column.index)?.value ?? null));
  const rules: LearnedSum[] = [];
  for (let whole = 0; whole < columns.length; whole++) {
    const rule = bestRule(columns, rows, values, whole);
    if (rule !== null) rules.push(rule);
  }
  return rules;
}

function bestRule(
  columns: readonly Column[],
  rows: readonly Passage[],
  values: readonly (readonly (number | null)[])[],
  whole: number,
): LearnedSum | null {
  let best: LearnedSum | null = null;
  for (const [from, to] of runsBeside(columns.length, whole)) {
    const rule = testRun(columns, rows, values, whole, from, to);
    if (rule !== null && (best === null || rule.holds > best.holds)) best = rule;
  }
  return best;
}

/** Runs of two or more columns that start right after `whole` or end right before it. */
function* runsBeside(count: number, whole: number): Iterable<[number, number]> {
  for (let to = whole + 3; to <= count; to++) yield [whole + 1, to];
  for (let from = whole - 2; from >= 0; from--) yield [from, whole];
}

function testRun(
  columns: readonly Column[],
  rows: readonly Passage[],
  values: readonly (readonly (number | null)[])[],
  whole: number,
  from: number,
  to: number,
): LearnedSum | null {
  const exceptions: Passage[] = [];
  let holds = 0;
  let telling = 0;
  for (const [at, row] of rows.entries()) {
    const said = values[at]?.[whole] ?? null;
    const parts = (values[at] ?? []).slice(from, to);
    if (said === null || parts.some((part) => part === null)) continue;
    const sum = parts.reduce((total: number, part) => total + (part ?? 0), 0);
    if (Math.abs(sum - said) > 1e-6 * Math.max(1, Math.abs(said))) exceptions.push(row);
    else {
      holds++;
      if (parts.filter((part) => part !== 0).length > 1) telling++;
    }
  }
  const column = columns[whole];
  if (column === undefined || telling < FEWEST_ROWS) return null;
  if (exceptions.length > MOST_EXCEPTIONS * (holds + exceptions.length)) return null;
  return { whole: column, parts: columns.slice(from, to), holds, exceptions };
}
