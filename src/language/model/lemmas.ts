/** How a word becomes its lemma: so many letters off the end, and these put on. */
export type Edit = readonly [cut: number, add: string];

/** Words with a lemma of their own, and edits by tag and ending. Keys are `word tag` and `ending tag`, small letters. */
export interface LemmaTable {
  readonly words: ReadonlyMap<string, string>;
  readonly endings: ReadonlyMap<string, Edit>;
}

export const LONGEST_ENDING = 5;

/** The lemma of a word as a part of speech: its own where it has one, else by the longest ending that is known. */
export function lemmaOf(word: string, tag: string, { words, endings }: LemmaTable): string {
  const lower = word.toLowerCase();
  const own = words.get(`${lower} ${tag}`);
  if (own !== undefined) return own;
  for (let length = Math.min(LONGEST_ENDING, lower.length - 1); length >= 0; length--) {
    const edit = endings.get(`${length === 0 ? '' : lower.slice(-length)} ${tag}`);
    if (edit !== undefined) return applyEdit(lower, edit);
  }
  return lower;
}

export function applyEdit(word: string, [cut, add]: Edit): string {
  return word.slice(0, word.length - cut) + add;
}

/** More lemmas than this are not remembered at a time. */
const MOST = 100_000;

/** Lemmas worked out once for a word and tag. */
export class LemmaMemory {
  readonly #table: LemmaTable;
  readonly #known = new Map<string, Map<string, string>>();
  #size = 0;

  constructor(table: LemmaTable) {
    this.#table = table;
  }

  of(word: string, tag: string): string {
    const own = this.#known.get(tag) ?? new Map<string, string>();
    const known = own.get(word);
    if (known !== undefined) return known;
    if (this.#size++ >= MOST) {
      this.#known.clear();
      this.#size = 0;
    }
    const lemma = lemmaOf(word, tag, this.#table);
    this.#known.set(tag, own.set(word, lemma));
    return lemma;
  }
}
