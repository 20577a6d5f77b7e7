import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCase } from '../casefile/open-case.ts';
import type { Casefile } from '../casefile/port.ts';
import { HearsayError } from '../errors.ts';
import { isolationHere } from '../intake/sandbox/isolation.ts';
import { openBrowser } from '../server/open-browser.ts';
import { startServer } from '../server/start-server.ts';
import { say, tell } from './terminal.ts';
import { type CommonFlags, settingsFor } from './with-case.ts';

export interface OpenFlags extends CommonFlags {
  readonly browser?: boolean;
  readonly host?: string;
  readonly port?: string;
}

/** `hearsay open`: serves the desk on the loopback address until ended, and opens the browser. */
export async function open(flags: OpenFlags): Promise<void> {
  const path = resolve(settingsFor({ ...flags }).config.case);
  await serve(await openCase(path, { mode: 'write' }), flags);
}

/** Serves a case that is open for writing; closes it when ended by Ctrl-C or a signal. */
export async function serve(casefile: Casefile, flags: OpenFlags): Promise<void> {
  const { config, settings } = settingsFor({ ...flags });
  // The usual port where it is free; a port that somebody chose must be that one.
  const chosen = settings.some(({ name, origin }) => name === 'port' && origin !== 'default');
  const token = randomBytes(24).toString('base64url');
  const server = await startServer(casefile, {
    host: config.host,
    ...(chosen ? { port: config.port } : {}),
    deskRoot: deskRoot(),
    token,
    who: config.user,
    workers: config.workers,
    isolation: () => isolationHere().says,
  });
  say(server.address);
  if (flags.browser !== false && !(await openBrowser(server.address)))
    tell('No browser could be opened here: open the address above in one. Ctrl-C ends the desk.');
  await new Promise<void>((ended) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended());
  });
  await server.close();
  await casefile.close();
}

function deskRoot(): string {
  const root = fileURLToPath(new URL('../../desk/dist', import.meta.url));
  if (!existsSync(root))
    throw new HearsayError(
      'cli/usage',
      'The desk has not been built in this checkout. Run "npm run desk:build" there first.',
    );
  return root;
}
