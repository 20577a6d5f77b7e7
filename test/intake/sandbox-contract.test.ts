import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUDGET } from '../../src/intake/containers/member.ts';
import { DocumentProcess, LIMITS } from '../../src/intake/sandbox/document-process.ts';
import { ISOLATIONS, isolationWorks } from '../../src/intake/sandbox/isolation.ts';
import { startSandbox } from '../../src/intake/sandbox/start-sandbox.ts';
import { packZip } from './pack-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-sandbox-'));
const secret = join(folder, 'secret.txt');
let connections = 0;
const sink = createServer((socket) => {
  connections += 1;
  socket.destroy();
});
let port = 0;

beforeAll(async () => {
  writeFileSync(secret, 'canary');
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  const address = sink.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});

afterAll(() => {
  sink.close();
  rmSync(folder, { recursive: true });
});

/** What a hostile parser does, then whatever it found out, as one answer. */
const parser = (deed: string) => [
  '--input-type=module',
  '--eval',
  `
  const tell = (head) => { const json = Buffer.from(JSON.stringify(head)); const size = Buffer.alloc(8); size.writeUInt32BE(json.length, 0); process.stdout.write(Buffer.concat([size, json])); };
  const { default: fs } = await import('node:fs'); const { default: net } = await import('node:net'); const { default: child } = await import('node:child_process');
  let got; try { got = await (async () => { ${deed} })(); } catch (error) { got = 'denied ' + error.code; }
  tell({ is: 'end', got });`,
];

const QUICK = {
  ...LIMITS,
  wallMs: 8_000,
  silenceMs: 3_000,
  residentBytes: 300 * 2 ** 20,
  outputBytes: 8 * 2 ** 20,
};

describe.each(ISOLATIONS.filter(isolationWorks).map((isolation) => [isolation.name, isolation] as const))(
  '%s',
  (_, isolation) => {
    const run = async (deed: string, limits = QUICK) => {
      const frames = [];
      for await (const frame of new DocumentProcess(isolation, parser(deed)).ask(
        {},
        new Uint8Array(0),
        limits,
      ))
        frames.push(frame.head);
      return (frames.at(-1) as { got: unknown }).got;
    };

    test('a parser cannot connect', async () => {
      const got = await run(
        `return await new Promise((resolve, reject) => net.connect(${port}, '127.0.0.1').on('connect', () => resolve('connected')).on('error', reject));`,
      );
      expect(got).toMatch(/^denied (ERR_ACCESS_DENIED|ENETUNREACH|ECONNREFUSED)$/);
      expect(connections).toBe(0);
    });

    test.each([
      ['read a file', () => `return fs.readFileSync(${JSON.stringify(secret)}, 'utf8')`],
      ['read a system file', () => `return fs.readFileSync('/etc/passwd', 'utf8')`],
      [
        'write a file',
        () => `fs.writeFileSync(${JSON.stringify(join(folder, 'planted'))}, 'x'); return 'written'`,
      ],
      [
        'start a program',
        () =>
          `return child.spawnSync('/bin/true').error?.code === undefined ? 'started' : (() => { throw { code: 'ERR_ACCESS_DENIED' } })()`,
      ],
    ])('a parser cannot %s', async (_what, deed) => {
      expect(await run(deed())).toMatch(/^denied /);
      expect(readdirSync(folder)).toEqual(['secret.txt']);
      expect(readFileSync(secret, 'utf8')).toBe('canary');
    });

    test('a parser sees nothing of the environment', async () => {
      expect(
        await run(
          `return Object.keys(process.env).filter((name) => !['PWD', 'SHLVL', '_', 'OLDPWD'].includes(name))`,
        ),
      ).toEqual([]);
    });

    test.each([
      ['hangs', 'while (true) {}', 'intake/time-limit'],
      ['is silent', 'await new Promise((resolve) => setTimeout(resolve, 60_000))', 'intake/time-limit'],
      [
        'takes memory',
        'const held = []; while (true) { held.push(Buffer.alloc(8_000_000, 1)); await new Promise((resolve) => setTimeout(resolve, 5)); }',
        'intake/memory-limit',
      ],
      [
        'fills the heap',
        'const held = []; while (true) held.push(new Array(1000).fill(held.length))',
        'intake/memory-limit',
      ],
      ['dies', 'process.abort()', 'intake/reader-died'],
      ['exits', 'process.exit(0)', 'intake/reader-died'],
      ['writes no frame', `process.stdout.write('x'.repeat(100)); process.exit(0)`, 'intake/reader-died'],
      [
        'floods',
        `while (true) if (!process.stdout.write(Buffer.alloc(1_000_000, 0))) await new Promise((resolve) => process.stdout.once('drain', resolve))`,
        'intake/reader-died',
      ],
    ])(
      'a parser that %s costs its own file only',
      async (_what, deed, code) => {
        await expect(run(deed)).rejects.toMatchObject({ code });
      },
      30_000,
    );

    test('a document is opened, its members come, and a fault is told as it was', async () => {
      const sandbox = startSandbox(isolation);
      const origin = { path: 'leak.zip', file: 'leak.zip' };
      const { intake, members } = await sandbox.open(
        packZip([{ name: 'a.txt', text: 'Nine boats.' }]),
        origin,
        BUDGET,
      );
      expect(intake.source.text).toContain('a.txt (11 bytes)');
      expect(await Array.fromAsync(members)).toEqual([
        { name: 'a.txt', bytes: new Uint8Array(Buffer.from('Nine boats.')) },
      ]);
      await expect(sandbox.open(Buffer.from('504b0304', 'hex'), origin, BUDGET)).rejects.toMatchObject({
        code: 'intake/refused',
      });
      sandbox.stop();
    });
  },
);
