import { Worker } from 'node:worker_threads';
import type { ReadDocument } from './casefile/port.ts';
import { type ErrorCode, HearsayError } from './errors.ts';
import type { Budget, Opened } from './intake/containers/member.ts';
import type { Origin } from './intake/open-document.ts';
import type { Intake } from './statement/reading.ts';

/** What opening and reading one document gives: itself, and the documents that it holds. */
export type ReadOne = Pick<ReadDocument, 'source' | 'sections' | 'parts'> & Pick<Opened, 'members'>;

/** What is to be read: bytes, or a document that was opened in a process of its own. */
export type Task =
  | { readonly bytes: Uint8Array; readonly origin: Origin; readonly budget: Budget }
  | { readonly intake: Intake };

/** What a thread posts back for a job: the document, or why there is none. */
export interface Answer {
  readonly job: number;
  readonly read?: ReadOne;
  readonly code?: ErrorCode;
  readonly message?: string;
}

/** What a thread is sent. */
export interface Job {
  readonly job: number;
  readonly task: Task;
}

export interface ReaderThreads {
  read(task: Task): Promise<ReadOne>;
  stop(): Promise<void>;
}

/** A document that takes longer than this to read is given up, milliseconds. */
const DOCUMENT_LIMIT_MS = 120_000;

/** The message for a file on which a reader broke down. */
export function brokenReaderMessage(error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error);
  return `The reader gave up on this file (${detail}). Nothing of it is in the case. Save it as plain text and read it again.`;
}

/**
 * Threads that read documents, each started from `entry` with `data` when first needed. The thread with
 * the least to do takes the next document.
 */
export function startReaderThreads(threads: number, entry: URL, data: unknown): ReaderThreads {
  const pool = Array.from({ length: threads }, () => startThread(entry, data));
  return {
    read: (task) => pool.reduce((a, b) => (b.waiting() < a.waiting() ? b : a)).read(task),
    stop: async () => {
      await Promise.all(pool.map((thread) => thread.stop()));
    },
  };
}

interface Waiting extends Job {
  readonly resolve: (read: ReadOne) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread; a document on which it dies or hangs is given up, and a new thread takes the rest. */
function startThread(entry: URL, data: unknown) {
  const jobs = new Map<number, Waiting>();
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
    for (const [job, { task }] of jobs) running().postMessage({ job, task });
  };
  const running = () => {
    if (thread !== null) return thread;
    const fresh = new Worker(entry, { workerData: { hearsay: 'reader', data } });
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
    read(task: Task) {
      const { promise, resolve, reject } = Promise.withResolvers<ReadOne>();
      next += 1;
      jobs.set(next, { job: next, resolve, reject, task });
      running().postMessage({ job: next, task });
      if (jobs.size === 1) watch();
      return promise;
    },
    stop: async () => {
      clearTimeout(timer);
      await thread?.terminate();
    },
  };
}
