import type { Decision } from '../../statement/decision.ts';
import { CHAIN_START, hashDecision, type LoggedDecision } from '../decision-chain.ts';
import type { CaseDatabase } from './case-database.ts';

/** Appends a decision, chained to the one before it. */
export function appendDecision(database: CaseDatabase, decision: Omit<Decision, 'seq'>): Decision {
  const { at, who, verb, target, text } = decision;
  const last = database.get<LoggedDecision>('SELECT * FROM decision ORDER BY seq DESC LIMIT 1');
  const kept: Decision = { seq: (last?.seq ?? 0) + 1, at, who, verb, target, text };
  const previous = last?.hash ?? CHAIN_START;
  database.run(
    'INSERT INTO decision (seq, at, who, verb, target, text, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ...[kept.seq, at, who, verb, target, text, previous, hashDecision(kept, previous)],
  );
  return kept;
}

export function readDecisions(database: CaseDatabase, target?: string): Decision[] {
  const columns = 'SELECT seq, at, who, verb, target, text FROM decision';
  const rows =
    target === undefined
      ? database.all<Decision>(`${columns} ORDER BY seq`)
      : database.all<Decision>(`${columns} WHERE target = ? ORDER BY seq`, target);
  return rows.map((row) => ({ ...row }));
}

/** The decisions on readings of statements, oldest first; nothing is read where there are none. */
export function readCorrections(database: CaseDatabase): Decision[] {
  // ';' is the character after ':', so each range holds all targets of its sign.
  return database.all<Decision>(
    `SELECT seq, at, who, verb, target, text FROM decision
     WHERE (target >= 'read:' AND target < 'read;') OR (target >= 'made:' AND target < 'made;') ORDER BY seq`,
  );
}

/** The log with its chain, oldest first. */
export function readLog(database: CaseDatabase): Iterable<LoggedDecision> {
  return database.iterate<LoggedDecision>('SELECT * FROM decision ORDER BY seq');
}
