import { existsSync, readFileSync } from 'node:fs';
import type { Lexicon } from '../../src/language/model/word-features.ts';
import type { TreeSentence } from './read-conllu.ts';

const FEWEST = 2;
const SHARE = 0.03;

/** Groups of like use by word, from the table that build-clusters.ts writes; none where it was not made. */
export function readClusters(path: string | null): Map<string, [number, number, number]> {
  const clusters = new Map<string, [number, number, number]>();
  if (path === null || !existsSync(path)) return clusters;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word, ...groups] = line.split('\t');
    if (word !== undefined && groups.length === 3)
      clusters.set(word, groups.map(Number) as [number, number, number]);
  }
  return clusters;
}

/** Which tags each word of the training data has: words with the same set have the same number. */
export function usualTags(sentences: readonly TreeSentence[]): Map<string, number> {
  const counts = new Map<string, Map<string, number>>();
  for (const { words, tags } of sentences) {
    for (const [index, word] of words.entries()) {
      const tag = tags[index] ?? 'X';
      const own = counts.get(word) ?? new Map<string, number>();
      counts.set(word, own.set(tag, (own.get(tag) ?? 0) + 1));
    }
  }
  const sets = new Map<string, number>();
  const usual = new Map<string, number>();
  for (const [word, own] of counts) {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0);
    if (all < FEWEST) continue;
    const set = [...own]
      .filter(([, count]) => count >= SHARE * all)
      .map(([tag]) => tag)
      .sort()
      .join(' ');
    if (!sets.has(set)) sets.set(set, sets.size);
    usual.set(word, sets.get(set) ?? 0);
  }
  return usual;
}

export function lexiconOf(sentences: readonly TreeSentence[], clusters: string | null): Lexicon {
  return { clusters: readClusters(clusters), usual: usualTags(sentences) };
}
