import type { Account, Casefile } from './casefile/port.ts';
import { type Followed, followFindings, foundAgain } from './crosscheck/follow-findings.ts';
import { type Decision, dismissedOf, holdingOf } from './statement/decision.ts';
import { settlementDecision, settlementsOf, unsettlingDecision } from './statement/settlement.ts';

type NewDecision = Omit<Decision, 'seq'>;

/**
 * Keeps in the decision log what became of the findings that an account has and the next one has
 * not: what was decided on one whose quotes moved a little goes on to the finding that it is now,
 * and one that sources settled is noted with them, until it is found again. `at` is an ISO 8601
 * instant.
 */
export async function followAccount(casefile: Casefile, next: Account, at: string): Promise<void> {
  const followed = followFindings(toldIn(await casefile.account()), toldIn(next));
  const log = await casefile.decisions();
  const made = [...carried(followed, log, at), ...settled(followed, log, at), ...unsettled(next, log, at)];
  for (const decision of made) await casefile.decide(decision);
}

function toldIn({ findings, holdings, origins }: Account) {
  return { findings, holdings, sources: origins.nodes.flatMap(({ sources }) => sources) };
}

function carried({ moved }: Followed, log: readonly Decision[], at: string): NewDecision[] {
  if (moved.length === 0) return [];
  const holding = holdingOf(log);
  return moved.flatMap(({ from, to }) => {
    // Whoever decided on it as it is now has the last word.
    if ((holding.get(to.id) ?? []).length > 0) return [];
    return (holding.get(from.id) ?? []).map(({ who, verb, text }) => ({
      at,
      who,
      verb,
      target: to.id,
      text,
    }));
  });
}

/** What was dismissed has been settled by a person. */
function settled({ settled: gone }: Followed, log: readonly Decision[], at: string): NewDecision[] {
  const dismissed = dismissedOf(log);
  return gone
    .filter(({ finding }) => !dismissed.has(finding.id))
    .map((settlement) => settlementDecision(settlement, at));
}

function unsettled({ findings }: Account, log: readonly Decision[], at: string): NewDecision[] {
  const standing = settlementsOf(log).map(({ finding }) => finding);
  return foundAgain(standing, findings).map((finding) => unsettlingDecision(finding, at));
}
