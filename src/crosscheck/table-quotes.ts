import type { Quote } from '../statement/finding.ts';
import type { Tally } from './tally.ts';

/** Beyond this many rows a finding quotes the totals row alone, and tells how many rows were added. */
const ROWS_QUOTED = 400;

/** The row that a tally stands in, its numbers marked. */
export function rowQuote(tally: Tally, more: readonly Tally[] = []): Quote {
  return {
    source: tally.source.id,
    span: tally.passage.span,
    statement: tally.statement?.id ?? null,
    marks: [tally, ...more].map((each) => each.figure.numberSpan).sort((a, b) => a.start - b.start),
  };
}

/** The rows that were added up, as one quote from the first to the last, each number marked. */
export function rowsQuote(tallies: readonly Tally[]): Quote[] {
  const first = tallies[0];
  if (first === undefined || tallies.length > ROWS_QUOTED) return [];
  const span = {
    start: Math.min(...tallies.map((tally) => tally.passage.span.start)),
    end: Math.max(...tallies.map((tally) => tally.passage.span.end)),
  };
  const marks = tallies.map((tally) => tally.figure.numberSpan);
  return [{ source: first.source.id, span, statement: null, marks }];
}
