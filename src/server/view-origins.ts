import type { Finding } from '../statement/finding.ts';
import type { OriginEdge, OriginNode, Origins } from '../statement/origin.ts';
import type { SourceHead } from '../statement/pile.ts';
import { ORIGIN_KINDS, type RestView, type TellerView } from './api/origins.ts';
import { copiesIn } from './link-sources.ts';

/** More cannot be drawn side by side and still be read. */
const MOST_RESTS = 60;
const MOST_ALONE = 60;

const KINDS = new Set<string>(ORIGIN_KINDS);

type Heads = ReadonlyMap<string, SourceHead>;

export function isAboutOrigins({ kind }: Pick<Finding, 'kind'>): boolean {
  return KINDS.has(kind);
}

/** Edges that lead to one node or away from it, however far. */
export function edgesAround(edges: readonly OriginEdge[], who: string): OriginEdge[] {
  const onWhom = reachOf(
    Map.groupBy(edges, ({ from }) => from),
    who,
    ({ to }) => to,
  );
  const byWhom = reachOf(
    Map.groupBy(edges, ({ to }) => to),
    who,
    ({ from }) => from,
  );
  return edges.filter((edge) => onWhom.has(edge) || byWhom.has(edge));
}

function reachOf(
  edgesAt: ReadonlyMap<string, readonly OriginEdge[]>,
  start: string,
  farEnd: (edge: OriginEdge) => string,
): Set<OriginEdge> {
  const found = new Set<OriginEdge>();
  const seen = new Set([start]);
  for (const node of seen) {
    for (const edge of edgesAt.get(node) ?? []) {
      found.add(edge);
      seen.add(farEnd(edge));
    }
  }
  return found;
}

/** The graph as the desk draws it: those in findings first, then those with most quotes, as many as can be read. */
export function viewOrigins(
  { nodes, edges }: Origins,
  findings: readonly Finding[],
  heads: Heads,
  who: string | undefined,
): { tellers: TellerView[]; rests: RestView[]; restCount: number; alone: TellerView[]; aloneCount: number } {
  const inFinding = wordsOf(findings.filter(isAboutOrigins));
  const weighed = (who === undefined ? edges : edgesAround(edges, who)).map((edge) => ({
    edge,
    hot: edge.quotes.some(({ source, span }) => inFinding.has(`${source} ${span.start}`)),
  }));
  const given = weighed
    .sort((a, b) => Number(b.hot) - Number(a.hot) || b.edge.quotes.length - a.edge.quotes.length)
    .slice(0, MOST_RESTS);
  const bound = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const copied = new Set(copiesIn(findings).flat());
  const drawn = new Set(given.flatMap(({ edge }) => [edge.from, edge.to]));
  // Whoever is asked for is shown, though nobody rests on it.
  if (who !== undefined) drawn.add(who);
  const shown = nodes.filter(({ id }) => drawn.has(id));
  const places = new Map(shown.map(({ id }, place) => [id, place]));
  // A copy shares an origin with what it is a copy of, though nothing says which was first.
  const alone = nodes.filter(({ id, sources }) => !bound.has(id) && !sources.some((one) => copied.has(one)));
  return {
    tellers: shown.map((node) => viewTeller(node, heads)),
    rests: given.flatMap(({ edge, hot }) => {
      const [from, to] = [places.get(edge.from), places.get(edge.to)];
      if (from === undefined || to === undefined) return [];
      return [{ from, to, basis: edge.basis, quoteCount: edge.quotes.length, hot }];
    }),
    restCount: weighed.length,
    alone: alone.slice(0, MOST_ALONE).map((node) => viewTeller(node, heads)),
    aloneCount: alone.length,
  };
}

/** Where the words of findings start. */
function wordsOf(findings: readonly Finding[]): Set<string> {
  return new Set(
    findings.flatMap(({ quotes }) => quotes.map(({ source, span }) => `${source} ${span.start}`)),
  );
}

export function viewTeller({ id, name, sources }: OriginNode, heads: Heads): TellerView {
  const [first = ''] = sources;
  const head = heads.get(first);
  return {
    ...{ id, name, sourceCount: sources.length },
    source: head ? { id: head.id, file: head.file, kind: head.kind, date: head.date } : null,
  };
}
