import type { Span } from '../../statement/span.ts';
import type { EventType } from './event-type.ts';

/** How a trigger's word is built, as far as its ending shows. */
export interface WordForm {
  readonly shape:
    | 'base'
    | 'third'
    | 'past'
    | 'ing'
    | 'finite'
    | 'imperative'
    | 'participle'
    | 'noun'
    | 'adjective';
  readonly tense: 'past' | 'present' | 'future' | null;
  /** Negated by its own ending ("gelmedi"). */
  readonly negative: boolean;
  readonly passive: boolean;
  /** "may", "can" within the word ("olabilir"). */
  readonly possible: boolean;
  /** First person, as the ending shows it. */
  readonly speaker: boolean;
}

/** One meaning that a word may have: the event that it names, alone or with the words that must follow. */
export interface Sense {
  readonly event: string;
  readonly form: WordForm;
  /** What must follow; `...` is a gap of a few words, `@person` a pronoun, `~stem` a verb of that stem, `^lemma` any form of an English verb. */
  readonly rest: readonly string[];
  /** A combination that names no such event and keeps its words from doing so. */
  readonly never: boolean;
  /** The verb's stem as the dictionary spells it, where folding may have made it another's; else null. */
  readonly stem: string | null;
  /** From the list of common verbs: names a deed, but none of the event types. */
  readonly common: boolean;
}

/** Tells which events, besides verbs that are only named, are types. */
export type IsType = (event: string) => boolean;

/** Looks up a folded word: every meaning in which it may begin a trigger. */
export type Lexicon = (norm: string) => readonly Sense[];

/** A word or phrase of a sentence that names an event. Token indexes count in the passage. */
export interface Trigger {
  readonly event: string;
  readonly form: WordForm;
  readonly span: Span;
  readonly firstToken: number;
  readonly endToken: number;
  readonly common: boolean;
  /** What is known of the event's type. */
  readonly type: EventType;
}

const PLAIN: WordForm = {
  shape: 'base',
  tense: null,
  negative: false,
  passive: false,
  possible: false,
  speaker: false,
};

/** A word form with all that is not given left plain. */
export function formOf(form: Partial<WordForm>): WordForm {
  return { ...PLAIN, ...form };
}

const NOUN = formOf({ shape: 'noun' });

/** The form of nouns that name events. */
export function nounForm(): WordForm {
  return NOUN;
}
