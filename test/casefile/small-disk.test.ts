import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openCase } from '../../src/casefile/open-case.ts';
import type { Casefile } from '../../src/casefile/port.ts';
import { makeDocument, partsOf } from './make-document.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

const probe = mountSmallDisk(64);
probe?.remove();
const why = probe === null ? ' - NOT RUN: this process may not mount a disk of its own' : '';

const disks: SmallDisk[] = [];
afterEach(() => {
  for (const disk of disks.splice(0)) disk.remove();
});

function smallDisk(kibibytes: number): SmallDisk {
  const disk = mountSmallDisk(kibibytes);
  if (disk === null) throw new Error('a disk could be mounted before and now cannot');
  disks.push(disk);
  return disk;
}

function bigDocument(number: number): ReturnType<typeof makeDocument> {
  const lines = Array.from(
    { length: 300 },
    (_, line) => `line ${line} of ${number} ${'abcdefgh '.repeat(line % 20)}`,
  );
  return makeDocument(`tape-${String(number).padStart(4, '0')}.txt`, lines.join('\n'));
}

/** Keeps documents until a fault comes; gives how many were kept, and the fault. */
async function fill(casefile: Casefile, first: number): Promise<{ kept: number; fault: unknown }> {
  for (let kept = 0; kept < 500; kept += 1) {
    try {
      await casefile.keep(bigDocument(first + kept));
    } catch (fault) {
      return { kept, fault };
    }
  }
  return { kept: 500, fault: null };
}

async function expectKept(casefile: Casefile, count: number): Promise<void> {
  expect((await casefile.sources()).length).toBe(count);
  for (let number = 0; number < count; number += 1) {
    const document = bigDocument(number);
    expect(await casefile.source(document.source.id)).toEqual(document.source);
    expect(await casefile.passages(document.source.id)).toEqual(partsOf(document).passages);
  }
}

describe.skipIf(probe === null)(`a case on a full disk${why}`, () => {
  test.each([[1_500], [2_600], [6_000]])(
    'of %i KiB says so, loses nothing and goes on when there is room',
    async (kibibytes) => {
      const disk = smallDisk(kibibytes);
      const path = join(disk.folder, 'a.hearsay');
      const ballast = join(disk.folder, 'ballast');
      writeFileSync(ballast, randomBytes(kibibytes * 600));
      const casefile = await openCase(path, { mode: 'write', create: true });
      const { kept, fault } = await fill(casefile, 0);
      expect(fault).toMatchObject({ code: 'casefile/disk-full' });
      await expectKept(casefile, kept);
      const reader = await openCase(path, { mode: 'read' });
      await expectKept(reader, kept);
      await reader.close();
      rmSync(ballast);
      await casefile.keep(bigDocument(kept));
      await expectKept(casefile, kept + 1);
      await casefile.close();
      const again = await openCase(path, { mode: 'write' });
      await expectKept(again, kept + 1);
      await again.close();
    },
  );

  test('of no room at all cannot be made, says so, and can be made later', async () => {
    const disk = smallDisk(300);
    const path = join(disk.folder, 'a.hearsay');
    const ballast = join(disk.folder, 'ballast');
    writeFileSync(ballast, randomBytes(250 * 1024));
    await expect(openCase(path, { mode: 'write', create: true })).rejects.toMatchObject({
      code: 'casefile/disk-full',
    });
    rmSync(ballast);
    const casefile = await openCase(path, { mode: 'write', create: true });
    expect(await casefile.sources()).toEqual([]);
    await casefile.close();
  });
});

describe.skipIf(probe === null)(`a case on a read-only disk${why}`, () => {
  test('is read and searched; a writer is told; nothing is left beside it', async () => {
    const disk = smallDisk(8_000);
    const path = join(disk.folder, 'a.hearsay');
    const casefile = await openCase(path, { mode: 'write', create: true });
    await casefile.keep(bigDocument(0));
    await casefile.close();
    rmSync(`${path}-lock`);
    disk.makeReadOnly();
    const reader = await openCase(path, { mode: 'read' });
    await expectKept(reader, 1);
    expect((await reader.search({ words: 'line', limit: 1, offset: 0 })).count).toBe(300);
    await expect(reader.keep(bigDocument(1))).rejects.toMatchObject({ code: 'casefile/unwritable' });
    await reader.close();
    await expect(openCase(path, { mode: 'write' })).rejects.toMatchObject({ code: 'casefile/unwritable' });
    await expect(
      openCase(join(disk.folder, 'b.hearsay'), { mode: 'write', create: true }),
    ).rejects.toMatchObject({
      code: 'casefile/unwritable',
    });
    expect(readdirSync(disk.folder)).toEqual(['a.hearsay']);
    expect(existsSync(path)).toBe(true);
  });
});
