import type { Token } from '../language/token.ts';
import type { SourceHead } from '../statement/pile.ts';
import type { Passage, Section } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import type { EventBook } from './events/event-book.ts';

/** A sentence of a passage: its span, and the tokens `[firstToken, endToken)` of the passage. */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly endToken: number;
}

/**
 * A passage made ready for reading, once, and handed to every reader. Tokens and sentences
 * cover the passage's body; their spans count in the source's canonical text.
 */
export interface ReadingPassage {
  readonly source: SourceHead;
  readonly section: Section;
  readonly passage: Passage;
  /** The canonical text of the whole source. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** BCP 47 primary tag of the passage's language, or the source's where the passage is too short to tell. */
  readonly language: string | null;
  /** The events that are looked for; the core alone where none are given. */
  readonly events?: EventBook;
}
