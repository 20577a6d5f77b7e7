import { gatherPile } from './casefile/gather-pile.ts';
import type { Casefile } from './casefile/port.ts';
import { crosscheck } from './crosscheck/crosscheck.ts';
import { followAccount } from './follow-account.ts';
import { type FoundFile, followFiles, reasonOf, receivedBroken } from './follow-files.ts';
import { openGazetteer } from './gazetteer/open-gazetteer.ts';
import { resolveNames } from './identity/resolve-names.ts';
import { findFiles } from './intake/find-files.ts';
import type { Isolation } from './intake/sandbox/isolation.ts';
import { startSandbox } from './intake/sandbox/start-sandbox.ts';
import { startKeeper } from './keep-documents.ts';
import { eventsOfCase, keepEvents } from './keep-events.ts';
import { LARGE_BYTES, startReader } from './read-one.ts';
import type { CaseEventsFile } from './statement/case-events.ts';
import { judgementsOf } from './statement/judgement.ts';
import type { SourceHead } from './statement/pile.ts';
import type { Received } from './statement/source.ts';

/** Where a journey stands; given again and again while it runs. */
export interface Progress {
  readonly stage: 'looking' | 'reading' | 'checking' | 'done';
  /** Files done so far, and all that were found (null while still looking). */
  readonly files: number;
  readonly filesInAll: number | null;
  /** Bytes done so far, and in all. */
  readonly bytes: number;
  readonly bytesInAll: number | null;
  /** Path of the last file done, or null. */
  readonly path: string | null;
}

export interface JourneyOptions {
  /** Worker threads that read documents; 0 reads in this thread. */
  readonly workers?: number;
  /** Events that the case adds to the core from now on; those that it keeps stand where none are given. */
  readonly events?: CaseEventsFile;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops taking new files when it fires; what was begun is kept whole. */
  readonly signal?: AbortSignal;
  /** The path that the case keeps of a file, where it lies elsewhere only for the while. */
  readonly shownAs?: (path: string) => string;
}

/** What a journey did with the files it was given, one entry a file, in the order of their paths. */
export interface JourneyResult {
  readonly received: readonly Received[];
  /** Files whose bytes the case already held under the same path. */
  readonly unchanged: number;
  /** Sources that were read again because other events are looked for. */
  readonly readAgain: number;
  /** True where the signal stopped it: the rest was not read and nothing was cross-checked. */
  readonly stopped: boolean;
  /** Sources too large to be cross-checked: they are read, listed and searched only. */
  readonly leftOut: readonly SourceHead[];
  /** What held the processes in that opened documents; null where no document needed one. */
  readonly isolation: Isolation | null;
}

/**
 * Reads files and folders into a case: intake, reading, keeping, then identities and
 * cross-checking over the whole case. Files whose bytes the case holds are not read again.
 * A file that cannot be read is noted with its reason, and the rest goes on.
 */
export async function readPile(
  paths: readonly string[],
  casefile: Casefile,
  options: JourneyOptions = {},
): Promise<JourneyResult> {
  const received: Received[] = [];
  const progress = progressTeller(options.onProgress);
  const { found, unreachable } = await lookFor(paths, progress, options.shownAs);
  for (const entry of unreachable) {
    await casefile.note(entry);
    received.push(entry);
  }
  const readAgain = options.events === undefined ? 0 : await keepEvents(casefile, options.events);
  const reader = startReader(options.workers ?? 0, smallBytesOf(found), await eventsOfCase(casefile));
  const sandbox = startSandbox();
  const keeper = startKeeper(casefile);
  let unchanged = 0;
  try {
    for await (const fate of followFiles(found, { casefile, reader, sandbox, signal: options.signal })) {
      const entry = fate.is === 'document' ? await keeper.keep(fate.document) : fate.received;
      if (fate.is === 'known' && fate.unchanged) unchanged += 1;
      else if (fate.is !== 'document') await keeper.note(entry);
      received.push(entry);
      progress.done(entry, fate.within);
    }
    await keeper.finish();
  } finally {
    sandbox.stop();
    await reader.stop();
  }
  const stopped = options.signal?.aborted === true;
  let leftOut: readonly SourceHead[] = [];
  if (!stopped) {
    progress.stage('checking');
    leftOut = await checkAgain(casefile);
  }
  progress.stage('done');
  return { received, unchanged, readAgain, stopped, leftOut, isolation: sandbox.isolation() };
}

/**
 * Works identities, events and findings out again from all that the case holds, and keeps in the
 * decision log what became of findings that are gone; gives the sources that were too large to be
 * compared.
 */
export async function checkAgain(casefile: Casefile): Promise<readonly SourceHead[]> {
  const { pile, leftOut } = await gatherPile(casefile);
  const judgements = judgementsOf(await casefile.decisions());
  const names = resolveNames(pile.mentions, pile, judgements, openGazetteer());
  const { identities } = names;
  const { findings, ...rest } = crosscheck({ ...pile, identities }, openGazetteer());
  const all = [...findings, ...names.findings].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
  const account = { identities, ...rest, findings: all, proposals: names.proposals };
  await followAccount(casefile, account, new Date().toISOString());
  await casefile.replaceAccount(account);
  return leftOut;
}

/** Bytes of the files that are small enough to be read in threads. */
function smallBytesOf(found: readonly FoundFile[]): number {
  return found.reduce((sum, { byteLength }) => sum + (byteLength > LARGE_BYTES ? 0 : byteLength), 0);
}

async function lookFor(
  paths: readonly string[],
  progress: ReturnType<typeof progressTeller>,
  shownAs = (path: string) => path,
) {
  const found: FoundFile[] = [];
  const unreachable: Received[] = [];
  for await (const entry of findFiles([...paths])) {
    const path = shownAs(entry.path);
    if ('error' in entry)
      unreachable.push(receivedBroken(path, entry.file, null, null, reasonOf(entry.error)));
    else found.push({ ...entry, path, at: entry.path });
  }
  progress.found(found);
  return { found, unreachable };
}

function progressTeller(tell: JourneyOptions['onProgress']) {
  let state: Progress = {
    stage: 'looking',
    files: 0,
    filesInAll: null,
    bytes: 0,
    bytesInAll: null,
    path: null,
  };
  const next = (change: Partial<Progress>) => {
    state = { ...state, ...change };
    tell?.(state);
  };
  return {
    found: (files: readonly FoundFile[]) =>
      next({
        stage: 'reading',
        filesInAll: files.length,
        bytesInAll: files.reduce((sum, file) => sum + file.byteLength, 0),
      }),
    /** What stands within a file was not counted when the files were found. */
    done: (received: Received, within: boolean) => {
      if (received.code === 'intake/unreadable-folder') return;
      next({
        files: state.files + 1,
        filesInAll: state.filesInAll === null ? null : state.filesInAll + (within ? 1 : 0),
        bytes: state.bytes + (within ? 0 : (received.byteLength ?? 0)),
        path: received.path,
      });
    },
    stage: (stage: Progress['stage']) => next({ stage }),
  };
}
