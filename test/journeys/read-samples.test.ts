import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import gold from '../../samples/night-lorries/gold.json' with { type: 'json' };
import { BIN, hearsay, SAMPLES, scratchFolder } from '../run-hearsay.ts';

interface Quoted {
  file: string;
  quote: string;
}
interface Exported {
  sources: { id: string; file: string; kind: string }[];
  statements: ({ id: string; voice: string[]; start: number; end: number } & Quoted)[];
  findings: { id: string; kind: string; why: string; quotes: Quoted[]; steps: string[] }[];
}

const exported = (file: string, folder: string): Exported =>
  JSON.parse(hearsay(['export', '--case', file], folder).stdout);

/** Whether a finding's quotes touch two (or the only one) of the quotes that the gold names. */
function touches(finding: { quotes: Quoted[] }, wanted: Quoted[]): boolean {
  const hit = wanted.filter(({ file, quote }) =>
    finding.quotes.some((q) => q.file === file && (q.quote.includes(quote) || quote.includes(q.quote))),
  );
  return hit.length >= Math.min(2, wanted.length);
}

const NUMBERS_AND_TEXTS = [
  'count-conflict',
  'rate-conflict',
  'part-exceeds-whole',
  'sum-mismatch',
  'unit-mismatch',
  'share-mismatch',
  'running-total-drop',
  'near-duplicate',
  'quote-altered',
];

describe('the sample pile, read as a user would', () => {
  let out: Exported;
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-samples-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(() => {
    const run = hearsay(['read', SAMPLES, '--case', 'lorries.hearsay'], folder);
    expect(run.status).toBe(0);
    expect(run.stdout).toMatch(/12 files: 12 read\./);
    out = exported('lorries.hearsay', folder);
  }, 60_000);

  const wanted = gold.findings.filter(({ kind }) => NUMBERS_AND_TEXTS.includes(kind));
  test.each(wanted.map((finding) => [finding.kind, finding.why, finding] as const))(
    'finds %s: %s',
    (kind, _, { quotes }) => {
      expect(
        out.findings.filter((finding) => finding.kind === kind).some((finding) => touches(finding, quotes)),
      ).toBe(true);
    },
  );

  test.each(gold.no_findings.map((trap) => [trap.kind, trap.why, trap] as const))(
    'leaves alone %s: %s',
    (kind, _, { quotes }) => {
      const alarms = out.findings.filter(
        (finding) =>
          finding.kind === kind &&
          finding.quotes.every((q) =>
            quotes.some((w) => w.file === q.file && (w.quote.includes(q.quote) || q.quote.includes(w.quote))),
          ),
      );
      expect(alarms.map((finding) => finding.why)).toEqual([]);
    },
  );

  test('every finding can be redone: quotes, steps, a sentence', () => {
    for (const { why, quotes, steps } of out.findings) {
      expect(why).toMatch(/\S/);
      expect(quotes.length).toBeGreaterThan(0);
      expect(steps.length).toBeGreaterThan(0);
    }
  });

  test('every statement has a voice, and its quote stands in its source', () => {
    for (const { file, quote, voice } of out.statements) {
      expect(voice.length).toBeGreaterThan(0);
      if (!file.endsWith('.html') && !file.endsWith('.eml'))
        expect(readFileSync(join(SAMPLES, file), 'utf8')).toContain(quote);
    }
  });
});

describe('a case over time', () => {
  test('the same pile gives the same export, and reading again reads nothing again', () => {
    const folder = scratchFolder();
    hearsay(['read', SAMPLES, '--case', 'a.hearsay'], folder);
    hearsay(['read', SAMPLES, '--case', 'b.hearsay', '--workers', '0'], folder);
    const first = exported('a.hearsay', folder);
    const second = exported('b.hearsay', folder);
    for (const part of ['sources', 'statements', 'findings'] as const)
      expect(second[part]).toEqual(first[part]);
    const again = JSON.parse(hearsay(['read', SAMPLES, '--case', 'a.hearsay', '--json'], folder).stdout);
    expect(again.unchanged).toBe(12);
    expect(exported('a.hearsay', folder)).toEqual(first);
  }, 60_000);

  test('a changed file takes the place of the former one; the same bytes twice are read once', () => {
    const folder = scratchFolder();
    const pile = join(folder, 'pile');
    mkdirSync(pile);
    writeFileSync(join(pile, 'note.txt'), 'The harbour master says that four boats left.\n');
    hearsay(['read', pile, '--case', 'a.hearsay'], folder);
    writeFileSync(join(pile, 'note.txt'), 'The harbour master says that five boats left.\n');
    cpSync(join(pile, 'note.txt'), join(pile, 'zcopy.txt'));
    hearsay(['read', pile, '--case', 'a.hearsay'], folder);
    const rows = JSON.parse(hearsay(['sources', '--case', 'a.hearsay', '--json'], folder).stdout);
    expect(rows.map(({ file, outcome }: Record<string, string>) => `${file} ${outcome}`)).toEqual([
      'note.txt read',
      'zcopy.txt duplicate',
    ]);
    const { sources, statements } = exported('a.hearsay', folder);
    expect(sources.length).toBe(1);
    expect(statements.some(({ quote }) => quote.includes('five boats'))).toBe(true);
    expect(statements.some(({ quote }) => quote.includes('four boats'))).toBe(false);
  });

  test('what cannot be read is listed with its reason, and the rest is read', () => {
    const folder = scratchFolder();
    const pile = join(folder, 'pile');
    cpSync(SAMPLES, pile, { recursive: true });
    writeFileSync(join(pile, 'empty.txt'), '');
    writeFileSync(join(pile, 'picture.png'), Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'));
    writeFileSync(
      join(pile, 'noise.bin'),
      Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)),
    );
    const run = hearsay(['read', pile, '--case', 'a.hearsay'], folder);
    expect(run.status).toBe(0);
    expect(run.stdout).toMatch(/15 files: 12 read, 3 could not be read\./);
    const rows = JSON.parse(hearsay(['sources', '--case', 'a.hearsay', '--json'], folder).stdout);
    const bad = rows.filter((row: { outcome: string }) => row.outcome === 'unreadable');
    expect(bad.map(({ file, code }: Record<string, string>) => `${file} ${code}`)).toEqual([
      'empty.txt intake/empty',
      'noise.bin intake/binary',
      'picture.png intake/malformed',
    ]);
    for (const { reason } of bad) expect(reason.length).toBeGreaterThan(20);
  });

  test('killed at any moment, every document that was kept is there whole, and reading goes on', async () => {
    const folder = scratchFolder();
    const pile = makeManyFiles(folder);
    for (const delayMs of [150, 350, 600, 900]) {
      const child = spawn(BIN, ['read', pile, '--case', 'a.hearsay'], { cwd: folder, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await waitFor(() => existsSync(join(folder, 'a.hearsay')));
      await sleep(delayMs);
      child.kill('SIGKILL');
      await ended;
    }
    const run = hearsay(['read', pile, '--case', 'a.hearsay', '--json'], folder);
    expect(run.status).toBe(0);
    const { sources, statements } = exported('a.hearsay', folder);
    expect(sources.length).toBe(MANY);
    hearsay(['read', pile, '--case', 'whole.hearsay'], folder);
    expect(statements).toEqual(exported('whole.hearsay', folder).statements);
  }, 180_000);

  test('Ctrl-C leaves a whole case, says so, and the rest is read the next time', async () => {
    const folder = scratchFolder();
    const pile = makeManyFiles(folder);
    const child = spawn(BIN, ['read', pile, '--case', 'a.hearsay', '--workers', '0'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
    });
    await waitFor(() => existsSync(join(folder, 'a.hearsay')));
    await sleep(250);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(said).toMatch(/Stopped\. What was read so far is in the case/);
    const run = hearsay(['read', pile, '--case', 'a.hearsay', '--json'], folder);
    expect(run.status).toBe(0);
    expect(exported('a.hearsay', folder).sources.length).toBe(MANY);
  }, 120_000);
});

const MANY = 160;
const files = gold.sources.map(({ file }) => file);

/** A pile of many files, each a sample with a line of its own. */
function makeManyFiles(folder: string): string {
  const pile = join(folder, 'pile');
  mkdirSync(pile);
  for (let copy = 0; copy < MANY; copy += 1) {
    const name = files[copy % files.length] ?? '';
    const text = readFileSync(join(SAMPLES, name), 'utf8');
    writeFileSync(join(pile, `${String(copy).padStart(3, '0')}-${name}`), `${text}\n${copy}\n`);
  }
  return pile;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function waitFor(met: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !met(); tries += 1) await sleep(50);
  expect(met()).toBe(true);
}
