import { hash } from 'node:crypto';
import type { CaseDatabase } from './case-database.ts';

/** Bytes a part: far below SQLite's limit of a value, and little to hold at once. */
const PART_LENGTH = 1024 * 1024;

/** Keeps the bytes as received under their SHA-256, once. Throws a RangeError where they are not the bytes of that hash. */
export function keepOriginal(database: CaseDatabase, sha256: string, bytes: Uint8Array): void {
  if (hash('sha256', bytes, 'hex') !== sha256) throw new RangeError(`the bytes are not those of ${sha256}`);
  if (originalKey(database, sha256) !== undefined) return;
  const key = database.run('INSERT INTO original (sha256, byte_length) VALUES (?, ?)', sha256, bytes.length);
  const add = database.prepared('INSERT INTO original_part (original, part, bytes) VALUES (?, ?, ?)');
  for (let part = 0; part * PART_LENGTH < bytes.length; part += 1) {
    add.run(key, part, bytes.subarray(part * PART_LENGTH, (part + 1) * PART_LENGTH));
  }
}

/** The bytes of a hash, or undefined where the case does not hold them. */
export function readOriginal(database: CaseDatabase, sha256: string): Uint8Array | undefined {
  const key = originalKey(database, sha256);
  if (key === undefined) return undefined;
  const parts = database.all<{ bytes: Uint8Array }>(
    'SELECT bytes FROM original_part WHERE original = ? ORDER BY part',
    key,
  );
  return new Uint8Array(Buffer.concat(parts.map((part) => part.bytes)));
}

function originalKey(database: CaseDatabase, sha256: string): number | undefined {
  return database.get<{ key: number }>('SELECT key FROM original WHERE sha256 = ?', sha256)?.key;
}
