import { readTable } from '../../../src/intake/read-table.ts';
import { readRows } from '../../../src/reading/tables/read-rows.ts';
import type { SourceHead } from '../../../src/statement/pile.ts';

/** What the rows of a table file say, with its relations held against their figures. */
export function readingOf(text: string, file = 'list.csv') {
  const intake = readTable(text, { sourceId: 'src_test', file });
  const [section] = intake.sections;
  if (section === undefined) throw new Error('no section');
  const source: SourceHead = {
    id: 'src_test',
    sha256: '0'.repeat(64),
    file,
    path: file,
    byteLength: text.length,
    encoding: null,
    language: null,
    ...intake,
  };
  const rows = [...intake.passages].filter((passage) => passage.kind === 'row');
  const reading = readRows(source, section, rows, text);
  const figures = new Map(reading.figures.map((figure) => [figure.id, figure]));
  const sums = reading.relations.map(({ kind, basis, figures: ids }) => {
    const values = ids.map((id) => figures.get(id)?.value ?? Number.NaN);
    const [whole = Number.NaN, ...parts] = values;
    const total = parts.reduce((sum, value) => sum + value, 0);
    return { kind, basis, holds: kind === 'sum' ? Math.abs(total - whole) < 1e-6 : total <= whole, values };
  });
  return { ...reading, sums, text };
}
