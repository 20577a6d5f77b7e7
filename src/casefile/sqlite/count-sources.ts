import type { SourceCounts } from '../port.ts';
import type { CaseDatabase } from './case-database.ts';

/** Statements are counted by the rows that find them by id, which stand once for each. */
const COUNTS = `SELECT source.id AS source, passages, count(statement_by_id.hash) AS statements FROM source
  LEFT JOIN block ON block.source = source.key AND block.kind = 'statement'
  LEFT JOIN statement_by_id ON statement_by_id.block = block.key
  WHERE current = 1 GROUP BY source.key ORDER BY path`;

/** How much each current source holds, without unpacking any of it. */
export function countsOfSources(database: CaseDatabase): SourceCounts[] {
  return database.all<SourceCounts>(COUNTS).map(({ source, passages, statements }) => ({
    source,
    passages,
    statements,
  }));
}
