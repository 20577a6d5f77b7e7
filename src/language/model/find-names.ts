import { mix } from './hash.ts';
import { ScoreMemory } from './score-memory.ts';
import { ownFeatures } from './tag-words.ts';
import { addScores, type Weights } from './weights.ts';
import { F, OUTSIDE, type WordFeatures } from './word-features.ts';

const MOST_FEATURES = 64;
const NEVER = -1e15;

/** Weights of a name finder: of labels by features, and of a label after another (`from * width + to`; the last row is the start). */
export interface NameWeights {
  readonly labels: Weights;
  readonly steps: Int16Array | Float32Array;
}

/**
 * Labels that may follow each other in the BIOES scheme: a name begins (B), goes on (I), ends (E)
 * or stands alone (S), each with its kind; outside is O. `allowed[from * width + to]` is 1.
 */
export function allowedSteps(labels: readonly string[]): Uint8Array {
  const width = labels.length;
  const allowed = new Uint8Array(width * width);
  for (const [from, before] of labels.entries()) {
    const open = before.startsWith('B') || before.startsWith('I');
    for (const [to, after] of labels.entries()) {
      const goesOn = after.startsWith('I') || after.startsWith('E');
      const fits = open ? goesOn && before.slice(2) === after.slice(2) : !goesOn;
      allowed[from * width + to] = fits ? 1 : 0;
    }
  }
  return allowed;
}

/** Features of a word by its neighbours and the tags around it. */
function nearFeatures(
  words: readonly Int32Array[],
  tags: Int32Array,
  at: number,
  { mask }: Weights,
  out: Int32Array,
): number {
  const word = words[at] as Int32Array;
  const before = words[at - 1] ?? OUTSIDE;
  const before2 = words[at - 2] ?? OUTSIDE;
  const after = words[at + 1] ?? OUTSIDE;
  const after2 = words[at + 2] ?? OUTSIDE;
  const tag = tags[at] as number;
  const tagBefore = tags[at - 1] ?? 99;
  const tagAfter = tags[at + 1] ?? 99;
  let count = 0;
  const add = (id: number, value: number) => {
    out[count++] = mix(value, id) & mask;
  };
  add(71, before[F.lower] as number);
  add(72, before2[F.lower] as number);
  add(73, after[F.lower] as number);
  add(74, after2[F.lower] as number);
  add(75, before[F.suffix3] as number);
  add(76, after[F.suffix3] as number);
  add(77, mix(before[F.shape] as number, word[F.shape] as number));
  add(78, mix(word[F.shape] as number, after[F.shape] as number));
  add(79, mix(mix(before[F.shape] as number, word[F.shape] as number), after[F.shape] as number));
  add(80, (word[F.looks] as number) | (at === 0 ? 64 : 0));
  add(81, mix(before[F.lower] as number, word[F.lower] as number));
  add(82, mix(word[F.lower] as number, after[F.lower] as number));
  add(83, before[F.cluster300] as number);
  add(84, before[F.cluster1000] as number);
  add(85, after[F.cluster300] as number);
  add(86, after[F.cluster1000] as number);
  add(87, mix(before[F.cluster64] as number, word[F.cluster300] as number));
  add(88, mix(word[F.cluster300] as number, after[F.cluster64] as number));
  add(89, mix(tag, word[F.shape] as number));
  add(90, mix(tag, tagBefore));
  add(91, mix(tag, tagAfter));
  add(92, mix(mix(tagBefore, tag), tagAfter));
  add(93, mix(mix(before2[F.cluster64] as number, before[F.cluster64] as number), word[F.shape] as number));
  add(94, mix(mix(after[F.cluster64] as number, after2[F.cluster64] as number), word[F.shape] as number));
  add(95, mix(before[F.lower] as number, word[F.shape] as number));
  add(96, mix(after[F.lower] as number, word[F.shape] as number));
  return count;
}

/** Finds names as the best row of labels for a whole sentence (Viterbi). */
export class NameFinder {
  readonly #weights: NameWeights;
  readonly #before: readonly Int32Array[];
  readonly #memory: ScoreMemory;
  readonly #features = new Int32Array(MOST_FEATURES);
  readonly #own: Float64Array;
  #scores = new Float64Array(0);
  #from = new Int32Array(0);
  readonly #scoreOwn = (word: Int32Array, scores: Float64Array) => {
    const count = ownFeatures(word, this.#weights.labels, this.#features);
    addScores(this.#weights.labels, this.#features, count, scores);
  };

  constructor(weights: NameWeights, labels: readonly string[], words: WordFeatures) {
    this.#weights = weights;
    const { width } = weights.labels;
    const allowed = allowedSteps(labels);
    this.#before = labels.map((_, to) =>
      Int32Array.from([...labels.keys()].filter((from) => allowed[from * width + to] === 1)),
    );
    this.#memory = new ScoreMemory(width, words);
    this.#own = new Float64Array(width);
  }

  /** A label for each word. `remember` is false while weights change. */
  find(words: readonly Int32Array[], tags: Int32Array, out: Int32Array, remember = true): void {
    const { width } = this.#weights.labels;
    const length = words.length;
    if (length === 0) return;
    if (this.#scores.length < length * width) {
      this.#scores = new Float64Array(2 * length * width);
      this.#from = new Int32Array(2 * length * width);
    }
    for (let at = 0; at < length; at++) {
      this.#weigh(words, tags, at, remember);
      if (at === 0) this.#begin(width);
      else this.#goOn(at, width);
    }
    this.#readBack(length, width, out);
  }

  /** Features of one word, as places in the weights; for training. */
  featuresOf(words: readonly Int32Array[], tags: Int32Array, at: number): Int32Array {
    const own = ownFeatures(words[at] as Int32Array, this.#weights.labels, this.#features);
    const first = this.#features.slice(0, own);
    const near = nearFeatures(words, tags, at, this.#weights.labels, this.#features);
    return Int32Array.from([...first, ...this.#features.subarray(0, near)]);
  }

  #weigh(words: readonly Int32Array[], tags: Int32Array, at: number, remember: boolean): void {
    const { labels } = this.#weights;
    const word = words[at] as Int32Array;
    if (remember) this.#memory.put(word, this.#own, this.#scoreOwn);
    else {
      this.#own.fill(0);
      this.#scoreOwn(word, this.#own);
    }
    const count = nearFeatures(words, tags, at, labels, this.#features);
    addScores(labels, this.#features, count, this.#own);
  }

  #begin(width: number): void {
    const { steps } = this.#weights;
    for (let label = 0; label < width; label++) {
      const mayBegin = this.#before[label]?.includes(0) === true;
      this.#scores[label] = mayBegin
        ? (this.#own[label] as number) + (steps[width * width + label] as number)
        : NEVER;
    }
  }

  #goOn(at: number, width: number): void {
    const { steps } = this.#weights;
    const scores = this.#scores;
    const row = at * width;
    const last = row - width;
    for (let label = 0; label < width; label++) {
      const before = this.#before[label] as Int32Array;
      let best = NEVER * 2;
      let chosen = 0;
      for (let k = 0; k < before.length; k++) {
        const from = before[k] as number;
        const score = (scores[last + from] as number) + (steps[from * width + label] as number);
        if (score > best) {
          best = score;
          chosen = from;
        }
      }
      scores[row + label] = best + (this.#own[label] as number);
      this.#from[row + label] = chosen;
    }
  }

  /** A sentence does not end within a name. */
  #readBack(length: number, width: number, out: Int32Array): void {
    const row = (length - 1) * width;
    let label = 0;
    for (const last of this.#before[0] as Int32Array) {
      if ((this.#scores[row + last] as number) > (this.#scores[row + label] as number)) label = last;
    }
    for (let at = length - 1; at >= 0; at--) {
      out[at] = label;
      label = this.#from[at * width + label] as number;
    }
  }
}

/** A run of words that is a name: `[first, end)` and its kind. */
export interface NameRun {
  readonly first: number;
  readonly end: number;
  readonly kind: string;
}

/** The runs that a row of BIOES labels stands for. */
export function runsOf(labels: readonly string[], row: Int32Array, length: number): NameRun[] {
  const runs: NameRun[] = [];
  let first = 0;
  for (let at = 0; at < length; at++) {
    const label = labels[row[at] as number] ?? 'O';
    const part = label.charAt(0);
    if (part === 'B' || part === 'S') first = at;
    if (part === 'E' || part === 'S') runs.push({ first, end: at + 1, kind: label.slice(2) });
  }
  return runs;
}
