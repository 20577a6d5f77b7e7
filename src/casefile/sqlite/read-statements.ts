import type { Statement } from '../../statement/statement.ts';
import type { StatementFilter } from '../port.ts';
import { unpackBlock } from './blocks.ts';
import type { CaseDatabase } from './case-database.ts';
import { hashOfId } from './id-hash.ts';
import { itemsOf } from './read-sources.ts';

const ORDER = 'ORDER BY path, block.key';
const BLOCKS = 'SELECT items FROM block JOIN source ON source.key = block.source';

interface BlockRow {
  readonly items: Uint8Array;
}

/** Statements that a filter asks for, in the order of their sources' paths. */
export function readStatements(database: CaseDatabase, filter: StatementFilter): Statement[] {
  const ids = filter.ids === undefined ? null : new Set(filter.ids);
  return candidates(database, filter).filter((statement) => passes(statement, filter, ids));
}

function candidates(database: CaseDatabase, filter: StatementFilter): Statement[] {
  if (filter.ids !== undefined) return unpack(blocksOfIds(database, filter.ids));
  if (filter.source !== undefined || filter.event === undefined) {
    return itemsOf<Statement>(database, 'statement', filter.source);
  }
  const withEvent = `${BLOCKS} WHERE block.key IN (SELECT block FROM statement_by_event WHERE event = ?) AND current = 1 ${ORDER}`;
  return unpack(database.all<BlockRow>(withEvent, filter.event));
}

function blocksOfIds(database: CaseDatabase, ids: readonly string[]): BlockRow[] {
  const hashes = JSON.stringify(ids.map(hashOfId));
  return database.all<BlockRow>(
    `${BLOCKS} WHERE block.key IN (SELECT block FROM statement_by_id WHERE hash IN (SELECT value FROM json_each(?))) ${ORDER}`,
    hashes,
  );
}

function unpack(rows: readonly BlockRow[]): Statement[] {
  return rows.flatMap((row) => unpackBlock<Statement>(row.items));
}

function passes(statement: Statement, { source, event }: StatementFilter, ids: Set<string> | null): boolean {
  return (
    (source === undefined || statement.source === source) &&
    (ids === null || ids.has(statement.id)) &&
    (event === undefined || statement.event === event)
  );
}
