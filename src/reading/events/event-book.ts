import { type Word, WordNotes } from '../../language/word.ts';
import type { CaseEvents } from './case-events.ts';
import { CORE_TYPES, type EventType, OTHER_TYPE } from './event-type.ts';
import { buildLexicon, coreLexicon, inTurn, triggerLanguage } from './lexicon.ts';
import type { WordsOfEvents } from './sense-table.ts';
import type { Lexicon, Sense } from './trigger.ts';

/** The events that a case is read by: the core, with what the case adds. */
export interface EventBook {
  /** The triggers of a language (BCP 47 primary tag); English where the language has none of its own. */
  lexiconOf(language: string | null): WordSenses;
  typeOf(event: string): EventType;
}

/** The senses that begin with a word. */
export type WordSenses = (word: Word) => readonly Sense[];

const core = new Map<string, WordSenses>();

// What the core says of a word is kept with the word; what a case says of it is not, for cases come and go.
function coreSenses(language: string): WordSenses {
  const known = core.get(language);
  if (known !== undefined) return known;
  const lexicon = coreLexicon(language);
  const notes = new WordNotes(({ norm }) => lexicon(norm));
  const senses: WordSenses = (word) => notes.of(word);
  core.set(language, senses);
  return senses;
}

/** The core alone. */
export const CORE_BOOK: EventBook = {
  lexiconOf: (language) => coreSenses(triggerLanguage(language)),
  typeOf: (event) => CORE_TYPES.get(event) ?? OTHER_TYPE,
};

/** The core with a case's own events; of two meanings of the same words, the case's own stands. */
export function bookWith(events: CaseEvents): EventBook {
  if (Object.keys(events).length === 0) return CORE_BOOK;
  const built = new Map<string, WordSenses>();
  const lexiconFor = (language: string): WordSenses => {
    const known = built.get(language);
    if (known !== undefined) return known;
    const lexicon = inTurn(ownLexicon(events, language), coreLexicon(language));
    const senses: WordSenses = ({ norm }) => lexicon(norm);
    built.set(language, senses);
    return senses;
  };
  return {
    lexiconOf: (language) => lexiconFor(triggerLanguage(language)),
    typeOf: (event) => typeWith(events, event),
  };
}

/** Only what the case adds, in one language. */
export function ownLexicon(events: CaseEvents, language: string): Lexicon {
  const words: WordsOfEvents = Object.fromEntries(
    Object.entries(events).map(([event, { triggers }]) => [event, triggers?.[language] ?? {}]),
  );
  return buildLexicon(language, words, () => true);
}

function typeWith(events: CaseEvents, event: string): EventType {
  const core = CORE_TYPES.get(event) ?? OTHER_TYPE;
  if (!Object.hasOwn(events, event)) return core;
  const { triggers: _, ...own } = events[event] ?? {};
  return { ...core, ...own };
}
