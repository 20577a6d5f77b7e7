import type { Span } from '../../statement/span.ts';
import type { CaseDatabase } from './case-database.ts';
import type { ReadingSeal } from './reading-seal.ts';

/** Code units a chunk: large enough for few rows, small enough to be read for one passage. */
const CHUNK_LENGTH = 64 * 1024;

/** Keeps a source's text in chunks, each added to the seal; `key` is the source's key. */
export function keepText(database: CaseDatabase, key: number, text: string, seal: ReadingSeal): void {
  const add = database.prepared('INSERT INTO chunk (source, start, text) VALUES (?, ?, ?)');
  for (let start = 0; start < text.length; ) {
    const end = chunkEnd(text, start);
    const packed = packText(text.slice(start, end));
    add.run(key, start, packed);
    seal.addChunk(start, packed);
    start = end;
  }
}

export function dropText(database: CaseDatabase, key: number): void {
  database.run('DELETE FROM chunk WHERE source = ?', key);
}

function chunkEnd(text: string, start: number): number {
  const end = Math.min(text.length, start + CHUNK_LENGTH);
  return end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

function packText(text: string): string | Uint8Array {
  return text.isWellFormed() ? text : Buffer.from(text, 'utf16le');
}

function unpackText(packed: string | Uint8Array): string {
  return typeof packed === 'string' ? packed : Buffer.from(packed).toString('utf16le');
}

/** The whole text of a source. */
export function wholeText(database: CaseDatabase, key: number): string {
  const rows = database.all<{ text: string | Uint8Array }>(
    'SELECT text FROM chunk WHERE source = ? ORDER BY start',
    key,
  );
  return rows.map((row) => unpackText(row.text)).join('');
}

interface Chunk {
  readonly start: number;
  readonly text: string;
}

/**
 * Slices spans out of sources without loading whole texts. Keeps the chunk of each source that
 * it read last, so spans asked for in order read each chunk once.
 */
export class TextSlicer {
  readonly #database: CaseDatabase;
  readonly #last = new Map<number, Chunk>();

  constructor(database: CaseDatabase) {
    this.#database = database;
  }

  slice(key: number, span: Span): string {
    const parts: string[] = [];
    for (let at = span.start; at < span.end; ) {
      const chunk = this.#chunkAt(key, at);
      const part = chunk.text.slice(at - chunk.start, span.end - chunk.start);
      if (part === '') break;
      parts.push(part);
      at += part.length;
    }
    return parts.join('');
  }

  #chunkAt(key: number, at: number): Chunk {
    const last = this.#last.get(key);
    if (last !== undefined && at >= last.start && at < last.start + last.text.length) return last;
    const chunk = this.#readChunk(key, at);
    this.#last.set(key, chunk);
    return chunk;
  }

  #readChunk(key: number, at: number): Chunk {
    const row = this.#database.get<{ start: number; text: string | Uint8Array }>(
      'SELECT start, text FROM chunk WHERE source = ? AND start <= ? ORDER BY start DESC LIMIT 1',
      key,
      at,
    );
    return row === undefined ? { start: at, text: '' } : { start: row.start, text: unpackText(row.text) };
  }
}
