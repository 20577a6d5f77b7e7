import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openCase } from '../../src/casefile/open-case.ts';
import type { Casefile } from '../../src/casefile/port.ts';
import { crashDocument } from './crash-document.ts';
import { partsOf } from './make-document.ts';

const WRITER = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url));
const KILLS = 15;

/** Kills the writer once it has acknowledged `lines` lines and some time more; gives what it acknowledged. */
async function writeAndKill(path: string, first: number, lines: number, laterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, path, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let told = '';
  child.stdout?.on('data', (data: Buffer) => {
    const before = told.split('\n').length;
    told += data.toString();
    if (before <= lines && told.split('\n').length > lines) killLater(child, laterMs);
  });
  await ended;
  return told.split('\n').slice(0, -1);
}

function killLater(child: ChildProcess, laterMs: number): void {
  setTimeout(() => child.kill('SIGKILL'), laterMs);
}

/** All that was acknowledged is there; the documents from number `from` on are looked at in full. */
async function expectWhole(casefile: Casefile, acknowledged: readonly string[], from: number): Promise<void> {
  const kept = new Set((await casefile.sources()).map((source) => source.path));
  const targets = new Set((await casefile.decisions()).map((decision) => decision.target));
  for (const line of acknowledged) {
    if (line.startsWith('d')) expect(targets).toContain(`fin_${line.slice(1)}`);
    else expect(kept).toContain(crashDocument(Number(line)).source.path);
  }
  for (const path of kept) {
    const number = Number(/\d+/.exec(path)?.[0]);
    if (number >= from) await expectDocument(casefile, number);
  }
}

// What is there is there whole, acknowledged or not.
async function expectDocument(casefile: Casefile, number: number): Promise<void> {
  const document = crashDocument(number);
  const { id, sha256 } = document.source;
  const { passages, statements } = partsOf(document);
  expect(await casefile.source(id)).toEqual(document.source);
  expect(await casefile.passages(id)).toEqual(passages);
  expect(await casefile.statements({ source: id })).toEqual(statements);
  expect(Buffer.from(await casefile.original(sha256))).toEqual(document.original);
  const { count } = await casefile.search({ words: `"tape ${number}"`, limit: 1, offset: 0 });
  expect(count).toBe(passages.length);
}

function integrityOf(path: string): string[] {
  const database = new DatabaseSync(path);
  const rows = database.prepare('PRAGMA integrity_check').all();
  database.exec("INSERT INTO word (word) VALUES ('integrity-check')");
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  database.close();
  return rows.map((row) => String(row.integrity_check));
}

describe('a case whose writer is killed', () => {
  test(`opens each time with every document that was acknowledged, whole (${KILLS} kills)`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-crash-'));
    const path = join(folder, 'a.hearsay');
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Spread over the writer's round by two numbers that share no factor with it.
      const told = await writeAndKill(path, kill * 1_000, 1 + ((kill * 5) % 9), (kill * 7) % 23);
      expect(told.length).toBeGreaterThan(0);
      acknowledged.push(...told);
      expect(integrityOf(path)).toEqual(['ok']);
      const casefile = await openCase(path, { mode: kill % 2 === 0 ? 'read' : 'write' });
      await expectWhole(casefile, acknowledged, kill === KILLS - 1 ? 0 : kill * 1_000);
      expect(await casefile.firstChangedDecision()).toBeNull();
      await casefile.close();
    }
    rmSync(folder, { recursive: true });
  }, 240_000);
});
