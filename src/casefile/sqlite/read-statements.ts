import type { Statement } from '../../statement/statement.ts';
import type { StatementFilter } from '../port.ts';
import { unpackBlock } from './blocks.ts';
import type { CaseDatabase } from './case-database.ts';
import { hashOfId } from './id-hash.ts';
import { itemsOf } from './read-sources.ts';

const ORDER = 'ORDER BY path, block.key';
const BLOCKS = 'SELECT DISTINCT block.key, items, path FROM block JOIN source ON source.key = block.source';

interface BlockRow {
  readonly key: number;
  readonly items: Uint8Array;
  readonly path: string;
}

/** Statements that a filter asks for, in the order of their sources' paths. */
export function readStatements(database: CaseDatabase, filter: StatementFilter): Statement[] {
  return candidates(database, filter).filter((statement) => passes(statement, filter));
}

function candidates(database: CaseDatabase, filter: StatementFilter): Statement[] {
  if (filter.ids !== undefined) return unpack(blocksOfIds(database, filter.ids));
  if (filter.source !== undefined || filter.event === undefined) {
    return itemsOf<Statement>(database, 'statement', filter.source);
  }
  const withEvent = `${BLOCKS} JOIN statement_by_event ON block = block.key WHERE event = ? AND current = 1 ${ORDER}`;
  return unpack(database.all<BlockRow>(withEvent, filter.event));
}

function blocksOfIds(database: CaseDatabase, ids: readonly string[]): BlockRow[] {
  const hashes = JSON.stringify(ids.map(hashOfId));
  return database.all<BlockRow>(
    `${BLOCKS} JOIN statement_by_id ON block = block.key WHERE hash IN (SELECT value FROM json_each(?)) ${ORDER}`,
    hashes,
  );
}

function unpack(rows: readonly BlockRow[]): Statement[] {
  return rows.flatMap((row) => unpackBlock<Statement>(row.items));
}

function passes(statement: Statement, { source, ids, event }: StatementFilter): boolean {
  return (
    (source === undefined || statement.source === source) &&
    (ids === undefined || ids.includes(statement.id)) &&
    (event === undefined || statement.event === event)
  );
}
