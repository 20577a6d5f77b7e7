import { readFileSync } from 'node:fs';
import type { Lexicon } from '../../src/language/model/word-features.ts';
import { WordNumbers } from '../../src/language/model/word-numbers.ts';
import type { TreeSentence } from './read-conllu.ts';

const FEWEST = 2;
const SHARE = 0.03;

/** Groups of like use by word, from the table that build-clusters.ts writes; none where it was not made. */
function readClusters(path: string | null): WordNumbers {
  const words: string[] = [];
  const groups: number[] = [];
  const lines = path === null ? [] : readFileSync(path, 'utf8').split('\n');
  for (const line of lines) {
    const [word, ...own] = line.split('\t');
    if (word === undefined || own.length !== 3) continue;
    words.push(word);
    groups.push(...own.map(Number));
  }
  return WordNumbers.of(words, groups);
}

/** Which tags each word of the training data has: words with the same set have the same number. */
function usualTags(sentences: readonly TreeSentence[]): WordNumbers {
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
  return WordNumbers.of([...usual.keys()], [...usual.values()]);
}

export function lexiconOf(sentences: readonly TreeSentence[], clusters: string | null): Lexicon {
  return { clusters: readClusters(clusters), usual: usualTags(sentences) };
}
