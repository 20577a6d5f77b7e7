const SLOTS = 1 << 19;
const MOST_WORDS = 200_000;
const UNITS_AT_FIRST = 1 << 20;
/** Length of the word, bytes of its tokens. */
const HEAD = 2;

/**
 * Remembers the tokens of each word of a text, found by the word's place in the text. All of it
 * lies in one array, a word's letters beside its tokens, so that a word met before costs two
 * looks at memory and makes no object: a map of strings took longer than the rest of the
 * analysis. Open addressing; emptied when it is full.
 */
export class WordTable {
  readonly #slots = new Int32Array(SLOTS);
  readonly #make: (word: string) => string;
  #units = new Uint16Array(UNITS_AT_FIRST);
  #bytes = Buffer.from(this.#units.buffer);
  #used = 1;
  #words = 0;

  constructor(make: (word: string) => string) {
    this.#make = make;
  }

  /** The tokens of the word in `[start, end)` of `text`; `hash` is made of its code units alone. */
  tokensAt(text: string, start: number, end: number, hash: number): string {
    const entry = this.#entryOf(text, start, end, hash);
    const from = this.#tokensFrom(entry);
    return this.#bytes.toString('utf8', from, from + (this.#units[entry + 1] ?? 0));
  }

  /** The same, as UTF-8 added to `out`. */
  writeTokensAt(text: string, start: number, end: number, hash: number, out: TokenWriter): void {
    const entry = this.#entryOf(text, start, end, hash);
    out.add(this.#bytes, this.#tokensFrom(entry), this.#units[entry + 1] ?? 0);
  }

  #tokensFrom(entry: number): number {
    return 2 * (entry + HEAD + (this.#units[entry] ?? 0));
  }

  #entryOf(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    let slot = hash & (SLOTS - 1);
    for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
      if (this.#isWordAt(entry, text, start, end)) return entry;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return this.#add(text.slice(start, end), hash);
  }

  #isWordAt(entry: number, text: string, start: number, end: number): boolean {
    const units = this.#units;
    if (units[entry] !== end - start) return false;
    for (let at = start, unit = entry + HEAD; at < end; at += 1, unit += 1) {
      if (units[unit] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  #add(word: string, hash: number): number {
    const tokens = Buffer.from(this.#make(word), 'utf8');
    if (this.#words >= MOST_WORDS) this.#empty();
    const entry = this.#room(HEAD + word.length + Math.ceil(tokens.length / 2));
    this.#units[entry] = word.length;
    this.#units[entry + 1] = tokens.length;
    for (let index = 0; index < word.length; index += 1) {
      this.#units[entry + HEAD + index] = word.charCodeAt(index);
    }
    this.#bytes.set(tokens, this.#tokensFrom(entry));
    this.#slots[this.#freeSlot(hash)] = entry;
    this.#words += 1;
    return entry;
  }

  #freeSlot(hash: number): number {
    let slot = hash & (SLOTS - 1);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }

  #room(units: number): number {
    const entry = this.#used;
    this.#used += units;
    if (this.#used > this.#units.length) this.#grow();
    return entry;
  }

  #grow(): void {
    const former = this.#units;
    this.#units = new Uint16Array(Math.max(2 * former.length, this.#used));
    this.#units.set(former);
    this.#bytes = Buffer.from(this.#units.buffer);
  }

  #empty(): void {
    this.#slots.fill(0);
    this.#used = 1;
    this.#words = 0;
  }
}

/** Tokens written one behind the other with a space between, as UTF-8. */
export class TokenWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  /** Adds `length` bytes of `from`; nothing where there are none. */
  add(from: Uint8Array, start: number, length: number): void {
    if (length === 0) return;
    if (this.#length + length + 1 > this.#bytes.length) this.#grow(length + 1);
    const bytes = this.#bytes;
    let at = this.#length;
    if (at > 0) bytes[at++] = 0x20;
    for (let index = start; index < start + length; index += 1) bytes[at++] = from[index] ?? 0;
    this.#length = at;
  }

  /** What was written since it was cleared; good until the next word is added. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(by: number): void {
    const former = this.#bytes;
    this.#bytes = new Uint8Array(2 * former.length + by);
    this.#bytes.set(former);
  }
}
