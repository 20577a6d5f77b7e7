import { sliceOf } from '../../statement/span.ts';
import type { FigureContext } from './figure-draft.ts';
import type { NounEntry } from './figure-lexicon.ts';
import { singularOf } from './singular-of.ts';

/** The noun that a number counts: items `[at, next)`, adjectives before it left out. */
export interface CountedNoun {
  readonly at: number;
  readonly next: number;
  readonly of: string;
  readonly entry: NounEntry | null;
  /** Words between number and noun, lower case. */
  readonly adjectives: readonly string[];
}

const REACH = 5;
// Said of people alone where nothing follows, else of what follows.
export const STATES: ReadonlySet<string> = new Set([
  'dead',
  'injured',
  'wounded',
  'missing',
  'hurt',
  'killed',
  'displaced',
  'elderly',
  'male',
  'female',
  'adult',
  'civilian',
]);
const NOT_PLURAL = /(?:ss|us|is|'s|ous)$/;
const TURKISH_VERB =
  /(?:[dt][iu](?:k|m|n|l[ae]r)?|yor(?:du|lar|um|uz)?|m[iu]s(?:t[iu]r|l[ae]r)?|[ae]cek|[ae]cak|m[ae]k|[iu]p|[ae]rak|s[ae])$/;

/** The noun counted from item `at` on, or null where none is said. `one` is true after "one". */
export function nounAt(context: FigureContext, at: number, one: boolean): CountedNoun | null {
  const { items, lexicon } = context;
  let known: { index: number; entry: NounEntry } | null = null;
  let end = at;
  while (
    end < at + REACH &&
    (isNounPhraseWord(context, end, end > at) ||
      (known === null && end > at && joinsAdjectives(context, end)))
  ) {
    const norm = items[end]?.norm ?? '';
    const entry = lexicon.noun(norm) ?? compoundNoun(context, norm);
    if (entry !== null && !entry.dual) {
      known = { index: end, entry };
      if (stopsHere(context, entry, one, end)) break;
    } else if (
      known !== null &&
      looksPlural(lexicon.language, norm) &&
      STATES.has(items[known.index]?.norm ?? '')
    )
      return written(context, at, end);
    else if (known !== null && !looksPlural(lexicon.language, norm)) break;
    else if (known === null && looksPlural(lexicon.language, norm) && !one) return written(context, at, end);
    end += 1;
  }
  if (known !== null) return counted(context, at, known.index, known.entry);
  return guess(context, at, end, one);
}

// In English the head comes last ("police officers", "dead gulls"), elsewhere first.
function stopsHere(context: FigureContext, entry: NounEntry, one: boolean, index: number): boolean {
  if (context.lexicon.language !== 'en') return true;
  const next = context.items[index + 1]?.norm ?? '';
  const goesOn = isNounPhraseWord(context, index + 1, true);
  if (goesOn && context.lexicon.noun(next) !== null) return false;
  if (goesOn && looksPlural('en', next) && (!entry.plural || STATES.has(context.items[index]?.norm ?? '')))
    return false;
  return entry.plural || one;
}

// "torn or wet papers": adjectives may be joined.
function joinsAdjectives(context: FigureContext, index: number): boolean {
  const { items, lexicon } = context;
  if (items[index]?.norm !== 'or' && items[index]?.norm !== 'and') return false;
  const [second, head] = [items[index + 1]?.norm ?? '', items[index + 2]?.norm ?? ''];
  if (lexicon.noun(second) !== null || lexicon.numbers.numeral(second) !== null) return false;
  return (
    isNounPhraseWord(context, index + 1, true) &&
    isNounPhraseWord(context, index + 2, true) &&
    (lexicon.noun(head) !== null || looksPlural('en', head))
  );
}

function compoundNoun(context: FigureContext, norm: string): NounEntry | null {
  const dash = norm.lastIndexOf('-');
  return dash < 1 ? null : context.lexicon.noun(norm.slice(dash + 1));
}

function isNounPhraseWord(context: FigureContext, index: number, inside: boolean): boolean {
  const { items, lexicon, text } = context;
  const item = items[index];
  if (item?.kind !== 'word' || lexicon.stop.has(item.norm)) return false;
  if (lexicon.noun(item.norm) !== null) return true;
  if (lexicon.verbs.has(item.norm)) return false;
  if (lexicon.language === 'tr' && TURKISH_VERB.test(item.norm)) return false;
  if (inside && lexicon.numbers.numeral(item.norm) !== null) return false;
  const first = text.charAt(item.start);
  return !(inside && first !== first.toLowerCase()) || lexicon.language === 'de';
}

function looksPlural(language: string, norm: string): boolean {
  if (language !== 'en' && language !== 'es' && language !== 'pt' && language !== 'fr') return false;
  return norm.length > 3 && norm.endsWith('s') && !NOT_PLURAL.test(norm);
}

function counted(context: FigureContext, at: number, index: number, entry: NounEntry): CountedNoun {
  const narrow = entry.people && entry.noun !== 'person';
  const adjectives = wordsBetween(context, at, index);
  return {
    at: index,
    next: index + 1,
    of: entry.people ? 'person' : entry.noun,
    entry,
    adjectives: narrow ? [...adjectives, lower(context, index)] : adjectives,
  };
}

function written(context: FigureContext, at: number, index: number): CountedNoun {
  return {
    at: index,
    next: index + 1,
    of: singular(context.items[index]?.norm ?? '', context.lexicon.language),
    entry: null,
    adjectives: wordsBetween(context, at, index),
  };
}

// Nothing known: after a number Turkish and Arabic put the noun right away, English after "one" too.
function guess(context: FigureContext, at: number, end: number, one: boolean): CountedNoun | null {
  const { language } = context.lexicon;
  if (end === at || one || !['tr', 'ar', 'fa', 'ku', 'ru'].includes(language)) return null;
  const norm = context.items[at]?.norm ?? '';
  return norm.length < 3 ? null : written(context, at, at);
}

function wordsBetween(context: FigureContext, at: number, index: number): string[] {
  return Array.from({ length: Math.max(0, index - at) }, (_, offset) => lower(context, at + offset));
}

function lower(context: FigureContext, index: number): string {
  const item = context.items[index];
  return item === undefined ? '' : sliceOf(context.text, item).toLowerCase();
}

function singular(norm: string, language: string): string {
  if (!looksPlural(language, norm)) return norm;
  return language === 'en' ? singularOf(norm) : norm.slice(0, -1);
}
