import type { SourceHead } from '../statement/pile.ts';
import type { Figure } from '../statement/quantity.ts';
import type { Passage, Section } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import { spanHolds, spansMeet } from '../statement/span.ts';
import type { Mention, Statement } from '../statement/statement.ts';
import type { TimeReading } from '../statement/time.ts';
import { wordsAt } from './fold-words.ts';
import type { Interval } from './interval.ts';
import stopWords from './stop-words.json' with { type: 'json' };

/** A figure with all that its surroundings say of what it counts: one side of a comparison. */
export interface Tally {
  readonly figure: Figure;
  readonly source: SourceHead;
  readonly passage: Passage;
  readonly section: Section | null;
  readonly statement: Statement | null;
  /** The sentence, or the row of a table. */
  readonly sentence: Span;
  /** The words to show: the statement's quote where there is one, else the sentence. */
  readonly quote: Span;
  readonly interval: Interval;
  /** Counted kind, a singular noun, or null. */
  readonly kind: string | null;
  readonly event: string | null;
  /** Who says so, as it is printed. */
  readonly voice: string;
  readonly time: TimeReading | null;
  /** Identities (or names, where there is none) of places that the sentence names. */
  readonly places: ReadonlySet<string>;
  /** Identities or names of the others that it names: people, groups, organisations, ships. */
  readonly names: ReadonlySet<string>;
  /** Words of the sentence that say something, folded; no numbers. */
  readonly words: ReadonlySet<string>;
}

export interface TallyParts {
  readonly figure: Figure;
  readonly source: SourceHead;
  readonly passage: Passage;
  readonly section: Section | null;
  readonly sentence: Span;
  readonly text: string;
  readonly statement: Statement | null;
  readonly mentions: readonly Mention[];
  readonly identityOf: ReadonlyMap<string, string>;
}

const STOP = new Set(stopWords);

export function tallyOf(parts: TallyParts): Tally {
  const { figure, source, passage, section, sentence, statement } = parts;
  const named = parts.mentions.filter((mention) => spansMeet(mention.span, sentence));
  const keyOf = (mention: Mention) => parts.identityOf.get(mention.id) ?? mention.name;
  const isPlace = (mention: Mention) => mention.kind === 'place';
  return {
    figure,
    source,
    passage,
    section,
    sentence,
    statement,
    quote: quoteSpan(sentence, statement, figure),
    interval: { min: figure.quantity.min, max: figure.quantity.max },
    kind: figure.quantity.of,
    event: statement?.event ?? null,
    voice: voiceOf(parts),
    time: statement?.time ?? passage.time ?? section?.time ?? null,
    places: new Set(named.filter(isPlace).map(keyOf)),
    names: new Set(named.filter((mention) => !isPlace(mention)).map(keyOf)),
    words: contentWords(parts.text.slice(sentence.start, sentence.end)),
  };
}

function quoteSpan(sentence: Span, statement: Statement | null, figure: Figure): Span {
  if (statement === null || !spanHolds(statement.span, figure.numberSpan)) return sentence;
  return statement.span;
}

function voiceOf({ statement, passage, source, section }: TallyParts): string {
  const last = statement?.voice.at(-1);
  if (last !== undefined) return last.name;
  return passage.speaker?.name ?? source.publisher ?? section?.title ?? source.title ?? source.file;
}

/** The words of a sentence that say something: folded, without numbers and small words. */
export function contentWords(words: string): Set<string> {
  const kept = new Set<string>();
  for (const { word } of wordsAt(words)) {
    if (word.length > 1 && !STOP.has(word) && !/^\p{Nd}/u.test(word)) kept.add(word);
  }
  return kept;
}

/** How a figure is written, on one line: `more than 1,000 people`. */
export function writtenAs(text: string, span: Span): string {
  return text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim();
}
