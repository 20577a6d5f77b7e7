import type { Casefile } from '../casefile/port.ts';
import { HearsayError } from '../errors.ts';
import type { Isolation } from '../intake/sandbox/isolation.ts';
import { type JourneyResult, readPile } from '../journey.ts';
import { openEventsFile } from '../keep-events.ts';
import type { CaseEventsFile } from '../statement/case-events.ts';
import { sayFindings } from './findings.ts';
import { showProgress } from './show-progress.ts';
import { EXIT, paint, plain, say, sayJson, tell, width, wrap } from './terminal.ts';
import { type CommonFlags, settingsFor, withWritableCase } from './with-case.ts';

interface ReadFlags extends CommonFlags {
  readonly workers?: string;
  readonly events?: string;
}

/** `hearsay read PATH...`: reads files and folders into a case and ends with the findings in words. */
export async function read(paths: readonly string[], flags: ReadFlags): Promise<number> {
  if (paths.length === 0 && flags.events === undefined)
    throw new HearsayError('cli/usage', 'Name the files or folders to read: hearsay read PATH...');
  const { config } = settingsFor({ ...flags });
  const events = flags.events === undefined ? undefined : await openEventsFile(flags.events);
  return withWritableCase(flags, async (casefile, path) => {
    const result = await readInto(casefile, paths, config.workers, events);
    if (flags.json) sayJson(await summaryOf(result, casefile, path));
    else await sayResult(result, casefile, path);
    return result.stopped ? EXIT.stopped : EXIT.good;
  });
}

/** Reads with a progress bar; the first Ctrl-C ends after the documents that were begun, a second one at once. */
export async function readInto(
  casefile: Casefile,
  paths: readonly string[],
  workers: number,
  events?: CaseEventsFile,
): Promise<JourneyResult> {
  const stop = new AbortController();
  const onInterrupt = () => {
    if (stop.signal.aborted) process.exit(EXIT.stopped);
    tell(
      '\nStopping after the documents that were begun. Press Ctrl-C again to leave at once; the case stays whole either way.',
    );
    stop.abort();
  };
  process.on('SIGINT', onInterrupt);
  const bar = showProgress();
  try {
    return await readPile(paths, casefile, {
      workers,
      ...(events === undefined ? {} : { events }),
      onProgress: bar.onProgress,
      signal: stop.signal,
    });
  } finally {
    bar.stop();
    process.off('SIGINT', onInterrupt);
  }
}

async function summaryOf(result: JourneyResult, casefile: Casefile, path: string) {
  const { findings } = await casefile.account();
  return {
    case: path,
    received: result.received,
    unchanged: result.unchanged,
    readAgain: result.readAgain,
    events: (await casefile.events())?.sha256 ?? null,
    stopped: result.stopped,
    isolation: result.isolation?.name ?? null,
    findings: findings.length,
  };
}

async function sayResult(result: JourneyResult, casefile: Casefile, path: string): Promise<void> {
  say(countsOf(result));
  if (result.readAgain > 0)
    say(`${result.readAgain} of the case read again, for the events that are looked for now.`);
  for (const { file, reason } of result.received.filter((entry) => entry.outcome === 'unreadable')) {
    for (const line of wrap(`${paint('red', 'Not read:')} ${file}. ${reason ?? ''}`, width())) say(line);
  }
  if (result.stopped) {
    say(
      'Stopped. What was read so far is in the case; read the same paths again to go on and to cross-check.',
    );
    return;
  }
  for (const { file } of result.leftOut) {
    say(
      `Not compared: ${plain(file)} is too large to be cross-checked; it was read, and can be searched and cited.`,
    );
  }
  say();
  await sayFindings(casefile, { limit: 10 });
  sayIsolation(result.isolation);
  say();
  say(`Case: ${path}`);
  say(`Look at it: hearsay open --case ${path}`);
}

/** Only where documents were opened in processes of their own: a pile of texts needs none. */
function sayIsolation(isolation: Isolation | null): void {
  if (isolation === null) return;
  say();
  for (const line of wrap(`Isolation in force: ${isolation.name}. ${isolation.says}`, width()))
    say(paint('dim', line));
}

/** What came in, in a line: `7 files: 6 read, 1 could not be read.` */
export function countsOf({ received, unchanged }: JourneyResult): string {
  const count = (outcome: string) => received.filter((entry) => entry.outcome === outcome).length;
  const parts = [
    [count('read') + count('superseded') - Math.min(unchanged, count('read')), 'read'],
    [unchanged, 'not changed since they were last read'],
    [count('duplicate'), 'the same bytes as another'],
    [count('unreadable'), 'could not be read'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  return `${received.length} ${received.length === 1 ? 'file' : 'files'}: ${said.join(', ') || 'nothing to read'}.`;
}
