import type { Account } from '../port.ts';
import { packBlocks, unpackBlock } from './blocks.ts';
import type { CaseDatabase } from './case-database.ts';

type AccountKind =
  | 'identity'
  | 'happening'
  | 'finding'
  | 'holding'
  | 'origin-node'
  | 'origin-edge'
  | 'name-proposal';

export function replaceAccount(database: CaseDatabase, account: Account): void {
  database.run('DELETE FROM account');
  keepPart(database, 'identity', account.identities);
  keepPart(database, 'happening', account.happenings);
  keepPart(database, 'finding', account.findings);
  keepPart(database, 'holding', account.holdings);
  keepPart(database, 'origin-node', account.origins.nodes);
  keepPart(database, 'origin-edge', account.origins.edges);
  keepPart(database, 'name-proposal', account.proposals);
}

export function readAccount(database: CaseDatabase): Account {
  return {
    identities: readPart(database, 'identity'),
    happenings: readPart(database, 'happening'),
    findings: readPart(database, 'finding'),
    holdings: readPart(database, 'holding'),
    origins: { nodes: readPart(database, 'origin-node'), edges: readPart(database, 'origin-edge') },
    proposals: readPart(database, 'name-proposal'),
  };
}

function keepPart(database: CaseDatabase, kind: AccountKind, items: readonly unknown[]): void {
  for (const { bytes } of packBlocks(items)) {
    database.run('INSERT INTO account (kind, items) VALUES (?, ?)', kind, bytes);
  }
}

function readPart<Item>(database: CaseDatabase, kind: AccountKind): Item[] {
  const rows = database.all<{ items: Uint8Array }>(
    'SELECT items FROM account WHERE kind = ? ORDER BY key',
    kind,
  );
  return rows.flatMap((row) => unpackBlock<Item>(row.items));
}
