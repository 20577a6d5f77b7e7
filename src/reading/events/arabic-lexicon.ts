import ar from './ar.json' with { type: 'json' };
import { arabicNounForms, arabicVerbForms, withoutProclitics } from './arabic-forms.ts';
import { SenseTable, type WordsOfEvents } from './sense-table.ts';
import { formOf, type IsType, type Lexicon, nounForm } from './trigger.ts';

const IMPERATIVE = formOf({ shape: 'imperative', tense: 'present' });
const PARTICIPLE = formOf({ shape: 'participle', tense: 'present' });
const ARTICLE = /^[وف]?(?:ال|بال|لل|كال)/;

/** The Arabic triggers of the core. */
export const ARABIC: WordsOfEvents = ar;

/** Arabic triggers: verbs in both conjugations, nouns with and without article and clitics. */
export function buildArabic(events: WordsOfEvents, isType: IsType): Lexicon {
  const verbs = new SenseTable();
  const nouns = new SenseTable();
  for (const [event, words] of Object.entries(events)) {
    const { nouns: _, adjectives: __, ...rest } = words;
    for (const word of words.imperatives ?? []) verbs.put(word, { event, form: IMPERATIVE });
    for (const word of words.adjectives ?? []) verbs.put(word, { event, form: PARTICIPLE });
    for (const verb of words.verbs ?? [])
      for (const [word, form] of arabicVerbForms(verb))
        verbs.put(word, { event, form, common: !isType(event) });
    for (const noun of words.nouns ?? [])
      for (const word of arabicNounForms(noun)) nouns.put(word, { event, form: nounForm() });
    verbs.putPlain(event, rest);
  }
  return (norm) => {
    const words = withoutProclitics(norm);
    const own = verbs.at(norm);
    const inner = ARTICLE.test(norm) ? [] : words.slice(1).flatMap((word) => verbs.at(word));
    return [...own, ...inner, ...words.flatMap((word) => nouns.at(word))];
  };
}
