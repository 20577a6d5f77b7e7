import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCase } from '../../src/casefile/open-case.ts';
import { readPile } from '../../src/journey.ts';
import { packZip } from '../intake/pack-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-containers-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what archives hold is read like any file, nothing is lost in silence, and reading again reads nothing', async () => {
  const inner = packZip([{ name: 'deep.txt', text: 'Mira Tolan: Nine boats crossed on 3 May 2021.' }]);
  const path = join(folder, 'leak.zip');
  writeFileSync(
    path,
    packZip([
      { name: 'note.txt', text: 'Four men were arrested on 2 May 2021.' },
      { name: 'note.txt', text: 'Five men were arrested on 2 May 2021.' },
      { name: '../../out.txt', text: 'Six men were arrested.' },
      { name: 'empty.txt', text: '' },
      { name: 'bad.txt', text: 'x', crc: 7 },
    ]),
  );
  writeFileSync(join(folder, 'nested.zip'), packZip([{ name: 'inner', text: inner.toString('latin1') }]));
  const casefile = await openCase(join(folder, 'a.hearsay'), { mode: 'write', create: true });
  const first = await readPile([path], casefile);
  expect(
    first.received.map(({ path: each, outcome, code }) => [each.slice(folder.length + 1), outcome, code]),
  ).toEqual([
    ['leak.zip', 'read', null],
    ['leak.zip/note.txt', 'read', null],
    ['leak.zip/note.txt (2)', 'read', null],
    ['leak.zip/../../out.txt', 'read', null],
    ['leak.zip/empty.txt', 'unreadable', 'intake/empty'],
    ['leak.zip/bad.txt', 'unreadable', 'intake/refused'],
  ]);
  expect((await casefile.statements()).some(({ event }) => event === 'arrest')).toBe(true);
  const again = await readPile([path], casefile);
  expect(again.unchanged).toBe(1);
  await casefile.close();
});

test('a file that is the copy of one that could not be read has the same reason', async () => {
  const pile = join(folder, 'copies');
  mkdirSync(pile);
  for (const name of ['a.zip', 'b.zip', 'c.zip']) writeFileSync(join(pile, name), 'PK\u0003\u0004 cut off');
  const casefile = await openCase(join(folder, 'copies.hearsay'), { mode: 'write', create: true });
  const { received } = await readPile([pile], casefile);
  expect(received.map(({ outcome, code }) => [outcome, code])).toEqual(
    Array(3).fill(['unreadable', 'intake/refused']),
  );
  await casefile.close();
});
