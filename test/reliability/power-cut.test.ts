import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../run-hearsay.ts';
import { sharedData } from '../shared-data.ts';
import { expectAcknowledged } from './acknowledged.ts';

const WRITER = fileURLToPath(new URL('./write-and-acknowledge.ts', import.meta.url));
const tools = sharedData('tools/powercut');
const why = tools === null ? ' - NOT RUN: the tool that cuts the power is not beside the checkout' : '';
/** Far more syncs than the writer makes: a run that ends by itself ends the loop. */
const MOST_SYNCS = 40;

interface Cut {
  readonly acknowledged: readonly string[];
  /** The tree that a disk shows after the cut: what was synced, under names whose folder was. */
  readonly after: string;
  readonly ended: boolean;
}

/** Runs the writer until its sync number `at`, and cuts the power right before that. */
function cutPower(folder: string, library: string, at: number, more: Record<string, string> = {}): Cut {
  const [root, state, after] = ['root', 'state', 'after'].map((name) => join(folder, `${at}-${name}`)) as [
    string,
    string,
    string,
  ];
  mkdirSync(root);
  mkdirSync(state);
  const env = {
    ...process.env,
    // What Node makes of the sources is kept from run to run, so that each starts quickly.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    ...{
      LD_PRELOAD: library,
      PC_ROOT: root,
      PC_STATE: state,
      PC_KILL_AT: String(at),
      PC_KILL_WHEN: 'before',
      ...more,
    },
  };
  // A session of its own: the cut ends every process of the group.
  const run = spawnSync('setsid', ['-w', process.execPath, WRITER, join(root, 'a.hearsay')], {
    env,
    encoding: 'utf8',
  });
  const key = readdirSync(state).find((name) => name.startsWith(`d-${statSync(root).ino}-`));
  must(spawnSync('python3', [join(tools ?? '', 'materialise.py'), state, key ?? 'none', after]));
  const lines = run.stdout.split('\n').slice(0, -1);
  return { acknowledged: lines, after, ended: lines.includes('end') };
}

/** What stands between the writer and its syncs. */
function makeLibrary(folder: string): string {
  const library = join(folder, 'powercut.so');
  const source = join(tools ?? '', 'powercut.c');
  must(spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread']));
  return library;
}

function must(run: SpawnSyncReturns<Buffer>): void {
  if (run.status !== 0) throw new Error(run.stderr?.toString() ?? String(run.error));
}

describe.skipIf(tools === null)(`F2: the power is cut${why}`, () => {
  // What is durable after a sync is what is durable before the next, and more is acknowledged by then.
  test('right before each sync: all that was acknowledged is there, whole', async () => {
    const folder = scratchFolder();
    const library = makeLibrary(folder);
    let sync = 1;
    for (; sync < MOST_SYNCS; sync += 1) {
      const cut = cutPower(folder, library, sync);
      await expectAcknowledged(join(cut.after, 'a.hearsay'), cut.acknowledged);
      if (cut.ended) break;
    }
    expect(sync).toBeGreaterThan(12);
    expect(sync).toBeLessThan(MOST_SYNCS);
  }, 500_000);

  test('a disk that lies about its syncs does lose what was acknowledged: the cut bites', () => {
    const folder = scratchFolder();
    const { acknowledged, after } = cutPower(folder, makeLibrary(folder), 16, { PC_LIE: '1' });
    expect(acknowledged).not.toEqual([]);
    expect(readdirSync(after)).toEqual([]);
  });
});
