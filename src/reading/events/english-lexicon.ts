import { foldWord } from '../../language/fold-word.ts';
import en from './en.json' with { type: 'json' };
import enVerbs from './en-verbs.json' with { type: 'json' };
import { englishForms, englishLemma } from './english-forms.ts';
import { isEventType } from './event-type.ts';
import { SenseTable, type Words } from './sense-table.ts';
import { formOf, type Lexicon, nounForm, type WordForm } from './trigger.ts';

type Conjugation = ReadonlyMap<string, readonly (readonly [string, WordForm])[]>;

const EVENTS = Object.entries(en as Record<string, Words>);
const CONJUGATION: Conjugation = new Map(
  [...enVerbs.common, ...enVerbs.inPhrases, ...EVENTS.flatMap(([, words]) => words.verbs ?? [])].map(
    (verb) => [englishLemma(verb), englishForms(verb)],
  ),
);
const FORMS = new Map(
  [...CONJUGATION].map(([lemma, forms]) => [lemma, new Set(forms.map(([word]) => foldWord(word)))]),
);
const PHRASE = formOf({ shape: 'noun' });

/** Whether a folded word is a form of an English verb that the lexicon knows. */
export function isFormOf(lemma: string, norm: string): boolean {
  return FORMS.get(lemma)?.has(norm) ?? false;
}

/** The English triggers: every inflected form of every verb, nouns, phrases and exceptions. */
export function buildEnglish(): Lexicon {
  const table = new SenseTable();
  for (const [event, words] of EVENTS) putEvent(table, event, words);
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

function putEvent(table: SenseTable, event: string, words: Words): void {
  for (const verb of words.verbs ?? [])
    for (const [word, form] of englishForms(verb))
      table.put(word, { event, form, common: !isEventType(event) });
  for (const noun of [...(words.nouns ?? []), ...(words.nominal ?? [])])
    table.put(noun, { event, form: nounForm() });
  for (const word of words.adjectives ?? []) table.put(word, { event, form: formOf({ shape: 'adjective' }) });
  for (const phrase of words.phrases ?? []) putConjugated(table, event, phrase, false);
  for (const phrase of words.never ?? []) putConjugated(table, event, phrase, true);
}

// The first word of a phrase takes all its forms: "set free", "sets free", "setting free".
function putConjugated(table: SenseTable, event: string, phrase: string, never: boolean): void {
  const [first = '', ...rest] = phrase.split(' ');
  const own = phrase.includes('^') ? formOf({ shape: 'past', tense: 'past' }) : PHRASE;
  const forms = CONJUGATION.get(first) ?? [[first, own] as const];
  for (const [word, form] of forms) table.putPhrase([word, ...rest].join(' '), { event, form, never });
}
