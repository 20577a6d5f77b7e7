import type { DenseWeights } from '../../src/language/model/weights.ts';

/** Weights that learn, and their average over all steps: what was right most of the time weighs most. */
export class Averager {
  readonly weights: DenseWeights;
  readonly #sums: Float64Array;
  #steps = 1;

  constructor(bits: number, width: number) {
    const size = 2 ** bits;
    this.weights = { values: new Float32Array(size * width), width, mask: size - 1 };
    this.#sums = new Float64Array(size * width);
  }

  tick(): void {
    this.#steps += 1;
  }

  /** Moves the weights of features towards one label and away from another. */
  move(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let k = 0; k < count; k++) {
      const base = (features[k] as number) * this.weights.width;
      this.#add(base + right, 1);
      this.#add(base + wrong, -1);
    }
  }

  /** The same for two single weights. */
  movePair(right: number, wrong: number): void {
    this.#add(right, 1);
    this.#add(wrong, -1);
  }

  #add(at: number, by: number): void {
    const { values } = this.weights;
    values[at] = (values[at] as number) + by;
    this.#sums[at] = (this.#sums[at] as number) + by * this.#steps;
  }

  average(): DenseWeights {
    const { values, width, mask } = this.weights;
    const averaged = values.map((value, at) => value - (this.#sums[at] as number) / this.#steps);
    return { values: averaged, width, mask };
  }
}

/**
 * The mean of several tables of the same size: what was learned in another order errs elsewhere,
 * and the mean of linear scores costs no more to use than one of them.
 */
export function meanOf(tables: readonly DenseWeights[]): DenseWeights {
  const [first, ...others] = tables;
  if (first === undefined) throw new Error('no tables to take the mean of');
  const values = Float32Array.from(first.values);
  for (const { values: more } of others)
    for (let at = 0; at < values.length; at++) values[at] = (values[at] as number) + (more[at] as number);
  return { ...first, values: values.map((sum) => sum / tables.length) };
}
