/**
 * A few words or keys that never change, as a set that takes the room of a list: a million
 * claims have several each, and a `Set` of five takes five times as much. Looking one up goes
 * through all of them; the strings themselves are shared through a `Vocabulary`.
 */
export class KeySet implements ReadonlySet<string> {
  private readonly keys_: readonly string[];

  /** `keys` without repetition. */
  constructor(keys: readonly string[]) {
    this.keys_ = keys;
  }

  get size(): number {
    return this.keys_.length;
  }

  has(key: string): boolean {
    return this.keys_.includes(key);
  }

  forEach(work: (value: string, key: string, set: ReadonlySet<string>) => void): void {
    for (const key of this.keys_) work(key, key, this);
  }

  values(): SetIterator<string> {
    return this.keys_.values() as SetIterator<string>;
  }

  keys(): SetIterator<string> {
    return this.values();
  }

  entries(): SetIterator<[string, string]> {
    return new Set(this.keys_).entries();
  }

  [Symbol.iterator](): SetIterator<string> {
    return this.values();
  }

  union<T>(other: ReadonlySetLike<T>): Set<string | T> {
    return new Set(this.keys_).union(other);
  }

  intersection<T>(other: ReadonlySetLike<T>): Set<string & T> {
    return new Set(this.keys_).intersection(other);
  }

  difference<T>(other: ReadonlySetLike<T>): Set<string> {
    return new Set(this.keys_).difference(other);
  }

  symmetricDifference<T>(other: ReadonlySetLike<T>): Set<string | T> {
    return new Set(this.keys_).symmetricDifference(other);
  }

  isSubsetOf(other: ReadonlySetLike<unknown>): boolean {
    return new Set<unknown>(this.keys_).isSubsetOf(other);
  }

  isSupersetOf(other: ReadonlySetLike<unknown>): boolean {
    return new Set<unknown>(this.keys_).isSupersetOf(other);
  }

  isDisjointFrom(other: ReadonlySetLike<unknown>): boolean {
    return new Set<unknown>(this.keys_).isDisjointFrom(other);
  }
}

const NONE = new KeySet([]);
/** Longer sets are looked up by hash. */
const LONG = 24;

/** Gives each string, and each set of one, once. */
export class Vocabulary {
  readonly #words = new Map<string, string>();
  readonly #singles = new Map<string, KeySet>();

  setOf(keys: Iterable<string>): ReadonlySet<string> {
    const once = keys instanceof Set ? keys : new Set(keys);
    if (once.size > LONG) return once;
    const shared = [...once].map((key) => this.#share(key));
    const [first] = shared;
    if (first === undefined) return NONE;
    return shared.length === 1 ? this.#single(first) : new KeySet(shared);
  }

  #share(key: string): string {
    const known = this.#words.get(key);
    if (known !== undefined) return known;
    this.#words.set(key, key);
    return key;
  }

  #single(key: string): KeySet {
    const known = this.#singles.get(key) ?? new KeySet([key]);
    this.#singles.set(key, known);
    return known;
  }
}
