import type { Figure } from '../../statement/quantity.ts';
import type { Doubt } from '../../statement/source.ts';
import type { Span } from '../../statement/span.ts';
import type { Mention, Modality, Polarity, Voice } from '../../statement/statement.ts';
import type { Clause } from '../clauses/find-clauses.ts';
import type { Trigger } from '../events/trigger.ts';
import type { ReadingPassage, Sentence } from '../reading-passage.ts';
import type { Roles } from '../roles/read-roles.ts';
import type { TimeMention } from '../times/read-times.ts';

/** What one sentence holds, found before any statement is read from it. */
export interface SentenceParts {
  readonly words: ReadingPassage;
  readonly sentence: Sentence;
  readonly question: boolean;
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeMention[];
  /** Figures that count something, without what others of them restate or withdraw. */
  readonly figures: readonly Figure[];
  readonly triggers: readonly Trigger[];
  readonly clauses: readonly Clause[];
}

/** A statement before its voice, time and ids are known. */
export interface Draft {
  readonly span: Span;
  readonly clause: Clause;
  /** What decides whose words it is: the trigger, else the figure, else the span. */
  readonly anchor: Span;
  readonly event: string;
  readonly trigger: Span | null;
  readonly figure: Figure | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly roles: Roles;
  /** Who is said to have counted the figure ("fishermen counted ..."), a voice of its own; null where nobody is. */
  readonly counter: Voice | null;
  /** Tense of the trigger: decides which day an unstated time falls on. */
  readonly tense: 'past' | 'present' | 'future' | null;
  readonly rule: string;
  readonly confidence: number;
  readonly doubts: readonly Doubt[];
}

/** An event that an earlier sentence or a question named, for words that only answer it. */
export interface CarriedEvent {
  readonly event: string;
  readonly span: Span;
  readonly passage: string;
  readonly question: boolean;
  /** Sentences since. */
  readonly age: number;
}
