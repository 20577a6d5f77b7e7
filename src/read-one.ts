import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { ReadPart } from './casefile/port.ts';
import { HearsayError } from './errors.ts';
import type { Budget } from './intake/containers/member.ts';
import { type Origin, openDocument } from './intake/open-document.ts';
import { detectLanguage } from './language/detect-language.ts';
import {
  type Answer,
  brokenReaderMessage,
  type Job,
  type ReadOne,
  startReaderThreads,
} from './reader-threads.ts';
import type { CaseEvents } from './reading/events/case-events.ts';
import { bookWith, type EventBook } from './reading/events/event-book.ts';
import { readSource } from './reading/read-source.ts';
import type { Intake } from './statement/reading.ts';
import type { Passage } from './statement/source.ts';

/** A stretch of a long document that is read and kept as one part: so many passages, or UTF-16 code units. */
const PART_PASSAGES = 20_000;
const PART_UNITS = 2 * 1024 * 1024;
/** Documents above this many bytes are read in this thread, part by part, so that memory stays bounded. */
export const LARGE_BYTES = 4 * 1024 * 1024;
/** How much of a text its language is told by, UTF-16 code units, and how sure that has to be. */
const LANGUAGE_SAMPLE_UNITS = 20_000;
const LANGUAGE_CONFIDENCE = 0.5;
/** What a worker thread could read in the time that it takes to start and to warm up, bytes (docs/benchmarks.md). */
const BYTES_TO_START = 2 * 1024 * 1024;

/** Opens and reads one document, or reads one that was opened elsewhere. */
export interface DocumentReader {
  open(bytes: Uint8Array, origin: Origin, budget: Budget): Promise<ReadOne>;
  read(intake: Intake, byteLength: number): Promise<ReadOne>;
  stop(): Promise<void>;
}

/**
 * Small documents are read in threads, whole; large ones here, stretch by stretch while they
 * are kept. Threads are used once there is enough to read: so many `bytes` are known to come.
 * `events` are those that the case adds to the core.
 */
export function startReader(threads: number, bytes: number, events: CaseEvents = {}): DocumentReader {
  const pool = threads > 0 ? startReaderThreads(threads, new URL(import.meta.url), events) : null;
  const book = bookWith(events);
  // Of n threads each saves what the other n - 1 read meanwhile.
  const enough = (BYTES_TO_START * threads) / Math.max(1, threads - 1);
  let seen = 0;
  const poolFor = (byteLength: number) => {
    if (byteLength > LARGE_BYTES) return null;
    seen += byteLength;
    return Math.max(seen, bytes) >= enough ? pool : null;
  };
  return {
    async open(document, origin, budget) {
      const used = poolFor(document.byteLength);
      if (used !== null)
        return used.read({ bytes: document, origin: { path: origin.path, file: origin.file }, budget });
      const { intake, members } = await openDocument(document, origin, budget);
      return readHere(intake, members, document.byteLength, book);
    },
    async read(intake, byteLength) {
      const used = poolFor(byteLength);
      return used === null ? readHere(intake, [], byteLength, book) : used.read({ intake });
    },
    stop: async () => pool?.stop(),
  };
}

function readHere(intake: Intake, members: ReadOne['members'], byteLength: number, book: EventBook): ReadOne {
  const source = { ...intake.source, language: intake.source.language ?? languageOf(intake.source.text) };
  const parts = readParts({ ...intake, source }, book);
  return { source, sections: intake.sections, parts: byteLength > LARGE_BYTES ? parts : [...parts], members };
}

/** The language of a text that does not say it, by its first pages; null where that is in doubt. */
function languageOf(text: string): string | null {
  const { language, confidence } = detectLanguage(text.slice(0, LANGUAGE_SAMPLE_UNITS));
  return confidence >= LANGUAGE_CONFIDENCE ? language : null;
}

/** Reads a document stretch by stretch, so that one of any length needs the memory of one stretch. */
export function* readParts({ source, sections, passages }: Intake, book: EventBook): Generator<ReadPart> {
  let stretch: Passage[] = [];
  let units = 0;
  for (const passage of passages) {
    stretch.push(passage);
    units += passage.span.end - passage.span.start;
    if (stretch.length < PART_PASSAGES && units < PART_UNITS) continue;
    yield { passages: stretch, reading: readSource(source, sections, stretch, book) };
    stretch = [];
    units = 0;
  }
  if (stretch.length > 0) yield { passages: stretch, reading: readSource(source, sections, stretch, book) };
}

// ---------- within a worker thread ----------

async function answer(job: Job, book: EventBook): Promise<Answer> {
  try {
    return { job: job.job, read: await readJob(job, book) };
  } catch (error) {
    if (error instanceof HearsayError) return { job: job.job, code: error.code, message: error.message };
    return { job: job.job, message: brokenReaderMessage(error) };
  }
}

/** A document as it can be sent to another thread: nothing in it is worked out when it is asked for. */
async function readJob({ task }: Job, book: EventBook): Promise<ReadOne> {
  if ('intake' in task) return readHere(task.intake, [], 0, book);
  const { intake, members } = await openDocument(task.bytes, task.origin, task.budget);
  return readHere(intake, await Array.fromAsync(members), 0, book);
}

if (!isMainThread && workerData?.hearsay === 'reader') {
  const book = bookWith(workerData.data as CaseEvents);
  parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await answer(job, book)));
}
