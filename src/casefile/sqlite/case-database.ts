import { backup, type DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { caseFault } from './case-fault.ts';

/** Pages copied at a time: some 16 MiB. */
const PAGES_AT_ONCE = 4_096;

/**
 * One open connection to a case: prepared statements kept by their words, transactions, and
 * faults told in the casefile's codes. The type of a row is what the query's columns say.
 */
export class CaseDatabase {
  readonly path: string;
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(path: string, database: DatabaseSync) {
    this.path = path;
    this.#database = database;
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...values) as Row | undefined;
  }

  iterate<Row>(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    return this.#prepare(sql).iterate(...values) as Iterable<Row>;
  }

  /** Gives the key of the row that was added last. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).lastInsertRowid);
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** A prepared statement for a loop that runs it a million times. */
  prepared(sql: string): StatementSync {
    return this.#prepare(sql);
  }

  /** One transaction: durable when this returns; nothing of it is kept where `work` throws. */
  write<Result>(work: () => Result): Result {
    return this.#transact('BEGIN IMMEDIATE', work);
  }

  /** Several reads of one state of the case, whatever is written meanwhile. */
  read<Result>(work: () => Result): Result {
    return this.#database.isTransaction ? work() : this.#transact('BEGIN', work);
  }

  /**
   * Copies the case as it stands now to the file `path`. The read transaction keeps to that state
   * however much is written meanwhile; without it SQLite would begin anew after each write.
   */
  async copyTo(path: string, onPages: (done: number, inAll: number) => void): Promise<void> {
    this.#database.exec('BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1');
    try {
      await backup(this.#database, path, {
        rate: PAGES_AT_ONCE,
        progress: ({ totalPages, remainingPages }) => onPages(totalPages - remainingPages, totalPages),
      });
    } finally {
      this.#rollBack();
    }
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  #transact<Result>(begin: string, work: () => Result): Result {
    try {
      this.#database.exec(begin);
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#rollBack();
      throw caseFault(error, this.path);
    }
  }

  // SQLite rolls back by itself on some faults, a full disk among them.
  #rollBack(): void {
    if (this.#database.isOpen && this.#database.isTransaction) this.#database.exec('ROLLBACK');
  }

  #prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const made = this.#database.prepare(sql);
    // The search index writes rows of its own with keys above 2^53, which only big integers can report.
    if (!sql.startsWith('SELECT') && !sql.startsWith('PRAGMA')) made.setReadBigInts(true);
    this.#prepared.set(sql, made);
    return made;
  }
}
