import type { Pile, SourceHead } from '../statement/pile.ts';

/**
 * The same pile in one order, whatever order its sources came in: by path, and by id where two
 * have one. What was read of one source keeps its order. Rules may then go by what stands first.
 * Figures and their relations are put in order by the index, which knows where they stand.
 */
export function orderPile(pile: Pile): Pile {
  const sources = [...pile.sources].sort(byPath);
  const places = new Map(sources.map(({ id }, place) => [id, place]));
  const placeOf = ({ source }: { readonly source: string }) => places.get(source) ?? sources.length;
  return {
    ...pile,
    sources,
    sections: sortBy(pile.sections, placeOf),
    statements: sortBy(pile.statements, placeOf),
    mentions: sortBy(pile.mentions, placeOf),
    identities: [...pile.identities].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id)),
  };
}

function sortBy<T>(items: readonly T[], placeOf: (item: T) => number): readonly T[] {
  return items.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function byPath(a: SourceHead, b: SourceHead): number {
  return compare(a.path, b.path) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
