import type { Doubt } from '../../statement/source.ts';

/** Rows as a table with tabs between cells, each row as wide as the widest, quoted where a cell needs it. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows
    .map((row) => `${[...row, ...Array<string>(width - row.length).fill('')].map(quoted).join('\t')}\n`)
    .join('');
}

function quoted(cell: string): string {
  return /["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** What is said of a sheet of which not all cells are in its table. */
export function notWrittenOut({ name, notWritten }: { name: string; notWritten: number }): Doubt[] {
  if (notWritten === 0) return [];
  const text = `${notWritten} cells or rows of the sheet ${name} are not in its table: they lie beyond the thousandth column, or repeat what stands before them more often than a table is read. Open the original to see them.`;
  return [{ code: 'intake/cells-not-written-out', text, span: null }];
}
