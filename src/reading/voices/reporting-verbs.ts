import { foldWord } from '../../language/fold-word.ts';
import { WordNotes } from '../../language/word.ts';
import clauseWords from './clause-words.json' with { type: 'json' };
import english from './verbs-en.json' with { type: 'json' };
import others from './verbs-other.json' with { type: 'json' };

/** One word that may report what somebody says or holds. */
export interface VerbForm {
  /** English lemma, whatever the language of the word. */
  readonly lemma: string;
  /** `c` clause, `t` clause with its "that", `q` follows a quotation, `o` hearer then clause, `n` noun, `i` infinitive. */
  readonly frames: string;
  readonly tense: 'base' | 'present' | 'past' | 'participle' | 'ing';
  /** Particles that may follow ("talk about"). */
  readonly with: ReadonlySet<string>;
}

interface EnglishVerb {
  readonly frames: string;
  readonly forms: readonly string[];
  readonly with?: readonly string[];
}

const TENSES = ['base', 'present', 'past', 'participle', 'ing'] as const;
const NONE: ReadonlySet<string> = new Set();

function englishForms(): Map<string, VerbForm> {
  const forms = new Map<string, VerbForm>();
  const verbs: Record<string, EnglishVerb> = english;
  for (const [lemma, verb] of Object.entries(verbs)) {
    for (const [index, form] of verb.forms.entries()) {
      const tense = TENSES[index];
      if (tense === undefined || forms.has(form)) continue;
      forms.set(form, {
        lemma,
        frames: verb.frames,
        tense,
        with: verb.with === undefined ? NONE : new Set(verb.with),
      });
    }
  }
  return forms;
}

function otherForms(language: keyof typeof others): Map<string, VerbForm> {
  const forms = new Map<string, VerbForm>();
  const verbs: Record<string, string> = others[language].verbs;
  for (const [lemma, list] of Object.entries(verbs)) {
    for (const form of list.split(' ')) {
      forms.set(foldWord(form.replaceAll('_', ' ')), { lemma, frames: 'cqn', tense: 'past', with: NONE });
    }
  }
  return forms;
}

const sets = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const folded = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(foldWord));

/** What the reader of subject-verb-object prose asks of a language. */
export interface ProseWords {
  readonly verbs: ReadonlyMap<string, VerbForm>;
  /** The form that a word is, or null. */
  readonly verbAt: WordNotes<VerbForm | null>;
  /** "that", "que". */
  readonly that: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** "according to", each as folded words. */
  readonly according: readonly (readonly string[])[];
}

function verbNotes(verbs: ReadonlyMap<string, VerbForm>): WordNotes<VerbForm | null> {
  return new WordNotes(({ norm }) => verbs.get(norm) ?? null);
}

function proseOf(language: 'es' | 'pt' | 'fr' | 'ro' | 'de'): ProseWords {
  const entry = others[language];
  const verbs = otherForms(language);
  return {
    verbs,
    verbAt: verbNotes(verbs),
    that: new Set(entry.that.split('|').map(foldWord)),
    pronouns: folded(entry.pronouns),
    according: entry.according.split('|').map((phrase) => phrase.split(' ').map(foldWord)),
  };
}

const ENGLISH_VERBS = englishForms();
const ENGLISH: ProseWords = {
  verbs: ENGLISH_VERBS,
  verbAt: verbNotes(ENGLISH_VERBS),
  that: new Set(['that']),
  pronouns: sets(clauseWords.pronouns),
  according: [
    ['according', 'to'],
    ['in', 'the', 'words', 'of'],
  ],
};

const PROSE: Readonly<Record<string, ProseWords>> = {
  en: ENGLISH,
  es: proseOf('es'),
  pt: proseOf('pt'),
  fr: proseOf('fr'),
  ro: proseOf('ro'),
  de: proseOf('de'),
};

/** The words of a subject-verb-object language; English for one that has no list. */
export function proseWords(language: string | null): ProseWords {
  return PROSE[language ?? 'en'] ?? ENGLISH;
}

export const TURKISH_VERBS: ReadonlyMap<string, VerbForm> = otherForms('tr');
export const ARABIC_VERBS: ReadonlyMap<string, VerbForm> = otherForms('ar');
export const ARABIC_ACCORDING = others.ar.according
  .split('|')
  .map((phrase) => phrase.split(' ').map(foldWord));

export const DOCUMENTS = sets(clauseWords.documents);
export const ADVERBS = sets(clauseWords.adverbs);
export const AUXILIARIES = sets(clauseWords.auxiliaries);
export const BOUNDARIES = sets(clauseWords.boundaries);
export const DETERMINERS = sets(clauseWords.determiners);
export const PREPOSITIONS = sets(clauseWords.prepositions);
export const ADVERBIALS = sets(clauseWords.adverbials);
export const PLURALS = sets(clauseWords.plurals);
/** Forms that are nouns as often as verbs. */
export const NOUNLIKE = sets(clauseWords.nounlike);
