import { foldWord } from '../../language/fold-word.ts';
import ar from './ar.json' with { type: 'json' };
import { arabicNounForms, arabicVerbForms, withoutProclitics } from './arabic-forms.ts';
import en from './en.json' with { type: 'json' };
import enVerbs from './en-verbs.json' with { type: 'json' };
import endings from './endings.json' with { type: 'json' };
import { englishForms, englishLemma } from './english-forms.ts';
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ro from './ro.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import tr from './tr.json' with { type: 'json' };
import { formOf, nounForm, type Sense, type WordForm } from './trigger.ts';
import { readTurkishEnding } from './turkish-forms.ts';
import types from './types.json' with { type: 'json' };

interface Words {
  readonly verbs?: readonly string[];
  readonly nouns?: readonly string[];
  readonly nominal?: readonly string[];
  readonly adjectives?: readonly string[];
  readonly phrases?: readonly string[];
  readonly imperatives?: readonly string[];
  readonly never?: readonly string[];
}

/** What an event type says of its roles and of other types. */
export interface EventType {
  /** Whose number a figure beside it gives. */
  readonly counts: 'agent' | 'patient';
  /** An act of speech: what is said in it is a statement of its own. */
  readonly speech?: boolean;
  /** A mere "say": no event beside what is said. */
  readonly plain?: boolean;
  readonly undoes?: readonly string[];
  readonly after?: readonly string[];
  readonly entails?: readonly string[];
}

const TYPES = new Map<string, EventType>(Object.entries(types as Record<string, EventType>));
const OTHER: EventType = { counts: 'patient' };

/** What is known of an event type; types without an entry count their patient. */
export function eventType(event: string): EventType {
  return TYPES.get(event) ?? OTHER;
}

/** Looks up a folded word: every meaning in which it may begin a trigger. */
export type Lexicon = (norm: string) => readonly Sense[];

type Table = Map<string, Sense[]>;
type ReadVerb = (norm: string) => readonly (readonly [string, WordForm])[];

const NOTHING: readonly Sense[] = [];
const CACHE_LIMIT = 100_000;
const built = new Map<string, Lexicon>();
const STEMMED: Record<string, Record<string, Words>> = { es, fr, pt, ro, ru };

/** The triggers of a language (BCP 47 primary tag); English where the language has none of its own. */
export function lexiconOf(language: string | null): Lexicon {
  const key =
    language !== null && (language in STEMMED || language === 'tr' || language === 'ar') ? language : 'en';
  const known = built.get(key);
  if (known !== undefined) return known;
  const lexicon = remembering(build(key));
  built.set(key, lexicon);
  return lexicon;
}

function build(language: string): Lexicon {
  if (language === 'en') return buildEnglish();
  if (language === 'ar') return buildArabic();
  if (language === 'tr') return buildStemmed(tr, readTurkish, ['~turkish']);
  return buildStemmed(STEMMED[language] ?? {}, readByEndings(language), []);
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

function put(table: Table, word: string, sense: Omit<Sense, 'rest'>, rest: readonly string[] = []): void {
  const norm = foldWord(word);
  const senses = table.get(norm);
  if (senses === undefined) table.set(norm, [{ ...sense, rest }]);
  else senses.push({ ...sense, rest });
}

function putPhrase(table: Table, phrase: string, sense: Omit<Sense, 'rest'>): void {
  const [first = '', ...rest] = phrase.split(' ');
  put(
    table,
    first,
    sense,
    rest.map((part) => (part.startsWith('~') ? part : foldWord(part))),
  );
}

function buildEnglish(): Lexicon {
  const table: Table = new Map();
  const conjugation = englishConjugation();
  for (const [event, words] of Object.entries(en as Record<string, Words>)) {
    for (const verb of words.verbs ?? [])
      for (const [word, form] of englishForms(verb))
        put(table, word, { event, form, never: false, common: false });
    for (const noun of [...(words.nouns ?? []), ...(words.nominal ?? [])])
      put(table, noun, { event, form: nounForm(), never: false, common: false });
    for (const word of words.adjectives ?? [])
      put(table, word, { event, form: formOf({ shape: 'adjective' }), never: false, common: false });
    for (const phrase of words.phrases ?? []) putConjugated(table, conjugation, phrase, event, false);
    for (const phrase of words.never ?? []) putConjugated(table, conjugation, phrase, event, true);
  }
  for (const verb of enVerbs)
    for (const [word, form] of englishForms(verb))
      put(table, word, { event: englishLemma(verb), form, never: false, common: true });
  return (norm) => table.get(norm) ?? NOTHING;
}

function englishConjugation(): Map<string, (readonly [string, WordForm])[]> {
  const verbs = [
    ...enVerbs,
    ...Object.values(en as Record<string, Words>).flatMap((words) => words.verbs ?? []),
  ];
  return new Map(verbs.map((verb) => [englishLemma(verb), englishForms(verb)]));
}

function putConjugated(
  table: Table,
  conjugation: ReadonlyMap<string, (readonly [string, WordForm])[]>,
  phrase: string,
  event: string,
  never: boolean,
): void {
  const [first = '', ...rest] = phrase.split(' ');
  for (const [word, form] of conjugation.get(first) ?? [[first, nounForm()] as const])
    put(table, word, { event, form, never, common: false }, rest);
}

function buildArabic(): Lexicon {
  const table: Table = new Map();
  for (const [event, words] of Object.entries(ar as Record<string, Words>)) {
    for (const verb of words.verbs ?? [])
      for (const [word, form] of arabicVerbForms(verb))
        put(table, word, { event, form, never: false, common: false });
    for (const noun of words.nouns ?? [])
      for (const word of arabicNounForms(noun))
        put(table, word, { event, form: nounForm(), never: false, common: false });
    for (const word of words.adjectives ?? [])
      put(table, word, {
        event,
        form: formOf({ shape: 'adjective', tense: 'present' }),
        never: false,
        common: false,
      });
    for (const word of words.imperatives ?? [])
      put(table, word, {
        event,
        form: formOf({ shape: 'imperative', tense: 'present' }),
        never: false,
        common: false,
      });
    for (const phrase of words.phrases ?? [])
      putPhrase(table, phrase, {
        event,
        form: formOf({ shape: 'finite', tense: 'past' }),
        never: false,
        common: false,
      });
  }
  return (norm) => withoutProclitics(norm).flatMap((word) => table.get(word) ?? NOTHING);
}

function buildStemmed(
  lexicon: Record<string, Words>,
  readVerb: (stems: StemTable) => ReadVerb,
  _: string[],
): Lexicon {
  const table: Table = new Map();
  const stems: StemTable = new Map();
  for (const [event, words] of Object.entries(lexicon)) {
    for (const verb of words.verbs ?? []) putStem(table, stems, verb, event);
    for (const noun of words.nouns ?? [])
      put(table, noun, { event, form: nounForm(), never: false, common: false });
    for (const word of words.adjectives ?? [])
      put(table, word, { event, form: formOf({ shape: 'adjective' }), never: false, common: false });
    for (const phrase of words.phrases ?? [])
      putPhrase(table, phrase, {
        event,
        form: formOf({ shape: 'finite', tense: 'past' }),
        never: false,
        common: false,
      });
    for (const phrase of words.never ?? [])
      putPhrase(table, phrase, { event, form: nounForm(), never: true, common: false });
  }
  const read = readVerb(stems);
  return (norm) => [
    ...(table.get(norm) ?? NOTHING),
    ...read(norm).map(([event, form]) => ({ event, form, rest: [], never: false, common: false })),
    ...nounSenses(table, norm),
  ];
}

type StemTable = Map<string, { readonly stem: string; readonly event: string }[]>;

function putStem(table: Table, stems: StemTable, verb: string, event: string): void {
  const words = verb.split(' ');
  const last = words.pop() ?? '';
  for (const stem of last.split('/')) {
    if (words.length > 0)
      putPhrase(table, [...words, `~${stem}`].join(' '), {
        event,
        form: nounForm(),
        never: false,
        common: false,
      });
    else stems.set(foldWord(stem), [...(stems.get(foldWord(stem)) ?? []), { stem, event }]);
  }
}

// Turkish nouns take case endings: "tutuklamalar", "patlamada".
function nounSenses(table: Table, norm: string): Sense[] {
  const apostrophe = norm.indexOf("'");
  if (apostrophe > 2) return [...(table.get(norm.slice(0, apostrophe)) ?? NOTHING)];
  const ending =
    /(?:l[ae]r)?(?:[iu]n?|s[iu]n?|[iu]n[iu]|s[iu]n[iu]|n[iu]n|[iu]n[iu]n)?(?:d[ae]n?|t[ae]n?|n[iu]|y[iu]|y?[ae]|yl[ae])?$/.exec(
      norm,
    );
  if (ending === null || ending.index < 4) return [];
  return (table.get(norm.slice(0, ending.index)) ?? []).filter(
    (sense) => sense.form.shape === 'noun' && sense.rest.length === 0,
  );
}

function readTurkish(stems: StemTable): ReadVerb {
  return (norm) => {
    for (let end = Math.min(norm.length, 14); end >= 2; end--)
      for (const { stem, event } of stems.get(norm.slice(0, end)) ?? []) {
        const form = readTurkishEnding(stem, norm.slice(end));
        if (form !== null) return [[event, form]];
      }
    return [];
  };
}

function readByEndings(language: string): (stems: StemTable) => ReadVerb {
  const known = new Set(((endings as Record<string, string>)[language] ?? '').split(' ').map(foldWord));
  return (stems) => (norm) => {
    for (let end = Math.min(norm.length, 14); end >= 2; end--) {
      const found = known.has(norm.slice(end)) ? stems.get(norm.slice(0, end)) : undefined;
      if (found !== undefined)
        return found.map(({ event }) => [event, endingForm(language, norm.slice(end))] as const);
    }
    return [];
  };
}

const FUTURE = /^(?:ar|er|ir)(?:e|a|as|an|emos|ao|a[nt])$|^er(?:a|ai|ont|ons|ez)$/;
const PAST =
  /(?:ron|aste|iste|ado|ada|ados|adas|ido|ida|idos|idas|aba|aban|io|l|la|li|eu|iu|ou|ram|e|ee|ees|es|at|it|ut|to|ta|to[s]|tas)$/;
const INFINITIVE = /^(?:ar|er|ir|re|ть|arse|erse|irse)$/;

function endingForm(language: string, ending: string): WordForm {
  if (INFINITIVE.test(ending)) return formOf({ shape: 'base' });
  if (FUTURE.test(ending))
    return formOf({ shape: 'finite', tense: 'future', speaker: /(?:re|remos|rai|rons)$/.test(ending) });
  if (language === 'fr' && ending === 'ez') return formOf({ shape: 'imperative', tense: 'present' });
  return formOf({
    shape: 'finite',
    tense: PAST.test(ending) ? 'past' : 'present',
    speaker: /^(?:o|e|i|amos|imos|ons)$/.test(ending),
  });
}
