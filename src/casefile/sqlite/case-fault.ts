import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ErrorCode, HearsayError } from '../../errors.ts';

// SQLite's primary result codes, https://sqlite.org/rescode.html
const PERM = 3;
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;
const NEARLY_NOTHING = 256 * 1024;

const MESSAGES = {
  'casefile/locked': 'is being written by another program. Wait for it to end, or close it, and try again.',
  'casefile/unwritable':
    'cannot be written: the file, its folder or the disk is read-only, or it was opened for reading. What it holds is safe; copy it to a place that can be written, or change its permissions.',
  'casefile/disk-full':
    'could not be written because the disk is full. Nothing that was kept before is lost, and nothing of the last step was kept. Make room and try again.',
  'casefile/not-a-case': 'is not a case. Choose a file that Hearsay made, or another name for a new one.',
  'casefile/damaged':
    'is damaged: what it holds does not fit together. Do not write to it; restore a copy, or run the sqlite3 command ".recover" on a copy of it.',
} as const satisfies Partial<Record<ErrorCode, string>>;

type CaseCode = keyof typeof MESSAGES;

/** What a fault of SQLite or of the disk means for the case at `path`; other errors are given back as they are. */
export function caseFault(error: unknown, path: string): unknown {
  const code = codeOf(error, path);
  return code === null
    ? error
    : new HearsayError(code, `The case ${path} ${MESSAGES[code]}`, { cause: error });
}

function codeOf(error: unknown, path: string): CaseCode | null {
  if (!(error instanceof Error) || error instanceof HearsayError) return null;
  const code = 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'casefile/disk-full';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'casefile/unwritable';
  return code === 'ERR_SQLITE_ERROR' ? codeOfResult(resultCode(error), path) : null;
}

/** SQLite's primary result code of an error; 0 where it has none. */
export function resultCode(error: unknown): number {
  const has = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
  return has ? Number(error.errcode) & 0xff : 0;
}

function codeOfResult(result: number, path: string): CaseCode | null {
  if (result === FULL) return 'casefile/disk-full';
  // The index of the write-ahead log grows by mapping memory, which a full disk fails in its own way.
  if (result === IOERR) return diskIsFull(path) ? 'casefile/disk-full' : null;
  if (result === BUSY || result === LOCKED) return 'casefile/locked';
  if (result === READONLY || result === CANTOPEN || result === PERM) return 'casefile/unwritable';
  if (result === NOTADB) return 'casefile/not-a-case';
  return result === CORRUPT ? 'casefile/damaged' : null;
}

function diskIsFull(path: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(path));
  return bavail * bsize < NEARLY_NOTHING;
}

/** Whether SQLite could not lock, since somebody else holds the lock. */
export function isBusy(error: unknown): boolean {
  const result = resultCode(error);
  return result === BUSY || result === LOCKED;
}

/** Whether SQLite could not open, or not make the files that it needs beside the case. */
export function isUnopenable(error: unknown): boolean {
  const result = resultCode(error);
  return result === CANTOPEN || result === READONLY;
}
