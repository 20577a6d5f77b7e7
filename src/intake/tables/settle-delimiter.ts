import { type RawRow, scanRows } from './scan-rows.ts';

const DELIMITERS = [';', '\t', '|', ','] as const;
const SAMPLE_ROWS = 300;
const SAMPLE_UNITS = 200_000;

/**
 * The delimiter of a table: `;`, tab, `|` or `,`, whichever splits most of the first 300
 * lines into the same number of cells. A first line `sep=;` (spreadsheets write it) decides.
 */
export function settleDelimiter(text: string): string {
  const told = /^sep=(.)\s*(?:\n|$)/i.exec(text.slice(0, 10))?.[1];
  if (told !== undefined) return told;
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const score = evenness(text, delimiter);
    if (score > most * 1.02) {
      most = score;
      best = delimiter;
    }
  }
  return best;
}

/** The number of cells that most filled records have; ties go to the greater. */
export function usualWidth(rows: readonly RawRow[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [cells, count] of counts) {
    if (count > most || (count === most && cells > width)) {
      most = count;
      width = cells;
    }
  }
  return { width, share: rows.length === 0 ? 0 : most / rows.length };
}

function evenness(text: string, delimiter: string): number {
  const rows = sampleRows(text, delimiter);
  const { width, share } = usualWidth(rows);
  if (width < 2) return 0;
  return share * share * Math.log2(Math.min(width, 12) + 1);
}

/** The first records that are not blank. */
export function sampleRows(text: string, delimiter: string): RawRow[] {
  const rows: RawRow[] = [];
  for (const row of scanRows(text, delimiter)) {
    if (row.start > SAMPLE_UNITS || rows.length >= SAMPLE_ROWS) break;
    if (row.end > row.start) rows.push(row);
  }
  return rows;
}
