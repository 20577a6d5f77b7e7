import { createHash } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import type { CaseDatabase } from './case-database.ts';
import { PASSAGES_OF_SOURCE } from './index-passages.ts';

/** A value that SQLite keeps. */
type Value = SQLInputValue;

/**
 * SHA-256 over the rows that hold what was read of a source: its head, its text, its passages
 * and its blocks, each in the order of their keys. Rows of the four kinds may be added in
 * turn; what counts is the order within a kind.
 */
export class ReadingSeal {
  readonly #text = createHash('sha256');
  readonly #passages = createHash('sha256');
  readonly #blocks = createHash('sha256');

  addChunk(start: Value, text: Value): void {
    this.#text.update(`${start}\n`).update(bytesOf(text));
  }

  /** All columns of a passage but its keys. */
  addPassage(...columns: readonly Value[]): void {
    this.#passages.update(`${columns.join('\t')}\n`);
  }

  addBlock(kind: Value, items: Value): void {
    this.#blocks.update(`${kind}\n`).update(bytesOf(items));
  }

  /** The seal; nothing may be added after it. */
  close(head: string): string {
    const parts = [this.#text, this.#passages, this.#blocks].map((part) => part.digest('hex'));
    return createHash('sha256')
      .update([...parts, head].join('\n'))
      .digest('hex');
  }
}

function bytesOf(value: Value): string | NodeJS.ArrayBufferView {
  return ArrayBuffer.isView(value) ? value : String(value);
}

interface ChunkRow {
  readonly start: number;
  readonly text: Value;
}

interface BlockRow {
  readonly kind: string;
  readonly items: Value;
}

/** The seal that the rows of a source have now. */
export function sealOf(database: CaseDatabase, key: number, head: string): string {
  const seal = new ReadingSeal();
  const chunks = 'SELECT start, text FROM chunk WHERE source = ? ORDER BY start';
  for (const row of database.iterate<ChunkRow>(chunks, key)) seal.addChunk(row.start, row.text);
  const passages = `SELECT passage.id, section, kind, start, "end", body_start, body_end, line, rest FROM ${PASSAGES_OF_SOURCE} ORDER BY passage.key`;
  for (const row of database.iterate<Record<string, Value>>(passages, key))
    seal.addPassage(...Object.values(row));
  const blocks = 'SELECT kind, items FROM block WHERE source = ? ORDER BY key';
  for (const row of database.iterate<BlockRow>(blocks, key)) seal.addBlock(row.kind, row.items);
  return seal.close(head);
}
