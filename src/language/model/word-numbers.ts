import { hashText } from './hash.ts';

const SEED = 40;
const FREE = -1;

/**
 * Whole numbers that words have, `width` a word. Words are known by their hash alone, so that no
 * words need to be unpacked before the first is looked up; one unknown word in some ten thousand
 * is taken for a known one.
 */
export class WordNumbers {
  readonly hashes: Int32Array;
  readonly numbers: Uint16Array;
  readonly width: number;
  /** Places of the words, each at its hash or behind it; a power of two, half of it free. */
  readonly #slots: Int32Array;

  constructor(hashes: Int32Array, numbers: Uint16Array) {
    this.hashes = hashes;
    this.numbers = numbers;
    this.width = hashes.length === 0 ? 1 : numbers.length / hashes.length;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * hashes.length + 2))).fill(FREE);
    for (let place = 0; place < hashes.length; place++)
      this.#slots[this.#slotOf(hashes[place] as number)] = place;
  }

  static of(words: readonly string[], numbers: readonly number[]): WordNumbers {
    return new WordNumbers(
      Int32Array.from(words, (word) => hashText(word, SEED)),
      Uint16Array.from(numbers),
    );
  }

  /** The `which`-th number of a word; undefined where the word has none. */
  get(word: string, which = 0): number | undefined {
    const place = this.#slots[this.#slotOf(hashText(word, SEED))] as number;
    return place === FREE ? undefined : this.numbers[place * this.width + which];
  }

  /** The slot of a hash, or the free one where it would be. */
  #slotOf(hash: number): number {
    const last = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & last;
    for (;;) {
      const place = this.#slots[slot] as number;
      if (place === FREE || this.hashes[place] === hash) return slot;
      slot = (slot + 1) & last;
    }
  }
}
