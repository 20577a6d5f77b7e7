import { mix } from './hash.ts';
import { ScoreMemory } from './score-memory.ts';
import { addScores, bestAmong, bestOf, type Weights } from './weights.ts';
import { F, OUTSIDE, type WordFeatures } from './word-features.ts';

/** No tag yet: before the first word. */
const NO_TAG = 99;
const MOST_FEATURES = 64;

/** Features of a word alone, as places in the weights. */
export function ownFeatures(word: Int32Array, { mask }: Weights, out: Int32Array): number {
  let count = 0;
  const add = (id: number, value: number) => {
    out[count++] = mix(value, id) & mask;
  };
  add(1, 0);
  for (let place = F.form; place <= F.looks; place++) add(2 + place, word[place] as number);
  add(30, mix(word[F.shape] as number, word[F.suffix3] as number));
  return count;
}

/** Features of a word by its neighbours and the tags before it. */
function nearFeatures(
  words: readonly Int32Array[],
  at: number,
  tag1: number,
  tag2: number,
  { mask }: Weights,
  out: Int32Array,
): number {
  const word = words[at] as Int32Array;
  const before = words[at - 1] ?? OUTSIDE;
  const before2 = words[at - 2] ?? OUTSIDE;
  const after = words[at + 1] ?? OUTSIDE;
  const after2 = words[at + 2] ?? OUTSIDE;
  const lower = word[F.lower] as number;
  const next = after[F.lower] as number;
  let count = 0;
  const add = (id: number, value: number) => {
    out[count++] = mix(value, id) & mask;
  };
  add(41, before[F.lower] as number);
  add(42, before2[F.lower] as number);
  add(43, next);
  add(44, after2[F.lower] as number);
  add(45, after[F.suffix3] as number);
  add(46, before[F.suffix3] as number);
  add(47, mix(before[F.shape] as number, word[F.shape] as number));
  add(48, mix(word[F.shape] as number, after[F.shape] as number));
  add(49, (word[F.looks] as number) | (at === 0 ? 64 : 0));
  add(50, mix(before[F.lower] as number, lower));
  add(51, mix(lower, next));
  add(52, after[F.cluster300] as number);
  add(53, before[F.cluster300] as number);
  add(54, mix(after[F.cluster1000] as number, word[F.cluster300] as number));
  add(55, after[F.usual] as number);
  add(56, mix(word[F.usual] as number, after[F.usual] as number));
  add(57, mix(mix(word[F.usual] as number, after[F.usual] as number), after2[F.usual] as number));
  add(60, tag1);
  add(61, mix(tag1, tag2));
  add(62, mix(tag1, lower));
  add(63, mix(tag1, word[F.suffix3] as number));
  add(64, mix(tag1, next));
  add(65, mix(tag1, word[F.usual] as number));
  add(66, mix(mix(tag1, tag2), word[F.usual] as number));
  add(67, mix(mix(tag1, word[F.usual] as number), after[F.usual] as number));
  add(68, mix(tag2, lower));
  return count;
}

/** Told of each word with a choice while training: the features used and the label given. */
export type TagWatcher = (at: number, given: number, features: Int32Array, count: number) => void;

/** Tags words one after another, each by itself, its neighbours and the two tags before it. */
export class WordTagger {
  readonly weights: Weights;
  readonly #choices: readonly Uint8Array[];
  readonly #memory: ScoreMemory;
  readonly #features = new Int32Array(MOST_FEATURES);
  readonly #scores: Float64Array;
  readonly #scoreOwn = (word: Int32Array, scores: Float64Array) => {
    const count = ownFeatures(word, this.weights, this.#features);
    addScores(this.weights, this.#features, count, scores);
  };

  constructor(weights: Weights, words: WordFeatures) {
    this.weights = weights;
    this.#choices = words.choices;
    this.#memory = new ScoreMemory(weights.width, words);
    this.#scores = new Float64Array(weights.width);
  }

  /** A label for each word. Greedy: linear in the number of words. */
  tag(words: readonly Int32Array[], out: Int32Array): void {
    const { weights } = this;
    let tag1 = NO_TAG;
    let tag2 = NO_TAG;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Int32Array;
      const choices = this.#choicesOf(word);
      let best = choices[0] as number;
      if (choices.length !== 1) {
        this.#memory.put(word, this.#scores, this.#scoreOwn);
        const count = nearFeatures(words, at, tag1, tag2, weights, this.#features);
        addScores(weights, this.#features, count, this.#scores);
        best = this.#bestOf(choices);
      }
      out[at] = best;
      tag2 = tag1;
      tag1 = best;
    }
  }

  /** The labels that a word may have; none stands for any. */
  #choicesOf(word: Int32Array): Uint8Array {
    return this.#choices[word[F.choices] as number] as Uint8Array;
  }

  #bestOf(choices: Uint8Array): number {
    return choices.length === 0 ? bestOf(this.#scores, this.weights.width) : bestAmong(this.#scores, choices);
  }

  /** The same while weights change, nothing remembered. */
  tagWatched(words: readonly Int32Array[], watch: TagWatcher): void {
    const { weights } = this;
    const features = this.#features;
    const near = new Int32Array(MOST_FEATURES);
    let tag1 = NO_TAG;
    let tag2 = NO_TAG;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Int32Array;
      const choices = this.#choicesOf(word);
      if (choices.length === 1) {
        tag2 = tag1;
        tag1 = choices[0] as number;
        continue;
      }
      let count = ownFeatures(word, weights, features);
      const more = nearFeatures(words, at, tag1, tag2, weights, near);
      for (let k = 0; k < more; k++) features[count++] = near[k] as number;
      this.#scores.fill(0);
      addScores(weights, features, count, this.#scores);
      tag2 = tag1;
      tag1 = this.#bestOf(choices);
      watch(at, tag1, features, count);
    }
  }
}
