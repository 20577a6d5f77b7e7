import { hashText } from './hash.ts';
import type { WordNumbers } from './word-numbers.ts';

/** Places in the numbers of a word, see `WordFeatures`. */
export const F = {
  form: 0,
  lower: 1,
  prefix1: 2,
  prefix2: 3,
  prefix3: 4,
  prefix4: 5,
  suffix1: 6,
  suffix2: 7,
  suffix3: 8,
  suffix4: 9,
  suffix5: 10,
  shape: 11,
  cluster64: 12,
  cluster300: 13,
  cluster1000: 14,
  usual: 15,
  looks: 16,
  /** Place of the word among those met so far, by which its scores are remembered. */
  index: 17,
  /** Place of the labels that it may have among the lexicon's choices; 0 where it may have any. */
  choices: 18,
} as const;

const COUNT = 19;
const NONE = -1;
const MOST_WORDS = 100_000;
const DIGIT = /\p{Nd}/gu;
const CAPITAL = /^\p{Lu}/u;
const CAPITALS = /^[\p{Lu}.]+$/u;
const MARKS = /^\p{P}+$/u;
const ANY_DIGIT = /\p{Nd}/u;

/** What a model knows of words: groups of like use, and which tags a word usually has. */
export interface Lexicon {
  /** Of lower-cased words: the group of each among 64, 300 and 1,000 of like use. */
  readonly clusters: WordNumbers;
  /** Of words as written: a number for the set of labels that each mostly has in the training data, and its place in `choices`. */
  readonly usual: WordNumbers;
  /** Sets of labels: words that were met often have one of these only. The first is of the others, and empty. */
  readonly choices: readonly Uint8Array[];
}

/** Stands before the first and after the last word. */
export const OUTSIDE: Int32Array = new Int32Array(COUNT).fill(777);

/**
 * The numbers of words that features are made of (see `F`): hashes of the form, its prefixes and
 * suffixes, its shape, what the lexicon knows of it. Worked out once a form and remembered.
 */
export class WordFeatures {
  readonly #lexicon: Lexicon;
  readonly choices: readonly Uint8Array[];
  #known = new Map<string, Int32Array>();
  /** Raised each time the words are forgotten: what is remembered by their index is then void. */
  round = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.choices = lexicon.choices;
  }

  of(word: string): Int32Array {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST_WORDS) {
      this.#known = new Map();
      this.round += 1;
    }
    const made = this.#make(word);
    made[F.index] = this.#known.size;
    this.#known.set(word, made);
    return made;
  }

  #make(word: string): Int32Array {
    const lower = word.toLowerCase();
    const plain = lower.replace(DIGIT, '0');
    const { clusters, usual } = this.#lexicon;
    const numbers = new Int32Array(COUNT);
    numbers[F.form] = hashText(word, 11);
    numbers[F.lower] = hashText(plain, 12);
    for (let length = 1; length <= 4; length++)
      numbers[F.prefix1 + length - 1] = hashText(plain.slice(0, length), 12 + length);
    for (let length = 1; length <= 5; length++)
      numbers[F.suffix1 + length - 1] = hashText(plain.slice(-length), 20 + length);
    numbers[F.shape] = hashText(shapeOf(word), 30);
    const group = (size: number, offset: number) => {
      const own = clusters.get(lower, size);
      return own === undefined ? NONE : own + offset;
    };
    numbers[F.cluster64] = group(0, 0);
    numbers[F.cluster300] = group(1, 1_000);
    numbers[F.cluster1000] = group(2, 5_000);
    numbers[F.usual] = usual.get(word) ?? usual.get(lower) ?? NONE;
    numbers[F.looks] = looksOf(word);
    numbers[F.choices] = usual.get(word, 1) ?? 0;
    return numbers;
  }
}

function looksOf(word: string): number {
  return (
    (CAPITAL.test(word) ? 1 : 0) |
    (CAPITALS.test(word) ? 2 : 0) |
    (ANY_DIGIT.test(word) ? 4 : 0) |
    (MARKS.test(word) ? 8 : 0) |
    (word.includes('-') ? 16 : 0) |
    (word.length === 1 ? 32 : 0)
  );
}

/** A word's outline: `X` for a capital, `x` small, `a` a letter without case, `d` a digit; runs are cut at two. */
function shapeOf(word: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (const letter of word) {
    const kind = kindOf(letter);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
  }
  return shape;
}

function kindOf(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code < 128) {
    if (code > 96 && code < 123) return 'x';
    if (code > 64 && code < 91) return 'X';
    return code > 47 && code < 58 ? 'd' : letter;
  }
  if (CAPITAL.test(letter)) return 'X';
  if (/\p{Ll}/u.test(letter)) return 'x';
  if (/\p{L}/u.test(letter)) return 'a';
  return ANY_DIGIT.test(letter) ? 'd' : letter;
}
