import { type Decision, holdingOf } from './decision.ts';
import type { Finding } from './finding.ts';

/** A finding that was there and is not found any more since sources came in. */
export interface Settlement {
  /** The finding as it was. */
  readonly finding: Finding;
  /** Ids of the sources since which it is not found any more. */
  readonly by: readonly string[];
  /** How many more there are than are named. */
  readonly others: number;
  /** Whether these sources are compared with its words; else they only came in when it went. */
  readonly speaks: boolean;
}

/** A settlement in the decision log. `at` is an ISO 8601 instant. */
export interface LoggedSettlement extends Settlement {
  readonly at: string;
}

/*
 * Like judgements on names, a settlement lies in the decision log as a note on a claim: that a
 * finding is settled (`settled:` and its id). `text` is the settlement as JSON. Nobody decides
 * it, so it is signed by the program; where the finding is found again, an undo takes it back.
 */
const SIGN = 'settled:';
const PROGRAM = 'Hearsay';

/** A settlement as the decision log keeps it. */
export function settlementDecision(settlement: Settlement, at: string): Omit<Decision, 'seq'> {
  return { ...claimOn(settlement.finding, at), verb: 'note', text: JSON.stringify(settlement) };
}

/** Takes a settlement back. */
export function unsettlingDecision(finding: Pick<Finding, 'id'>, at: string): Omit<Decision, 'seq'> {
  return { ...claimOn(finding, at), verb: 'undo', text: null };
}

function claimOn({ id }: Pick<Finding, 'id'>, at: string) {
  return { at, who: PROGRAM, target: SIGN + id };
}

/** The settlements of a log that stand, latest first. */
export function settlementsOf(log: readonly Decision[]): LoggedSettlement[] {
  const ours = log.filter(({ target }) => target.startsWith(SIGN));
  return [...holdingOf(ours).values()]
    .flatMap((made) => made.at(-1) ?? [])
    .sort((a, b) => b.seq - a.seq)
    .map(({ at, text }) => ({ ...(JSON.parse(text ?? '{}') as Settlement), at }));
}
