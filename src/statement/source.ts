import type { Span } from './span.ts';
import type { TimeReading } from './time.ts';

/** What sort of document a source is. `other` is a text that shows no form of its own. */
export type SourceKind = 'transcript' | 'article' | 'log' | 'chat' | 'mail' | 'report' | 'captions' | 'other';

/**
 * Something that a source says of itself (a header field, a byline, a date line).
 * It is a claim, never a fact: `key` is what it is about, `value` is as written.
 */
export interface Claim {
  readonly key: string;
  readonly value: string;
  readonly span: Span | null;
}

/** Weak evidence, kept beside what was read and shown to the analyst. `code` is `room/what`. */
export interface Doubt {
  readonly code: string;
  readonly text: string;
  readonly span: Span | null;
}

/** How the bytes became text. `confidence` is 0..1; a byte order mark or valid UTF-8 gives 1. */
export interface Encoding {
  readonly name: string;
  readonly confidence: number;
}

/** One document as received. */
export interface Source {
  /** `src_` and the first 20 hex digits of the SHA-256 of its bytes. */
  readonly id: string;
  /** SHA-256 of the bytes as received, 64 hex digits. */
  readonly sha256: string;
  /** Base name as received. */
  readonly file: string;
  /** Where it came from: the path as the user named it. */
  readonly path: string;
  /** Bytes as received. */
  readonly byteLength: number;
  readonly mediaType: string;
  readonly encoding: Encoding | null;
  readonly kind: SourceKind;
  readonly title: string | null;
  /** Who publishes or issues it, where it says so. */
  readonly publisher: string | null;
  /** Its own date, `YYYY-MM-DD`, where it says so. */
  readonly date: string | null;
  /** BCP 47 tag of the language that most of it is in, or null. */
  readonly language: string | null;
  /** The canonical text that all spans of this source count in. Line ends are `\n`; no byte order mark. */
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly doubts: readonly Doubt[];
}

/** A party of a call or chat as a header names it: a label that turns may use, a name, a number. */
export interface Party {
  /** The label that turns use for this party (`A`, `OUT`, `BERO`), or null where none is stated. */
  readonly label: string | null;
  readonly name: string | null;
  /** Phone or line number as written. */
  readonly number: string | null;
  /** `caller`, `called`, `target`, `interviewer` ... as far as the header says. */
  readonly role: string | null;
  readonly span: Span | null;
  /** What the name names, where the source says so; else a person, unless a word of it shows a body. */
  readonly kind?: 'person' | 'organization' | 'place' | 'vehicle';
}

/**
 * A part of a source with a header of its own: one call of several on a sheet, one
 * bulletin, one ticket, one interview, one table. A source without parts has one section.
 */
export interface Section {
  /** `sec_` and a hash of source id and index. */
  readonly id: string;
  readonly source: string;
  readonly index: number;
  readonly span: Span;
  /** What the part calls itself, fit for a voice chain: `tape 0417`, `product 2240`, `Ticket 31`. */
  readonly title: string | null;
  readonly kind: 'call' | 'bulletin' | 'interview' | 'message' | 'table' | 'text';
  /** When the part says it happened (call header, bulletin hour), resolved where it can be. */
  readonly time: TimeReading | null;
  readonly parties: readonly Party[];
  readonly claims: readonly Claim[];
  readonly table: Table | null;
}

/** How one column of a table is read. */
export interface Column {
  readonly index: number;
  /** As written, or null where there is no header row. */
  readonly header: string | null;
  readonly span: Span | null;
  /** What the cells hold, by their content and the header. */
  readonly type: 'date' | 'time' | 'number' | 'place' | 'name' | 'unit' | 'id' | 'text' | 'empty';
}

export interface Table {
  readonly delimiter: string;
  readonly columns: readonly Column[];
  /** Lines before the header row, as one span, or null. */
  readonly preamble: Span | null;
  readonly rows: number;
  /** Index (within the section's row passages) of each totals row. */
  readonly totals: readonly number[];
  /** How dates in the table are ordered, settled over all rows: day first, month first, year first. */
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | 'mixed' | null;
  /** Decimal mark of numbers in the table, settled over all rows. */
  readonly decimal: '.' | ',' | null;
}

/** Who a passage says is speaking. */
export interface Speaker {
  /** As the passage has it: `MIRA`, `A`, `UNKNOWN MALE`. */
  readonly label: string;
  /** The party's name by the header where the label is only a stand-in (`OUT` is `Mira Tolan`), else the label in its readable form. */
  readonly name: string;
  readonly span: Span | null;
  /** True for `UNKNOWN MALE`, `X ŞAHIS`, `SPEAKER 1`: a voice of its own within its source. */
  readonly unknown: boolean;
  /** True where the name was worked out and not read (a header's label matched, a turn continued). */
  readonly guess: boolean;
}

export type PassageKind =
  | 'utterance'
  | 'paragraph'
  | 'heading'
  | 'header'
  | 'row'
  | 'message'
  | 'caption'
  | 'note'
  | 'boilerplate';

/** Where a passage stands on a page, in points from the page's top left corner. */
export interface PageBox {
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a text is in a document without being seen by somebody who looks at it. */
export type Hidden =
  | 'deleted'
  | 'marked-hidden'
  | 'white'
  | 'invisible'
  | 'tiny'
  | 'off-page'
  | 'under-box'
  | 'hidden-sheet'
  | 'hidden-row'
  | 'hidden-slide'
  | 'comment'
  | 'note';

/** The smallest citeable unit of a source. */
export interface Passage {
  /** `psg_` and a hash of source id and index. */
  readonly id: string;
  readonly source: string;
  /** Place in the source, from zero. */
  readonly index: number;
  /** Index of its section in the source. */
  readonly section: number;
  readonly kind: PassageKind;
  /** The whole passage, a speaker's label and a time stamp included. */
  readonly span: Span;
  /** The words to read: the span without label, stamp and line number. */
  readonly body: Span;
  readonly speaker: Speaker | null;
  /** The passage's own time (chat stamp, caption time), else null: the section's or source's holds. */
  readonly time: TimeReading | null;
  /** Cells of a row, one a column, in order; null for every other kind. */
  readonly cells: readonly Span[] | null;
  /** Line of the source where the span starts, from 1. */
  readonly line: number;
  /** Where it stands on a page, in sources that have pages. */
  readonly box?: PageBox;
  /** How it was kept from being seen; absent where anybody sees it. */
  readonly hidden?: Hidden;
}

/** What became of a received file. */
export type Outcome = 'read' | 'unreadable' | 'duplicate' | 'superseded';

/** One file that was received, read or not. */
export interface Received {
  readonly path: string;
  readonly file: string;
  readonly byteLength: number | null;
  /** Null where the bytes could not be had. */
  readonly sha256: string | null;
  readonly outcome: Outcome;
  /** Id of the source that holds its text, or null. */
  readonly source: string | null;
  /** Error code where `unreadable` (`intake/empty`), else null. */
  readonly code: string | null;
  /** What happened, what it means and what to do, in a sentence or two; null where all went well. */
  readonly reason: string | null;
}
