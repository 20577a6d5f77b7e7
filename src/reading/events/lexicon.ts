import { buildArabic } from './arabic-lexicon.ts';
import { buildEnglish } from './english-lexicon.ts';
import { buildStemmed, isStemmed } from './stemmed-lexicon.ts';
import type { Lexicon, Sense } from './trigger.ts';

const CACHE_LIMIT = 100_000;
const built = new Map<string, Lexicon>();

/** The triggers of a language (BCP 47 primary tag); English where the language has none of its own. Built once. */
export function lexiconOf(language: string | null): Lexicon {
  const key = language !== null && (isStemmed(language) || language === 'ar') ? language : 'en';
  const known = built.get(key);
  if (known !== undefined) return known;
  // English words are looked up as they stand; the others are taken apart, so that is remembered.
  const lexicon =
    key === 'en' ? buildEnglish() : remembering(key === 'ar' ? buildArabic() : buildStemmed(key));
  built.set(key, lexicon);
  return lexicon;
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
