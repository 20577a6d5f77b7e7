import { basename, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCase } from '../casefile/open-case.ts';
import { type OpenFlags, serve } from './open.ts';
import { countsOf, readInto } from './read.ts';
import { say } from './terminal.ts';
import { settingsFor, titleOf } from './with-case.ts';

/** `npm start [-- PATH...]`: reads the paths, or the sample pile, into a case of their name, and opens the desk. */
export async function start(
  paths: readonly string[],
  flags: OpenFlags & { workers?: string },
): Promise<void> {
  const { config } = settingsFor({ ...flags });
  const given =
    paths.length > 0
      ? [...paths]
      : [fileURLToPath(new URL('../../samples/night-lorries/files', import.meta.url))];
  const path = resolve(flags.case ?? caseNameOf(given[0] ?? 'case', paths.length === 0));
  const casefile = await openCase(path, { mode: 'write', create: true, title: titleOf(path) });
  say(`Reading ${given.join(', ')} into ${path}`);
  const result = await readInto(casefile, given, config.workers);
  say(countsOf(result));
  await serve(casefile, flags);
}

function caseNameOf(path: string, isSample: boolean): string {
  if (isSample) return 'night-lorries.hearsay';
  return `${basename(path, extname(path)) || 'case'}.hearsay`;
}
