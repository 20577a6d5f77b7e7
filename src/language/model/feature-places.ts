/**
 * Which features a table knows, and the place of each among them: a bit for each feature, and
 * how many come before each 32. What is not known costs one look at bits that a processor keeps
 * near, and most features of a text are not.
 */
export class FeaturePlaces {
  readonly present: Int32Array;
  readonly #before: Int32Array;
  /** Number of features less one. */
  readonly mask: number;
  readonly known: number;

  constructor(present: Int32Array) {
    this.present = present;
    this.mask = 32 * present.length - 1;
    this.#before = new Int32Array(present.length);
    let before = 0;
    for (let block = 0; block < present.length; block++) {
      this.#before[block] = before;
      before += countBits(present[block] as number);
    }
    this.known = before;
  }

  /** The place of a feature, -1 where it is not known. */
  of(feature: number): number {
    const block = feature >>> 5;
    const bits = this.present[block] as number;
    const bit = 1 << (feature & 31);
    if ((bits & bit) === 0) return -1;
    return (this.#before[block] as number) + countBits(bits & (bit - 1));
  }
}

/** Marks a feature among `present`. */
export function markFeature(present: Int32Array, feature: number): void {
  present[feature >>> 5] = (present[feature >>> 5] as number) | (1 << (feature & 31));
}

/** How many bits of 32 are set (Warren, Hacker's Delight, 5-1). */
function countBits(bits: number): number {
  let sum = bits - ((bits >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  sum = (sum + (sum >>> 4)) & 0x0f0f0f0f;
  return Math.imul(sum, 0x01010101) >>> 24;
}
