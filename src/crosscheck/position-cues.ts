import lists from './position-words.json' with { type: 'json' };
import { foldPhrase } from './says.ts';

type List = Exclude<keyof typeof lists, 'opposites'>;

const PHRASES = new Map(
  Object.entries(lists).map(
    ([list, phrases]) => [list, phrases.flat().map((phrase) => foldPhrase(phrase))] as const,
  ),
);
const OPPOSITES = lists.opposites.map((pair) => pair.map((word) => foldPhrase(word)));

/** Whether words take a position of a kind, in any of the languages of the list. */
export function takes(words: string, list: List): boolean {
  const folded = foldPhrase(words);
  return (PHRASES.get(list) ?? []).some((phrase) => folded.includes(phrase));
}

/** The words of a list as they stand. */
export function listWords(list: List): readonly string[] {
  return lists[list].flat();
}

/** Whether an event is in a list of events. */
export function isEventOf(event: string, list: 'knowing' | 'harm'): boolean {
  return lists[list].includes(event);
}

/** Two words of which one says the opposite of the other, one in each text: `open` and `closed`. Null where there are none. */
export function oppositesIn(a: string, b: string): readonly [string, string] | null {
  const [one, other] = [foldPhrase(a), foldPhrase(b)];
  for (const [left = '', right = ''] of OPPOSITES) {
    const both = (text: string) => text.includes(left) && text.includes(right);
    if (both(one) || both(other)) continue;
    if (one.includes(left) && other.includes(right)) return [left.trim(), right.trim()];
    if (one.includes(right) && other.includes(left)) return [right.trim(), left.trim()];
  }
  return null;
}
