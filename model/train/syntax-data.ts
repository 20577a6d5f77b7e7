import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { numbersFrom } from './random.ts';
import { readConllu, type TreeSentence } from './read-conllu.ts';

export interface SyntaxData {
  readonly train: TreeSentence[];
  readonly tests: Readonly<Record<string, TreeSentence[]>>;
}

const from = (folder: string, ...names: readonly string[]) =>
  names.flatMap((name) => (existsSync(join(folder, name)) ? readConllu(join(folder, name)) : []));

/**
 * The treebanks that weights may be trained on and shipped, by language, and what is measured
 * on. Test files are never trained on.
 */
export function readSyntaxData(data: string, language: string): SyntaxData {
  const trees = join(data, 'treebanks');
  if (language === 'en') {
    const ewt = join(trees, 'english-ewt');
    const gum = join(data, 'gum');
    const all = (folder: string) => from(folder, ...(existsSync(folder) ? readdirSync(folder).sort() : []));
    const parts = [1, 2, 3, 4, 5, 6].map((part) => `train-${part}.conllu`);
    return {
      train: [...from(ewt, ...parts), ...all(join(gum, 'train', 'dep'))],
      tests: {
        'EWT dev': from(ewt, 'dev.conllu'),
        'EWT test': from(ewt, 'test.conllu'),
        'GUM dev': all(join(gum, 'dev', 'dep')),
      },
    };
  }
  if (language === 'tr') {
    const [boun, kenet, framenet] = ['turkish-boun', 'turkish-kenet', 'turkish-framenet'].map((name) =>
      join(trees, name),
    ) as [string, string, string];
    return {
      train: [
        ...from(framenet, 'train.conllu', 'dev.conllu'),
        ...from(boun, 'dev.conllu'),
        ...from(kenet, 'dev.conllu'),
      ],
      tests: { 'BOUN test': from(boun, 'test.conllu'), 'Kenet test': from(kenet, 'test.conllu') },
    };
  }
  // One file of 1,000 sentences: the last fifth is held out.
  const pud = from(join(trees, 'arabic-pud'), 'all.conllu');
  const cut = Math.floor(pud.length * 0.8);
  return { train: pud.slice(0, cut), tests: { 'PUD last fifth': pud.slice(cut) } };
}

const MARK = /^[\p{P}\p{S}]+$/u;

/**
 * A sentence as a machine writes down speech: small letters, no marks. What hung from a mark
 * hangs from what the mark hung from. Null where no word is left.
 */
export function asSpeech(sentence: TreeSentence): TreeSentence | null {
  const kept = sentence.words.flatMap((word, index) =>
    MARK.test(word) && sentence.tags[index] === 'PUNCT' ? [] : [index],
  );
  if (kept.length === 0) return null;
  const place = new Map(kept.map((index, at) => [index + 1, at + 1]));
  const headOf = (index: number) => {
    let head = sentence.heads[index] ?? 0;
    for (let turns = 0; head !== 0 && !place.has(head) && turns < 50; turns++)
      head = sentence.heads[head - 1] ?? 0;
    return place.get(head) ?? 0;
  };
  const pick = <Item>(items: readonly Item[]) => kept.map((index) => items[index] as Item);
  return {
    words: kept.map((index) => (sentence.words[index] ?? '').toLowerCase()),
    lemmas: pick(sentence.lemmas),
    tags: pick(sentence.tags),
    features: pick(sentence.features),
    heads: kept.map(headOf),
    relations: pick(sentence.relations),
    misc: pick(sentence.misc),
    about: sentence.about,
  };
}

/** Every sentence, and half of them once more as speech, chosen by the seed. */
export function withSpeech(sentences: readonly TreeSentence[], seed: number): TreeSentence[] {
  const next = numbersFrom(seed);
  return sentences.flatMap((sentence) => {
    const speech = next() < 0.5 ? asSpeech(sentence) : null;
    return speech === null ? [sentence] : [sentence, speech];
  });
}
