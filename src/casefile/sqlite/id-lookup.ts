import type { CaseDatabase } from './case-database.ts';
import { hashOfId } from './id-hash.ts';

const RUN = 100_000;
/** Room for a place within the run below the hash of 32 bits; both fit a number's 53 bits. */
const PLACES = 2 ** 17;

/**
 * Writes where the passages with given ids are, in runs sorted by the ids' hashes: hashes come
 * in no order, and so a page of the table is touched once a run and not once an id.
 */
export class IdLookup {
  readonly #database: CaseDatabase;
  readonly #hashesAndPlaces = new Float64Array(RUN);
  readonly #keys = new Float64Array(RUN);
  #length = 0;

  constructor(database: CaseDatabase) {
    this.#database = database;
  }

  add(id: string, key: number): void {
    if (this.#length === RUN) this.flush();
    this.#hashesAndPlaces[this.#length] = hashOfId(id) * PLACES + this.#length;
    this.#keys[this.#length] = key;
    this.#length += 1;
  }

  flush(): void {
    const add = this.#database.prepared('INSERT OR IGNORE INTO passage_by_id (hash, passage) VALUES (?, ?)');
    for (const packed of this.#hashesAndPlaces.subarray(0, this.#length).sort()) {
      const hash = Math.floor(packed / PLACES);
      add.run(hash, this.#keys[packed - hash * PLACES] ?? 0);
    }
    this.#length = 0;
  }
}
