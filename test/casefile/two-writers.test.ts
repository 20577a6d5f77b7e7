import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCase } from '../../src/casefile/open-case.ts';
import { makeDocument } from './make-document.ts';

const HOLDER = fileURLToPath(new URL('./hold-until-told.ts', import.meta.url));

describe('two programs on one case', () => {
  let folder: string;
  let path: string;
  const children: ChildProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-two-'));
    path = join(folder, 'a.hearsay');
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  async function startHolder(mode: 'read' | 'write'): Promise<{ child: ChildProcess; said: string }> {
    const child = spawn(process.execPath, [HOLDER, path, mode], { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    const [data] = await once(child.stdout ?? child, 'data');
    return { child, said: String(data).trim() };
  }

  test('a second writer is told within a second who writes and since when', async () => {
    const { child, said } = await startHolder('write');
    expect(said).toBe('open');
    const before = performance.now();
    const fault = await openCase(path, { mode: 'write' }).catch((error: unknown) => error);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(fault).toMatchObject({ code: 'casefile/locked' });
    expect(String(fault)).toMatch(new RegExp(`process ${child.pid}, since \\d{4}-\\d\\d-\\d\\dT`));
    expect((await startHolder('write')).said).toBe('casefile/locked');
  });

  test('readers are free while one writes, and writers while one reads', async () => {
    const casefile = await openCase(path, { mode: 'write', create: true });
    expect((await startHolder('read')).said).toBe('open');
    await casefile.keep(makeDocument('a.txt', 'one'));
    expect((await startHolder('read')).said).toBe('open');
    await casefile.close();
    expect((await startHolder('write')).said).toBe('open');
  });

  test('a writer that was stopped still holds the case; one that was killed does not', async () => {
    const { child } = await startHolder('write');
    child.kill('SIGSTOP');
    await expect(openCase(path, { mode: 'write' })).rejects.toMatchObject({ code: 'casefile/locked' });
    child.kill('SIGKILL');
    await once(child, 'close');
    const casefile = await openCase(path, { mode: 'write' });
    await casefile.keep(makeDocument('a.txt', 'one'));
    await casefile.close();
  });

  test('a writer that has closed lets the next one write', async () => {
    const { child } = await startHolder('write');
    child.stdin?.end();
    await once(child, 'close');
    expect((await startHolder('write')).said).toBe('open');
  });
});
