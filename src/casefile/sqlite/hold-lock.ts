import { DatabaseSync } from 'node:sqlite';
import { caseFault, isBusy } from './case-fault.ts';

/** Well under the second within which a second writer is told. */
const WAIT_MS = 400;

/** Gives the lock back. */
export type Release = () => void;

/**
 * Takes the writer's lock of a case, or gives null where another holds it. The lock is an
 * open write transaction on an empty database `NAME-lock` beside the case: the operating
 * system holds it for the process, so it ends with the process however that ends, and
 * neither a stale lock nor a process id used twice can be mistaken for a writer. The file
 * stays empty, and stays: taking it away would let two writers lock two files of one name.
 */
export function holdLock(path: string): Release | null {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(`${path}-lock`, { timeout: WAIT_MS });
    // Nothing is ever written, so there is nothing to roll back and no journal to leave behind.
    lock.exec('PRAGMA journal_mode = OFF; BEGIN IMMEDIATE');
    return release(lock);
  } catch (error) {
    lock?.close();
    if (isBusy(error)) return null;
    throw caseFault(error, path);
  }
}

function release(lock: DatabaseSync): Release {
  return () => {
    if (lock.isOpen) lock.close();
  };
}
