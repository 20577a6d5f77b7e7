import type { FeaturePlaces } from './feature-places.ts';

/** Weights by feature and label while they are learned: `values[feature * width + label]`. */
export interface DenseWeights {
  readonly values: Float32Array;
  /** Labels a feature. */
  readonly width: number;
  /** Number of features less one, a power of two less one. */
  readonly mask: number;
}

/**
 * The same where they are used: one weight in ten to twenty is not nothing, and only those are
 * kept. Those of the feature at a place are `entries[starts[place]]` up to `entries[starts[place + 1]]`,
 * each a whole number: the weight times 256, and the label. So there are 256 labels at most.
 */
export interface SparseWeights {
  readonly places: FeaturePlaces;
  readonly starts: Uint32Array;
  readonly entries: Int32Array;
  readonly width: number;
  readonly mask: number;
}

export type Weights = DenseWeights | SparseWeights;

/** Adds the weights of `count` features to `scores`, one a label. */
export function addScores(weights: Weights, features: Int32Array, count: number, scores: Float64Array): void {
  if ('entries' in weights) addSparse(weights, features, count, scores);
  else addDense(weights, features, count, scores);
}

function addSparse(
  { places, starts, entries }: SparseWeights,
  features: Int32Array,
  count: number,
  scores: Float64Array,
): void {
  for (let k = 0; k < count; k++) {
    const place = places.of(features[k] as number);
    if (place < 0) continue;
    const end = starts[place + 1] as number;
    for (let at = starts[place] as number; at < end; at++) {
      const entry = entries[at] as number;
      const label = entry & 255;
      scores[label] = (scores[label] as number) + (entry >> 8);
    }
  }
}

function addDense(
  { values, width }: DenseWeights,
  features: Int32Array,
  count: number,
  scores: Float64Array,
): void {
  for (let k = 0; k < count; k++) {
    const base = (features[k] as number) * width;
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

/** The label with the highest score among `choices`; the first of equals. */
export function bestAmong(scores: Float64Array, choices: Uint8Array): number {
  let best = choices[0] as number;
  for (let at = 1; at < choices.length; at++) {
    const label = choices[at] as number;
    if ((scores[label] as number) > (scores[best] as number)) best = label;
  }
  return best;
}
