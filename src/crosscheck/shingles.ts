import type { WordAt } from './fold-words.ts';

export const SHINGLE_WORDS = 5;

/** FNV-1a over the words of a shingle: 32 bits, the same on every machine. */
function hashWords(words: readonly WordAt[], from: number, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + count; at++) {
    const word = words[at]?.word ?? '';
    for (let letter = 0; letter < word.length; letter++) {
      hash ^= word.charCodeAt(letter);
      hash = Math.imul(hash, 0x01000193);
    }
    hash ^= 0x1f;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Hash of each run of `SHINGLE_WORDS` words, at the index of its first word. */
export function shinglesOf(words: readonly WordAt[]): number[] {
  const shingles: number[] = [];
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at++) {
    shingles.push(hashWords(words, at, SHINGLE_WORDS));
  }
  return shingles;
}

/**
 * A sample of the shingles that is the same for the same words wherever they stand: those whose
 * hash is a multiple of `every` (the "modulo sketch" of Broder, On the resemblance and containment
 * of documents, 1997). It keeps containment, which a sketch of fixed size does not.
 */
export function sketchOf(shingles: readonly number[], every: number): Set<number> {
  const kept = new Set<number>();
  for (const shingle of shingles) if (shingle % every === 0) kept.add(shingle);
  return kept;
}
