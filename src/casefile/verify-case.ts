import { checkForm, checkThere } from './open-case.ts';
import type { CaseDatabase } from './sqlite/case-database.ts';
import { caseFault } from './sqlite/case-fault.ts';
import { checkAccount } from './sqlite/check-account.ts';
import { checkFile } from './sqlite/check-file.ts';
import { checkLog } from './sqlite/check-log.ts';
import { checkOriginals } from './sqlite/check-originals.ts';
import { checkReadings } from './sqlite/check-readings.ts';
import { readMigrations } from './sqlite/migrate.ts';
import { openReadOnly, openUnchanging } from './sqlite/open-read-only.ts';
import type { Verification } from './verification.ts';

/** How far the look at a case has come: bytes of originals, after the file's form was checked. */
export interface VerifyProgress {
  readonly stage: 'file' | 'originals' | 'log' | 'readings' | 'done';
  readonly bytes: number;
  readonly bytesInAll: number;
}

export interface VerifyOptions {
  readonly onProgress?: (progress: VerifyProgress) => void;
  /** Nobody writes the file meanwhile, and nothing may be left beside it. */
  readonly unchanging?: boolean;
  /** Hash of a decision that was noted before: told where the log no longer has it. */
  readonly noted?: string | null;
}

/**
 * Looks at every byte that the case at `path` keeps: the form of the file, each original against
 * its SHA-256, the chain of the decision log, the seal of what was read of each source, and
 * whether what was worked out can be read. Nothing is written. What changed is in `damages`;
 * throws only what `openCase` throws where there is no case that could be looked at.
 */
export function verifyCase(path: string, options: VerifyOptions = {}): Verification {
  checkThere(path, { mode: 'read' });
  checkForm(path, { mode: 'read' }, readMigrations());
  const database = options.unchanging === true ? openUnchanging(path) : openReadOnly(path);
  try {
    return database.read(() => lookAt(database, options));
  } catch (error) {
    throw caseFault(error, path);
  } finally {
    database.close();
  }
}

function lookAt(database: CaseDatabase, options: VerifyOptions): Verification {
  const tell = options.onProgress ?? (() => undefined);
  tell({ stage: 'file', bytes: 0, bytesInAll: 0 });
  const file = checkFile(database);
  const originals = checkOriginals(database, (bytes, bytesInAll) =>
    tell({ stage: 'originals', bytes, bytesInAll }),
  );
  const all = { bytes: originals.bytes, bytesInAll: originals.bytes };
  tell({ stage: 'log', ...all });
  const log = checkLog(database, options.noted ?? null);
  tell({ stage: 'readings', ...all });
  const readings = checkReadings(database);
  const account = checkAccount(database);
  tell({ stage: 'done', ...all });
  return {
    originals: originals.count,
    originalBytes: originals.bytes,
    readings: readings.sealed,
    unsealed: readings.unsealed,
    decisions: log.decisions,
    logHead: log.head,
    damages: [...file, ...originals.damages, ...log.damages, ...readings.damages, ...account],
  };
}
