import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { openCase } from '../../src/casefile/open-case.ts';
import { makeDocument } from '../casefile/make-document.ts';

/** Paths of the documents of a made case: short ones that share a page, and ones of many pages. */
export const PATHS = ['ferry.txt', 'depot.txt', 'ledger.txt', 'long-tape.txt'] as const;
const LINES = [3, 9, 200, 900];
const DECISIONS = 12;

/** A case of four documents and a dozen decisions, written back into its one file. */
export async function makeCase(path: string): Promise<void> {
  const casefile = await openCase(path, { mode: 'write', create: true, title: 'made' });
  for (const [index, name] of PATHS.entries()) {
    const lines = Array.from(
      { length: LINES[index] ?? 1 },
      (_, line) => `${name} line ${line} ${line * 7919}`,
    );
    await casefile.keep(makeDocument(name, lines.join('\n')));
  }
  for (let number = 1; number <= DECISIONS; number += 1) {
    const made = {
      at: '2031-01-02T03:04:05.000Z',
      who: 'ada',
      verb: 'note',
      text: `said ${100 + number}`,
    } as const;
    await casefile.decide({ ...made, target: `fin_${number}` });
  }
  await casefile.close();
}

/** What a case holds that may never change unseen, each under a name; null where it cannot be read at all. */
export interface Held {
  readonly originals: ReadonlyMap<string, string | null>;
  readonly decisions: readonly string[] | null;
  readonly texts: ReadonlyMap<string, string | null>;
}

/** Reads it by SQL alone, apart from the code under test. */
export function readHeld(path: string): Held | null {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true });
    const open = database;
    const ask = (sql: string, ...values: string[]) =>
      attempt(() => JSON.stringify(open.prepare(sql).all(...values)));
    const digest = (sql: string, name: string) => {
      const rows = attempt(() => open.prepare(sql).all(name));
      return rows === null ? null : hash('sha256', JSON.stringify(rows), 'hex');
    };
    const original =
      'SELECT bytes FROM source JOIN original USING (sha256) JOIN original_part ON original = original.key WHERE path = ? ORDER BY part';
    const text = 'SELECT text FROM source JOIN chunk ON source = source.key WHERE path = ? ORDER BY start';
    const decisions = ask('SELECT * FROM decision ORDER BY seq');
    return {
      originals: new Map(PATHS.map((name) => [name, digest(original, name)])),
      decisions:
        decisions === null ? null : (JSON.parse(decisions) as unknown[]).map((row) => JSON.stringify(row)),
      texts: new Map(PATHS.map((name) => [name, digest(text, name)])),
    };
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}

export function bytesOf(path: string): Buffer {
  return readFileSync(path);
}
