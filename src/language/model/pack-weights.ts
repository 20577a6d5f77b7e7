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

/** Fractions are rounded to whole numbers, `SCALE` to one; whole numbers stay. */
export function streamsOf(weights: Weights): WeightStreams {
  return 'entries' in weights ? streamsOfSparse(weights) : streamsOfDense(weights);
}

function streamsOfDense({ values, width, mask }: DenseWeights): WeightStreams {
  const counts = new Uint8Array(mask + 1);
  const labels: number[] = [];
  const kept: number[] = [];
  const whole = values instanceof Int16Array ? values : Int16Array.from(values, wholeOf);
  for (const [at, value] of whole.entries()) {
    if (value === 0) continue;
    const feature = Math.floor(at / width);
    counts[feature] = (counts[feature] as number) + 1;
    labels.push(at % width);
    kept.push(value);
  }
  return { counts, labels: Uint8Array.from(labels), values: Int16Array.from(kept) };
}

function streamsOfSparse({ starts, entries }: SparseWeights): WeightStreams {
  return {
    counts: Uint8Array.from(starts.subarray(1), (end, feature) => end - (starts[feature] as number)),
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
  const starts = new Uint32Array(counts.length + 1);
  for (let feature = 0; feature < counts.length; feature++)
    starts[feature + 1] = (starts[feature] as number) + (counts[feature] as number);
  const entries = new Int32Array(values.length);
  for (let at = 0; at < entries.length; at++)
    entries[at] = ((values[at] as number) << 8) | (labels[at] as number);
  return { starts, entries, width, mask: counts.length - 1 };
}

/** The table with every weight in its place: quicker to look up where labels are few. */
export function denseOf({ counts, labels, values }: WeightStreams, width: number): DenseWeights {
  const table = new Int16Array(counts.length * width);
  let at = 0;
  for (let feature = 0; feature < counts.length; feature++) {
    const base = feature * width;
    for (const end = at + (counts[feature] as number); at < end; at++)
      table[base + (labels[at] as number)] = values[at] as number;
  }
  return { values: table, width, mask: counts.length - 1 };
}
