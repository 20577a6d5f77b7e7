import type { Finding } from '../statement/finding.ts';
import type { Gazetteer } from '../statement/gazetteer.ts';
import type { Judgement } from '../statement/judgement.ts';
import type { NameProposal } from '../statement/name-proposal.ts';
import type { Identity, Mention } from '../statement/statement.ts';
import { findAliases } from './find-aliases.ts';
import { findNameClashes } from './find-name-clashes.ts';
import { identitiesOf, settleNames } from './identify.ts';
import { listProposals } from './list-proposals.ts';
import type { Scene } from './scene.ts';

/** Who the names of a case are, and what about them an analyst should settle. */
export interface ResolvedNames {
  readonly identities: readonly Identity[];
  /** Of kinds `alias` and `name-clash`, greatest rank first. */
  readonly findings: readonly Finding[];
  /** Pairs of names that an analyst should judge, most probable first. */
  readonly proposals: readonly NameProposal[];
}

/** Joins mentions into identities and finds what is probably one or evidently two. Pure and deterministic. */
export function resolveNames(
  mentions: readonly Mention[],
  scene: Scene,
  judgements: readonly Judgement[] = [],
  gazetteer: Gazetteer | null = null,
): ResolvedNames {
  const frame = settleNames(mentions, scene, judgements, gazetteer);
  const findings = [...findAliases(frame), ...findNameClashes(frame)];
  return {
    identities: identitiesOf(frame),
    proposals: listProposals(frame),
    findings: findings.sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1)),
  };
}
