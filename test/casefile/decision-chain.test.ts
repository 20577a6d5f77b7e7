import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCase } from '../../src/casefile/open-case.ts';

describe('the decision log of an SQLite case', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-log-'));
    path = join(folder, 'a.hearsay');
    const casefile = await openCase(path, { mode: 'write', create: true });
    for (const target of ['fin_1', 'fin_2', 'fin_3', 'fin_4']) {
      await casefile.decide({ at: '2031-01-02T03:04:05.000Z', who: 'ada', verb: 'note', target, text: 'x' });
    }
    await casefile.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function changedAfter(sql: string): Promise<number | null> {
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
    const casefile = await openCase(path, { mode: 'read' });
    const changed = await casefile.firstChangedDecision();
    await casefile.close();
    return changed;
  }

  test.each([
    ["UPDATE decision SET text = 'y' WHERE seq = 2"],
    ['DELETE FROM decision WHERE seq = 4'],
    [
      "INSERT OR REPLACE INTO decision SELECT seq, at, who, verb, target, 'y', previous, hash FROM decision WHERE seq = 2",
    ],
    [
      'INSERT INTO decision SELECT 9, at, who, verb, target, text, previous, hash FROM decision WHERE seq = 2',
    ],
  ])('refuses %s', async (sql) => {
    await expect(changedAfter(sql)).rejects.toThrow('the decision log only grows');
    expect(await changedAfter('SELECT 1')).toBeNull();
  });

  const unguarded =
    'DROP TRIGGER decision_stays; DROP TRIGGER decision_is_kept; DROP TRIGGER decision_comes_last;';
  test.each([
    ["UPDATE decision SET text = 'y' WHERE seq = 2", 2],
    ["UPDATE decision SET who = 'eve' WHERE seq = 1", 1],
    ['DELETE FROM decision WHERE seq = 2', 3],
    ["UPDATE decision SET hash = 'f' WHERE seq = 3", 3],
    ["UPDATE decision SET verb = 'accept' WHERE seq = 4", 4],
  ])('shows %s where somebody took the guards away', async (sql, seq) => {
    expect(await changedAfter(`${unguarded} ${sql}`)).toBe(seq);
  });
});
