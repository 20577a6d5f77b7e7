import { existsSync, statSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HearsayError } from '../errors.ts';
import type { Casefile } from './port.ts';
import { CaseDatabase } from './sqlite/case-database.ts';
import { caseFault } from './sqlite/case-fault.ts';
import { holdLock, type Release } from './sqlite/hold-lock.ts';
import { renewIndex } from './sqlite/index-passages.ts';
import { APPLICATION_ID, type Migration, migrate, readMigrations, versionOf } from './sqlite/migrate.ts';
import { BUSY_WAIT_MS, CACHE_KIB, openReadOnly } from './sqlite/open-read-only.ts';
import { SqliteCasefile } from './sqlite/sqlite-casefile.ts';

export interface OpenOptions {
  /** `write` takes the case's one writer's place; `read` never waits for it. */
  readonly mode: 'read' | 'write';
  /** Makes the case where there is none (`write` only). */
  readonly create?: boolean;
  /** Title of a case that is made; else its file's name. */
  readonly title?: string;
}

// Pages of 4 KiB. A larger write-ahead log is written back in fewer, longer runs.
const CHECKPOINT_PAGES = 8_000;

/**
 * Opens the case in the file `path`. Throws `casefile/no-such-case`, `casefile/not-a-case`,
 * `casefile/newer-version`, `casefile/locked` (within half a second), `casefile/unwritable`,
 * `casefile/disk-full` or `casefile/damaged`.
 */
export async function openCase(path: string, options: OpenOptions): Promise<Casefile> {
  const migrations = readMigrations();
  checkThere(path, options);
  return options.mode === 'write'
    ? openForWriting(path, options, migrations)
    : openForReading(path, migrations);
}

/** Throws where there is no case at `path` and none is to be made. */
export function checkThere(path: string, { mode, create = false }: OpenOptions): void {
  const isThere = existsSync(path);
  if (isThere && !statSync(path).isFile()) throw notACase(path);
  if (isThere || (mode === 'write' && create)) return;
  throw new HearsayError(
    'casefile/no-such-case',
    `There is no case at ${path}. Check the name, or read some files into a new case of that name.`,
  );
}

function openForWriting(path: string, options: OpenOptions, migrations: readonly Migration[]): Casefile {
  if (existsSync(path)) checkForm(path, options, migrations);
  const release = holdLock(path) ?? refuse(path);
  try {
    return new SqliteCasefile(prepareForWriting(path, options, migrations), release);
  } catch (error) {
    release();
    throw caseFault(error, path);
  }
}

function prepareForWriting(
  path: string,
  { title = basename(path, '.hearsay') }: OpenOptions,
  migrations: readonly Migration[],
): CaseDatabase {
  const database = new CaseDatabase(path, new DatabaseSync(path, { timeout: BUSY_WAIT_MS }));
  try {
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
       PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA cache_size = -${CACHE_KIB}`,
    );
    migrate(database, migrations);
    database.write(() => signIn(database, title));
    renewIndex(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function signIn(database: CaseDatabase, title: string): void {
  const now = new Date().toISOString();
  database.run('INSERT OR IGNORE INTO about (one, title, created) VALUES (1, ?, ?)', title, now);
  const who = `${userInfo().username} on ${hostname()}, process ${process.pid}`;
  database.run('INSERT OR REPLACE INTO writer (one, who, since) VALUES (1, ?, ?)', who, now);
}

function refuse(path: string): never {
  const writer = writerOf(path);
  const who = writer === undefined ? 'another program' : `${writer.who}, since ${writer.since}`;
  throw new HearsayError(
    'casefile/locked',
    `The case ${path} is being written by ${who}. It can be read meanwhile. Wait for that to end, or close it, and try again.`,
  );
}

function writerOf(path: string): { who: string; since: string } | undefined {
  if (!existsSync(path)) return undefined;
  const database = openReadOnly(path);
  try {
    return database.get('SELECT who, since FROM writer');
  } catch {
    // A case that is being made has no such table yet.
    return undefined;
  } finally {
    database.close();
  }
}

function openForReading(path: string, migrations: readonly Migration[]): Casefile {
  const version = checkForm(path, { mode: 'read' }, migrations);
  if (version < (migrations.at(-1)?.version ?? 0)) bringUpToDate(path, migrations);
  return new SqliteCasefile(openReadOnly(path), () => undefined);
}

// A reader cannot read an older form, so it is first opened for writing, once.
function bringUpToDate(path: string, migrations: readonly Migration[]): void {
  const release: Release = holdLock(path) ?? refuse(path);
  try {
    prepareForWriting(path, { mode: 'write' }, migrations).close();
  } catch (error) {
    throw caseFault(error, path);
  } finally {
    release();
  }
}

/** Throws where the file is no case or a newer one; else gives the version of its form. */
export function checkForm(
  path: string,
  { mode, create = false }: OpenOptions,
  migrations: readonly Migration[],
): number {
  const database = openReadOnly(path);
  try {
    const version = versionOf(database);
    if (version > (migrations.at(-1)?.version ?? 0)) throw newerVersion(path, version);
    const isNew = version === 0 && mode === 'write' && create && isEmpty(database);
    if (!isNew && applicationOf(database) !== APPLICATION_ID) throw notACase(path);
    return version;
  } catch (error) {
    throw caseFault(error, path);
  } finally {
    database.close();
  }
}

function applicationOf(database: CaseDatabase): number {
  return database.get<{ application_id: number }>('PRAGMA application_id')?.application_id ?? 0;
}

// An empty file, or one whose making was cut off before anything was kept.
function isEmpty(database: CaseDatabase): boolean {
  return database.get('SELECT 1 FROM sqlite_schema LIMIT 1') === undefined;
}

function notACase(path: string): HearsayError {
  return new HearsayError(
    'casefile/not-a-case',
    `${path} is not a case. Choose a file that Hearsay made, or another name for a new one.`,
  );
}

function newerVersion(path: string, version: number): HearsayError {
  return new HearsayError(
    'casefile/newer-version',
    `The case ${path} was written by a newer Hearsay (form ${version}). Install that version to open it; nothing was changed.`,
  );
}
