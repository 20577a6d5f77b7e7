import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { HearsayError } from '../../errors.ts';
import { type Frame, FrameFault, framesOf, packFrame } from './frames.ts';
import type { Isolation } from './isolation.ts';

/** What a document may cost. Time counts only while an answer is waited for, by the monotonic clock. */
export interface Limits {
  /** Milliseconds for the whole document. */
  readonly wallMs: number;
  /** Milliseconds without any answer. */
  readonly silenceMs: number;
  /** Resident memory of the process and all that it started, bytes. */
  readonly residentBytes: number;
  /** Bytes that may come out in all. */
  readonly outputBytes: number;
}

export const LIMITS: Limits = {
  wallMs: 120_000,
  silenceMs: 60_000,
  residentBytes: 512 * 1024 * 1024,
  outputBytes: 2 * 1024 * 1024 * 1024,
};

const HEAP_MIB = 384;
const LOOK_MS = 200;
const STDERR_KEPT = 2_000;
const PROGRAM = fileURLToPath(new URL('./answer-document.ts', import.meta.url));

/** A process that waits for one document, isolated; started ahead so that its start costs no time. */
export class DocumentProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  #said = '';
  #over: HearsayError | null = null;

  /** `program` is what Node runs inside; for tests of what a hostile parser may do. */
  constructor(isolation: Isolation, program: readonly string[] = [PROGRAM]) {
    const [command, args] = isolation.command([
      `--max-old-space-size=${HEAP_MIB}`,
      '--no-warnings',
      ...program,
    ]);
    // An empty environment: nothing of the user's is in it.
    this.#child = spawn(command, [...args], { stdio: ['pipe', 'pipe', 'pipe'], env: {} });
    this.#child.stderr.on('data', (chunk: Buffer) => {
      if (this.#said.length < STDERR_KEPT) this.#said += chunk.toString('latin1');
    });
    // A process that died takes no more input; what became of it is told by its answers.
    this.#child.stdin.on('error', () => undefined);
    this.#child.on('error', () => undefined);
  }

  /** Gives the answers to one question, in order, then ends the process. Throws the limit that was passed. */
  async *ask(question: unknown, body: Uint8Array, limits: Limits): AsyncGenerator<Frame> {
    this.#child.stdin.end(packFrame(question, body));
    const answers = framesOf(this.#child.stdout, limits.outputBytes);
    const clock = { spentMs: 0 };
    try {
      for (;;) {
        const answer = await this.#next(answers, limits, clock);
        if (this.#over !== null) throw this.#over;
        if (answer.done === true) throw new FrameFault('it broke off');
        yield answer.value;
        if (isLast(answer.value)) return;
      }
    } catch (error) {
      throw this.#faultOf(error, limits);
    } finally {
      this.end();
    }
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }

  async #next(answers: AsyncGenerator<Frame>, limits: Limits, clock: { spentMs: number }) {
    const began = performance.now();
    const look = setInterval(() => this.#look(performance.now() - began, clock.spentMs, limits), LOOK_MS);
    try {
      return await answers.next();
    } finally {
      clearInterval(look);
      clock.spentMs += performance.now() - began;
    }
  }

  #look(silentMs: number, spentMs: number, limits: Limits): void {
    if (silentMs > limits.silenceMs || spentMs + silentMs > limits.wallMs)
      this.#stop(tooSlow(silentMs + spentMs));
    else if (residentBytes(this.#child.pid) > limits.residentBytes) this.#stop(tooMuchMemory(limits));
  }

  #stop(why: HearsayError): void {
    this.#over ??= why;
    this.end();
  }

  #faultOf(error: unknown, limits: Limits): unknown {
    if (this.#over !== null) return this.#over;
    if (!(error instanceof FrameFault)) return error;
    if (/heap out of memory|Array buffer allocation failed/i.test(this.#said)) return tooMuchMemory(limits);
    return new HearsayError(
      'intake/reader-died',
      `The process that read this file ended without an answer (${error.message}). Nothing of the file is in the case but its bytes; the rest of the pile was read. The file may be damaged, or made to do harm: save it anew from the program that made it, as text or PDF, and read that.`,
    );
  }
}

/** After these nothing more is said: a process that ends before one has died. */
function isLast({ head }: Frame): boolean {
  const is = (head as { is?: unknown } | null)?.is;
  return is === 'end' || is === 'fault';
}

function tooSlow(ms: number): HearsayError {
  return new HearsayError(
    'intake/time-limit',
    `Reading this file was given up after ${Math.round(ms / 1000)} s. It may be damaged, very large, or made to hang a reader. Split it or save it as text, and read that.`,
  );
}

function tooMuchMemory({ residentBytes: bytes }: Limits): HearsayError {
  return new HearsayError(
    'intake/memory-limit',
    `Reading this file takes more than ${Math.round(bytes / 2 ** 20)} MiB of memory, so it was given up. It may be made to exhaust a reader. Split it or save it as text, and read that.`,
  );
}

/** Resident bytes of a process and its descendants; 0 where the system does not tell (not Linux, or ended). */
function residentBytes(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
    const below = children === '' ? [] : children.split(' ').map(Number);
    return pages * PAGE_BYTES + below.reduce((sum, child) => sum + residentBytes(child), 0);
  } catch {
    return 0;
  }
}

const PAGE_BYTES = 4096;
