import { FeaturePlaces, markFeature } from './feature-places.ts';
import { wholeOf } from './pack-weights.ts';
import type { DenseWeights } from './weights.ts';

export const SHIFT = 0;
export const HANG_LEFT = 1;
export const HANG_RIGHT = 2;
/** Labels a feature while actions are learned; the fourth is never used. */
export const ACTION_WIDTH = 4;

/**
 * Weights of the three actions where they are used. What one action gains by learning, another
 * loses, so that the three add up to nothing and two are kept; and they are kept only of features
 * that weigh anything.
 */
export interface ActionWeights {
  readonly mask: number;
  readonly places: FeaturePlaces;
  /** Of each feature that is known: the weight of shifting, that of hanging left. */
  readonly pairs: Int16Array;
}

/** Sets `scores` to the sums of the weights of `count` features, one an action. */
export function scoreActions(
  weights: DenseWeights | ActionWeights,
  features: Int32Array,
  count: number,
  scores: Float64Array,
): void {
  if ('pairs' in weights) scorePairs(weights, features, count, scores);
  else scoreDense(weights, features, count, scores);
}

function scorePairs(
  { places, pairs }: ActionWeights,
  features: Int32Array,
  count: number,
  scores: Float64Array,
): void {
  let shift = 0;
  let left = 0;
  for (let k = 0; k < count; k++) {
    const place = places.of(features[k] as number);
    if (place < 0) continue;
    shift += pairs[2 * place] as number;
    left += pairs[2 * place + 1] as number;
  }
  scores[SHIFT] = shift;
  scores[HANG_LEFT] = left;
  scores[HANG_RIGHT] = -shift - left;
}

function scoreDense(
  { values }: DenseWeights,
  features: Int32Array,
  count: number,
  scores: Float64Array,
): void {
  let shift = 0;
  let left = 0;
  let right = 0;
  for (let k = 0; k < count; k++) {
    const base = (features[k] as number) * ACTION_WIDTH;
    shift += values[base] as number;
    left += values[base + 1] as number;
    right += values[base + 2] as number;
  }
  scores[SHIFT] = shift;
  scores[HANG_LEFT] = left;
  scores[HANG_RIGHT] = right;
}

/** Features none of whose weights reaches this are left out: two in three, which tell next to nothing. */
const LEAST = 1;

/** Learned weights of actions as they are used. */
export function actionWeightsOf({ values, mask }: DenseWeights): ActionWeights {
  const present = new Int32Array(Math.ceil((mask + 1) / 32));
  const pairs: number[] = [];
  for (let feature = 0; feature <= mask; feature++) {
    const [shift = 0, left = 0, right = 0] = values.subarray(ACTION_WIDTH * feature);
    if (Math.max(Math.abs(shift), Math.abs(left), Math.abs(right)) < LEAST) continue;
    markFeature(present, feature);
    pairs.push(wholeOf(shift), wholeOf(left));
  }
  const places = new FeaturePlaces(present);
  return { mask, places, pairs: Int16Array.from(pairs) };
}
