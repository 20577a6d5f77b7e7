import type { CaseEventsFile } from '../statement/case-events.ts';
import type { Decision } from '../statement/decision.ts';
import type { Happening } from '../statement/event.ts';
import type { Finding, Holding } from '../statement/finding.ts';
import type { NameProposal } from '../statement/name-proposal.ts';
import type { Origins } from '../statement/origin.ts';
import type { SourceHead } from '../statement/pile.ts';
import type { Figure, FigureRelation } from '../statement/quantity.ts';
import type { Intake, Reading } from '../statement/reading.ts';
import type { Doubt, Passage, Received, Section, Source } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import type { Identity, Mention, Statement } from '../statement/statement.ts';

export interface CaseAbout {
  readonly title: string;
  /** ISO 8601 instant at which the case was made. */
  readonly created: string;
  /** Version of the case's form; see migrations/. */
  readonly version: number;
}

/** A stretch of a document: its passages in order, and what was read of them. */
export interface ReadPart {
  readonly passages: readonly Passage[];
  readonly reading: Reading;
}

/**
 * One document with all that was read of it: written whole, in one transaction, or not at all.
 * Parts are produced as they are asked for, so that a document of any length is kept in bounded
 * memory; a document of usual size has one part. Mentions, figures and statements may name
 * passages of their own part only.
 */
export interface ReadDocument {
  readonly received: Received;
  readonly source: Source;
  readonly sections: readonly Section[];
  readonly parts: Iterable<ReadPart>;
  /** The bytes as received, kept by content address. */
  readonly original: Uint8Array;
}

/**
 * Reads a source of the case again, as it was taken in; `events` are those that its statements
 * name. Gives null where nothing would change.
 */
export type ReadAgain = (intake: Intake, events: ReadonlySet<string>) => Iterable<ReadPart> | null;

export interface SearchQuery {
  /** Words, `"a phrase"`, `-without`, `pre*`; folded and stemmed as the index is. */
  readonly words: string;
  readonly source?: string;
  /** Only passages that it holds for. It is asked of the first ten thousand matches and no more. */
  readonly accepts?: (passage: Passage, source: SourceHead) => boolean;
  readonly limit: number;
  readonly offset: number;
}

export interface SearchHit {
  readonly passage: Passage;
  readonly source: SourceHead;
  /** The passage's words, cut around the first hit where it is long. */
  readonly excerpt: string;
  /** Where `excerpt` starts in the source. */
  readonly excerptStart: number;
  /** What matched, as spans of the source. */
  readonly marks: readonly Span[];
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** How many passages match, counted up to `countLimit`. */
  readonly count: number;
  readonly countIsLowerBound: boolean;
}

/** Which statements: those that meet every condition given. */
export interface StatementFilter {
  readonly source?: string;
  readonly ids?: readonly string[];
  readonly event?: string;
}

/** How much a source holds. */
export interface SourceCounts {
  /** Id of the source. */
  readonly source: string;
  readonly passages: number;
  readonly statements: number;
}

/** What cross-checking gave, replaced as a whole each time it is worked out again. */
export interface Account {
  readonly identities: readonly Identity[];
  readonly happenings: readonly Happening[];
  /** Greatest rank first. */
  readonly findings: readonly Finding[];
  readonly holdings: readonly Holding[];
  /** Who rests on whom. */
  readonly origins: Origins;
  /** Names that are probably one, for an analyst to judge. */
  readonly proposals: readonly NameProposal[];
}

/**
 * Where a case is kept. SQLite is one implementation; each behaviour is tested once, on every
 * implementation. Readers never wait; a second writer gets `casefile/locked` within a second.
 */
export interface Casefile {
  about(): Promise<CaseAbout>;
  /** Stays the same until somebody, in this process or another, writes more than decisions of this one; a correction of a statement is more. Costs next to nothing. */
  stamp(): Promise<string>;
  /** Keeps a document that was read: source, passages, index, reading, original, outcome. */
  keep(document: ReadDocument): Promise<void>;
  /** Several documents in one transaction, for speed; all of them or none. */
  keepAll(documents: readonly ReadDocument[]): Promise<void>;
  /** Notes a file that was received but holds no new source: unreadable, or the same bytes again. */
  note(received: Received): Promise<void>;
  /** What is known of the bytes: id of the source that they became, or null. */
  sourceWith(sha256: string): Promise<string | null>;
  /** Every file received, in the order of their paths; the latest outcome of each path. */
  received(): Promise<readonly Received[]>;
  /** Current sources (superseded ones left out), in the order of their paths. */
  sources(): Promise<readonly SourceHead[]>;
  /** A source with its text, superseded or not. `casefile/no-such-item` where there is none. */
  source(id: string): Promise<Source>;
  /** How much each current source holds, in the order of their paths; nothing of it is read. */
  counts(): Promise<readonly SourceCounts[]>;
  sections(source?: string): Promise<readonly Section[]>;
  /** Passages of a source, in order, from place `from` (inclusive) to `to` (exclusive). */
  passages(source: string, from?: number, to?: number): Promise<readonly Passage[]>;
  passage(id: string): Promise<Passage>;
  /** All that the filter asks for, as analysts corrected it, those made by hand last; those of superseded sources only where `source` or `ids` names them. */
  statements(filter?: StatementFilter): Promise<readonly Statement[]>;
  /** With the numbers that analysts corrected. */
  figures(source?: string): Promise<readonly Figure[]>;
  relations(source?: string): Promise<readonly FigureRelation[]>;
  mentions(source?: string): Promise<readonly Mention[]>;
  doubts(source: string): Promise<readonly Doubt[]>;
  /** The bytes as received. */
  original(sha256: string): Promise<Uint8Array>;
  search(query: SearchQuery): Promise<SearchResult>;
  /** The file of the events that the case adds to the core, or null where it adds none. */
  events(): Promise<CaseEventsFile | null>;
  /**
   * Keeps another file of events, with a new reading of each source that it touches: all of it or
   * nothing. Gives how many sources were read again.
   */
  replaceEvents(events: CaseEventsFile, readAgain: ReadAgain): Promise<number>;
  replaceAccount(account: Account): Promise<void>;
  account(): Promise<Account>;
  /** Appends to the decision log; gives the decision as kept. */
  decide(decision: Omit<Decision, 'seq'>): Promise<Decision>;
  /** The whole log, oldest first. */
  decisions(target?: string): Promise<readonly Decision[]>;
  /** The log is chained by hashes: `seq` of the first decision that was changed, or null where none was. */
  firstChangedDecision(): Promise<number | null>;
  close(): Promise<void>;
}
