import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { HearsayError } from '../errors.ts';
import systemFiles from './system-files.json' with { type: 'json' };

/** A file that was found, or a path that could not be followed, with the reason. */
export type FoundEntry =
  | { readonly path: string; readonly file: string; readonly byteLength: number }
  | { readonly path: string; readonly file: string; readonly error: HearsayError };

const SYSTEM_NAMES = new Set(systemFiles.names);

/**
 * The files at `paths`, folders walked to any depth, in the order of their names (by code
 * unit), each once. Nothing is passed over in silence: what cannot be opened, what systems
 * leave behind (`.DS_Store`, lock files, a case's own file) and links that lead back to a
 * folder already walked come as entries with an error. A file named outright is never skipped.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<FoundEntry> {
  const walked = new Set<string>();
  for (const path of paths) yield* walkPath(path, walked, true);
}

async function* walkPath(path: string, walked: Set<string>, named: boolean): AsyncGenerator<FoundEntry> {
  const file = basename(path);
  const status = await statusOf(path, named);
  if (status instanceof HearsayError) {
    yield { path, file, error: status };
    return;
  }
  if (!named && isSystemFile(file)) {
    yield { path, file, error: skipped(`${file} is a file that systems leave behind, not a document.`) };
    return;
  }
  const place = await realpath(path).catch(() => path);
  if (walked.has(place)) {
    // The same path named twice is no news; a link back to a walked folder is.
    if (!named) yield { path, file, error: skipped(`${file} leads to what was read already.`) };
    return;
  }
  walked.add(place);
  if (status.isDirectory()) yield* walkFolder(path, walked);
  else if (status.isFile()) yield { path, file, byteLength: status.size };
  else yield { path, file, error: notAFile(file) };
}

async function* walkFolder(path: string, walked: Set<string>): AsyncGenerator<FoundEntry> {
  let names: string[];
  try {
    names = await readdir(path);
  } catch (cause) {
    yield { path, file: basename(path), error: unreadableFolder(path, cause) };
    return;
  }
  for (const name of names.sort()) yield* walkPath(join(path, name), walked, false);
}

async function statusOf(path: string, named: boolean): Promise<Stats | HearsayError> {
  try {
    return await stat(path);
  } catch (cause) {
    return isMissing(cause) && named ? noSuchPath(path, cause) : unreadableFile(path, cause);
  }
}

function isSystemFile(name: string): boolean {
  return (
    SYSTEM_NAMES.has(name) ||
    systemFiles.starts.some((start) => name.startsWith(start)) ||
    systemFiles.ends.some((end) => name.endsWith(end))
  );
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');
}

function detailOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no reason given';
}

function noSuchPath(path: string, cause: unknown): HearsayError {
  return new HearsayError('intake/no-such-path', `There is nothing at ${path}. Check the spelling.`, {
    cause,
  });
}

function unreadableFile(path: string, cause: unknown): HearsayError {
  const text = `${basename(path)} could not be opened (${detailOf(cause)}). Check that you may read it and that it is no broken link.`;
  return new HearsayError('intake/unreadable-file', text, { cause });
}

function unreadableFolder(path: string, cause: unknown): HearsayError {
  const text = `The folder ${basename(path)} could not be listed (${detailOf(cause)}). Check that you may read it; the rest was read.`;
  return new HearsayError('intake/unreadable-folder', text, { cause });
}

function notAFile(file: string): HearsayError {
  return new HearsayError(
    'intake/unreadable-file',
    `${file} is a device, pipe or socket and no document. It was left alone.`,
  );
}

function skipped(reason: string): HearsayError {
  return new HearsayError(
    'intake/skipped',
    `${reason} It was set aside; name it on the command line to have it read.`,
  );
}
