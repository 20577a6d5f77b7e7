import type { Line } from './quoted-lines.ts';
import { isContent } from './word-senses.ts';

const COMMON_WORD = 400;
const CANDIDATES = 8;

/** Which lines each telling word stands in. */
export function postingsOf(lines: readonly Line[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    for (const word of new Set(line.words.map((known) => known.word))) {
      if (!isContent(word)) continue;
      const known = postings.get(word);
      if (known === undefined) postings.set(word, [at]);
      else known.push(at);
    }
  }
  return postings;
}

/** The lines of other sources that share most with a line, rare words first; a handful. */
export function candidatesOf(
  lines: readonly Line[],
  postings: ReadonlyMap<string, readonly number[]>,
  printed: Line,
): Line[] {
  const scores = new Map<number, number>();
  for (const word of new Set(printed.words.map((known) => known.word))) {
    const places = isContent(word) ? (postings.get(word) ?? []) : [];
    if (places.length > COMMON_WORD) continue;
    for (const place of places)
      scores.set(place, (scores.get(place) ?? 0) + 1 / Math.log2(places.length + 1));
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([place]) => lines[place])
    .filter((line) => line !== undefined)
    .filter((line) => line.of.source !== printed.of.source)
    .slice(0, CANDIDATES);
}
