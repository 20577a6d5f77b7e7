import type { Gazetteer } from '../statement/gazetteer.ts';
import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf } from './frame.ts';

/** Places named beside one that are asked for company, at most. */
const MOST_COMPANY = 30;

/**
 * Joins the names of one place: "Kobani", "Ayn al-Arab" and "عين العرب", where the gazetteer
 * knows them for the same place and the other places of their sources leave no homonym open.
 */
export function linkPlaces(frame: Frame, gazetteer: Gazetteer): void {
  const places = frame.bearers.filter(({ kind, scope }) => kind === 'place' && scope === null);
  const bySource = new Map<string, string[]>();
  for (const place of places) for (const source of place.sources) addTo(bySource, source, nameOf(place));
  const byId = new Map<string, Bearer[]>();
  for (const place of places) {
    const company = [...place.sources].sort().flatMap((source) => bySource.get(source) ?? []);
    const chosen = gazetteer.choosePlace(nameOf(place), company.slice(0, MOST_COMPANY));
    if (chosen !== null && chosen.kind !== 'province') addTo(byId, chosen.id, place);
  }
  for (const [first, ...others] of byId.values()) {
    for (const other of others)
      if (first !== undefined)
        frame.joins.join(
          first,
          other,
          `“${nameOf(first)}” and “${nameOf(other)}” are names of one place in the gazetteer.`,
        );
  }
}
