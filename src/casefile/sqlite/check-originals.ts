import { createHash } from 'node:crypto';
import { type Damage, damageOf } from '../verification.ts';
import type { CaseDatabase } from './case-database.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** An original that the case should hold, with the file that it came from where one is known. */
interface ExpectedOriginal {
  readonly sha256: string;
  readonly byteLength: number | null;
  readonly source: string | null;
  readonly file: string | null;
  readonly path: string | null;
}

/** Every original that a source names, then those that are kept and named by none. */
const EXPECTED = `SELECT source.sha256, original.byte_length AS byteLength, source.id AS source, source.file, source.path
  FROM source LEFT JOIN original ON original.sha256 = source.sha256
  UNION ALL
  SELECT original.sha256, original.byte_length, NULL, NULL, NULL FROM original
  WHERE NOT EXISTS (SELECT 1 FROM source WHERE source.sha256 = original.sha256)
  ORDER BY path`;

/** Reads the bytes of each original and compares their hash; `onBytes` is told how many of how many were read. */
export function checkOriginals(
  database: CaseDatabase,
  onBytes: (bytes: number, bytesInAll: number) => void,
): { count: number; bytes: number; damages: Damage[] } {
  const damages: Damage[] = [];
  let bytes = 0;
  let expected: ExpectedOriginal[] = [];
  try {
    expected = database.all<ExpectedOriginal>(EXPECTED);
  } catch (error) {
    damages.push(damageOf('original', `The list of originals cannot be read (${whyUnreadable(error)}).`));
  }
  const bytesInAll = expected.reduce((sum, { byteLength }) => sum + (byteLength ?? 0), 0);
  for (const original of expected) {
    const found = lookAt(database, original, (read) => {
      bytes += read;
      onBytes(bytes, bytesInAll);
    });
    if (found !== null) damages.push(damageOf('original', found, aboutOf(original)));
  }
  return { count: expected.length, bytes, damages };
}

function aboutOf({ sha256, source, file, path }: ExpectedOriginal): Partial<Damage> {
  return { sha256, source, file, path };
}

/** What is wrong with an original, or null. */
function lookAt(
  database: CaseDatabase,
  original: ExpectedOriginal,
  onBytes: (bytes: number) => void,
): string | null {
  if (original.byteLength === null) return 'Its bytes are not in the case.';
  try {
    const { length, sha256 } = hashKept(database, original.sha256, onBytes);
    if (length !== original.byteLength)
      return `${length} bytes are in the case where ${original.byteLength} were received.`;
    return sha256 === original.sha256 ? null : `Its bytes have another SHA-256 now: ${sha256}.`;
  } catch (error) {
    return `Its bytes cannot be read (${whyUnreadable(error)}).`;
  }
}

function hashKept(database: CaseDatabase, sha256: string, onBytes: (bytes: number) => void) {
  const seen = createHash('sha256');
  let length = 0;
  const parts = database.iterate<{ bytes: Uint8Array }>(
    'SELECT bytes FROM original JOIN original_part ON original = original.key WHERE sha256 = ? ORDER BY part',
    sha256,
  );
  for (const { bytes } of parts) {
    seen.update(bytes);
    length += bytes.byteLength;
    onBytes(bytes.byteLength);
  }
  return { length, sha256: seen.digest('hex') };
}
