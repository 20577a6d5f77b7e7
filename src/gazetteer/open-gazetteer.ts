import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Gazetteer, GazetteerPlace } from '../statement/gazetteer.ts';
import { distanceKm, isWithin } from '../statement/gazetteer.ts';
import { nameKey } from '../statement/name-key.ts';
import words from './generic-words.json' with { type: 'json' };

/** One place as the data file has it: id, name, country, province, latitude, longitude, radius, population, other names. */
type Row = readonly [
  id: string,
  name: string,
  country: string,
  province: string | null,
  latitude: number,
  longitude: number,
  radiusKm: number,
  population: number,
  also?: readonly string[],
];

/** How near the company of a place is, in kilometres, to speak for it. */
const NEAR_KM = 300;
/** Places named beside it that are asked, at most. */
const MOST_COMPANY = 40;
/** A town so many times as populous as the next of its name is meant unless something says otherwise. */
const PLAINLY_LARGER = 20;

const TOWN_WORDS = new Set(words.town.map(nameKey));
const PROVINCE_WORDS = new Set(words.province.map(nameKey));
const COUNTRY_WORDS = new Set(words.country.map(nameKey));

let opened: Gazetteer | null = null;

/**
 * The places of the world: towns of 1,000 inhabitants and more, provinces, countries. Derived
 * from GeoNames (CC BY 4.0) by model/gazetteer; names in other languages are our own list. The
 * data is read at the first question and then shared.
 */
export function openGazetteer(): Gazetteer {
  opened ??= gazetteerOf(readPlaces);
  return opened;
}

function readPlaces(): Row[] {
  const packed = readFileSync(new URL('./places.json.br', import.meta.url));
  return JSON.parse(brotliDecompressSync(packed).toString('utf8')) as Row[];
}

/** A gazetteer over rows that are read at the first question. */
function gazetteerOf(read: () => Row[]): Gazetteer {
  let index: Map<string, Row[]> | null = null;
  const rowsNamed = (key: string) => {
    index ??= indexNames(read());
    return index.get(key) ?? [];
  };
  const findPlaces = (name: string) => {
    const { key, kind } = withoutGenericWord(nameKey(name), (word) => rowsNamed(word).length > 0);
    const places = rowsNamed(key).map(placeOf);
    return places
      .filter((place) => kind === null || place.kind === kind)
      .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.id < b.id ? -1 : 1));
  };
  return {
    findPlaces,
    choosePlace: (name, company) =>
      choose(
        withoutNamesakes(findPlaces(name)),
        [...new Set(company)]
          .filter((other) => other !== name)
          .slice(0, MOST_COMPANY)
          .map(findPlaces),
      ),
  };
}

function indexNames(rows: readonly Row[]): Map<string, Row[]> {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of new Set([row[1], ...(row[8] ?? [])].map(quickKey))) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [row]);
      else known.push(row);
    }
  }
  return index;
}

/** `nameKey`, quicker for names of plain letters, which most are. */
function quickKey(name: string): string {
  return /^[A-Za-z ]+$/.test(name) ? name.toLowerCase() : nameKey(name);
}

type Kind = GazetteerPlace['kind'];

/** "sivas ili" is the province of Sivas; a name that is known as it stands keeps its words. */
function withoutGenericWord(
  key: string,
  isKnown: (key: string) => boolean,
): { key: string; kind: Kind | null } {
  if (isKnown(key)) return { key, kind: null };
  const parts = key.split(' ');
  const kindOf = (word: string): Kind | null =>
    PROVINCE_WORDS.has(word)
      ? 'province'
      : TOWN_WORDS.has(word)
        ? 'town'
        : COUNTRY_WORDS.has(word)
          ? 'country'
          : null;
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length > 1 && kindOf(last) !== null)
    return { key: parts.slice(0, -1).join(' '), kind: kindOf(last) };
  if (parts.length > 1 && kindOf(first) !== null) {
    const rest = parts.slice(1);
    const small = words.particles.includes(rest[0] ?? '') && rest.length > 1 ? 1 : 0;
    return { key: rest.slice(small).join(' '), kind: kindOf(first) };
  }
  return { key, kind: null };
}

function placeOf([
  id,
  name,
  country,
  province,
  latitude,
  longitude,
  radiusKm,
  population,
]: Row): GazetteerPlace {
  const kind = id === country ? 'country' : id === province ? 'province' : 'town';
  return { id, name, kind, country, province, latitude, longitude, radiusKm, population };
}

/** A town before the province that is called after it, a country before all. */
function sizeOf({ kind, population }: GazetteerPlace): number {
  return kind === 'country' ? Number.MAX_VALUE : kind === 'province' ? population / 4 : population;
}

/** "Sivas" alone is the town, not the province that is called after it. */
function withoutNamesakes(places: readonly GazetteerPlace[]): readonly GazetteerPlace[] {
  return places.filter(
    (place) =>
      place.kind !== 'province' ||
      !places.some(({ kind, province }) => kind === 'town' && province === place.id),
  );
}

function choose(
  candidates: readonly GazetteerPlace[],
  company: readonly (readonly GazetteerPlace[])[],
): GazetteerPlace | null {
  const scored = candidates
    .map((place) => ({ place, score: company.reduce((sum, others) => sum + fitOf(place, others), 0) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (best === undefined) return null;
  if (next === undefined || best.score > next.score || isWithin(best.place, next.place)) return best.place;
  const plain =
    best.place.kind === 'country' || best.place.population >= PLAINLY_LARGER * next.place.population;
  return plain && best.place.population > 0 ? best.place : null;
}

/** How a name beside it speaks for a place, 0..3: it names the province or country that holds it, or lies near. */
function fitOf(place: GazetteerPlace, others: readonly GazetteerPlace[]): number {
  const fits = others.map((other) => {
    if (other.id === place.id) return 0;
    if (isWithin(place, other)) return other.kind === 'province' ? 3 : 2;
    if (other.kind === 'country' || isWithin(other, place)) return 0;
    const near = 1 - distanceKm(place, other) / NEAR_KM;
    return near > 0 ? 1 + near : other.country === place.country ? 0.5 : 0;
  });
  // A name that many places bear says little of each.
  return Math.max(0, ...fits) / Math.sqrt(Math.max(1, others.length));
}
