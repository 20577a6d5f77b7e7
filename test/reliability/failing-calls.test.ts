import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../run-hearsay.ts';
import { expectAcknowledged } from './acknowledged.ts';

const WRITER = fileURLToPath(new URL('./write-and-acknowledge.ts', import.meta.url));
const traced = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;
const why = traced ? '' : ' - NOT RUN: strace is not there or may not be used';

/** Runs the writer with the calls that `inject` names failing; what it acknowledged and how it ended. */
function runFailing(path: string, inject: string) {
  const run = spawnSync(
    'strace',
    [
      '-f',
      '-qq',
      '-o',
      '/dev/null',
      '-P',
      path,
      '-P',
      `${path}-wal`,
      '-e',
      `inject=${inject}`,
      process.execPath,
      WRITER,
      path,
    ],
    { encoding: 'utf8' },
  );
  const lines = run.stdout.split('\n').slice(0, -1);
  return { acknowledged: lines, ended: lines.includes('end'), status: run.status, said: run.stderr };
}

describe.skipIf(!traced)(`F7: a call to the system fails${why}`, () => {
  test.each([
    ['fdatasync:error=EIO:when=1', 'a sync, the first'],
    ['fdatasync:error=EIO:when=4', 'a sync, the fourth'],
    ['fdatasync:error=EIO:when=7', 'a sync, the seventh'],
    ['fdatasync:error=EIO:when=3+', 'every sync from the third on'],
    ['pwrite64:error=ENOSPC:when=12+', 'every write from the twelfth on: the disk is full'],
    ['pwrite64:error=EIO:when=40', 'a write, the fortieth'],
    ['pwrite64:retval=100:when=30', 'a write that writes less than it was given'],
    ['pread64:error=EIO:when=2', 'a read'],
    ['openat:error=EMFILE:when=2', 'opening'],
  ])(
    '%s: what was acknowledged is there, and the rest was told',
    async (inject) => {
      const path = join(scratchFolder(), 'a.hearsay');
      const { acknowledged, ended, status, said } = runFailing(path, inject);
      expect(ended).toBe(status === 0);
      if (!ended) expect(said).toMatch(/Error/);
      await expectAcknowledged(path, acknowledged);
    },
    60_000,
  );
});
