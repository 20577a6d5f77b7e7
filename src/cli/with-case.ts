import { basename, extname, resolve } from 'node:path';
import { openCase } from '../casefile/open-case.ts';
import type { Casefile } from '../casefile/port.ts';
import { type Config, type ConfigResult, settle } from '../config.ts';

/** Flags that every command knows. */
export interface CommonFlags {
  readonly case?: string;
  readonly json?: boolean;
}

export function settingsFor(flags: Partial<Record<keyof Config, unknown>>): ConfigResult {
  return settle({
    case: flags.case,
    host: flags.host,
    port: flags.port,
    workers: flags.workers,
    user: flags.user,
  });
}

/** The title that a case gets from its file's name. */
export function titleOf(path: string): string {
  return basename(path, extname(path)).replace(/[-_]+/g, ' ');
}

/** Opens the case for reading, hands it over, and closes it whatever happens. */
export async function withCase<T>(
  flags: CommonFlags,
  use: (casefile: Casefile, path: string) => Promise<T>,
): Promise<T> {
  const path = resolve(settingsFor(flags).config.case);
  const casefile = await openCase(path, { mode: 'read' });
  try {
    return await use(casefile, path);
  } finally {
    await casefile.close();
  }
}

/** Opens the case for writing, made new where it does not exist unless `create` is false. */
export async function withWritableCase<T>(
  flags: CommonFlags,
  use: (casefile: Casefile, path: string) => Promise<T>,
  { create = true } = {},
): Promise<T> {
  const path = resolve(settingsFor(flags).config.case);
  const casefile = await openCase(path, { mode: 'write', create, title: titleOf(path) });
  try {
    return await use(casefile, path);
  } finally {
    await casefile.close();
  }
}
