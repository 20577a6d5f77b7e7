import { foldWord } from '../../language/fold-word.ts';
import { formOf, nounForm, type Sense, type WordForm } from './trigger.ts';

/** The words of one event type in one language, as the lexicon's data files write them. */
export interface Words {
  readonly verbs?: readonly string[];
  readonly nouns?: readonly string[];
  /** Participles that also stand as nouns: "the arrested". */
  readonly nominal?: readonly string[];
  readonly adjectives?: readonly string[];
  readonly phrases?: readonly string[];
  readonly imperatives?: readonly string[];
  /** Combinations that name no such event. */
  readonly never?: readonly string[];
}

/** The words of several event types in one language, by the type's name. */
export type WordsOfEvents = Readonly<Record<string, Words>>;

const NOTHING: readonly Sense[] = [];
const PHRASE = formOf({ shape: 'finite', tense: 'past' });
const ADJECTIVE = formOf({ shape: 'adjective', tense: 'present' });

/** Senses by the folded word that begins them. */
export class SenseTable {
  private readonly senses = new Map<string, Sense[]>();

  /** All senses that begin with a folded word. */
  at(norm: string): readonly Sense[] {
    return this.senses.get(norm) ?? NOTHING;
  }

  put(word: string, sense: Partial<Sense> & { event: string; form: WordForm }): void {
    const norm = foldWord(word);
    const whole: Sense = { rest: [], never: false, common: false, stem: null, ...sense };
    const known = this.senses.get(norm);
    if (known === undefined) this.senses.set(norm, [whole]);
    else known.push(whole);
  }

  /** A phrase, word by word; in `rest`, `~` begins a stem and `^` a lemma, which keep their spelling. */
  putPhrase(phrase: string, sense: Partial<Sense> & { event: string; form: WordForm }): void {
    const [first = '', ...rest] = phrase.split(' ');
    this.put(first, { ...sense, rest: rest.map((part) => (/^[~^]/.test(part) ? part : foldWord(part))) });
  }

  /** What every language writes alike: nouns, adjectives, phrases and exceptions. */
  putPlain(event: string, words: Words): void {
    for (const noun of words.nouns ?? []) this.put(noun, { event, form: nounForm() });
    for (const word of words.adjectives ?? []) this.put(word, { event, form: ADJECTIVE });
    for (const phrase of words.phrases ?? []) this.putPhrase(phrase, { event, form: PHRASE });
    for (const phrase of words.never ?? []) this.putPhrase(phrase, { event, form: PHRASE, never: true });
  }
}
