import type { Column, Passage, Section, Table } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import { spanHolds } from '../statement/span.ts';
import type { PileIndex } from './pile-index.ts';
import { groupBy } from './pile-index.ts';
import type { Tally } from './tally.ts';

/** A number in a cell. */
export interface Cell {
  readonly row: Passage;
  readonly span: Span;
  readonly value: number;
  /** Decimal places as written. */
  readonly decimals: number;
  readonly tally: Tally | null;
}

/** A table's rows with their numbers, ready for adding up. */
export interface Grid {
  readonly section: Section;
  readonly source: string;
  /** Name to print: `waybills`. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Rows that carry data, in order. */
  readonly rows: readonly Passage[];
  readonly totals: readonly Passage[];
  /** The table says of itself that it is a part of a list ("page 1 of 7"). */
  readonly isPart: boolean;
  cell(row: Passage, column: number): Cell | null;
}

const PART_OF_LIST =
  /\b(?:page|sayfa|p[áa]gina|seite|hoja|folha|feuille|sheet|صفحة)\s*(\d+)\s*(?:\/|of|de|von|sur|من)\s*(\d+)/iu;

/** The tables of a pile as grids. Linear in their cells. */
export function readGrids(index: PileIndex): Grid[] {
  const grids: Grid[] = [];
  for (const source of index.pile.sources) {
    const sections = (index.sections.get(source.id) ?? []).filter((section) => section.table !== null);
    if (sections.length === 0) continue;
    const passages = [...index.pile.passagesOf(source.id)].filter(
      (passage) => passage.cells !== null && passage.kind === 'row',
    );
    const bySection = groupBy(passages, (passage) => passage.section);
    for (const section of sections) {
      if (section.table === null) continue;
      grids.push(gridOf(index, section, section.table, bySection.get(section.index) ?? []));
    }
  }
  return grids;
}

function gridOf(index: PileIndex, section: Section, table: Table, passages: readonly Passage[]): Grid {
  const source = index.sources.get(section.source);
  const text = index.textOf(section.source);
  const tallies = groupBy(index.talliesOfSource.get(section.source) ?? [], (tally) => tally.passage.id);
  const isTotal = new Set(table.totals);
  return {
    section,
    source: section.source,
    name: section.title ?? source?.title ?? source?.file ?? 'the table',
    columns: table.columns,
    rows: passages.filter((_, at) => !isTotal.has(at)),
    totals: passages.filter((_, at) => isTotal.has(at)),
    isPart: saysItIsPart(text.slice(section.span.start, section.span.end)),
    cell: (row, column) => readCell(text, table, row, column, tallies.get(row.id) ?? []),
  };
}

function saysItIsPart(words: string): boolean {
  const match = PART_OF_LIST.exec(words);
  return (
    match !== null &&
    match[1] !== undefined &&
    match[2] !== undefined &&
    Number(match[1]) <= Number(match[2]) &&
    match[2] !== '1'
  );
}

function readCell(
  text: string,
  table: Table,
  row: Passage,
  column: number,
  tallies: readonly Tally[],
): Cell | null {
  const span = row.cells?.[column];
  if (span === undefined) return null;
  const tally = tallies.find((candidate) => spanHolds(span, candidate.figure.numberSpan)) ?? null;
  const plain = plainNumber(text.slice(span.start, span.end), table.decimal);
  if (plain !== null) return { row, span, ...plain, tally };
  const figure = tally?.figure;
  if (figure === undefined || figure.value === null || figure.approx) return null;
  if (figure.type === 'identifier' || figure.type === 'ordinal') return null;
  return { row, span, value: figure.value, decimals: figure.decimals, tally };
}

/** The value of a cell that holds a number and nothing else, or null. */
export function plainNumber(
  words: string,
  decimal: '.' | ',' | null,
): { value: number; decimals: number } | null {
  const plain = words.trim().replace(/^["']|["']$/g, '');
  const match = /^-?(\d+|\d{1,3}(?:[., '’]\d{3})+)(?:([.,])(\d+))?$/u.exec(plain);
  if (match === null) return null;
  const [, whole = '', mark, fraction = ''] = match;
  const isGroup =
    mark !== undefined && fraction.length === 3 && decimal !== mark && /^[1-9]\d{0,2}$/.test(whole);
  if (isGroup) return { value: Number(whole + fraction), decimals: 0 };
  const digits = whole.replace(/\D/gu, '');
  const value =
    Number(mark === undefined ? digits : `${digits}.${fraction}`) * (plain.startsWith('-') ? -1 : 1);
  return { value, decimals: mark === undefined ? 0 : fraction.length };
}

/** The columns whose cells are numbers to be counted with, and not dates, ids or times. */
export function numberColumns(grid: Grid): Column[] {
  return grid.columns.filter((column) => column.type === 'number');
}

/** The numbers of a column, in order; rows without one are left out. */
export function cellsOf(grid: Grid, column: number, rows: readonly Passage[] = grid.rows): Cell[] {
  return rows.map((row) => grid.cell(row, column)).filter((cell) => cell !== null);
}

/** The exact sum of decimal numbers: 0.1 and 0.2 make 0.3. */
export function exactSum(cells: readonly { value: number; decimals: number }[]): number {
  const decimals = Math.max(0, ...cells.map((cell) => cell.decimals));
  const total = cells.reduce((sum, cell) => sum + cell.value, 0);
  return Math.round(total * 10 ** decimals) / 10 ** decimals;
}

/** `column “Delivered”`, or its place where there is no header. */
export function columnName(column: Column): string {
  return column.header === null
    ? `column ${column.index + 1}`
    : `“${column.header.replace(/\s+/gu, ' ').trim()}”`;
}
