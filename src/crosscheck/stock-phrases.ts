/** Three words in a row that more sources than this quote are a stock phrase. */
const STOCK = 3;

/** Words in threes, as they follow one another. */
export function threesOf(words: readonly string[]): string[] {
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
}

/** Tells of three words in a row whether they are everybody's. Linear in the lines. */
export function stockPhrasesIn(
  lines: readonly { readonly source: string; readonly words: readonly string[] }[],
): (three: string) => boolean {
  const sources = new Map<string, Set<string>>();
  for (const { source, words } of lines) {
    for (const three of threesOf(words)) {
      const known = sources.get(three);
      if (known === undefined) sources.set(three, new Set([source]));
      else if (known.size <= STOCK) known.add(source);
    }
  }
  return (three) => (sources.get(three)?.size ?? 0) > STOCK;
}
