import type { TreeSentence } from './read-conllu.ts';

const KEPT: Readonly<Record<string, readonly string[]>> = {
  VERB: ['VerbForm', 'Tense', 'Voice'],
  AUX: ['VerbForm', 'Tense'],
  NOUN: ['Number', 'Case'],
  PROPN: ['Case'],
  PRON: ['Case', 'PronType'],
};

/**
 * The label of a word: its universal part of speech and what of its features a parser and a
 * reader of voices need (`VERB|VerbForm=Part|Tense=Past`). What stands before the first bar is the tag.
 */
export function labelOfWord(sentence: TreeSentence, index: number): string {
  const tag = sentence.tags[index] ?? 'X';
  const features = new Map(
    (sentence.features[index] ?? '_').split('|').map((pair) => pair.split('=') as [string, string]),
  );
  const kept = (KEPT[tag] ?? []).flatMap((name) =>
    features.has(name) ? [`${name}=${features.get(name)}`] : [],
  );
  return [tag, ...kept].join('|');
}

/** Relations without their language's own subtypes but for those that tell who did it to whom. */
const SUBTYPES = new Set([
  'nsubj:pass',
  'aux:pass',
  'obl:agent',
  'acl:relcl',
  'csubj:pass',
  'nmod:poss',
  'compound:prt',
]);

export function labelOfArc(relation: string): string {
  return SUBTYPES.has(relation) ? relation : (relation.split(':')[0] ?? relation);
}
