/**
 * A table of weights by hashed feature: `values[(feature & mask) * width + label]`. Whole numbers
 * when a model is used, fractions while it is trained.
 */
export interface Weights {
  readonly values: Int16Array | Float32Array;
  /** Labels a feature. */
  readonly width: number;
  /** Number of features less one, a power of two less one. */
  readonly mask: number;
}

/** Adds the weights of `count` features to `scores`, one a label. */
export function addScores(weights: Weights, features: Int32Array, count: number, scores: Float64Array): void {
  const { values, width } = weights;
  for (let k = 0; k < count; k++) {
    const base = features[k] as number;
    for (let label = 0; label < width; label++) {
      scores[label] = (scores[label] as number) + (values[base + label] as number);
    }
  }
}

/** The label with the highest score; the first of equals. */
export function bestOf(scores: Float64Array, width: number): number {
  let best = 0;
  for (let label = 1; label < width; label++) {
    if ((scores[label] as number) > (scores[best] as number)) best = label;
  }
  return best;
}
