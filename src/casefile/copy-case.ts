import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { HearsayError } from '../errors.ts';
import { checkForm, checkThere } from './open-case.ts';
import { caseFault } from './sqlite/case-fault.ts';
import { readMigrations } from './sqlite/migrate.ts';
import { openReadOnly } from './sqlite/open-read-only.ts';
import type { Verification } from './verification.ts';
import { verifyCase } from './verify-case.ts';

/**
 * Copies the case at `from` to a new file `to`, as it stands when the copying begins, while
 * others may go on reading and writing it; every byte of the copy is then verified. `to` is
 * there whole or not at all, for its owner alone to read, and never written over. Throws
 * `casefile/exists`, `casefile/damaged` where the copy does not verify, and what `openCase` throws.
 */
export async function copyCase(
  from: string,
  to: string,
  onPages: (done: number, inAll: number) => void = () => undefined,
): Promise<Verification> {
  checkThere(from, { mode: 'read' });
  checkForm(from, { mode: 'read' }, readMigrations());
  if (existsSync(to)) throw alreadyThere(to);
  const partial = `${to}.partial`;
  try {
    makePrivate(partial);
    await copyPages(from, partial, onPages);
    const verification = verifyCase(partial, { unchanging: true });
    if (verification.damages.length > 0) throw notWhole(from, verification);
    settleUnder(partial, to);
    return verification;
  } catch (error) {
    throw caseFault(error, to);
  } finally {
    for (const left of ['', '-journal', '-wal', '-shm']) rmSync(`${partial}${left}`, { force: true });
  }
}

/** What an earlier copying left when it was cut off is taken away; the file is its owner's from the first byte. */
function makePrivate(path: string): void {
  rmSync(path, { force: true });
  closeSync(openSync(path, 'wx', 0o600));
}

async function copyPages(from: string, to: string, onPages: (done: number, inAll: number) => void) {
  const database = openReadOnly(from);
  try {
    await database.copyTo(to, onPages);
  } finally {
    database.close();
  }
}

/** Under its name once its bytes are on the disk; the name is, too, when this returns. */
function settleUnder(partial: string, to: string): void {
  sync(partial);
  renameSync(partial, to);
  sync(dirname(to));
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function alreadyThere(path: string): HearsayError {
  return new HearsayError(
    'casefile/exists',
    `There is a file at ${path} already; it was not touched. Choose another name, or move it away first.`,
  );
}

function notWhole(from: string, { damages }: Verification): HearsayError {
  return new HearsayError(
    'casefile/damaged',
    `The case ${from} is damaged in ${damages.length} ${damages.length === 1 ? 'place' : 'places'}, so no copy of it was kept. hearsay verify --case ${from} names each.`,
  );
}
