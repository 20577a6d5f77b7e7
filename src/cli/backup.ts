import { resolve } from 'node:path';
import { copyCase } from '../casefile/copy-case.ts';
import { say, sayJson, tell } from './terminal.ts';
import { lookedAt } from './verify.ts';
import { type CommonFlags, settingsFor } from './with-case.ts';

/** `hearsay backup FILE`: the case as it stands, copied to a new file and verified there. */
export function backupCase(file: string, flags: CommonFlags): Promise<void> {
  return copy(resolve(settingsFor({ ...flags }).config.case), resolve(file), flags);
}

/** `hearsay restore BACKUP`: a backup made a case again, verified; the case must not be there yet. */
export function restoreCase(file: string, flags: CommonFlags): Promise<void> {
  return copy(resolve(file), resolve(settingsFor({ ...flags }).config.case), flags);
}

async function copy(from: string, to: string, { json = false }: CommonFlags): Promise<void> {
  const verification = await copyCase(from, to, tellTenths());
  if (json) {
    sayJson({ from, to, ...verification });
    return;
  }
  for (const line of lookedAt(verification)) say(line);
  say(`Copied and verified: ${to}`);
}

const MANY_PAGES = 50_000;

function tellTenths(): (done: number, inAll: number) => void {
  let told = 0;
  return (done, inAll) => {
    const tenth = Math.floor((10 * done) / Math.max(1, inAll));
    if (inAll >= MANY_PAGES && tenth > told) tell(`${10 * tenth} % copied`);
    told = Math.max(told, tenth);
  };
}
