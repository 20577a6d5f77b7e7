import {
  applyEdit,
  type Edit,
  type LemmaTable,
  LONGEST_ENDING,
  lemmaOf,
} from '../../src/language/model/lemmas.ts';
import type { TreeSentence } from './read-conllu.ts';

const FEWEST = 3;
const SHARE = 0.7;

/** Edits by tag and ending where most words agree, and the words that they get wrong. */
export function buildLemmas(sentences: readonly TreeSentence[]): LemmaTable {
  const seen = countLemmas(sentences);
  const endings = new Map<string, Edit>();
  for (const [key, edits] of countEdits(seen)) {
    const total = [...edits.values()].reduce((sum, count) => sum + count, 0);
    const [edit, count] = [...edits].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
    if (total >= FEWEST && count >= SHARE * total) endings.set(key, JSON.parse(edit) as Edit);
  }
  const words = new Map<string, string>();
  const table = { words, endings };
  for (const [key, lemma] of seen) {
    const [word = '', tag = ''] = key.split(' ');
    if (lemmaOf(word, tag, { words: new Map(), endings }) !== lemma) words.set(key, lemma);
  }
  return table;
}

/** The most frequent lemma of each word and tag. */
function countLemmas(sentences: readonly TreeSentence[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { words, lemmas, tags } of sentences) {
    for (const [at, word] of words.entries()) {
      const lemma = (lemmas[at] ?? '_').toLowerCase();
      if (lemma === '_' || /\s/.test(word) || /^[\p{P}\p{S}\p{N}]+$/u.test(word)) continue;
      const key = `${word.toLowerCase()} ${tags[at] ?? 'X'}`;
      const own = counts.get(key) ?? new Map<string, number>();
      counts.set(key, own.set(lemma, (own.get(lemma) ?? 0) + 1));
    }
  }
  return new Map(
    [...counts].map(([key, own]) => [
      key,
      [...own].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '',
    ]),
  );
}

function countEdits(seen: ReadonlyMap<string, string>): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const [key, lemma] of seen) {
    const [word = '', tag = ''] = key.split(' ');
    const edit = JSON.stringify(editBetween(word, lemma));
    for (let length = 0; length <= Math.min(LONGEST_ENDING, word.length - 1); length++) {
      const ending = `${length === 0 ? '' : word.slice(-length)} ${tag}`;
      const own = counts.get(ending) ?? new Map<string, number>();
      counts.set(ending, own.set(edit, (own.get(edit) ?? 0) + 1));
    }
  }
  return counts;
}

function editBetween(word: string, lemma: string): Edit {
  let same = 0;
  while (same < word.length && word[same] === lemma[same]) same++;
  const edit: Edit = [word.length - same, lemma.slice(same)];
  if (applyEdit(word, edit) !== lemma) throw new Error(`no edit from ${word} to ${lemma}`);
  return edit;
}
