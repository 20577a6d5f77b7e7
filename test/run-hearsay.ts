import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const BIN = fileURLToPath(new URL('../bin/hearsay', import.meta.url));
export const SAMPLES = fileURLToPath(new URL('../samples/night-lorries/files', import.meta.url));

/** A folder that is gone when the test is over. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the command line as a user would, from any folder. */
export function hearsay(args: readonly string[], folder = tmpdir()): SpawnSyncReturns<string> {
  return spawnSync(BIN, args, {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, HEARSAY_CASE: '' },
    maxBuffer: 1e9,
  });
}
