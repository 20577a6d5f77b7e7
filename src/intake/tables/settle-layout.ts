import { readCellNumber, saysNothing } from '../../statement/cell-number.ts';
import { type Span, sliceOf } from '../../statement/span.ts';
import { findStamps } from '../../statement/stamp.ts';
import { totalLabel } from '../../statement/total-label.ts';
import { headerSenses } from './header-words.ts';
import { isKeyRow } from './read-preamble.ts';
import { type RawRow, scanRows } from './scan-rows.ts';
import { sampleRows, settleDelimiter, usualWidth } from './settle-delimiter.ts';

/** Where the parts of a table file stand. */
export interface Layout {
  readonly delimiter: string;
  /** Number of columns. */
  readonly width: number;
  readonly preamble: readonly RawRow[];
  /** One header record, or two where a second language or the units follow; empty where there is none. */
  readonly headers: readonly RawRow[];
  /** Where the records after the header start, and their line. */
  readonly bodyStart: number;
  readonly bodyLine: number;
}

/** A record after the header, and what it is. `ordinal` counts the rows alone. */
export interface BodyRow {
  readonly raw: RawRow;
  readonly kind: 'row' | 'note' | 'heading' | 'blank';
  readonly ordinal: number;
  readonly label: 'total' | 'subtotal' | null;
}

export type CellKind = 'empty' | 'number' | 'date' | 'time' | 'text';

const SEARCHED_ROWS = 40;
const LONG_NOTE = 25;
const LONGEST_DATE = 44;

/** What one cell holds, judged alone. Marks for "no value" count as empty. */
export function cellKind(cell: string): CellKind {
  const trimmed = cell.trim();
  if (trimmed === '' || saysNothing(trimmed)) return 'empty';
  if (trimmed.length > LONGEST_DATE || !/\p{Nd}/u.test(trimmed)) return 'text';
  if (readCellNumber(trimmed, null) !== null) return 'number';
  const [stamp] = findStamps(trimmed);
  if (stamp === undefined || (stamp.end - stamp.start) * 10 < trimmed.length * 6) return 'text';
  return stamp.date !== null ? 'date' : 'time';
}

/** Settles delimiter (where it is not known), width, preamble and header over the first lines of the file. */
export function settleLayout(text: string, known: string | null = null): Layout {
  const delimiter = known ?? settleDelimiter(text);
  const sample = sampleRows(text, delimiter);
  const filled = sample.filter((row) => filledCells(text, row) >= 2);
  const usual = usualWidth(filled.length > 0 ? filled : sample).width;
  const first = firstFullRow(text, sample, usual);
  const headers = headerRows(text, sample, first);
  const last = headers.at(-1);
  const body = last ?? sample[first];
  return {
    delimiter,
    width: Math.max(usual, last?.cells.length ?? 0, 1),
    preamble: sample.slice(0, first),
    headers,
    bodyStart: last === undefined ? (body?.start ?? 0) : last.next,
    bodyLine: last === undefined ? (body?.line ?? 1) : last.line + linesIn(text, last),
  };
}

function linesIn(text: string, row: RawRow): number {
  return text.slice(row.start, row.next).split('\n').length - 1;
}

function filledCells(text: string, row: RawRow): number {
  return row.cells.reduce((count, cell) => count + (isFilled(text, cell) ? 1 : 0), 0);
}

// A "full" record has most of its columns filled; titles and key lines before it are the preamble.
function firstFullRow(text: string, sample: readonly RawRow[], width: number): number {
  if (width === 1) return 0;
  const need = Math.max(2, Math.ceil(width * 0.6));
  const found = sample
    .slice(0, SEARCHED_ROWS)
    .findIndex(
      (row) => row.cells.length >= width - 1 && filledCells(text, row) >= need && !isKeyRow(text, row),
    );
  return Math.max(found, 0);
}

function headerRows(text: string, sample: readonly RawRow[], first: number): RawRow[] {
  const candidate = sample[first];
  if (candidate === undefined || !looksLikeHeader(text, candidate, sample.slice(first + 1, first + 60)))
    return [];
  const second = sample[first + 1];
  const isSecond =
    second !== undefined &&
    second.cells.length >= candidate.cells.length - 1 &&
    filledCells(text, second) * 2 >= candidate.cells.length &&
    headerVotes(text, second, sample.slice(first + 2, first + 60)) >= 2;
  return isSecond ? [candidate, second] : [candidate];
}

function looksLikeHeader(text: string, candidate: RawRow, below: readonly RawRow[]): boolean {
  const votes = headerVotes(text, candidate, below);
  if (votes !== 0) return votes > 0;
  const cells = candidate.cells.map((cell) => sliceOf(text, cell).trim());
  if (cells.some((cell) => headerSenses(cell).length > 0)) return true;
  return !below.some((row) =>
    row.cells.some((cell, at) => sliceOf(text, cell).trim() === cells[at] && cells[at] !== ''),
  );
}

/**
 * For each column whose cells are mostly numbers, dates or clock times: words above them
 * speak for a header, a value of the same kind against it. A year above numbers says nothing.
 */
function headerVotes(text: string, candidate: RawRow, below: readonly RawRow[]): number {
  let votes = 0;
  candidate.cells.forEach((cell, column) => {
    const usual = usualKind(text, below, column);
    if (usual === 'text' || usual === 'empty') return;
    const written = sliceOf(text, cell).trim();
    const kind = cellKind(written);
    if (kind === 'text') votes += 1;
    else if (kind !== 'empty' && !/^(?:1[89]|20)\d\d$/.test(written)) votes -= 2;
  });
  return votes;
}

function usualKind(text: string, rows: readonly RawRow[], column: number): CellKind {
  const counts = new Map<CellKind, number>();
  for (const row of rows) {
    const cell = row.cells[column];
    const kind = cell === undefined ? 'empty' : cellKind(sliceOf(text, cell));
    if (kind !== 'empty') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  for (const [kind, count] of counts) if (count >= all * 0.6) return kind;
  return all === 0 ? 'empty' : 'text';
}

/** The records after the header, each with what it is: a row, a note, a heading within the table, or blank. */
export function* bodyRows(text: string, layout: Layout): Generator<BodyRow> {
  let ordinal = 0;
  let closed = false;
  for (const raw of scanRows(text, layout.delimiter, layout.bodyStart, layout.bodyLine)) {
    const label = labelOf(text, raw);
    const kind: BodyRow['kind'] = label !== null ? 'row' : kindOf(text, raw, layout.width, closed);
    yield { raw, kind, label, ordinal };
    if (kind === 'row') ordinal += 1;
    closed = label === 'total' || (closed && kind !== 'row');
  }
}

function isFilled(text: string, cell: Span): boolean {
  for (let at = cell.start; at < cell.end; at += 1) if (!/\s/.test(text.charAt(at))) return true;
  return false;
}

const LONGEST_LABEL = 60;

/** A totals label is the first filled cell, one of the first three (or stands alone among numbers), with a number after it. */
function labelOf(text: string, raw: RawRow): 'total' | 'subtotal' | null {
  const at = raw.cells.findIndex((cell) => isFilled(text, cell));
  const cell = raw.cells[at];
  if (cell === undefined || raw.cells.length < 2 || cell.end - cell.start > LONGEST_LABEL) return null;
  if (at > 2 && !othersAreNumbers(text, raw, at)) return null;
  if (/\p{Nd}/u.test(text.charAt(cell.start))) return null;
  const written = sliceOf(text, cell).trim();
  const label =
    totalLabel(written, false) ?? (othersAreNumbers(text, raw, at) ? totalLabel(written, true) : null);
  return label !== null &&
    raw.cells.some((each, index) => index !== at && /\p{Nd}/u.test(sliceOf(text, each)))
    ? label
    : null;
}

function othersAreNumbers(text: string, raw: RawRow, label: number): boolean {
  return raw.cells.every((cell, at) => at === label || !/\p{L}/u.test(sliceOf(text, cell)));
}

function kindOf(text: string, raw: RawRow, width: number, closed: boolean): BodyRow['kind'] {
  const filled = raw.cells.filter((cell) => isFilled(text, cell));
  if (filled.length === 0) return 'blank';
  if (width === 1 || (filled.length > 1 && !closed)) return 'row';
  const cells = filled.map((cell) => sliceOf(text, cell).trim());
  const words = cells.every((cell) => cellKind(cell) === 'text');
  const [first = ''] = cells;
  if (filled.length === 1 && words && (width >= 3 || first.length > LONG_NOTE)) {
    const isFirstCell = raw.cells[0] === filled[0];
    return closed || first.length > LONG_NOTE || !isFirstCell ? 'note' : 'heading';
  }
  // Prose with delimiters in it, after the table is done.
  const count = raw.cells.length;
  const prose = count !== width && cells.join(' ').split(/\s+/).length > Math.max(5, count * 2);
  return closed && ((words && filled.length * 2 < width) || prose) ? 'note' : 'row';
}
