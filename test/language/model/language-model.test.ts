import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openModel } from '../../../src/language/model/language-model.ts';
import { tokenize } from '../../../src/language/tokenize.ts';

const english = openModel('en');
const turkish = openModel('tr');
if (english === null || turkish === null) throw new Error('the models that ship are missing');

const analyse = (text: string) => english.analyse(text, tokenize(text));
const names = (text: string, model = english) => {
  const { words, names: runs } = model.findNames(text, tokenize(text));
  return runs.map(
    ({ first, end, kind }) => `${text.slice(words[first]?.start, words[end - 1]?.end)} ${kind}`,
  );
};

/** The word that hangs from another by a relation, with that other. */
const arc = (text: string, relation: string) => {
  const words = analyse(text);
  return words
    .filter((word) => word.relation === relation)
    .map(({ word, head }) => `${word} < ${words[head]?.word}`);
};

describe('heads and relations', () => {
  test.each([
    ['The soldiers arrested four men near the bridge.', 'nsubj', 'soldiers < arrested'],
    ['The soldiers arrested four men near the bridge.', 'obj', 'men < arrested'],
    ['Four men were arrested by the soldiers.', 'nsubj:pass', 'men < arrested'],
    ['Four men were arrested by the soldiers.', 'obl:agent', 'soldiers < arrested'],
    ['The minister said that eighteen people crossed the border on Monday.', 'ccomp', 'crossed < said'],
    ['the army killed two farmers near the river', 'nsubj', 'army < killed'],
  ])('%s: %s', (text, relation, expected) => {
    expect(arc(text, relation)).toContain(expected);
  });
});

test('tags, features and lemmas', () => {
  const words = analyse('Two women had crossed the rivers.');
  expect(words.map(({ word, tag, lemma }) => `${word}/${tag}/${lemma}`)).toEqual([
    'Two/NUM/two',
    'women/NOUN/woman',
    'had/AUX/have',
    'crossed/VERB/cross',
    'the/DET/the',
    'rivers/NOUN/river',
    './PUNCT/.',
  ]);
  expect(words[3]?.features).toContain('VerbForm=Part');
});

describe('names', () => {
  test.each([
    ['The letter was signed by Marta Olsen in Geneva.', ['Marta Olsen person', 'Geneva place']],
    ['the letter was signed by marta olsen in geneva', ['marta olsen person', 'geneva place']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('Turkish', () => {
    expect(names('Toplantıya İstanbul Üniversitesi rektörü Ahmet Yıldız katıldı.', turkish)).toContain(
      'Ahmet Yıldız person',
    );
  });
});

test('words and names read at once are those read apart', () => {
  const text = "the mayor of vik, Marta Olsen, didn't meet Dr. Lann of the Harbour Board on Monday.";
  const tokens = tokenize(text);
  const { words, names: runs } = english.read(text, tokens);
  expect(words).toEqual(english.analyse(text, tokens));
  expect(runs).toEqual(english.findNames(text, tokens).names);
  expect(runs.length).toBeGreaterThan(1);
});

test('a language without a model has none', () => {
  expect(openModel('xx')).toBeNull();
  expect(openModel('../en')).toBeNull();
  expect(openModel(null)).toBeNull();
  expect(openModel('en-GB')).toBe(openModel('en'));
});

test('any text is read: every head is a word of the sentence or the root, every word lies in the text, twice the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.constantFrom(english, turkish),
      (text, model) => {
        const tokens = tokenize(text);
        const words = model.analyse(text, tokens);
        for (const { head, start, end, word } of words) {
          expect(head).toBeGreaterThanOrEqual(-1);
          expect(head).toBeLessThan(words.length);
          expect(text.slice(start, end)).toBe(word);
        }
        expect(words.length === 0 || words.some(({ head }) => head === -1)).toBe(true);
        expect(model.analyse(text, tokens)).toEqual(words);
        const { words: seen, names: runs } = model.findNames(text, tokens);
        for (const { first, end } of runs) expect(first < end && end <= seen.length).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

test('a sentence of any length is read in pieces', () => {
  const text = 'word '.repeat(5_000);
  expect(analyse(text)).toHaveLength(5_000);
});
