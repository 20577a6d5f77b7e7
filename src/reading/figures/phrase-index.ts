import type { Token } from '../../language/token.ts';
import { tokenize } from '../../language/tokenize.ts';

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by the words they are made of, longest first. Look-up costs one map access where nothing matches. */
export class PhraseIndex<T> {
  readonly #entries = new Map<string, Entry<T>[]>();
  readonly #backward: boolean;

  /** `backward` phrases are looked up by their last word. */
  constructor(backward = false) {
    this.#backward = backward;
  }

  add(phrase: string, value: T): void {
    const words = tokenize(phrase).map((token) => token.norm);
    const key = this.#backward ? words.at(-1) : words[0];
    if (key === undefined) return;
    const list = this.#entries.get(key) ?? [];
    list.push({ words, value });
    list.sort((a, b) => b.words.length - a.words.length);
    this.#entries.set(key, list);
  }

  /** The longest phrase that starts at `at` (ends there, where backward), and how many tokens it takes. */
  find(items: readonly Token[], at: number): { value: T; length: number } | null {
    const first = items[at];
    const list = first === undefined ? undefined : this.#entries.get(first.norm);
    if (list === undefined) return null;
    for (const entry of list) {
      const from = this.#backward ? at - entry.words.length + 1 : at;
      if (from >= 0 && matches(items, from, entry.words))
        return { value: entry.value, length: entry.words.length };
    }
    return null;
  }

  has(norm: string): boolean {
    return this.#entries.has(norm);
  }

  /** Whether this word is a phrase alone. */
  hasAlone(norm: string): boolean {
    return this.#entries.get(norm)?.some(({ words }) => words.length === 1) ?? false;
  }

  /** The second words of the phrases that begin with this one. */
  secondsOf(norm: string): readonly string[] {
    return (this.#entries.get(norm) ?? []).flatMap(({ words }) => words[1] ?? []);
  }
}

function matches(items: readonly Token[], from: number, words: readonly string[]): boolean {
  for (let index = 0; index < words.length; index += 1)
    if (items[from + index]?.norm !== words[index]) return false;
  return true;
}
