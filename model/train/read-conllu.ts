import { readFileSync } from 'node:fs';

/** A sentence of a treebank, one entry a word; heads count from 1, 0 is the root. */
export interface TreeSentence {
  readonly words: readonly string[];
  readonly lemmas: readonly string[];
  readonly tags: readonly string[];
  readonly features: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  readonly misc: readonly string[];
  /** What the comment lines say, by key. */
  readonly about: ReadonlyMap<string, string>;
}

/** Sentences of a CoNLL-U file; words of several tokens and empty nodes are left out. */
export function readConllu(path: string): TreeSentence[] {
  return readFileSync(path, 'utf8')
    .split(/\n\s*\n/)
    .flatMap((block) => (block.trim() === '' ? [] : [sentenceOf(block)]))
    .filter(({ words }) => words.length > 0);
}

function sentenceOf(block: string): TreeSentence {
  const lines = block.split('\n');
  const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'));
  const column = (index: number) => rows.map((row) => row[index] ?? '_');
  const about = lines.flatMap((line) => {
    const match = /^# ([^=]+?) = (.*)$/.exec(line);
    return match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const];
  });
  return {
    words: column(1),
    lemmas: column(2),
    tags: column(3),
    features: column(5),
    heads: column(6).map(Number),
    relations: column(7),
    misc: column(9),
    about: new Map(about),
  };
}
