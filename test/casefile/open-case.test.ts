import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCase } from '../../src/casefile/open-case.ts';
import { CaseDatabase } from '../../src/casefile/sqlite/case-database.ts';
import { migrate, readMigrations, versionOf } from '../../src/casefile/sqlite/migrate.ts';
import { makeDocument } from './make-document.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-open-'));
  path = join(folder, 'a.hearsay');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function makeCase(): Promise<void> {
  const casefile = await openCase(path, { mode: 'write', create: true });
  await casefile.keep(makeDocument('a.txt', 'one word'));
  await casefile.close();
}

function change(sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

function overwriteRootOf(table: string): void {
  const database = new DatabaseSync(path);
  const root = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table);
  const size = database.prepare('PRAGMA page_size').get();
  database.close();
  const file = openSync(path, 'r+');
  const page = Buffer.alloc(Number(size?.page_size), 0xff);
  writeSync(file, page, 0, page.length, (Number(root?.rootpage) - 1) * page.length);
  closeSync(file);
}

describe('opening a case', () => {
  test('that is not there is a fault, unless it is to be made', async () => {
    await expect(openCase(path, { mode: 'write' })).rejects.toMatchObject({ code: 'casefile/no-such-case' });
    await expect(openCase(path, { mode: 'read', create: true })).rejects.toMatchObject({
      code: 'casefile/no-such-case',
    });
    expect(readdirSync(folder)).toEqual([]);
    await makeCase();
    expect(existsSync(path)).toBe(true);
  });

  test('takes the title given, else the name of the file', async () => {
    await makeCase();
    const casefile = await openCase(path, { mode: 'read' });
    expect((await casefile.about()).title).toBe('a');
    await casefile.close();
  });

  test('leaves one file to hand over, and an empty lock', async () => {
    await makeCase();
    expect(readdirSync(folder).sort()).toEqual(['a.hearsay', 'a.hearsay-lock']);
  });

  test.each(['read', 'write'] as const)(
    'of something else to %s is a fault and leaves it alone',
    async (mode) => {
      writeFileSync(path, 'This is a text of more than a hundred bytes, which is no SQLite file. '.repeat(9));
      await expect(openCase(path, { mode, create: true })).rejects.toMatchObject({
        code: 'casefile/not-a-case',
      });
      rmSync(path);
      change('CREATE TABLE t (x)');
      await expect(openCase(path, { mode, create: true })).rejects.toMatchObject({
        code: 'casefile/not-a-case',
      });
      expect(readdirSync(folder)).toEqual(['a.hearsay']);
      rmSync(path);
      mkdirSync(path);
      await expect(openCase(path, { mode, create: true })).rejects.toMatchObject({
        code: 'casefile/not-a-case',
      });
    },
  );

  test('of a newer form is a fault and changes nothing', async () => {
    await makeCase();
    change('PRAGMA user_version = 999');
    for (const mode of ['read', 'write'] as const) {
      await expect(openCase(path, { mode })).rejects.toMatchObject({ code: 'casefile/newer-version' });
    }
  });

  test('whose making was cut off makes it anew', async () => {
    writeFileSync(path, '');
    await expect(openCase(path, { mode: 'read' })).rejects.toMatchObject({ code: 'casefile/not-a-case' });
    await makeCase();
    const casefile = await openCase(path, { mode: 'read' });
    expect(await casefile.sources()).toHaveLength(1);
    await casefile.close();
  });

  test('that is damaged is told with a code', async () => {
    await makeCase();
    overwriteRootOf('passage');
    const casefile = await openCase(path, { mode: 'read' });
    const id = (await casefile.sources())[0]?.id ?? '';
    await expect(casefile.passages(id)).rejects.toMatchObject({ code: 'casefile/damaged' });
    await casefile.close();
  });

  test('indexes it again where another version of the analyser made the index', async () => {
    await makeCase();
    change("UPDATE analyser SET version = 0; INSERT INTO word (word) VALUES ('delete-all')");
    const casefile = await openCase(path, { mode: 'write' });
    expect((await casefile.search({ words: 'words', limit: 9, offset: 0 })).count).toBe(1);
    await casefile.close();
  });

  test('syncs fully, keeps a write-ahead log and marks the file as a case', async () => {
    await makeCase();
    const database = new DatabaseSync(path);
    const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('application_id')).toBe(0x48656172);
    expect(pragma('user_version')).toBe(readMigrations().length);
    const loose = database.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'",
    );
    expect(loose.all()).toEqual([]);
    database.close();
  });
});

describe('migrations', () => {
  test('have the numbers 1, 2, 3 and so on', () => {
    const versions = readMigrations().map((migration) => migration.version);
    expect(versions).toEqual(versions.map((_, index) => index + 1));
  });

  test('run in order, each whole or not at all, and only those that are new', () => {
    const database = new CaseDatabase(path, new DatabaseSync(path));
    const first = { version: 1, sql: 'CREATE TABLE a (x)' };
    const second = { version: 2, sql: 'ALTER TABLE a ADD COLUMN y' };
    const broken = { version: 2, sql: 'CREATE TABLE b (x); CREATE TABLE a (x)' };
    migrate(database, [first]);
    expect(() => migrate(database, [first, broken])).toThrow('already exists');
    expect(versionOf(database)).toBe(1);
    expect(database.get("SELECT 1 FROM sqlite_schema WHERE name = 'b'")).toBeUndefined();
    migrate(database, [first, second]);
    migrate(database, [first, second]);
    expect(versionOf(database)).toBe(2);
    database.close();
  });
});
