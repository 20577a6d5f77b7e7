import concepts from './concepts.json' with { type: 'json' };
import { foldForm } from './fold-words.ts';

/** Entries that end so stand for every word that begins with them. */
const OPEN = '+';
const SHORTEST_START = 4;
/** "and", "with", "in", "the" that Arabic writes as one with the word. */
const ARABIC_HEADS = /^[وف]?(?:بال|كال|لل|ال|ب|ل|ك)?(?=.{2})/u;
const ARABIC_TAILS = /(?:ها|هم|هن|نا|كم|ه|ي)$/u;
/** `'s` and `s` before `es`: "bridges" is of "bridge". */
const PLURALS = [/(?<=.{3})'?s$/u, /(?<=.{4})es$/u];

const WHOLE = new Map<string, string[]>();
const STARTS = new Map<string, string[]>();
let longest = 0;
for (const [concept, words] of Object.entries(concepts))
  for (const word of Object.values(words).flat()) {
    const isOpen = word.endsWith(OPEN);
    const form = foldForm(isOpen ? word.slice(0, -1) : word);
    const known = isOpen ? STARTS : WHOLE;
    known.set(form, [...new Set([...(known.get(form) ?? []), concept])]);
    if (isOpen) longest = Math.max(longest, form.length);
  }

/**
 * What the words of a clause mean, across languages: "lorry", "camión", "kamyon" and "شاحنة" are one.
 * A word that the list does not know stands for itself. Words come folded and in order; those that
 * `isEmpty` are heard only in pairs ("turned back").
 */
export function conceptsOf(
  words: readonly string[],
  isEmpty: (word: string) => boolean = () => false,
): Set<string> {
  const found = new Set<string>();
  const inPairs = new Set<number>();
  words.forEach((word, at) => {
    for (const next of [at + 1, at + 2])
      for (const concept of WHOLE.get(`${word}-${words[next]}`) ?? []) {
        found.add(concept);
        inPairs.add(at).add(next);
      }
  });
  words.forEach((word, at) => {
    if (!inPairs.has(at) && !isEmpty(word)) for (const concept of meaningsOf(word)) found.add(concept);
  });
  return found;
}

function meaningsOf(word: string): readonly string[] {
  const singular = PLURALS.map((plural) => WHOLE.get(word.replace(plural, ''))).find(
    (known) => known !== undefined,
  );
  return WHOLE.get(word) ?? singular ?? startOf(word) ?? arabicOf(word) ?? [word];
}

function startOf(word: string): readonly string[] | undefined {
  for (let length = Math.min(longest, word.length); length >= SHORTEST_START; length -= 1) {
    const known = STARTS.get(word.slice(0, length));
    if (known !== undefined) return known;
  }
  return undefined;
}

function arabicOf(word: string): readonly string[] | undefined {
  const bare = word.replace(ARABIC_HEADS, '');
  return WHOLE.get(bare) ?? WHOLE.get(bare.replace(ARABIC_TAILS, ''));
}
