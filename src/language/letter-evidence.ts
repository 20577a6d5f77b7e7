import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** Weights of runs of letters: `values[bucket * width + language]`; the last column is any other language. */
export interface LetterTable {
  readonly languages: readonly string[];
  readonly width: number;
  readonly mask: number;
  readonly values: Int8Array | Float32Array;
  /** What one step of a value is worth. */
  readonly step: number;
}

const LONGEST_RUN = 4;
const LONGEST_WORD = 24;
const FILE = new URL('./letter-table.br', import.meta.url);

let table: LetterTable | null = null;

/** The table that `npm run model:letters` makes, loaded once at the first question. */
export function letterTable(): LetterTable {
  table ??= unpackLetters(brotliDecompressSync(readFileSync(FILE)));
  return table;
}

/** A line of JSON, then the values. */
export function unpackLetters(bytes: Buffer): LetterTable {
  const end = bytes.indexOf(10);
  const { languages, bits, step } = JSON.parse(bytes.toString('utf8', 0, end));
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + end + 1, bytes.length - end - 1);
  return { languages, width: languages.length + 1, mask: 2 ** bits - 1, values, step };
}

/** Buckets of a word's runs of one to four letters, its bounds being letters too, and of the word itself. */
export function bucketsOf(word: string, mask: number): number[] {
  const letters = ` ${word.slice(0, LONGEST_WORD)} `;
  const buckets: number[] = [];
  for (let start = 0; start < letters.length; start++) {
    let hash = 0x811c9dc5;
    for (let size = 1; size <= LONGEST_RUN && start + size <= letters.length; size++) {
      hash = Math.imul(hash ^ letters.charCodeAt(start + size - 1), 0x01000193);
      buckets.push((hash ^ (hash >>> 15)) & mask);
    }
  }
  let whole = 0x2c1b3c6d;
  for (let at = 0; at < letters.length; at++) whole = Math.imul(whole ^ letters.charCodeAt(at), 0x01000193);
  buckets.push((whole ^ (whole >>> 15)) & mask);
  return buckets;
}

/** How much a word in Latin letters, in small ones, speaks for each language of the table (log odds). */
export function weighWord(word: string, { width, mask, values, step }: LetterTable): Float64Array {
  const sums = new Float64Array(width);
  for (const bucket of bucketsOf(word, mask)) {
    for (let language = 0; language < width; language++)
      sums[language] = (sums[language] as number) + (values[bucket * width + language] as number) * step;
  }
  return sums;
}
