import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { CaseDatabase } from './case-database.ts';
import { caseFault, isUnopenable } from './case-fault.ts';

export const BUSY_WAIT_MS = 5_000;
export const CACHE_KIB = 24 * 1024;

/**
 * On a medium that cannot be written, where SQLite cannot make the files that it shares with
 * a writer, there is no writer: the file is then opened as one that nobody changes.
 */
export function openReadOnly(path: string): CaseDatabase {
  try {
    return tryReadOnly(path, path);
  } catch (error) {
    const hasLog = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
    if (!isUnopenable(error) || hasLog) throw caseFault(error, path);
    return openUnchanging(path);
  }
}

/** A file that nobody writes while it is open; nothing is left beside it. */
export function openUnchanging(path: string): CaseDatabase {
  return tryReadOnly(path, `${pathToFileURL(path).href}?immutable=1`);
}

function tryReadOnly(path: string, location: string): CaseDatabase {
  const inner = new DatabaseSync(location, { readOnly: true, timeout: BUSY_WAIT_MS });
  try {
    inner.exec(`PRAGMA cache_size = -${CACHE_KIB}; SELECT 1 FROM sqlite_schema LIMIT 1`);
    return new CaseDatabase(path, inner);
  } catch (error) {
    inner.close();
    throw error;
  }
}
