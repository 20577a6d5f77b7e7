import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HearsayError } from '../errors.ts';
import type { JourneyOptions, JourneyResult } from '../journey.ts';
import type { ReadingView } from './api/reading.ts';

export type ReadFiles = (paths: readonly string[], options: JourneyOptions) => Promise<JourneyResult>;

/** Files that were dropped on the desk, until they are read. */
export interface DropBox {
  /** Keeps one file's bytes for reading. */
  keep(path: string, bytes: Readable): Promise<void>;
  /** Reads all that was kept since the last time, after what is being read already. */
  read(): void;
  /** Resolves when nothing is being read; nothing of what was dropped is left on disk. */
  close(): Promise<void>;
}

const MOST_REASONS = 100;

/**
 * A browser gives a dropped file's bytes and not where it lies: they wait in a folder that only
 * this user can open, and go as soon as they are read. The case keeps them as `dropped/name`.
 */
export function openDropBox(read: ReadFiles, tell: (view: ReadingView) => void): DropBox {
  const stop = new AbortController();
  let folder: Promise<string> | null = null;
  let running: Promise<unknown> = Promise.resolve();
  const readFolder = async (root: string): Promise<void> => {
    try {
      const shownAs = (path: string) => `dropped/${relative(root, path).replaceAll('\\', '/')}`;
      const onProgress: JourneyOptions['onProgress'] = ({ files, filesInAll, path, stage }) =>
        tell({ files, filesInAll, path, checking: stage === 'checking', done: null });
      tell(viewDone(await read([root], { shownAs, onProgress, signal: stop.signal })));
    } catch (error) {
      tell(viewFault(error));
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  };
  return {
    async keep(path, bytes) {
      folder ??= mkdtemp(join(tmpdir(), 'hearsay-dropped-'));
      const place = join(await folder, ...safeParts(path));
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await pipeline(bytes, createWriteStream(place, { mode: 0o600 }));
    },
    read() {
      const root = folder;
      folder = null;
      if (root) running = running.then(async () => readFolder(await root));
    },
    async close() {
      stop.abort();
      await running;
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}

/** The folders and the name, none of which leads elsewhere. */
function safeParts(path: string): string[] {
  const parts = path.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  const unfit = parts.some((part) => part === '..' || part.includes('\0') || Buffer.byteLength(part) > 255);
  if (parts.length > 0 && !unfit) return parts;
  throw new HearsayError(
    'server/bad-request',
    'A file of this name cannot be taken in. Rename it and drop it again.',
  );
}

function viewDone({ received, unchanged }: JourneyResult): ReadingView {
  const unread = received.filter(({ outcome }) => outcome === 'unreadable');
  const read = received.filter(({ outcome }) => outcome === 'read').length - unchanged;
  return viewEnd({
    read: Math.max(0, read),
    known: received.length - unread.length - Math.max(0, read),
    unreadable: unread
      .slice(0, MOST_REASONS)
      .map(({ path, reason }) => ({ path, reason: reason ?? 'No reason is known.' })),
    unreadableCount: unread.length,
    fault: null,
  });
}

function viewFault(error: unknown): ReadingView {
  const fault =
    error instanceof HearsayError ? error.message : 'The reading broke off. Drop the files again.';
  return viewEnd({ read: 0, known: 0, unreadable: [], unreadableCount: 0, fault });
}

function viewEnd(done: NonNullable<ReadingView['done']>): ReadingView {
  return { files: 0, filesInAll: null, path: null, checking: false, done };
}
