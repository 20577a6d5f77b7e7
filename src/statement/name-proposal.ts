import type { Quote } from './finding.ts';
import type { JoinedName } from './statement.ts';

/** Two names that are probably one bearer's: an analyst's to judge, joined by no rule. */
export interface NameProposal {
  readonly a: JoinedName;
  readonly b: JoinedName;
  /** How probable it is, 0..1. */
  readonly chance: number;
  /** Why, a clause each. */
  readonly reasons: readonly string[];
  /** The words that show each name best, and those that speak for it. */
  readonly quotes: readonly Quote[];
}
