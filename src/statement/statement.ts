import type { Quantity } from './quantity.ts';
import type { Doubt } from './source.ts';
import type { Span } from './span.ts';
import type { TimeReading } from './time.ts';

export type MentionKind = 'person' | 'group' | 'organization' | 'place' | 'role' | 'vehicle' | 'phone';

/** A span that names somebody or something. */
export interface Mention {
  /** `men_` and a hash of source id and span. */
  readonly id: string;
  readonly source: string;
  readonly passage: string;
  readonly span: Span;
  readonly kind: MentionKind;
  /** The name as written, without the title: `Mira Tolan` of "Mrs Mira Tolan". */
  readonly name: string;
  /** Title, rank or role written with it, or null. */
  readonly title: string | null;
}

/** One link of a voice chain. */
export interface Voice {
  /** Fit to be printed: a name, a document's title, or a description ("unknown man"). */
  readonly name: string;
  /** Where the source names it, or null where the form of the source says it (a header, the publisher). */
  readonly span: Span | null;
  readonly kind: 'publisher' | 'document' | 'person' | 'group' | 'organization' | 'unknown';
  /** True where the voice was worked out (a pronoun, the nearest speaker). */
  readonly guess: boolean;
}

export type Polarity = 'positive' | 'negative';

export type Modality =
  | 'asserted'
  | 'reported'
  | 'alleged'
  | 'asked'
  | 'ordered'
  | 'threatened'
  | 'planned'
  | 'possible';

/** Who or what plays a role, as the words have it. */
export interface Role {
  /** Id of the mention that fills it, or null where only words do ("they", "the three"). */
  readonly mention: string | null;
  readonly text: string;
  readonly span: Span | null;
}

/** Something that a voice said, in a passage of a source, word for word. */
export interface Statement {
  /** `sta_` and a hash of source id, span, event and quantity. */
  readonly id: string;
  readonly source: string;
  readonly passage: string;
  /** The quote: the clause or row that carries it. */
  readonly span: Span;
  /** Outermost first; never empty. */
  readonly voice: readonly Voice[];
  /** A verb lemma: `cross`, `arrest`, `count`. */
  readonly event: string;
  /** The word that names the event, or null where the form does (a table's header, an ellipsis). */
  readonly trigger: Span | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly agent: Role | null;
  readonly patient: Role | null;
  readonly place: Role | null;
  readonly quantity: Quantity | null;
  /** Id of the figure that the quantity was read from, or null. */
  readonly figure: string | null;
  readonly time: TimeReading | null;
  /** Name of the rule that read it, `family/rule`. */
  readonly rule: string;
  /** How sure the reader is, 0..1. Not a probability of truth: only of the reading. */
  readonly confidence: number;
  readonly doubts: readonly Doubt[];
  /** Where an analyst corrected the reading, or marked the statement by hand. */
  readonly corrected?: Correction;
}

/** What became of a reading by an analyst's hand; `was` is null where a hand marked the statement. */
export interface Correction {
  /** Place in the decision log of the last word on it. */
  readonly seq: number;
  readonly who: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly was: Pick<Statement, 'voice' | 'event' | 'quantity' | 'time'> | null;
}

/** The person, group, place or organisation that several mentions are held to be. */
export interface Identity {
  readonly id: string;
  readonly kind: MentionKind;
  /** The fullest spelling. */
  readonly name: string;
  readonly spellings: readonly string[];
  readonly status: 'proposed' | 'accepted';
  readonly mentions: readonly string[];
  /** Why each spelling stands here, a sentence each. */
  readonly reasons: readonly string[];
  /** Where several names were joined: each, with the id that it has when it stands alone. */
  readonly joined?: readonly JoinedName[];
}

/** One of the names that were joined into an identity. */
export interface JoinedName {
  readonly id: string;
  readonly name: string;
}
