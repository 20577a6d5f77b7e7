import type { Pile } from '../statement/pile.ts';

/** What was read of a passage, by the passage's id; nothing where there is no such passage. */
export interface ByPassage<T> {
  get(passage: string): readonly T[];
}

/** Sorts what was read of a pile by its passages: one place for all, and per part one list, in order. */
export function startByPassage(
  pile: Pile,
): <T extends { readonly passage: string }>(items: readonly T[]) => ByPassage<T> {
  const places = new Map<string, number>();
  for (const { id } of pile.sources)
    for (const passage of pile.passagesOf(id))
      if (!places.has(passage.id)) places.set(passage.id, places.size);
  return (items) => layOut(places, items);
}

/** The items passage by passage, and where those of each passage start. A list of its own for each would take more than the items. */
function layOut<T extends { readonly passage: string }>(
  places: ReadonlyMap<string, number>,
  items: readonly T[],
): ByPassage<T> {
  const placeOf = ({ passage }: T) => places.get(passage) ?? places.size;
  const sorted = items.filter(({ passage }) => places.has(passage)).sort((a, b) => placeOf(a) - placeOf(b));
  const starts = new Int32Array(places.size + 1);
  let place = 0;
  for (const [at, item] of sorted.entries()) for (; place <= placeOf(item); place += 1) starts[place] = at;
  starts.fill(sorted.length, place);
  return {
    get: (passage) => {
      const place = places.get(passage);
      return place === undefined ? [] : sorted.slice(starts[place], starts[place + 1]);
    },
  };
}
