import type { Finding } from '../statement/finding.ts';
import type { OriginEdge, OriginNode, Origins } from '../statement/origin.ts';
import type { Credit, OriginLines } from './collect-credits.ts';
import { groupBy, type PileIndex } from './pile-index.ts';

/** So many quotes show that one rests on another; more add nothing. */
const MOST_QUOTES = 5;

/** Who rests on whom over the pile: credits by name, and copies of a text. */
export function collectOrigins(index: PileIndex, lines: OriginLines, copies: readonly Finding[]): Origins {
  const nodes = lines.outlets.all.map(({ id, name, sources }): OriginNode => ({ id, name, sources }));
  const edges = [...creditEdges(lines.credits), ...copies.flatMap((copy) => copyEdge(index, lines, copy))];
  return { nodes, edges };
}

function creditEdges(credits: readonly Credit[]): OriginEdge[] {
  const groups = groupBy(credits, ({ from, to }) => `${from.id}\u0000${to.id}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const quotes = group
      .slice(0, MOST_QUOTES)
      .map(({ source, span }) => ({ source, span, statement: null, marks: [] }));
    return [{ from: first.from.id, to: first.to.id, basis: 'credit' as const, quotes }];
  });
}

/** The later of two like texts rests on the earlier; without dates nothing says which. */
function copyEdge(index: PileIndex, { outlets }: OriginLines, { kind, quotes }: Finding): OriginEdge[] {
  const [one, other] = quotes.map(({ source }) => index.sources.get(source));
  if (kind !== 'near-duplicate' || one?.date == null || other?.date == null || one.date === other.date)
    return [];
  const [earlier, later] = one.date < other.date ? [one, other] : [other, one];
  const [from, to] = [outlets.ofSource.get(later.id), outlets.ofSource.get(earlier.id)];
  if (from === undefined || to === undefined || from === to) return [];
  return [{ from: from.id, to: to.id, basis: 'copied', quotes: quotes.slice(0, 2) }];
}
