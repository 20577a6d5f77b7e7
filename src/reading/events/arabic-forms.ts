import { foldWord } from '../../language/fold-word.ts';
import { formOf, type WordForm } from './trigger.ts';

const PERFECT_ENDINGS = [
  '',
  'ت',
  'وا',
  'نا',
  'تم',
  'تا',
  'ن',
  'ا',
  'ه',
  'ها',
  'هم',
  'ني',
  'وه',
  'وها',
  'وهم',
  'ته',
  'تها',
  'تهم',
  'ناه',
  'ناهم',
];
const IMPERFECT_ENDINGS = [
  '',
  'ون',
  'ين',
  'ان',
  'وا',
  'ن',
  'ه',
  'ها',
  'هم',
  'ني',
  'ونه',
  'ونها',
  'ونهم',
  'نا',
];
const NOUN_ENDINGS = ['', 'ا', 'ه', 'ها', 'هم', 'نا', 'ات', 'ين', 'ون', 'ي'];
const PERFECT = formOf({ shape: 'finite', tense: 'past' });
const PERFECT_SPEAKER = formOf({ shape: 'finite', tense: 'past', speaker: true });
const IMPERFECT = formOf({ shape: 'finite', tense: 'present' });
const IMPERFECT_SPEAKER = formOf({ shape: 'finite', tense: 'present', speaker: true });
const PROCLITIC = /^(?:[وف]?(?:ال|بال|لل|كال)|[وف][سلب]|[وفسلبك])(?=\p{L}{2})/u;

/** Forms of an Arabic verb written as `perfect/imperfect stem`, folded, without proclitics. */
export function arabicVerbForms(verb: string): (readonly [string, WordForm])[] {
  const [perfect = '', imperfect] = verb.split('/').map(foldWord);
  const forms: (readonly [string, WordForm])[] = PERFECT_ENDINGS.map((ending) => [
    perfect + ending,
    /^(?:نا|ناه|ناهم|ته|تها|تهم)$/.test(ending) ? PERFECT_SPEAKER : PERFECT,
  ]);
  if (imperfect === undefined) return forms;
  for (const prefix of ['ي', 'ت', 'ن', 'ا'])
    for (const ending of IMPERFECT_ENDINGS)
      forms.push([
        prefix + imperfect + ending,
        prefix === 'ن' || prefix === 'ا' ? IMPERFECT_SPEAKER : IMPERFECT,
      ]);
  return forms;
}

/** Forms of an Arabic noun, folded, without article and proclitics. */
export function arabicNounForms(noun: string): string[] {
  const folded = foldWord(noun);
  const stem = folded.endsWith('ة') ? `${folded.slice(0, -1)}ت` : folded;
  return NOUN_ENDINGS.map((ending) => (ending === '' ? folded : stem + ending));
}

/** A folded word and what is left of it when the article and the clitics before it are taken off. */
export function withoutProclitics(norm: string): string[] {
  const bare = norm.replace(PROCLITIC, '');
  return bare === norm ? [norm] : [norm, bare];
}
