/**
 * `npm run model:arabic-names [-- --data DIR]`: writes src/reading/names/arabic-name-words.json,
 * words that are parts of persons' names in Arabic script: those of Wikidata's persons (CC0; the
 * training part of the word pairs of the COLING 2018 transliteration study) that occur with enough
 * persons, without those that the Arabic-PUD treebank (CC BY-SA 3.0) has as another part of speech.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { foldWord } from '../src/language/fold-word.ts';

const FEWEST = 3;
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({ options: { data: { type: 'string' } } });
const data = values.data ?? at('../../shared/data');

const counts = new Map<string, number>();
for (const line of readFileSync(`${data}/arabic-latin-names/wd_arabic_64`, 'utf8').split('\n')) {
  const [, letters = '', count = '0'] = line.split('\t');
  const word = foldWord(letters.replaceAll(' ', ''));
  counts.set(word, (counts.get(word) ?? 0) + Number(count));
}

const ordinary = new Set<string>();
for (const line of readFileSync(`${data}/treebanks/arabic-pud/all.conllu`, 'utf8').split('\n')) {
  const [, form = '', lemma = '', tag = ''] = line.split('\t');
  if (tag === '' || tag === '_' || tag === 'PROPN' || tag === 'X') continue;
  for (const word of [form, lemma]) ordinary.add(foldWord(word).replace(/^ال/, ''));
}

const names = [...counts]
  .filter(([word, count]) => count >= FEWEST && word.length > 2 && /^[\u0620-\u06ff]+$/.test(word))
  .filter(([word]) => !ordinary.has(word.replace(/^ال/, '')))
  .map(([word]) => word)
  .sort();
writeFileSync(
  at('../src/reading/names/arabic-name-words.json'),
  `${JSON.stringify({ words: names.join(' ') }, null, 2)}\n`,
);
console.log(`${names.length} words`);
