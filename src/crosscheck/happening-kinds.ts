import { wordsAt } from './fold-words.ts';
import kinds from './happening-kinds.json' with { type: 'json' };
import occurrence from './occurrence-words.json' with { type: 'json' };

/** A kind of happening: `death`, `custody`, `explosion`. */
export type HappeningKind = keyof typeof kinds;

interface Phrase {
  readonly kind: HappeningKind;
  readonly words: readonly string[];
}

const ENTRIES = Object.entries(kinds) as [HappeningKind, (typeof kinds)[HappeningKind]][];
const OF_EVENT = new Map(
  ENTRIES.flatMap(([kind, { events }]) => events.map((event) => [event as string, kind] as const)),
);
const BY_FIRST_WORD = phrasesByFirstWord();

function phrasesByFirstWord(): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const [kind, { words: list }] of ENTRIES)
    for (const phrase of list) {
      const words = wordsAt(phrase).map(({ word }) => word);
      const first = words[0] ?? '';
      phrases.set(first, [...(phrases.get(first) ?? []), { kind, words }]);
    }
  return phrases;
}

const NOUNS = new Map(
  ENTRIES.flatMap(([kind, { nouns }]) =>
    nouns.flatMap((noun) => wordsAt(noun).map(({ word }) => [word, kind] as const)),
  ),
);
const OCCURS = occurrence.words.map((phrase) => wordsAt(phrase).map(({ word }) => word));

/** "The fire at the mill broke out": what the noun names is said to have happened in the same clause. */
function* kindsOccurring(words: readonly string[]): Iterable<HappeningKind> {
  const named = words.map((word) => NOUNS.get(word)).filter((kind) => kind !== undefined);
  if (named.length === 0) return;
  const [first] = named;
  const occurs = words.some((_, at) =>
    OCCURS.some((phrase) => phrase.every((part, place) => words[at + place] === part)),
  );
  if (occurs && first !== undefined) yield first;
}

/** The kinds of happening that a clause tells of: by the event that was read of it, and by its words in any language. */
export function kindsTold(event: string, clause: string): Set<HappeningKind> {
  const told = new Set<HappeningKind>();
  const read = OF_EVENT.get(event);
  if (read !== undefined) told.add(read);
  const words = wordsAt(clause).map(({ word }) => word);
  for (const [at, word] of words.entries())
    for (const phrase of BY_FIRST_WORD.get(word) ?? [])
      if (phrase.words.every((part, place) => words[at + place] === part)) told.add(phrase.kind);
  for (const kind of kindsOccurring(words)) told.add(kind);
  return told;
}

/** Whether it comes to somebody or something but once, as far as one matter goes. */
export function isOnce(kind: HappeningKind): boolean {
  return kinds[kind].once;
}

/** Whether somebody undergoes it, so that who it befalls tells one from another. */
export function befalls(kind: HappeningKind): boolean {
  return kinds[kind].befalls;
}
