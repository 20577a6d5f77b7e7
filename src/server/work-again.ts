/** Works a case out again some time after it was asked for, once for all who asked meanwhile. */
export interface WorkAgain {
  ask(): void;
  /** Whether it was asked for and is not done. */
  readonly working: boolean;
  /** Does at once what was asked for. */
  finish(): Promise<void>;
}

/** Judgements come one after another: the case is worked out when the last of them is some while ago. */
const PAUSE_MS = 1500;

/** `work` is run after a pause; what fails is tried again when it is asked for again. */
export function workAfterPause(work: () => Promise<unknown>): WorkAgain {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<unknown> = Promise.resolve();
  let open = 0;
  const run = (): Promise<unknown> => {
    if (timer) clearTimeout(timer);
    timer = null;
    const asked = open;
    running = running.then(work).catch(() => null);
    return running.then(() => {
      open -= asked;
    });
  };
  return {
    ask() {
      open += 1;
      if (timer) clearTimeout(timer);
      timer = setTimeout(run, PAUSE_MS);
      timer.unref();
    },
    get working() {
      return open > 0;
    },
    async finish() {
      if (timer) await run();
      await running;
    },
  };
}
