import { type NetworkReply, TIE_TYPES, type TieType } from '../../../src/server/api/network.ts';

/** All that binds two, drawn as one line. */
export interface Pair {
  /** Both ids with `~` between, the lesser first. */
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly count: number;
  readonly hot: boolean;
  readonly types: ReadonlySet<TieType>;
  /** `a` or `b` where every deed goes to the one of them; else null. */
  readonly to: 'a' | 'b' | null;
  /** What is said most. */
  readonly event: string;
}

/** Ties as pairs, those with most statements first. */
export function pairsOf({ nodes, ties, events }: NetworkReply): Pair[] {
  const pairs = new Map<string, Pair>();
  ties.from.forEach((from, tie) => {
    const [one, other] = [nodes[from]?.id ?? '', nodes[ties.to[tie] ?? -1]?.id ?? ''];
    const [a, b] = one < other ? [one, other] : [other, one];
    const id = `${a}~${b}`;
    const type = TIE_TYPES[ties.type[tie] ?? 0] ?? 'speaks';
    const way = type === 'acts' ? (other === b ? 'b' : 'a') : null;
    const known = pairs.get(id);
    const count = ties.count[tie] ?? 0;
    pairs.set(id, {
      ...{ id, a, b },
      count: (known?.count ?? 0) + count,
      hot: (known?.hot ?? false) || ties.hot[tie] === 1,
      types: new Set([...(known?.types ?? []), type]),
      to: known?.to && way && known.to !== way ? null : (way ?? known?.to ?? null),
      event: known?.event ?? events[ties.event[tie] ?? 0] ?? '',
    });
  });
  return [...pairs.values()].sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));
}
