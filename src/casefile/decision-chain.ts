import { createHash } from 'node:crypto';
import type { Decision } from '../statement/decision.ts';

/** A decision as logged: `hash` is that of its content and of the decision before it. */
export interface LoggedDecision extends Decision {
  readonly previous: string;
  readonly hash: string;
}

/** What the first decision is chained to. */
export const CHAIN_START = '0'.repeat(64);

/**
 * SHA-256 of the hash of the decision before, a newline, and the decision as canonical JSON
 * (RFC 8785: keys in order, no spaces; its values are strings, null and whole numbers only).
 */
export function hashDecision(decision: Decision, previous: string): string {
  const { at, seq, target, text, verb, who } = decision;
  const canonical = JSON.stringify({ at, seq, target, text, verb, who });
  return createHash('sha256').update(`${previous}\n${canonical}`).digest('hex');
}

/** The `seq` of each decision that does not follow from the one before it, as they come. */
export function* brokenLinks(log: Iterable<LoggedDecision>): Generator<number> {
  let previous = CHAIN_START;
  let seq = 0;
  for (const decision of log) {
    const follows = decision.seq === seq + 1 && decision.previous === previous;
    if (!follows || hashDecision(decision, previous) !== decision.hash) yield decision.seq;
    seq = decision.seq;
    previous = decision.hash;
  }
}

/** The `seq` of the first of them, or null where the log is whole. */
export function firstBrokenLink(log: Iterable<LoggedDecision>): number | null {
  for (const seq of brokenLinks(log)) return seq;
  return null;
}
