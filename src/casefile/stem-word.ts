import { newStemmer } from 'snowball-stemmers';
import { stemArabic } from './stem-arabic.ts';

type Stemmer = (word: string) => string;

const ALGORITHMS: Readonly<Record<string, string>> = {
  en: 'english',
  es: 'spanish',
  tr: 'turkish',
};
const ARABIC = /^[\u0620-\u06ff]/;
const LATIN = /^[a-z]+$/;
const stemmers = new Map<string, Stemmer>();

/**
 * The stem of a folded word. Words in Arabic letters are stemmed as Arabic whatever the
 * language; words in Latin letters by the Snowball stemmer of `language` (a BCP 47 tag),
 * and left whole where there is none. Stems depend on the folded form alone, so a word
 * typed without its accents finds the same as with them.
 */
export function stemWord(word: string, language: string | null): string {
  if (ARABIC.test(word)) return stemArabic(word);
  if (!LATIN.test(word)) return word;
  return stemmerOf(primaryTag(language))(word);
}

/** The part of a language tag that decides the stemmer: `en` of `en-GB`; empty for null and unknown ones. */
export function primaryTag(language: string | null): string {
  const tag = (language ?? '').toLowerCase().split('-', 1)[0] ?? '';
  return Object.hasOwn(ALGORITHMS, tag) ? tag : '';
}

function stemmerOf(tag: string): Stemmer {
  const known = stemmers.get(tag);
  if (known !== undefined) return known;
  const made = makeStemmer(tag);
  stemmers.set(tag, made);
  return made;
}

function makeStemmer(tag: string): Stemmer {
  const algorithm = ALGORITHMS[tag];
  if (algorithm === undefined) return (word) => word;
  const snowball = newStemmer(algorithm);
  if (tag !== 'tr') return (word) => snowball.stem(word);
  return (word) => unharmonised(snowball.stem(harmonised(word)));
}

const BACK = 'aıou';
const TURNED: Readonly<Record<string, string>> = { i: 'ı', u: 'ü' };

/**
 * A folded Turkish word with the dots that vowel harmony asks for, since the stemmer knows
 * suffixes by them: `kitaplari` becomes `kitapları`. The first vowel stays as folded.
 */
function harmonised(word: string): string {
  let last = '';
  let result = '';
  for (const letter of word) {
    const harmonic = last === '' ? letter : inHarmony(letter, last);
    if ('aeıioöuü'.includes(harmonic)) last = harmonic;
    result += harmonic;
  }
  return result;
}

function inHarmony(letter: string, last: string): string {
  const isBack = BACK.includes(last);
  const turns = (letter === 'i' && isBack) || (letter === 'u' && !isBack);
  return turns ? (TURNED[letter] ?? letter) : letter;
}

function unharmonised(stem: string): string {
  return stem.replaceAll('ı', 'i').replace(/[üöçğş]/g, (letter) => letter.normalize('NFKD').charAt(0));
}
