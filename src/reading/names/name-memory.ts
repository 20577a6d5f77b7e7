import type { MentionKind } from '../../statement/statement.ts';

export type NamedKind = Extract<MentionKind, 'person' | 'group' | 'organization' | 'place' | 'vehicle'>;

/** A run of words that may be a name. Token indices count in its passage. */
export interface Candidate {
  readonly firstToken: number;
  readonly endToken: number;
  /** Of the name alone. */
  readonly start: number;
  readonly end: number;
  /** Of title and name together. */
  readonly wholeStart: number;
  readonly wholeEnd: number;
  readonly title: string | null;
  /** Folded words of the name, joined by a space. */
  readonly key: string;
  readonly words: number;
  /** Whether its capitals may be owed to a sentence's start or a heading's style alone. */
  readonly unsure: boolean;
  readonly heading: boolean;
  /** Kinds that its own words and neighbours speak for. */
  readonly votes: readonly (readonly [NamedKind, number])[];
}

export type Votes = Map<NamedKind, number>;

/** What was learned of the names of one source before its mentions are read. */
export interface NameMemory {
  /** By name key: what its occurrences speak for, added up. */
  readonly votes: Map<string, Votes>;
  /** By a single word of a longer name. */
  readonly partVotes: Map<string, Votes>;
  /** Keys seen where capitals mean a name. */
  readonly sure: Set<string>;
  /** Words written small somewhere in the source. */
  readonly small: Set<string>;
  /** Folded names of speakers and parties, whole and by word. */
  readonly speakers: Set<string>;
  /** By passage id. */
  readonly candidates: Map<string, readonly Candidate[]>;
}

/** A memory that knows nothing yet. */
export function emptyMemory(): NameMemory {
  return {
    votes: new Map(),
    partVotes: new Map(),
    sure: new Set(),
    small: new Set(),
    speakers: new Set(),
    candidates: new Map(),
  };
}

/** Adds `weight` for `kind` to what is known of `key`. */
export function vote(table: Map<string, Votes>, key: string, kind: NamedKind, weight: number): void {
  const votes = table.get(key) ?? new Map<NamedKind, number>();
  votes.set(kind, (votes.get(kind) ?? 0) + weight);
  table.set(key, votes);
}
