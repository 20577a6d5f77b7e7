import { brokenLinks, type LoggedDecision } from '../decision-chain.ts';
import { type Damage, damageOf } from '../verification.ts';
import type { CaseDatabase } from './case-database.ts';
import { readLog } from './decision-log.ts';
import { whyUnreadable } from './why-unreadable.ts';

/**
 * Follows the chain of the decision log to its end; names each decision that does not follow from
 * the one before it. A log cut short is whole in itself: only a hash noted before shows it.
 */
export function checkLog(
  database: CaseDatabase,
  noted: string | null,
): {
  decisions: number;
  head: string | null;
  damages: Damage[];
} {
  const damages: Damage[] = [];
  let last: LoggedDecision | null = null;
  let decisions = 0;
  let hasNoted = noted === null;
  function* counted() {
    for (const decision of readLog(database)) {
      yield decision;
      last = decision;
      decisions += 1;
      hasNoted ||= decision.hash === noted;
    }
  }
  try {
    for (const decision of brokenLinks(counted())) damages.push(changed(decision));
  } catch (error) {
    damages.push(unreadable(decisions + 1, error));
  }
  if (!hasNoted) damages.push(cutShort(decisions));
  return { decisions, head: hashOf(last), damages };
}

function hashOf(last: LoggedDecision | null): string | null {
  return last?.hash ?? null;
}

function changed(decision: number): Damage {
  const says = `Decision ${decision} of the log does not follow from the one before it: it, or that one, was changed or taken away.`;
  return damageOf('log', says, { decision });
}

function cutShort(decisions: number): Damage {
  const says = `The hash that was noted is of none of the ${decisions} decisions in the log: decisions were taken away, or this is an older copy of the case, or another case.`;
  return damageOf('log', says);
}

function unreadable(decision: number, error: unknown): Damage {
  return damageOf(
    'log',
    `Decision ${decision} of the log, and what comes after it, cannot be read (${whyUnreadable(error)}).`,
    { decision },
  );
}
