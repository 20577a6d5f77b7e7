import groups from './event-words.json' with { type: 'json' };
import { foldForm, wordsAt } from './fold-words.ts';

const GROUP_OF = new Map(
  Object.entries(groups).flatMap(([group, words]) => words.map((word) => [foldForm(word), group] as const)),
);

/** The group of events that a clause's nouns and participles name ("three bodies", "the turnout"), or null where none or several do. */
export function eventOfWords(phrase: string): string | null {
  const found = new Set<string>();
  for (const { word } of wordsAt(phrase)) {
    const group = GROUP_OF.get(word);
    if (group !== undefined) found.add(group);
  }
  if (/\bon board\b/iu.test(phrase)) found.add('aboard');
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
