import { formOf, type WordForm } from './trigger.ts';

const BASE = formOf({ shape: 'base', tense: 'present' });
const THIRD = formOf({ shape: 'third', tense: 'present' });
const PAST = formOf({ shape: 'past', tense: 'past' });
const ING = formOf({ shape: 'ing', tense: 'present' });
const BE: readonly (readonly [string, WordForm])[] = [
  ['be', BASE],
  ['am', THIRD],
  ['is', THIRD],
  ['are', THIRD],
  ['was', PAST],
  ['were', PAST],
  ['been', PAST],
  ['being', ING],
];

/**
 * All forms of an English verb written as `lemma` or `lemma/past` or `lemma/past/participle`; `=word` is one form alone.
 * Forms that no one writes may be among them (`shiped`): they harm nobody.
 */
export function englishForms(verb: string): (readonly [string, WordForm])[] {
  if (verb.startsWith('=')) return [[verb.slice(1), verb.endsWith('ing') ? ING : PAST]];
  const [lemma = '', past, participle] = verb.split('/');
  if (lemma === 'be') return [...BE];
  const forms: (readonly [string, WordForm])[] = [
    [lemma, BASE],
    [thirdOf(lemma), THIRD],
  ];
  for (const stem of stemsOf(lemma)) {
    forms.push([`${stem}ing`, ING]);
    if (past === undefined) forms.push([`${stem}ed`, PAST]);
  }
  if (past === undefined && /[^aeiou]y$/.test(lemma)) forms.push([`${lemma.slice(0, -1)}ied`, PAST]);
  if (past !== undefined && past !== lemma) forms.push([past, PAST]);
  if (participle !== undefined && participle !== lemma && participle !== past) forms.push([participle, PAST]);
  return forms;
}

/** The lemma of a verb entry. */
export function englishLemma(verb: string): string {
  return verb.split('/', 1)[0] ?? verb;
}

function thirdOf(lemma: string): string {
  if (lemma === 'have') return 'has';
  if (/(?:s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

function stemsOf(lemma: string): string[] {
  if (/ie$/.test(lemma)) return [`${lemma.slice(0, -2)}y`, lemma.slice(0, -1)];
  if (/[^aeiouy]e$|ue$|[^e]ye$/.test(lemma)) return [lemma.slice(0, -1)];
  if (/ee$|oe$/.test(lemma)) return [lemma, lemma.slice(0, -1)];
  if (/[^aeiou][aeiou][bdfgklmnprtvz]$/.test(lemma)) return [lemma + lemma.slice(-1), lemma];
  return [lemma];
}
