import { availableParallelism } from 'node:os';
import { HearsayError } from '../../errors.ts';
import type { Budget, Member, Opened } from '../containers/member.ts';
import type { Origin } from '../open-document.ts';
import type { DocumentAnswer } from './answers.ts';
import { DocumentProcess, LIMITS, type Limits } from './document-process.ts';
import type { Frame } from './frames.ts';
import { type Isolation, isolationHere } from './isolation.ts';

export interface Sandbox {
  /**
   * Opens a document in a process of its own. Members come as they are asked for; the process
   * ends with them. Throws what `openDocument` throws, and the limit that was passed.
   */
  open(bytes: Uint8Array, origin: Origin, budget: Budget): Promise<Opened>;
  /** What holds the processes in; null as long as no document has needed one. */
  isolation(): Isolation | null;
  /** Ends what is kept ready. */
  stop(): void;
}

/**
 * Opens documents in isolated processes, as many at once as the machine has cores; one is kept
 * ready, so that its start is not waited for.
 */
export function startSandbox(isolation?: Isolation, limits: Limits = LIMITS): Sandbox {
  let ready: DocumentProcess | null = null;
  const inTurn = allowAtOnce(availableParallelism());
  // Which isolation there is is tried when the first document needs it: most piles have none.
  let used: Isolation | null = null;
  const start = () => {
    used ??= isolation ?? isolationHere();
    return new DocumentProcess(used);
  };
  const take = () => {
    const process = ready ?? start();
    ready = start();
    return process;
  };
  return {
    open: (bytes, origin, budget) =>
      // A turn ends with the document itself: its members are waited for by whoever reads them.
      inTurn(() =>
        openIn(take(), bytes, origin, budget, {
          ...limits,
          outputBytes: limits.outputBytes + bytes.byteLength,
        }),
      ),
    isolation: () => used,
    stop: () => {
      ready?.end();
      ready = null;
    },
  };
}

/** Lets so many pieces of work run at once; the rest wait in the order in which they came. */
function allowAtOnce(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

async function openIn(
  process: DocumentProcess,
  bytes: Uint8Array,
  origin: Origin,
  budget: Budget,
  limits: Limits,
): Promise<Opened> {
  const answers = process.ask({ origin, budget }, bytes, limits);
  const first = await answers.next();
  const answer = first.done === true ? null : answerOf(first.value);
  if (answer?.is === 'intake') return { intake: answer.intake, members: membersOf(answers) };
  await answers.return(undefined);
  throw faultOf(answer);
}

async function* membersOf(answers: AsyncGenerator<Frame>): AsyncGenerator<Member> {
  for await (const frame of answers) {
    const answer = answerOf(frame);
    if (answer.is === 'member') yield { name: answer.name, bytes: frame.body };
    else if (answer.is === 'refused') yield { name: answer.name, code: answer.code, reason: answer.reason };
    else if (answer.is !== 'end') throw faultOf(answer);
  }
}

function answerOf({ head }: Frame): DocumentAnswer {
  return head as DocumentAnswer;
}

function faultOf(answer: DocumentAnswer | null): HearsayError {
  if (answer?.is === 'fault') return new HearsayError(answer.code, answer.message);
  return new HearsayError(
    'intake/malformed',
    'The process that read this file gave answers out of order. Nothing of it is in the case; save it as text and read that.',
  );
}
