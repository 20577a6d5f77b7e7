import { ARABIC, buildArabic } from './arabic-lexicon.ts';
import { buildEnglish, buildEnglishVerbs, ENGLISH } from './english-lexicon.ts';
import { isEventType } from './event-type.ts';
import type { WordsOfEvents } from './sense-table.ts';
import { buildStemmed, STEMMED } from './stemmed-lexicon.ts';
import type { IsType, Lexicon, Sense } from './trigger.ts';

const CACHE_LIMIT = 100_000;
const built = new Map<string, Lexicon>();

/** The triggers of the core, by language (BCP 47 primary tags). */
export const CORE_WORDS: Readonly<Record<string, WordsOfEvents>> = { en: ENGLISH, ar: ARABIC, ...STEMMED };

/** The language whose triggers are looked for in a text; English where its own has none. */
export function triggerLanguage(language: string | null): string {
  return language !== null && Object.hasOwn(CORE_WORDS, language) ? language : 'en';
}

/** The core's triggers of a language (see `triggerLanguage`). Built once. */
export function coreLexicon(language: string): Lexicon {
  const known = built.get(language);
  if (known !== undefined) return known;
  const lexicon = buildLexicon(language, CORE_WORDS[language] ?? {}, isEventType);
  const whole = language === 'en' ? inTurn(lexicon, buildEnglishVerbs()) : lexicon;
  built.set(language, whole);
  return whole;
}

/** Triggers of a language as its grammar builds them. */
export function buildLexicon(language: string, events: WordsOfEvents, isType: IsType): Lexicon {
  // English words are looked up as they stand; the others are taken apart, so that is remembered.
  if (language === 'en') return buildEnglish(events, isType);
  return remembering(
    language === 'ar' ? buildArabic(events, isType) : buildStemmed(language, events, isType),
  );
}

/** The senses of the first before those of the second. */
export function inTurn(first: Lexicon, second: Lexicon): Lexicon {
  return (norm) => {
    const [own, others] = [first(norm), second(norm)];
    if (own.length === 0) return others;
    return others.length === 0 ? own : [...own, ...others];
  };
}

function remembering(lexicon: Lexicon): Lexicon {
  const cache = new Map<string, readonly Sense[]>();
  return (norm) => {
    const known = cache.get(norm);
    if (known !== undefined) return known;
    const senses = lexicon(norm);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(norm, senses);
    return senses;
  };
}
