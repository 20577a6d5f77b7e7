import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isolationHere } from '../../src/intake/sandbox/isolation.ts';
import { packZip } from '../intake/pack-zip.ts';
import { hearsay, scratchFolder } from '../run-hearsay.ts';

test('what isolation is in force is said where documents were opened in it, and by config', () => {
  const folder = scratchFolder();
  const read = (name: string) =>
    hearsay(['read', join(folder, name), '--case', join(folder, 'a.hearsay')]).stdout;
  writeFileSync(join(folder, 'a.txt'), 'Ada said that nine boats came.');
  expect(read('a.txt')).not.toContain('Isolation');
  writeFileSync(join(folder, 'b.zip'), packZip([{ name: 'b.txt', text: 'Nine boats came.' }]));
  const { name } = isolationHere();
  expect(read('b.zip')).toContain(`Isolation in force: ${name}.`);
  expect(hearsay(['config'], folder).stdout).toContain(`isolation = ${name}`);
});
