import type { Finding } from '../statement/finding.ts';
import type { Origins } from '../statement/origin.ts';

/** Sources that are copies of each other, whichever is the earlier; one list a finding. */
export function copiesIn(findings: readonly Finding[]): string[][] {
  return findings
    .filter(({ kind }) => kind === 'near-duplicate')
    .map(({ quotes }) => [...new Set(quotes.map(({ source }) => source))]);
}

/**
 * Whether two of some sources are linked: by one outlet, by credits or copies that lead from one to
 * the other or from both to a third, or by a text that both have. That a third names both links nothing.
 */
export function linkSources(
  { nodes, edges }: Origins,
  findings: readonly Finding[],
): (sources: readonly string[]) => boolean {
  const nodeOf = new Map(nodes.flatMap(({ id, sources }) => sources.map((source) => [source, id] as const)));
  const edgesFrom = Map.groupBy(edges, ({ from }) => from);
  const copies = copiesIn(findings);
  /** What a source rests on, itself included. */
  const reachOf = (source: string): Set<string> => {
    const reach = new Set([nodeOf.get(source) ?? source]);
    for (const node of reach) for (const { to } of edgesFrom.get(node) ?? []) reach.add(to);
    for (const [place, members] of copies.entries()) if (members.includes(source)) reach.add(`copy ${place}`);
    return reach;
  };
  return (sources) => {
    const seen = new Set<string>();
    return [...new Set(sources)].some((source) => {
      const reach = [...reachOf(source)];
      const isLinked = reach.some((end) => seen.has(end));
      for (const end of reach) seen.add(end);
      return isLinked;
    });
  };
}
