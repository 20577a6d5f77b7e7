import { FeaturePlaces, markFeature } from './feature-places.ts';
import type { DenseWeights, SparseWeights, Weights } from './weights.ts';

/**
 * A table of weights as a file keeps it: how many weights that are not nothing each feature has,
 * then the labels and the values of them all, feature by feature. Like beside like packs well.
 */
export interface WeightStreams {
  readonly counts: Uint8Array;
  readonly labels: Uint8Array;
  readonly values: Int16Array;
}

/** Weights are kept as whole numbers of this many to one. */
const SCALE = 64;
const MOST = 32_767;
/** Smaller weights are left out: they are many and tell next to nothing. */
const LEAST = 0.25;

/** Fractions are rounded to whole numbers, `SCALE` to one, without the smallest; whole numbers stay. */
export function streamsOf(weights: Weights, least = LEAST): WeightStreams {
  return 'entries' in weights ? streamsOfSparse(weights) : streamsOfDense(weights, least);
}

function streamsOfDense({ values, width, mask }: DenseWeights, least: number): WeightStreams {
  const counts = new Uint8Array(mask + 1);
  const labels: number[] = [];
  const kept: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (Math.abs(value) < least) continue;
    const feature = Math.floor(at / width);
    counts[feature] = (counts[feature] as number) + 1;
    labels.push(at % width);
    kept.push(wholeOf(value));
  }
  return { counts, labels: Uint8Array.from(labels), values: Int16Array.from(kept) };
}

function streamsOfSparse({ places, starts, entries, mask }: SparseWeights): WeightStreams {
  const counts = new Uint8Array(mask + 1);
  for (let feature = 0; feature <= mask; feature++) {
    const place = places.of(feature);
    if (place >= 0) counts[feature] = (starts[place + 1] as number) - (starts[place] as number);
  }
  return {
    counts,
    labels: Uint8Array.from(entries, (entry) => entry & 255),
    values: Int16Array.from(entries, (entry) => entry >> 8),
  };
}

/** A fraction as the whole number that is kept of it. */
export function wholeOf(weight: number): number {
  return Math.max(-MOST, Math.min(MOST, Math.round(weight * SCALE)));
}

/** The table with what is nothing left out. */
export function sparseOf({ counts, labels, values }: WeightStreams, width: number): SparseWeights {
  const present = new Int32Array(Math.ceil(counts.length / 32));
  for (let feature = 0; feature < counts.length; feature++)
    if (counts[feature] !== 0) markFeature(present, feature);
  const places = new FeaturePlaces(present);
  const starts = new Uint32Array(places.known + 1);
  let place = 0;
  for (const count of counts) {
    if (count === 0) continue;
    starts[place + 1] = (starts[place] as number) + count;
    place += 1;
  }
  const entries = new Int32Array(values.length);
  for (let at = 0; at < entries.length; at++)
    entries[at] = ((values[at] as number) << 8) | (labels[at] as number);
  return { places, starts, entries, width, mask: counts.length - 1 };
}
