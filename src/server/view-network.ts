import { type NetworkQuery, type NetworkReply, TIE_TYPES, type TieType } from './api/network.ts';
import type { FindingRef } from './api/quote.ts';
import { liesWithin } from './gather-dated.ts';
import type { Network, Shown, Tie } from './gather-network.ts';

/** More cannot be drawn, nor read. */
const MOST_TIES = 50_000;

type FindingsOf = ReadonlyMap<string, readonly FindingRef[]>;

/** The ties that a question leaves, those with most statements first. */
export function chooseTies(network: Network, query: Omit<NetworkQuery, 'type'>): Tie[] {
  const days = { from: query.from ?? null, to: query.to ?? null };
  const anyDay = days.from === null && days.to === null;
  const within = anyDay
    ? [...network.ties]
    : network.ties
        .map((tie) => ({
          ...tie,
          shown: tie.shown.filter(({ statement }) => liesWithin(statement.time, days)),
        }))
        .filter(({ shown }) => shown.length > 0)
        .sort((a, b) => b.shown.length - a.shown.length);
  const least = query.voices ?? 1;
  return least > 1 ? within.filter(({ shown }) => countVoices(shown) >= least) : within;
}

export function viewNetwork(
  network: Network,
  ties: readonly Tie[],
  type: TieType | undefined,
  findingsOf: FindingsOf,
): NetworkReply {
  const chosen = type ? ties.filter((tie) => tie.type === type) : ties;
  const given = chosen.slice(0, MOST_TIES);
  const nodes = places<string>();
  const events = places<string>();
  const columns: NetworkReply['ties'] = {
    from: given.map(({ from }) => nodes.of(from)),
    to: given.map(({ to }) => nodes.of(to)),
    type: given.map((tie) => TIE_TYPES.indexOf(tie.type)),
    count: given.map(({ shown }) => shown.length),
    voices: given.map(({ shown }) => countVoices(shown)),
    hot: given.map(({ shown }) => (shown.some(({ statement }) => findingsOf.has(statement.id)) ? 1 : 0)),
    event: given.map(({ shown }) => events.of(eventsOf(shown)[0] ?? '')),
  };
  return {
    nodes: nodes.all.flatMap((id) => {
      const node = network.nodes.get(id);
      return node ? [{ ...node }] : [];
    }),
    ties: columns,
    events: events.all,
    tieCount: chosen.length,
    counts: {
      all: ties.length,
      ...(Object.fromEntries(
        TIE_TYPES.map((one) => [one, ties.filter((tie) => tie.type === one).length]),
      ) as Record<TieType, number>),
    },
  };
}

export function countVoices(shown: readonly Shown[]): number {
  return new Set(shown.map(({ voice }) => voice)).size;
}

/** What is said, most often first. */
export function eventsOf(shown: readonly Shown[]): string[] {
  const groups = [...Map.groupBy(shown, ({ statement }) => statement.event)];
  return groups.sort((a, b) => b[1].length - a[1].length).map(([event]) => event);
}

/** Gives each value its place in the order of coming. */
function places<Value>() {
  const known = new Map<Value, number>();
  return {
    of(value: Value): number {
      const place = known.get(value) ?? known.size;
      known.set(value, place);
      return place;
    },
    get all() {
      return [...known.keys()];
    },
  };
}
