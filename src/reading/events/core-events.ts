import type { CaseEvents } from './case-events.ts';
import { CORE_TYPES } from './event-type.ts';
import { CORE_WORDS } from './lexicon.ts';

/** The core in the form of a case's own events: each type with its words by language. */
export function coreEvents(): CaseEvents {
  return Object.fromEntries(
    [...CORE_TYPES].map(([event, type]) => [event, { ...type, triggers: wordsOf(event) }]),
  );
}

function wordsOf(event: string) {
  return Object.fromEntries(
    Object.entries(CORE_WORDS).flatMap(([language, events]) => {
      const words = events[event];
      return words === undefined ? [] : [[language, words]];
    }),
  );
}
