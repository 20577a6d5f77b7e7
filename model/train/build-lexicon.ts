import { readFileSync } from 'node:fs';
import type { Lexicon } from '../../src/language/model/word-features.ts';
import { WordNumbers } from '../../src/language/model/word-numbers.ts';
import type { TaggedSentence } from './train-tagger.ts';

/** Words met less often have no usual labels. */
const FEWEST = 2;
/** Labels that a word has less often than in this part of all cases are not usual. */
const SHARE = 0.03;
/** Words met as often as this have no label that they never had. */
const OFTEN = 5;

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

/** Which labels each word has in the training data: the usual ones as a number of the set, and all of them where it is met often. */
function usualLabels(sentences: readonly TaggedSentence[]): { usual: WordNumbers; choices: Uint8Array[] } {
  const sets = new Map<string, number>();
  const choices = new Map<string, number>([['', 0]]);
  const words: string[] = [];
  const numbers: number[] = [];
  const placeIn = (places: Map<string, number>, labels: readonly number[]) => {
    const key = labels.toSorted((a, b) => a - b).join(' ');
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  };
  for (const [word, own] of countLabels(sentences)) {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0);
    if (all < FEWEST) continue;
    const usual = [...own].filter(([, count]) => count >= SHARE * all).map(([label]) => label);
    words.push(word);
    numbers.push(placeIn(sets, usual), all < OFTEN ? 0 : placeIn(choices, [...own.keys()]));
  }
  return {
    usual: WordNumbers.of(words, numbers),
    choices: [...choices.keys()].map((key) => Uint8Array.from(key === '' ? [] : key.split(' ').map(Number))),
  };
}

function countLabels(sentences: readonly TaggedSentence[]): Map<string, Map<number, number>> {
  const counts = new Map<string, Map<number, number>>();
  for (const { words, labels } of sentences) {
    for (const [index, word] of words.entries()) {
      const label = labels[index] as number;
      const own = counts.get(word) ?? new Map<number, number>();
      counts.set(word, own.set(label, (own.get(label) ?? 0) + 1));
    }
  }
  return counts;
}

export function lexiconOf(sentences: readonly TaggedSentence[], clusters: string | null): Lexicon {
  return { clusters: readClusters(clusters), ...usualLabels(sentences) };
}
