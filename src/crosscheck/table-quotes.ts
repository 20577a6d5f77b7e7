import type { Quote } from '../statement/finding.ts';
import type { Span } from '../statement/span.ts';
import type { Cell, Grid } from './read-columns.ts';

/** Beyond this many rows a finding quotes the totals row alone, and tells how many rows were added. */
const ROWS_QUOTED = 400;

export function rowQuote(cell: Cell, more: readonly Span[] = []): Quote {
  return {
    source: cell.row.source,
    span: cell.row.span,
    statement: cell.tally?.statement?.id ?? null,
    marks: [cell.span, ...more].sort((a, b) => a.start - b.start),
  };
}

/** The rows that were added up, as one quote from the first to the last, each number marked. */
export function rowsQuote(grid: Grid, cells: readonly Cell[]): Quote[] {
  const first = cells[0];
  const last = cells.at(-1);
  if (first === undefined || last === undefined || cells.length > ROWS_QUOTED) return [];
  const span = { start: first.row.span.start, end: last.row.span.end };
  return [{ source: grid.source, span, statement: null, marks: cells.map((cell) => cell.span) }];
}
