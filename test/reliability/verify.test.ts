import { copyFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCase } from '../../src/casefile/open-case.ts';
import type { Damage } from '../../src/casefile/verification.ts';
import { verifyCase } from '../../src/casefile/verify-case.ts';
import { HearsayError } from '../../src/errors.ts';
import { hearsay } from '../run-hearsay.ts';
import { bytesOf, type Held, makeCase, PATHS, readHeld } from './made-case.ts';

let folder: string;
let whole: string;
let hurt: string;
let bytes: Buffer;
let held: Held;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-verify-'));
  whole = join(folder, 'whole.hearsay');
  hurt = join(folder, 'hurt.hearsay');
  await makeCase(whole);
  bytes = bytesOf(whole);
  held = readHeld(whole) as Held;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What verify says of the case with one bit turned: damages, or the fault that it throws. */
function damagesWith(place: number, bit: number): readonly Damage[] | HearsayError {
  const changed = Buffer.from(bytes);
  changed[place] = (changed[place] ?? 0) ^ (1 << bit);
  writeFileSync(hurt, changed);
  return damagesNow(hurt);
}

function damagesNow(path: string): readonly Damage[] | HearsayError {
  try {
    return verifyCase(path, { unchanging: true }).damages;
  } catch (error) {
    if (error instanceof HearsayError) return error;
    throw error;
  }
}

/** What changed may not go unnamed. */
function expectNamed(found: readonly Damage[] | HearsayError): void {
  if (found instanceof HearsayError) return;
  const now = readHeld(hurt);
  const names = (part: Damage['part']) => found.filter((damage) => damage.part === part);
  if (now === null) expect(found).not.toEqual([]);
  for (const path of PATHS) {
    if (now?.originals.get(path) !== held.originals.get(path))
      expect(names('original').some((damage) => damage.path === path || damage.path === null)).toBe(true);
    if (now?.texts.get(path) !== held.texts.get(path))
      expect([...names('reading'), ...names('file')]).not.toEqual([]);
  }
  for (const [index, decision] of held.decisions?.entries() ?? []) {
    if (now?.decisions?.[index] === decision) continue;
    expect([...names('log'), ...names('file')]).not.toEqual([]);
  }
}

describe('D5, F8: what changed on the disk is found and named', () => {
  test('a whole case is whole', () => {
    const { damages, originals, readings, unsealed, decisions, logHead } = verifyCase(whole);
    expect({ damages, originals, readings, unsealed, decisions }).toEqual({
      ...{ damages: [], originals: PATHS.length, readings: PATHS.length, unsealed: 0, decisions: 12 },
    });
    expect(logHead).toMatch(/^[0-9a-f]{64}$/);
  });

  test('any one bit of the file: verify names it, or nothing that is kept reads otherwise', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        (place, bit) => expectNamed(damagesWith(place, bit)),
      ),
      { numRuns: 150 },
    );
  });

  test.each(PATHS)('any one bit of the original of %s is named with its file and source', (path) => {
    const places = placesOf(`${path} line 1 7919`);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.nat({ max: 10 }),
        fc.integer({ min: 0, max: 7 }),
        (place, on, bit) => {
          const found = damagesWith(place + on, bit);
          expect(found).not.toBeInstanceOf(HearsayError);
          expect(found).toContainEqual(
            expect.objectContaining({ path, source: expect.stringMatching(/^src_/) }),
          );
          expectNamed(found);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('any one bit of a decision is named with its number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.nat({ max: 7 }),
        fc.integer({ min: 0, max: 7 }),
        (decision, on, bit) => {
          const [place = 0] = placesOf(`said ${100 + decision}`);
          expect(damagesWith(place + on, bit)).toContainEqual(
            expect.objectContaining({ part: 'log', decision }),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  test.each([0, 1, 0.5, 0.999])('a file cut off at %f of its length is no whole case', (share) => {
    copyFileSync(whole, hurt);
    truncateSync(hurt, share === 1 ? 1 : Math.floor(bytes.length * share));
    expect(damagesNow(hurt)).not.toEqual([]);
  });

  test('a page of zeros anywhere is named where anything of it is kept', () => {
    for (let page = 0; page < bytes.length / 4096; page += 3) {
      const changed = Buffer.from(bytes);
      changed.fill(0, page * 4096, (page + 1) * 4096);
      writeFileSync(hurt, changed);
      expectNamed(damagesNow(hurt));
    }
  });

  test('an original that was taken away, a decision, and the last decision', async () => {
    copyFileSync(whole, hurt);
    const { logHead } = verifyCase(hurt);
    const database = new DatabaseSync(hurt);
    database.exec(
      `DROP TRIGGER original_part_is_kept; DROP TRIGGER original_is_kept; DROP TRIGGER decision_is_kept;
       DELETE FROM original_part WHERE original = 2; DELETE FROM original WHERE key = 2;
       DELETE FROM decision WHERE seq = 3; DELETE FROM decision WHERE seq = 12`,
    );
    database.close();
    const { damages } = verifyCase(hurt, { noted: logHead });
    expect(damages.map(({ part, path, decision }) => [part, path, decision])).toEqual([
      ['original', PATHS[1], null],
      ['log', null, 4],
      ['log', null, null],
    ]);
  });

  test('D3: originals cannot be changed or taken away by any statement', () => {
    copyFileSync(whole, hurt);
    const database = new DatabaseSync(hurt);
    for (const sql of [
      'UPDATE original_part SET part = 9',
      'DELETE FROM original_part',
      'UPDATE original SET byte_length = 0',
      'DELETE FROM original',
    ])
      expect(() => database.exec(sql)).toThrow('originals never change');
    database.close();
  });

  test('what was read before there were seals is counted, and sealed when it is read again', async () => {
    copyFileSync(whole, hurt);
    const database = new DatabaseSync(hurt);
    database.exec('UPDATE source SET seal = NULL WHERE key < 3');
    database.close();
    expect(verifyCase(hurt)).toMatchObject({ readings: 2, unsealed: 2, damages: [] });
  });

  test('the command line: 0 for a whole case, 4 and a place for a damaged one, 3 for none', () => {
    expect(hearsay(['verify', '--case', whole]).status).toBe(0);
    damagesWith((placesOf('ledger.txt line 1 7919')[0] ?? 0) + 3, 2);
    const told = hearsay(['verify', '--case', hurt]);
    expect(told.status).toBe(4);
    expect(told.stdout).toContain('ledger.txt');
    expect(JSON.parse(hearsay(['verify', '--case', hurt, '--json']).stdout).damages[0].path).toBe(
      'ledger.txt',
    );
    expect(hearsay(['verify', '--case', join(folder, 'none.hearsay')]).status).toBe(3);
  });

  test('a case whose reading goes on stays whole in the eyes of verify', async () => {
    copyFileSync(whole, hurt);
    const casefile = await openCase(hurt, { mode: 'write' });
    await casefile.decide({
      at: '2031-01-02T03:04:05.000Z',
      who: 'ada',
      verb: 'note',
      target: 'fin_1',
      text: null,
    });
    expect(verifyCase(hurt)).toMatchObject({ decisions: 13, damages: [] });
    await casefile.close();
  });
});

/**
 * Every place in the file where the words are kept, as an original's bytes or as its text. Places
 * that rows left behind when pages were split are nobody's any more: a bit turned there changes nothing.
 */
function placesOf(words: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) {
    damagesWith(at, 0);
    if (!isDeepStrictEqual(readHeld(hurt), held)) places.push(at);
  }
  expect(places).not.toEqual([]);
  return places;
}
