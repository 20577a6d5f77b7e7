import type { Quote } from '../statement/finding.ts';
import type { NameProposal } from '../statement/name-proposal.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf, type Proposal } from './frame.ts';
import { ownId } from './own-id.ts';
import { quoteName, quotePlace } from './quote-name.ts';

/** Proposals below this probability are not shown to anybody. */
const LEAST_CHANCE = 0.5;
const MOST_PROPOSALS = 2000;

/** What the rules could not settle, one entry a pair of names, the most probable first. */
export function listProposals(frame: Frame): NameProposal[] {
  const open = frame.proposals.filter(
    ({ a, b, chance }) =>
      chance >= LEAST_CHANCE && frame.joins.rootOf(a) !== frame.joins.rootOf(b) && !frame.joins.barred(a, b),
  );
  const pairs = Map.groupBy(open, ({ a, b }) => [ownId(a), ownId(b)].sort().join(' '));
  return [...pairs.values()]
    .flatMap((group) => proposalOf(frame, group))
    .sort(
      (one, other) => other.chance - one.chance || (one.a.id + one.b.id < other.a.id + other.b.id ? -1 : 1),
    )
    .slice(0, MOST_PROPOSALS);
}

function proposalOf(frame: Frame, group: readonly Proposal[]): NameProposal[] {
  const [first] = group;
  if (first === undefined) return [];
  const shown = (bearer: Bearer) => quoteName(frame, bearer) ?? [];
  const places = group.flatMap(({ at }) => (at === null ? [] : quotePlace(frame, at)));
  return [
    {
      a: { id: ownId(first.a), name: nameOf(first.a) },
      b: { id: ownId(first.b), name: nameOf(first.b) },
      chance: Math.max(...group.map(({ chance }) => chance)),
      reasons: [...new Set(group.map(({ reason }) => reason))],
      quotes: onceEach([shown(first.a), shown(first.b), ...places].flat()),
    },
  ];
}

function onceEach(quotes: readonly Quote[]): Quote[] {
  return [...new Map(quotes.map((quote) => [`${quote.source} ${quote.span.start}`, quote])).values()];
}
