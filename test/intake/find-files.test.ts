import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFiles } from '../../src/intake/find-files.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-find-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Each entry as `path bytes` or `path code`, paths from the folder. */
async function found(...paths: string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const entry of findFiles(paths.map((path) => join(folder, path)))) {
    const path = entry.path.slice(folder.length + 1) || '.';
    lines.push(`${path} ${'error' in entry ? entry.error.code : entry.byteLength}`);
  }
  return lines;
}

test('files come in the order of their names, folders walked in place', async () => {
  await mkdir(join(folder, 'b'));
  for (const name of ['c.txt', 'a.txt', 'b/z.txt', 'b/y.txt']) await writeFile(join(folder, name), name);
  expect(await found('.')).toEqual(['a.txt 5', 'b/y.txt 7', 'b/z.txt 7', 'c.txt 5']);
});

test('what systems leave behind is listed as skipped, and read where it is named', async () => {
  for (const name of ['.DS_Store', '~$list.docx', 'Thumbs.db', 'a.hearsay', '.hidden.txt'])
    await writeFile(join(folder, name), 'x');
  expect(await found('.')).toEqual([
    '.DS_Store intake/skipped',
    '.hidden.txt 1',
    'Thumbs.db intake/skipped',
    'a.hearsay intake/skipped',
    '~$list.docx intake/skipped',
  ]);
  expect(await found('.DS_Store')).toEqual(['.DS_Store 1']);
});

test('a path that is not there is an entry, and the rest goes on', async () => {
  await writeFile(join(folder, 'a.txt'), 'x');
  expect(await found('none.txt', 'a.txt', 'a.txt')).toEqual(['none.txt intake/no-such-path', 'a.txt 1']);
});

test('links that lead back or nowhere do not trap the walk', async () => {
  await mkdir(join(folder, 'a'));
  await writeFile(join(folder, 'a', 'x.txt'), 'x');
  await symlink(folder, join(folder, 'a', 'loop'));
  await symlink(join(folder, 'gone'), join(folder, 'b'));
  expect(await found('.')).toEqual(['a/loop intake/skipped', 'a/x.txt 1', 'b intake/unreadable-file']);
});
