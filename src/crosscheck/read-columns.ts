import type { Column, Passage, Section } from '../statement/source.ts';
import { spanHolds } from '../statement/span.ts';
import type { PileIndex } from './pile-index.ts';
import { groupBy } from './pile-index.ts';
import type { Tally } from './tally.ts';

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
  /** The number of a cell, or null. */
  cell(row: Passage, column: number): Tally | null;
}

const PART_OF_LIST =
  /\b(?:page|sayfa|p[áa]gina|seite|hoja|folha|feuille|sheet|صفحة)\s*(\d+)\s*(?:\/|of|de|von|sur|من)\s*(\d+)/iu;

/** The tables of a pile as grids. Linear in their cells. */
export function readGrids(index: PileIndex): Grid[] {
  const grids: Grid[] = [];
  for (const source of index.pile.sources) {
    const sections = (index.sections.get(source.id) ?? []).filter((section) => section.table !== null);
    if (sections.length === 0) continue;
    const bySection = groupBy(index.pile.passagesOf(source.id), (passage) => passage.section);
    for (const section of sections) grids.push(gridOf(index, section, bySection.get(section.index) ?? []));
  }
  return grids;
}

function gridOf(index: PileIndex, section: Section, passages: readonly Passage[]): Grid {
  const rows = passages.filter((passage) => passage.cells !== null && passage.kind === 'row');
  const text = index.textOf(section.source);
  const tallies = groupBy(index.talliesOfSource.get(section.source) ?? [], (tally) => tally.passage.id);
  const isTotal = new Set(section.table?.totals ?? []);
  return {
    section,
    source: section.source,
    name: tableName(index, section),
    columns: section.table?.columns ?? [],
    rows: rows.filter((_, at) => !isTotal.has(at)),
    totals: rows.filter((_, at) => isTotal.has(at)),
    isPart: passages.some((passage) => saysItIsPart(text.slice(passage.span.start, passage.span.end))),
    cell: (row, column) => {
      const span = row.cells?.[column];
      if (span === undefined) return null;
      return tallies.get(row.id)?.find((tally) => spanHolds(span, tally.figure.numberSpan)) ?? null;
    },
  };
}

/** What a table is called in a sentence: its title, else its file. */
export function tableName(index: PileIndex, section: Section | null): string {
  const source = section === null ? undefined : index.sources.get(section.source);
  return section?.title ?? source?.title ?? source?.file ?? 'the table';
}

/** "page 1 of 7": a last page may close a list, a first of several does not. */
function saysItIsPart(words: string): boolean {
  const match = PART_OF_LIST.exec(words);
  return match !== null && Number(match[2]) > 1;
}

/** The exact sum of decimal numbers: 0.1 and 0.2 make 0.3. Null where one has no single value. */
export function exactSum(tallies: readonly Tally[]): number | null {
  let total = 0;
  let decimals = 0;
  for (const { figure } of tallies) {
    if (figure.value === null) return null;
    total += figure.value;
    decimals = Math.max(decimals, figure.decimals);
  }
  return Math.round(total * 10 ** decimals) / 10 ** decimals;
}

/** `“Delivered”`, or the column's place where there is no header. */
export function columnName(column: Column | null): string {
  if (column === null) return 'the column';
  return column.header === null
    ? `column ${column.index + 1}`
    : `“${column.header.replace(/\s+/gu, ' ').trim()}”`;
}

/** The column that a tally of a row stands in. */
export function columnOf(tally: Tally): Column | null {
  const at = tally.passage.cells?.findIndex((cell) => spanHolds(cell, tally.figure.numberSpan)) ?? -1;
  return tally.section?.table?.columns[at] ?? null;
}
