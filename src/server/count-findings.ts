import type { Finding } from '../statement/finding.ts';
import type { FindingCounts, FindingsReply } from './api/findings.ts';
import type { StandingView } from './api/quote.ts';

type Standings = ReadonlyMap<string, StandingView>;

export function stateOf(standings: Standings, id: string): StandingView['state'] {
  return standings.get(id)?.state ?? 'new';
}

/** How many findings there are in each state. */
export function countsOf(findings: readonly Finding[], standings: Standings): FindingCounts {
  const counts = { all: findings.length, new: 0, accepted: 0, dismissed: 0 };
  for (const { id } of findings) counts[stateOf(standings, id)] += 1;
  return counts;
}

/** How many findings there are of each kind, most first. */
export function kindsOf(findings: readonly Finding[]): FindingsReply['kinds'] {
  return [...Map.groupBy(findings, (finding) => finding.kind)]
    .map(([kind, members]) => ({ kind, count: members.length }))
    .sort((a, b) => b.count - a.count);
}
