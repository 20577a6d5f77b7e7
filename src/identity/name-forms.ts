import { nameKey } from '../statement/name-key.ts';
import commonNames from './common-given-names.json' with { type: 'json' };
import forms from './name-forms.json' with { type: 'json' };
import titles from './title-words.json' with { type: 'json' };

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map(nameKey));
}

/** Word classes of names; all words as `nameKey` folds them. */
export const HONORIFICS = words(forms.honorifics);
export const KUNYA_MEN = words(forms.kunyaMen);
export const KUNYA_WOMEN = words(forms.kunyaWomen);
export const KIN = words(forms.kin);
export const PARTICLES = words(forms.particles);
export const SERVANT = words(forms.servant);
export const ARTICLES = words(forms.articles);
export const LEGAL_FORMS = words(forms.legal);
export const STREETS = words(forms.streets);
export const GENERIC_PLACES = words(forms.generic);
/** Arabic writes what sort of body it is before its name, and "news" after it. */
export const BODY_HEADS = words(forms.bodyHeads);
export const BODY_TAILS = words(forms.bodyTails);
export const WOMEN = words(forms.women);
/** Legal forms of several words, as `nameKey` folds them, the longest first. */
export const LEGAL_PHRASES: readonly string[] = forms.legalPhrases
  .map(nameKey)
  .sort((a, b) => b.length - a.length);
/** Number words of English names and the digits that they are. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ...forms.numbers.split(' ').map((word, value) => [word, String(value)] as const),
  ...forms.tens.split(' ').map((word, at) => [word, String(20 + 10 * at)] as const),
  ...forms.ordinals.split(' ').map((word, at) => [word, String(at + 1)] as const),
]);
const FAMILY_ENDINGS = forms.familyEndings.split(' ');

/** Whether a folded word ends as family names of some languages do and given names do not. */
export function endsLikeFamily(key: string): boolean {
  return FAMILY_ENDINGS.some((ending) => key.length > ending.length + 2 && key.endsWith(ending));
}

const TITLES = new Map(
  Object.entries(titles).flatMap(([title, list]) =>
    list.split(' ').map((word) => [nameKey(word).replaceAll(' ', ''), title] as const),
  ),
);

/** A rank or function in one word for all languages: "coronel" and "albay" are `colonel`; others stay. */
export function titleOf(word: string): string {
  return TITLES.get(word) ?? word;
}

/** Whether a word is a rank or function in some language. */
export function isTitle(word: string): boolean {
  return TITLES.has(nameKey(word));
}

/** Given names that so many bear that one of them alone tells nobody apart. */
export const COMMON_GIVEN_NAMES: ReadonlySet<string> = words(Object.values(commonNames).join(' '));
/** Titles that one person holds at a time, by what `titleOf` gives. */
export const OFFICES: ReadonlySet<string> = new Set(forms.offices.split(' '));
