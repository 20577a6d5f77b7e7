import type { Received } from '../../statement/source.ts';
import type { CaseDatabase } from './case-database.ts';
import { indexSource, unindexSource } from './index-passages.ts';

/** A row of the table `received`. */
export interface ReceivedRow {
  readonly key: number;
  readonly path: string;
  readonly file: string;
  readonly byte_length: number | null;
  readonly sha256: string | null;
  readonly outcome: Received['outcome'];
  readonly source: string | null;
  readonly code: string | null;
  readonly reason: string | null;
}

interface HeldSource {
  readonly key: number;
  readonly id: string;
  readonly path: string;
  readonly current: 0 | 1;
}

export function receivedOf(row: ReceivedRow): Received {
  const { path, file, byte_length, sha256, outcome, source, code, reason } = row;
  return { path, file, byteLength: byte_length, sha256, outcome, source, code, reason };
}

/**
 * Writes down what became of a file. Bytes that are a source already make it a `duplicate`,
 * unless its path holds that source, or nothing holds it any more and it becomes current again.
 * What the path held before under other bytes is let go.
 */
export function receive(database: CaseDatabase, received: Received): void {
  const settled = settle(database, received);
  writeDown(database, settled);
  if (settled.sha256 !== null) letGo(database, settled.path, settled.sha256);
}

function settle(database: CaseDatabase, received: Received): Received {
  const held = received.sha256 === null ? undefined : sourceWithBytes(database, received.sha256);
  if (held === undefined) return received;
  if (held.current === 0) revive(database, held, received);
  const isHolder = held.current === 0 || held.path === received.path;
  return { ...received, outcome: isHolder ? 'read' : 'duplicate', source: held.id };
}

export function sourceWithBytes(database: CaseDatabase, sha256: string): HeldSource | undefined {
  return database.get<HeldSource>('SELECT key, id, path, current FROM source WHERE sha256 = ?', sha256);
}

function revive(database: CaseDatabase, held: HeldSource, { path, file }: Received): void {
  database.run('UPDATE source SET current = 1, path = ?, file = ? WHERE key = ?', path, file, held.key);
  indexSource(database, held.key);
}

function writeDown(database: CaseDatabase, received: Received): void {
  const { path, file, byteLength, sha256, outcome, source, code, reason } = received;
  const former = database.get<ReceivedRow>('SELECT * FROM received WHERE path = ? AND latest = 1', path);
  if (former !== undefined && saysTheSame(receivedOf(former), received)) return;
  if (former !== undefined) database.run('UPDATE received SET latest = 0 WHERE key = ?', former.key);
  database.run(
    'INSERT INTO received (path, file, byte_length, sha256, outcome, source, code, reason, latest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)',
    ...[path, file, byteLength, sha256, outcome, source, code, reason],
  );
}

function saysTheSame(a: Received, b: Received): boolean {
  return (
    a.outcome === b.outcome &&
    a.sha256 === b.sha256 &&
    a.source === b.source &&
    a.code === b.code &&
    a.reason === b.reason
  );
}

/** A source whose path now holds other bytes moves to the next path that holds it, or is superseded. */
function letGo(database: CaseDatabase, path: string, sha256: string): void {
  const left = database.all<HeldSource>(
    'SELECT key, id, path, current FROM source WHERE path = ? AND current = 1 AND sha256 <> ?',
    path,
    sha256,
  );
  for (const source of left) {
    const heir = database.get<ReceivedRow>(
      'SELECT * FROM received WHERE source = ? AND latest = 1 ORDER BY path LIMIT 1',
      source.id,
    );
    if (heir === undefined) supersede(database, source, path);
    else moveTo(database, source, heir);
  }
}

function supersede(database: CaseDatabase, source: HeldSource, path: string): void {
  unindexSource(database, source.key);
  database.run('UPDATE source SET current = 0 WHERE key = ?', source.key);
  database.run(
    "UPDATE received SET outcome = 'superseded' WHERE path = ? AND source = ? AND latest = 0",
    path,
    source.id,
  );
}

function moveTo(database: CaseDatabase, source: HeldSource, heir: ReceivedRow): void {
  database.run('UPDATE source SET path = ?, file = ? WHERE key = ?', heir.path, heir.file, source.key);
  database.run("UPDATE received SET outcome = 'read' WHERE key = ?", heir.key);
}
