import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyCase } from '../../src/casefile/copy-case.ts';
import { openCase } from '../../src/casefile/open-case.ts';
import { verifyCase } from '../../src/casefile/verify-case.ts';
import { makeDocument } from '../casefile/make-document.ts';
import { hearsay, scratchFolder } from '../run-hearsay.ts';
import { bytesOf, makeCase } from './made-case.ts';

test('F16: a backup taken while documents are kept is one moment of the case, whole', async () => {
  const folder = scratchFolder();
  const path = join(folder, 'a.hearsay');
  await makeCase(path);
  const casefile = await openCase(path, { mode: 'write' });
  let ended = false;
  const copied = copyCase(path, join(folder, 'b.hearsay')).finally(() => {
    ended = true;
  });
  let kept = 0;
  while (!ended && kept < 2_000) {
    await casefile.keep(makeDocument(`more-${kept}.txt`, `line one of ${kept}\nline two`));
    kept += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { damages, originals } = await copied;
  expect(damages).toEqual([]);
  expect(originals).toBeLessThanOrEqual((await casefile.sources()).length);
  await casefile.close();
  const backup = await openCase(join(folder, 'b.hearsay'), { mode: 'read' });
  const sources = await backup.sources();
  expect(sources.length).toBe(originals);
  // Documents were kept in order, so a moment of the case has all before the last one.
  const more = sources.filter(({ path: name }) => name.startsWith('more-')).map(({ path: name }) => name);
  expect(new Set(more)).toEqual(new Set(more.map((_, index) => `more-${index}.txt`)));
  await backup.close();
});

test('F16: backup, restore and what they refuse, on the command line', async () => {
  const folder = scratchFolder();
  const [path, backup, restored] = ['a', 'b', 'c'].map((name) => join(folder, `${name}.hearsay`)) as [
    string,
    string,
    string,
  ];
  await makeCase(path);
  expect(hearsay(['backup', backup, '--case', path]).status).toBe(0);
  expect(statSync(backup).mode & 0o077).toBe(0);
  const again = hearsay(['backup', backup, '--case', path]);
  expect([again.status, again.stderr]).toEqual([3, expect.stringContaining('[casefile/exists]')]);
  expect(hearsay(['restore', backup, '--case', restored, '--json']).status).toBe(0);
  expect(verifyCase(restored)).toEqual(verifyCase(path));
  const hurt = bytesOf(backup);
  for (let at = hurt.indexOf('ledger.txt line 1 '); at >= 0; at = hurt.indexOf('ledger.txt line 1 ', at))
    hurt[at] = (hurt[at] ?? 0) ^ 4;
  writeFileSync(backup, hurt);
  const refused = hearsay(['restore', backup, '--case', join(folder, 'd.hearsay')]);
  expect([refused.status, refused.stderr]).toEqual([4, expect.stringContaining('[casefile/damaged]')]);
  expect(existsSync(join(folder, 'd.hearsay'))).toBe(false);
  writeFileSync(backup, hurt.subarray(0, hurt.length / 2));
  expect(hearsay(['restore', backup, '--case', join(folder, 'd.hearsay')]).status).toBe(4);
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
});
