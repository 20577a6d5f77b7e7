import { type CellNumber, readCellNumber } from '../../statement/cell-number.ts';
import { idOf } from '../../statement/id.ts';
import type { Figure, Quantity } from '../../statement/quantity.ts';
import type { Passage, Table } from '../../statement/source.ts';
import { type Span, sliceOf } from '../../statement/span.ts';
import { eventOfCell, headerWords, kindOfHeader, TERMS, unitOf } from './header-terms.ts';
import type { CountColumn, TableReading } from './read-columns.ts';

/** A row, ready to be read. */
export interface Row {
  readonly passage: Passage;
  readonly cells: readonly Span[];
  /** Place among the rows that were handed over. */
  readonly at: number;
  readonly isTotal: boolean;
  readonly isSubtotal: boolean;
}

/** A cell's number as a figure. */
export interface CellFigure {
  readonly column: CountColumn;
  readonly figure: Figure;
  readonly read: CellNumber;
}

/** The figure of a count cell, or null where the cell holds no number. */
export function readCellFigure(
  row: Row,
  column: CountColumn,
  table: Table,
  reading: TableReading,
  text: string,
): CellFigure | null {
  const cell = row.cells[column.index];
  if (cell === undefined || cell.start === cell.end) return null;
  const read = readCellNumber(sliceOf(text, cell), table.decimal);
  if (read === null) return null;
  const counted = countedBy(row, column, reading, read, text);
  const unit = counted.unit;
  const of = counted.of ?? namedBeside(row, reading, text);
  // "10 loads" among tonnes counts something else: the rows, mostly.
  if (row.isTotal && read.tail !== '' && unitOf(read.tail) === null) return null;
  const quantity: Quantity = {
    min: read.min,
    max: read.max,
    of,
    per: column.per,
    cumulative: column.cumulative || row.isTotal,
  };
  const span = trimCell(text, cell);
  const numberSpan = { start: cell.start + read.number.start, end: cell.start + read.number.end };
  const figure: Figure = {
    id: idOf('fig', row.passage.source, span.start, span.end),
    passage: row.passage.id,
    span,
    numberSpan,
    nounSpan: null,
    quantity,
    type: typeOf(unit),
    unit,
    value: read.value,
    decimals: read.decimals,
    approx: read.approx,
    increment: false,
    ofThem: false,
    qualifiers: column.qualifiers,
  };
  return { column, figure, read };
}

/** What the row's own kind counts: people, where it says "Apprehensions". */
function namedBeside(row: Row, reading: TableReading, text: string): string | null {
  const cell = reading.kinds === null ? undefined : row.cells[reading.kinds];
  return cell === undefined ? null : (eventOfCell(sliceOf(text, cell))?.of ?? null);
}

function typeOf(unit: string | null): Figure['type'] {
  if (unit === null) return 'count';
  if (unit === 'percent') return 'percent';
  if (TERMS.durations.has(unit)) return 'duration';
  return TERMS.money.has(unit) ? 'money' : 'measure';
}

/** What a cell counts: by the unit behind its number, the unit column beside it, else its header. */
function countedBy(
  row: Row,
  column: CountColumn,
  reading: TableReading,
  read: CellNumber,
  text: string,
): { of: string | null; unit: string | null } {
  const own = read.tail === '' ? null : unitOf(read.tail);
  if (own !== null) return { of: own, unit: own };
  const beside = unitBeside(row, column, reading, text);
  if (beside !== null) return beside;
  const kind = read.tail === '' ? null : kindOfHeader(headerWords(read.tail));
  return kind === null ? { of: column.of, unit: column.unit } : { of: kind, unit: null };
}

function unitBeside(row: Row, column: CountColumn, reading: TableReading, text: string) {
  if (reading.unit === null || Math.abs(reading.unit - column.index) !== 1 || column.unit !== null)
    return null;
  const cell = row.cells[reading.unit];
  const written = cell === undefined ? '' : sliceOf(text, cell).trim();
  const unit = written === '' ? null : unitOf(written);
  if (unit !== null) return { of: unit, unit };
  const kind = written === '' ? null : kindOfHeader(headerWords(written));
  return kind === null ? null : { of: kind, unit: null };
}

function trimCell(text: string, cell: Span): Span {
  let { start, end } = cell;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return { start, end };
}
