import type { Span } from '../../statement/span.ts';

/** Tokens `[first, end)` of a passage. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** An attribution before its voice has a name. */
export interface Draft {
  readonly content: Span;
  readonly cue: Span;
  /** The words that name who speaks, or null where they are to be taken from an earlier attribution. */
  readonly claimant: TokenRange | null;
  /** "X, a spokesman for Y, said": the words between the commas. */
  readonly beside: TokenRange | null;
  readonly kind: 'direct' | 'indirect' | 'according-to' | 'document' | 'hearsay';
  readonly verb: string | null;
  /** True where the claimant was worked out. */
  readonly guess: boolean;
}

/** What was found in one passage, and what the next one may go on from. */
export interface ClauseReading {
  readonly drafts: readonly Draft[];
  /** A quotation that the passage leaves open goes on in the next one. */
  readonly leftOpen: boolean;
}
