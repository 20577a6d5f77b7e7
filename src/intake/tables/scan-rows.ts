import type { Span } from '../../statement/span.ts';

/** One record of a table file: its line or lines, and its cells without their quotes. */
export interface RawRow extends Span {
  /** Where the next record starts. */
  readonly next: number;
  /** Line of the file where it starts, from 1. */
  readonly line: number;
  readonly cells: readonly Span[];
}

/** A quoted cell longer than this is a stray quotation mark, not a cell. */
const MAX_QUOTED = 20_000;
/** A record with more cells than this is no row of a table: what is over stays in its last cell. */
const MAX_CELLS = 4_096;
const QUOTE = 34;
const NEW_LINE = 10;
const RETURN = 13;

/**
 * The records of a delimited text from `from` to its end. csv-parse gives values but not
 * where each stands, and Hearsay cites cells by their exact span, so this scanner is our
 * own: RFC 4180, with any delimiter, stray quotation marks taken as they are, and `\r\n`.
 * Linear; holds one record at a time.
 */
export function* scanRows(text: string, delimiter: string, from = 0, line = 1): Generator<RawRow> {
  let at = from;
  let current = line;
  while (at < text.length) {
    const row = scanRow(text, delimiter, at, current);
    yield row;
    current += countLines(text, at, row.next);
    at = row.next;
  }
}

/** The record that starts at `at`. */
export function scanRow(text: string, delimiter: string, at: number, line: number): RawRow {
  const mark = delimiter.charCodeAt(0);
  const cells: Span[] = [];
  let from = at;
  for (;;) {
    const quoted = quotedCell(text, from, mark);
    const cell = quoted ?? { span: bareCell(text, from, mark), next: -1 };
    const next = quoted === null ? cell.span.end : quoted.next;
    if (cells.length >= MAX_CELLS) return restOfLine(text, at, from, line, cells);
    cells.push(cell.span);
    if (text.charCodeAt(next) === mark) {
      from = next + 1;
      continue;
    }
    return { start: at, end: next, next: afterLine(text, next), line, cells };
  }
}

function restOfLine(text: string, at: number, from: number, line: number, cells: Span[]): RawRow {
  const stop = text.indexOf('\n', from);
  const end = stop < 0 ? text.length : stop;
  const last = cells.pop();
  cells.push({ start: last?.start ?? from, end });
  return { start: at, end, next: Math.min(text.length, end + 1), line, cells };
}

function bareCell(text: string, from: number, mark: number): Span {
  let end = from;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === mark || code === NEW_LINE || (code === RETURN && endsLine(text, end))) break;
    end += 1;
  }
  return { start: from, end };
}

function endsLine(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return at + 1 >= text.length || next === NEW_LINE;
}

/** The quoted cell at `from`, or null where no quotation mark stands or it is not closed before a delimiter. */
function quotedCell(text: string, from: number, mark: number): { span: Span; next: number } | null {
  let open = from;
  while (text.charCodeAt(open) === 32 && mark !== 32) open += 1;
  if (text.charCodeAt(open) !== QUOTE) return null;
  const limit = Math.min(text.length, open + MAX_QUOTED);
  for (let at = open + 1; at < limit; at += 1) {
    if (text.charCodeAt(at) !== QUOTE) continue;
    if (text.charCodeAt(at + 1) === QUOTE) {
      at += 1;
      continue;
    }
    let next = at + 1;
    while (text.charCodeAt(next) === 32 && mark !== 32) next += 1;
    const code = text.charCodeAt(next);
    const closed =
      next >= text.length || code === mark || code === NEW_LINE || (code === RETURN && endsLine(text, next));
    return closed ? { span: { start: open + 1, end: at }, next } : null;
  }
  return null;
}

function afterLine(text: string, at: number): number {
  if (text.charCodeAt(at) === RETURN) return text.charCodeAt(at + 1) === NEW_LINE ? at + 2 : at + 1;
  return Math.min(text.length, at + 1);
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
