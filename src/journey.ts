import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Casefile, ReadDocument, ReadPart } from './casefile/port.ts';
import { crosscheck } from './crosscheck/crosscheck.ts';
import { type ErrorCode, HearsayError } from './errors.ts';
import { type ResolvedNames, resolveNames } from './identity/resolve-names.ts';
import { findFiles } from './intake/find-files.ts';
import { readDocument } from './intake/read-document.ts';
import { detectLanguage } from './language/detect-language.ts';
import { readSource } from './reading/read-source.ts';
import { sourceIdOf } from './statement/id.ts';
import type { Pile } from './statement/pile.ts';
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
}

/** A passage stretch of a long document that is read and kept as one part. */
const PART_PASSAGES = 20_000;
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
/** A document that takes longer than this to read is given up, milliseconds. */
const DOCUMENT_LIMIT_MS = 120_000;
/** Texts held for cross-checking, UTF-16 code units in all; what is beyond is listed as left out. */
const CROSSCHECK_TEXT_UNITS = 96 * 1024 * 1024;

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
      if (fate.is === 'document') await keeper.keep(fate.document);
      else if (fate.is === 'known' && fate.unchanged) unchanged += 1;
      else await keeper.note(fate.received);
      const entry = fate.is === 'document' ? fate.document.received : fate.received;
      received.push(entry);
      progress.done(entry);
    }
    await keeper.finish();
  } finally {
    await reader.stop();
  }
  const stopped = options.signal?.aborted === true;
  if (!stopped) {
    progress.stage('checking');
    await checkAgain(casefile);
  }
  progress.stage('done');
  return { received, unchanged, stopped };
}

/** Works identities, events and findings out again from all that the case holds. */
export async function checkAgain(casefile: Casefile): Promise<void> {
  const { pile, names } = await pileOf(casefile);
  const { findings, ...rest } = crosscheck(pile);
  const all = [...findings, ...names.findings].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
  await casefile.replaceAccount({ identities: pile.identities, ...rest, findings: all });
}

/** The whole of a case as cross-checking asks for it; texts up to a fixed budget, in the order of paths. */
async function pileOf(casefile: Casefile): Promise<{ pile: Pile; names: ResolvedNames }> {
  const texts = new Map<string, string>();
  const passages = new Map<string, readonly Passage[]>();
  let units = 0;
  const all = await casefile.sources();
  const sources = [];
  for (const head of all) {
    const { text } = await casefile.source(head.id);
    if (units + text.length > CROSSCHECK_TEXT_UNITS) continue;
    units += text.length;
    texts.set(head.id, text);
    passages.set(head.id, await casefile.passages(head.id));
    sources.push(head);
  }
  const taken = new Set(sources.map((source) => source.id));
  const mentions = await casefile.mentions();
  const scene = {
    sections: (await casefile.sections()).filter((section) => taken.has(section.source)),
    textOf: (source: string) => texts.get(source) ?? '',
    passagesOf: (source: string) => passages.get(source) ?? [],
  };
  const names = resolveNames(mentions, scene);
  const pile = {
    sources,
    ...scene,
    statements: (await casefile.statements()).filter((statement) => taken.has(statement.source)),
    figures: await casefile.figures(),
    relations: await casefile.relations(),
    mentions,
    identities: names.identities,
  };
  return { pile, names };
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
  for (const file of found) {
    if (signal?.aborted) break;
    ahead.push(fateOf(file, latest.get(file.path), casefile, reader, begun));
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

async function fateOf(
  file: FoundFile,
  before: Received | undefined,
  casefile: Casefile,
  reader: Reader,
  begun: Map<string, string>,
): Promise<Fate> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file.path);
  } catch (cause) {
    return {
      is: 'unreadable',
      received: receivedBroken(file.path, file.file, file.byteLength, null, unreadable(file, cause)),
    };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = begun.get(sha256) ?? (await casefile.sourceWith(sha256));
  if (known !== null) return knownFate(file, sha256, known, before);
  const source = sourceIdOf(sha256);
  begun.set(sha256, source);
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

function brokenReaderMessage(error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error);
  return `The reader gave up on this file (${detail}). Nothing of it is in the case. Save it as plain text and read it again.`;
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

interface ReadOne {
  readonly source: ReadDocument['source'];
  readonly sections: ReadDocument['sections'];
  readonly parts: Iterable<ReadPart>;
}

interface Reader {
  read(bytes: Uint8Array, file: FoundFile): Promise<ReadOne>;
  stop(): Promise<void>;
}

async function readHere(bytes: Uint8Array, origin: { path: string; file: string }): Promise<ReadOne> {
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
  for (const passage of passages) {
    stretch.push(passage);
    if (stretch.length < PART_PASSAGES) continue;
    yield { passages: stretch, reading: readSource(source, sections, stretch) };
    stretch = [];
  }
  if (stretch.length > 0) yield { passages: stretch, reading: readSource(source, sections, stretch) };
}

function startReader(workers: number): Reader {
  if (workers === 0) return { read: readHere, stop: async () => {} };
  const pool = Array.from({ length: workers }, () => startWorker());
  return {
    read(bytes, file) {
      if (bytes.byteLength > LARGE_BYTES) return readHere(bytes, file);
      const least = pool.reduce((a, b) => (b.waiting() < a.waiting() ? b : a));
      return least.read(bytes, file);
    },
    stop: async () => {
      await Promise.all(pool.map((worker) => worker.stop()));
    },
  };
}

interface Answer {
  readonly job: number;
  readonly read?: ReadOne;
  readonly code?: ErrorCode;
  readonly message?: string;
}

interface Job {
  readonly resolve: (read: ReadOne) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread; a document on which it dies or hangs is given up, and a new thread takes the rest. */
function startWorker() {
  const jobs = new Map<number, Job & { bytes: Uint8Array; origin: { path: string; file: string } }>();
  let next = 0;
  let thread: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;

  const watch = () => {
    clearTimeout(timer);
    if (jobs.size > 0) timer = setTimeout(() => giveUp('it took longer than two minutes'), DOCUMENT_LIMIT_MS);
  };
  const settle = (answer: Answer) => {
    const job = jobs.get(answer.job);
    jobs.delete(answer.job);
    watch();
    if (answer.read) job?.resolve(answer.read);
    else
      job?.reject(
        new HearsayError(answer.code ?? 'intake/malformed', answer.message ?? 'The reader gave no answer.'),
      );
  };
  const giveUp = (why: string) => {
    void thread?.terminate();
    thread = null;
    const [first] = jobs.keys();
    if (first !== undefined) settle({ job: first, message: brokenReaderMessage(why) });
    for (const [job, { bytes, origin }] of jobs) running().postMessage({ job, bytes, origin });
  };
  const running = () => {
    if (thread !== null) return thread;
    const fresh = new Worker(new URL(import.meta.url), { workerData: { hearsay: 'reader' } });
    fresh.on('message', settle);
    fresh.on(
      'error',
      (error) => thread === fresh && giveUp(error instanceof Error ? error.message : String(error)),
    );
    thread = fresh;
    return fresh;
  };
  return {
    waiting: () => jobs.size,
    read(bytes: Uint8Array, { path, file }: FoundFile) {
      const { promise, resolve, reject } = Promise.withResolvers<ReadOne>();
      next += 1;
      const origin = { path, file };
      jobs.set(next, { resolve, reject, bytes, origin });
      running().postMessage({ job: next, bytes, origin });
      if (jobs.size === 1) watch();
      return promise;
    },
    stop: async () => {
      clearTimeout(timer);
      await thread?.terminate();
    },
  };
}

async function answer(
  job: number,
  bytes: Uint8Array,
  origin: { path: string; file: string },
): Promise<Answer> {
  try {
    const { source, sections, parts } = await readHere(bytes, origin);
    return { job, read: { source, sections, parts: [...parts] } };
  } catch (error) {
    if (error instanceof HearsayError) return { job, code: error.code, message: error.message };
    return { job, message: brokenReaderMessage(error) };
  }
}

if (!isMainThread && workerData?.hearsay === 'reader') {
  parentPort?.on('message', async ({ job, bytes, origin }) =>
    parentPort?.postMessage(await answer(job, bytes, origin)),
  );
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
    async keep(document: ReadDocument) {
      const passages = Array.isArray(document.parts)
        ? document.parts.reduce((sum, part) => sum + part.passages.length, 0)
        : BATCH_PASSAGES;
      batch.push(document);
      size += passages;
      if (size >= BATCH_PASSAGES) await finish();
    },
    async note(received: Received) {
      // A duplicate points to a source that must be there first.
      await finish();
      await casefile.note(received);
    },
  };
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
