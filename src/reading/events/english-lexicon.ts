import { foldWord } from '../../language/fold-word.ts';
import en from './en.json' with { type: 'json' };
import enVerbs from './en-verbs.json' with { type: 'json' };
import { englishForms, englishLemma } from './english-forms.ts';
import { SenseTable, type Words, type WordsOfEvents } from './sense-table.ts';
import { formOf, type IsType, type Lexicon, nounForm, type WordForm } from './trigger.ts';

type Conjugation = ReadonlyMap<string, readonly (readonly [string, WordForm])[]>;

/** The English triggers of the core. */
export const ENGLISH: WordsOfEvents = en;

const CONJUGATION = conjugationOf([...enVerbs.common, ...enVerbs.inPhrases, ...verbsOf(ENGLISH)]);
const FORMS = new Map(
  [...CONJUGATION].map(([lemma, forms]) => [lemma, new Set(forms.map(([word]) => foldWord(word)))]),
);
const PHRASE = formOf({ shape: 'noun' });

/** Whether a folded word is a form of an English verb that the lexicon knows. */
export function isFormOf(lemma: string, norm: string): boolean {
  return FORMS.get(lemma)?.has(norm) ?? false;
}

/** English triggers: every inflected form of every verb, nouns, phrases and exceptions. */
export function buildEnglish(events: WordsOfEvents, isType: IsType): Lexicon {
  const table = new SenseTable();
  const conjugation: Conjugation = new Map([...CONJUGATION, ...conjugationOf(verbsOf(events))]);
  for (const [event, words] of Object.entries(events)) putEvent(table, event, words, { conjugation, isType });
  return (norm) => table.at(norm);
}

/** Common English verbs: they name a deed by their lemma, which is none of the types. */
export function buildEnglishVerbs(): Lexicon {
  const table = new SenseTable();
  for (const verb of enVerbs.common)
    for (const [word, form] of englishForms(verb))
      table.put(word, { event: englishLemma(verb), form, common: true });
  // Verbs that are mostly nouns otherwise ("guide", "list") are verbs only where their ending says so.
  for (const verb of enVerbs.inPhrases)
    for (const [word, form] of englishForms(verb))
      if (form.shape === 'past' || form.shape === 'ing')
        table.put(word, { event: englishLemma(verb), form, common: true });
  return (norm) => table.at(norm);
}

function verbsOf(events: WordsOfEvents): string[] {
  return Object.values(events).flatMap((words) => words.verbs ?? []);
}

function conjugationOf(verbs: readonly string[]): Conjugation {
  return new Map(verbs.map((verb) => [englishLemma(verb), englishForms(verb)]));
}

interface Grammar {
  readonly conjugation: Conjugation;
  readonly isType: IsType;
}

function putEvent(table: SenseTable, event: string, words: Words, grammar: Grammar): void {
  for (const verb of words.verbs ?? [])
    for (const [word, form] of englishForms(verb))
      table.put(word, { event, form, common: !grammar.isType(event) });
  for (const noun of [...(words.nouns ?? []), ...(words.nominal ?? [])])
    table.put(noun, { event, form: nounForm() });
  for (const word of words.adjectives ?? []) table.put(word, { event, form: formOf({ shape: 'adjective' }) });
  for (const phrase of words.phrases ?? [])
    putConjugated(table, phrase, { event, never: false }, grammar.conjugation);
  for (const phrase of words.never ?? [])
    putConjugated(table, phrase, { event, never: true }, grammar.conjugation);
}

// The first word of a phrase takes all its forms: "set free", "sets free", "setting free".
function putConjugated(
  table: SenseTable,
  phrase: string,
  sense: { readonly event: string; readonly never: boolean },
  conjugation: Conjugation,
): void {
  const [first = '', ...rest] = phrase.split(' ');
  const own = phrase.includes('^') ? formOf({ shape: 'past', tense: 'past' }) : PHRASE;
  const forms = conjugation.get(first) ?? [[first, own] as const];
  for (const [word, form] of forms) table.putPhrase([word, ...rest].join(' '), { ...sense, form });
}
