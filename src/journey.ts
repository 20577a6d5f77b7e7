import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { gatherPile } from './casefile/gather-pile.ts';
import type { Casefile, ReadDocument, ReadPart } from './casefile/port.ts';
import { crosscheck } from './crosscheck/crosscheck.ts';
import { type ErrorCode, HearsayError } from './errors.ts';
import { openGazetteer } from './gazetteer/open-gazetteer.ts';
import { resolveNames } from './identity/resolve-names.ts';
import { findFiles } from './intake/find-files.ts';
import { readDocument } from './intake/read-document.ts';
import { detectLanguage } from './language/detect-language.ts';
import {
  type Answer,
  brokenReaderMessage,
  type Job,
  type Origin,
  type Reader,
  type ReadOne,
  startReaderThreads,
} from './reader-threads.ts';
import { readSource } from './reading/read-source.ts';
import { sourceIdOf } from './statement/id.ts';
import { judgementsOf } from './statement/judgement.ts';
import type { SourceHead } from './statement/pile.ts';
import type { Intake } from './statement/reading.ts';
import type { Passage, Received } from './statement/source.ts';

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
  readonly onProgress?: (progress: Progress) => void;
  /** Stops taking new files when it fires; what was begun is kept whole. */
  readonly signal?: AbortSignal;
}

/** What a journey did with the files it was given, one entry a file, in the order of their paths. */
export interface JourneyResult {
  readonly received: readonly Received[];
  /** Files whose bytes the case already held under the same path. */
  readonly unchanged: number;
  /** True where the signal stopped it: the rest was not read and nothing was cross-checked. */
  readonly stopped: boolean;
  /** Sources too large to be cross-checked: they are read, listed and searched only. */
  readonly leftOut: readonly SourceHead[];
}

/** A stretch of a long document that is read and kept as one part: so many passages, or UTF-16 code units. */
const PART_PASSAGES = 20_000;
const PART_UNITS = 2 * 1024 * 1024;
/** Documents above this many bytes are read in this thread, part by part, so that memory stays bounded. */
const LARGE_BYTES = 4 * 1024 * 1024;
/** How much of a text its language is told by, UTF-16 code units, and how sure that has to be. */
const LANGUAGE_SAMPLE_UNITS = 20_000;
const LANGUAGE_CONFIDENCE = 0.5;
/** Below this many files a worker thread costs more to start than it saves. */
const FEW_FILES = 40;
/** Documents read ahead of the one being kept. */
const READ_AHEAD = 48;
/** A transaction holds whole documents, up to about so many passages. */
const BATCH_PASSAGES = 6_000;

interface FoundFile {
  readonly path: string;
  readonly file: string;
  readonly byteLength: number;
}

/** A file on its way: what became of it, once that is known. */
type Fate =
  | { readonly is: 'document'; readonly document: ReadDocument; readonly byteLength: number }
  | { readonly is: 'known'; readonly received: Received; readonly unchanged: boolean }
  | { readonly is: 'unreadable'; readonly received: Received };

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
  const { found, unreachable } = await lookFor(paths, progress);
  for (const entry of unreachable) {
    await casefile.note(entry);
    received.push(entry);
  }
  const reader = startReader(found.length < FEW_FILES ? 0 : (options.workers ?? 0));
  const keeper = startKeeper(casefile);
  let unchanged = 0;
  try {
    for await (const fate of fatesInOrder(found, casefile, reader, options.signal)) {
      const entry = fate.is === 'document' ? await keeper.keep(fate.document) : fate.received;
      if (fate.is === 'known' && fate.unchanged) unchanged += 1;
      else if (fate.is !== 'document') await keeper.note(entry);
      received.push(entry);
      progress.done(entry);
    }
    await keeper.finish();
  } finally {
    await reader.stop();
  }
  const stopped = options.signal?.aborted === true;
  let leftOut: readonly SourceHead[] = [];
  if (!stopped) {
    progress.stage('checking');
    leftOut = await checkAgain(casefile);
  }
  progress.stage('done');
  return { received, unchanged, stopped, leftOut };
}

/**
 * Works identities, events and findings out again from all that the case holds; gives the
 * sources that were too large to be compared.
 */
export async function checkAgain(casefile: Casefile): Promise<readonly SourceHead[]> {
  const { pile, leftOut } = await gatherPile(casefile);
  const judgements = judgementsOf(await casefile.decisions());
  const names = resolveNames(pile.mentions, pile, judgements, openGazetteer());
  const { identities } = names;
  const { findings, ...rest } = crosscheck({ ...pile, identities });
  const all = [...findings, ...names.findings].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
  await casefile.replaceAccount({ identities, ...rest, findings: all });
  return leftOut;
}

// ---------- files on their way ----------

async function lookFor(paths: readonly string[], progress: ReturnType<typeof progressTeller>) {
  const found: FoundFile[] = [];
  const unreachable: Received[] = [];
  for await (const entry of findFiles([...paths])) {
    if ('error' in entry) unreachable.push(receivedBroken(entry.path, entry.file, null, null, entry.error));
    else found.push(entry);
  }
  progress.found(found);
  return { found, unreachable };
}

/** What becomes of each file, in order; a few documents are read ahead of the one that is given. */
async function* fatesInOrder(
  found: readonly FoundFile[],
  casefile: Casefile,
  reader: Reader,
  signal?: AbortSignal,
): AsyncGenerator<Fate> {
  const latest = new Map((await casefile.received()).map((entry) => [entry.path, entry]));
  const ahead: Promise<Fate>[] = [];
  const begun = new Map<string, string>();
  const inTurn = takeTurns();
  for (const file of found) {
    if (signal?.aborted) break;
    ahead.push(fateOf(file, latest.get(file.path), casefile, reader, begun, inTurn));
    // A large document is read part by part while it is kept: nothing else is read beside it.
    while (ahead.length >= (file.byteLength > LARGE_BYTES ? 1 : READ_AHEAD)) yield await nextOf(ahead);
  }
  while (ahead.length > 0) yield await nextOf(ahead);
}

function nextOf(ahead: Promise<Fate>[]): Promise<Fate> {
  const next = ahead.shift();
  if (next === undefined) throw new Error('nothing is being read');
  return next;
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs pieces of work one after another, in the order in which they were handed over. */
function takeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
}

/** Bytes, hash, and the source that holds these bytes already. In the order of paths, so that of two like files the first is the source. */
async function claimBytes(file: FoundFile, casefile: Casefile, begun: Map<string, string>) {
  const bytes = await readFile(file.path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = begun.get(sha256) ?? (await casefile.sourceWith(sha256));
  if (known === null) begun.set(sha256, sourceIdOf(sha256));
  return { bytes, sha256, known };
}

async function fateOf(
  file: FoundFile,
  before: Received | undefined,
  casefile: Casefile,
  reader: Reader,
  begun: Map<string, string>,
  inTurn: InTurn,
): Promise<Fate> {
  let claimed: { bytes: Uint8Array; sha256: string; known: string | null };
  try {
    claimed = await inTurn(() => claimBytes(file, casefile, begun));
  } catch (cause) {
    return {
      is: 'unreadable',
      received: receivedBroken(file.path, file.file, file.byteLength, null, unreadable(file, cause)),
    };
  }
  const { bytes, sha256, known } = claimed;
  if (known !== null) return knownFate(file, sha256, known, before);
  const source = sourceIdOf(sha256);
  const received: Received = { ...entryOf(file, sha256), outcome: 'read', source, code: null, reason: null };
  try {
    const { source: read, sections, parts } = await reader.read(bytes, file);
    return {
      is: 'document',
      byteLength: file.byteLength,
      document: { received, source: read, sections, parts, original: bytes },
    };
  } catch (error) {
    begun.delete(sha256);
    return {
      is: 'unreadable',
      received: receivedBroken(file.path, file.file, file.byteLength, sha256, error),
    };
  }
}

function knownFate(file: FoundFile, sha256: string, source: string, before: Received | undefined): Fate {
  const unchanged = before?.sha256 === sha256 && before.outcome !== 'superseded';
  if (unchanged) return { is: 'known', unchanged, received: before };
  const reason = 'The same bytes are in the case already, under another name. They are read once.';
  return {
    is: 'known',
    unchanged,
    received: { ...entryOf(file, sha256), outcome: 'duplicate', source, code: null, reason },
  };
}

function entryOf(file: FoundFile, sha256: string | null) {
  return { path: file.path, file: file.file, byteLength: file.byteLength, sha256 };
}

function receivedBroken(
  path: string,
  file: string,
  byteLength: number | null,
  sha256: string | null,
  error: unknown,
): Received {
  const code: ErrorCode = error instanceof HearsayError ? error.code : 'intake/malformed';
  const reason = error instanceof HearsayError ? error.message : brokenReaderMessage(error);
  return { path, file, byteLength, sha256, outcome: 'unreadable', source: null, code, reason };
}

function unreadable(file: FoundFile, cause: unknown): HearsayError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new HearsayError(
    'intake/unreadable-file',
    `${file.file} could not be opened (${detail}). Check that you may read it, then read it again.`,
    { cause },
  );
}

// ---------- reading, here or in worker threads ----------

async function readHere(bytes: Uint8Array, origin: Origin): Promise<ReadOne> {
  const intake = await readDocument(bytes, origin);
  const source = { ...intake.source, language: intake.source.language ?? languageOf(intake.source.text) };
  return { source, sections: intake.sections, parts: readParts({ ...intake, source }) };
}

/** The language of a text that does not say it, by its first pages; null where that is in doubt. */
function languageOf(text: string): string | null {
  const { language, confidence } = detectLanguage(text.slice(0, LANGUAGE_SAMPLE_UNITS));
  return confidence >= LANGUAGE_CONFIDENCE ? language : null;
}

/** Reads a document stretch by stretch, so that one of any length needs the memory of one stretch. */
function* readParts({ source, sections, passages }: Intake): Generator<ReadPart> {
  let stretch: Passage[] = [];
  let units = 0;
  for (const passage of passages) {
    stretch.push(passage);
    units += passage.span.end - passage.span.start;
    if (stretch.length < PART_PASSAGES && units < PART_UNITS) continue;
    yield { passages: stretch, reading: readSource(source, sections, stretch) };
    stretch = [];
    units = 0;
  }
  if (stretch.length > 0) yield { passages: stretch, reading: readSource(source, sections, stretch) };
}

/** Small documents are read in threads, whole; large ones here, stretch by stretch while they are kept. */
function startReader(threads: number): Reader {
  const pool = threads > 0 ? startReaderThreads(threads, new URL(import.meta.url)) : null;
  return {
    async read(bytes, origin) {
      if (bytes.byteLength > LARGE_BYTES) return readHere(bytes, origin);
      if (pool !== null) return pool.read(bytes, { path: origin.path, file: origin.file });
      const { source, sections, parts } = await readHere(bytes, origin);
      return { source, sections, parts: [...parts] };
    },
    stop: async () => pool?.stop(),
  };
}

async function answer({ job, bytes, origin }: Job): Promise<Answer> {
  try {
    const { source, sections, parts } = await readHere(bytes, origin);
    return { job, read: { source, sections, parts: [...parts] } };
  } catch (error) {
    if (error instanceof HearsayError) return { job, code: error.code, message: error.message };
    return { job, message: brokenReaderMessage(error) };
  }
}

if (!isMainThread && workerData?.hearsay === 'reader') {
  parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await answer(job)));
}

// ---------- keeping and telling ----------

/** Keeps small documents several to a transaction, each whole, and large ones alone. */
function startKeeper(casefile: Casefile) {
  let batch: ReadDocument[] = [];
  let size = 0;
  const finish = async () => {
    const whole = batch;
    batch = [];
    size = 0;
    if (whole.length > 0) await casefile.keepAll(whole);
  };
  return {
    finish,
    /** Gives what became of the document: its receipt, or another where its reader broke down half-way. */
    async keep(document: ReadDocument): Promise<Received> {
      if (!Array.isArray(document.parts)) {
        await finish();
        return keepLarge(document, casefile);
      }
      batch.push(document);
      size += document.parts.reduce((sum, part) => sum + part.passages.length, 0);
      if (size >= BATCH_PASSAGES) await finish();
      return document.received;
    },
    async note(received: Received) {
      // A duplicate points to a source that must be there first.
      await finish();
      await casefile.note(received);
    },
  };
}

/** A large document is read while it is kept; where that fails nothing of it stays, and the rest of the pile goes on. */
async function keepLarge(document: ReadDocument, casefile: Casefile): Promise<Received> {
  const { path, file, byteLength, sha256 } = document.received;
  try {
    await casefile.keep(document);
    return document.received;
  } catch (error) {
    if (error instanceof HearsayError && !error.code.startsWith('intake/')) throw error;
    const received = receivedBroken(path, file, byteLength, sha256, error);
    await casefile.note(received);
    return received;
  }
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
    done: (received: Received) => {
      if (received.code === 'intake/unreadable-folder') return;
      next({ files: state.files + 1, bytes: state.bytes + (received.byteLength ?? 0), path: received.path });
    },
    stage: (stage: Progress['stage']) => next({ stage }),
  };
}
