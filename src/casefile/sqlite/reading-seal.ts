import { createHash } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';

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
