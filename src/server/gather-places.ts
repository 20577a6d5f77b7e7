import type { Gazetteer, GazetteerPlace } from '../statement/gazetteer.ts';
import { nameKey } from '../statement/name-key.ts';
import type { Identity, Statement } from '../statement/statement.ts';

/** A place that statements name, and where it is, if that is known. */
export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly statements: Statement[];
  readonly at: GazetteerPlace | null;
}

export type PlacesOfCase = readonly NamedPlace[];

/** Every place that a statement is said to be of, most often named first. */
export function gatherPlaces(
  statements: readonly Statement[],
  identities: readonly Identity[],
  gazetteer: Gazetteer,
): NamedPlace[] {
  const places = identities.filter(({ kind }) => kind === 'place');
  const byMention = new Map(places.flatMap((place) => place.mentions.map((id) => [id, place] as const)));
  const byName = new Map(
    places.flatMap((place) => place.spellings.map((spelling) => [nameKey(spelling), place] as const)),
  );
  const named = new Map<string, { name: string; spellings: readonly string[]; statements: Statement[] }>();
  for (const statement of statements) {
    const { place } = statement;
    if (!place) continue;
    const key = nameKey(place.text);
    const identity = byMention.get(place.mention ?? '') ?? byName.get(key);
    const id = identity?.id ?? key;
    const known = named.get(id);
    if (known) known.statements.push(statement);
    else {
      const { name, spellings } = identity ?? { name: place.text, spellings: [place.text] };
      named.set(id, { name, spellings, statements: [statement] });
    }
  }
  const inOrder = [...named].sort((a, b) => b[1].statements.length - a[1].statements.length);
  const company = inOrder.map(([, { name }]) => name);
  return inOrder.map(([id, { name, spellings, statements }]) => ({
    ...{ id, name, statements },
    at: findAny([name, ...spellings], company, gazetteer),
  }));
}

/** The place that the first spelling with one and only one fitting place bears. */
function findAny(
  spellings: readonly string[],
  company: readonly string[],
  gazetteer: Gazetteer,
): GazetteerPlace | null {
  for (const spelling of new Set(spellings)) {
    const found = gazetteer.choosePlace(spelling, company);
    if (found) return found;
  }
  return null;
}
