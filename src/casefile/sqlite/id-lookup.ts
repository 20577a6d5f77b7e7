import type { CaseDatabase } from './case-database.ts';
import { hashOfId } from './id-hash.ts';

const RUN = 100_000;

/**
 * Writes where the passages with given ids are, in runs sorted by the ids' hashes: hashes come
 * in no order, and so a page of the table is touched once a run and not once an id.
 */
export class IdLookup {
  readonly #database: CaseDatabase;
  readonly #run: { readonly hash: number; readonly key: number }[] = [];

  constructor(database: CaseDatabase) {
    this.#database = database;
  }

  add(id: string, key: number): void {
    this.#run.push({ hash: hashOfId(id), key });
    if (this.#run.length >= RUN) this.flush();
  }

  flush(): void {
    const add = this.#database.prepared('INSERT OR IGNORE INTO passage_by_id (hash, passage) VALUES (?, ?)');
    this.#run.sort((a, b) => a.hash - b.hash);
    for (const { hash, key } of this.#run) add.run(hash, key);
    this.#run.length = 0;
  }
}
