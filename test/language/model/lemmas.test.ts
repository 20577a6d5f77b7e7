import { expect, test } from 'vitest';
import { type Edit, LemmaMemory, lemmaOf } from '../../../src/language/model/lemmas.ts';

const table = {
  words: new Map([['went VERB', 'go']]),
  endings: new Map<string, Edit>([
    ['ies NOUN', [3, 'y']],
    ['s NOUN', [1, '']],
  ]),
};

test.each([
  ['Went', 'VERB', 'go'],
  ['Cities', 'NOUN', 'city'],
  ['vans', 'NOUN', 'van'],
  ['vans', 'VERB', 'vans'],
])('%s as %s is %s', (word, tag, lemma) => {
  expect(lemmaOf(word, tag, table)).toBe(lemma);
  const memory = new LemmaMemory(table);
  expect([memory.of(word, tag), memory.of(word, 'X'), memory.of(word, tag)]).toEqual([
    lemma,
    word.toLowerCase(),
    lemma,
  ]);
});
