import { F, type WordFeatures } from './word-features.ts';

/**
 * Remembers the scores that a word alone gives, one a label, by the word's index: half of the
 * features of a word depend on nothing else, and few words make most of a text.
 */
export class ScoreMemory {
  readonly #width: number;
  readonly #words: WordFeatures;
  #scores: (Float64Array | undefined)[] = [];
  #round = 0;

  constructor(width: number, words: WordFeatures) {
    this.#width = width;
    this.#words = words;
  }

  /** Puts the scores of `word` into `scores`, working them out by `score` where they are not known. */
  put(word: Int32Array, scores: Float64Array, score: (word: Int32Array, scores: Float64Array) => void): void {
    if (this.#round !== this.#words.round) {
      this.#scores = [];
      this.#round = this.#words.round;
    }
    const index = word[F.index] as number;
    const known = this.#scores[index];
    if (known !== undefined) {
      for (let label = 0; label < this.#width; label++) scores[label] = known[label] as number;
      return;
    }
    scores.fill(0, 0, this.#width);
    score(word, scores);
    this.#scores[index] = scores.slice(0, this.#width);
  }
}
