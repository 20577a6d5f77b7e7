/** What an analyst decided. The log only grows; the last decision on a target holds. */
export interface Decision {
  /** Place in the log, from 1. */
  readonly seq: number;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly who: string;
  readonly verb: 'accept' | 'dismiss' | 'note' | 'undo';
  /** Id of a finding or statement. */
  readonly target: string;
  /** A dismissal's reason, a note's text; else null. */
  readonly text: string | null;
}
