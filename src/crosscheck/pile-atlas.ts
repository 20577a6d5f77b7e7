import { type Gazetteer, type GazetteerPlace, isWithin } from '../statement/gazetteer.ts';
import type { PileIndex } from './pile-index.ts';

/** Where the places of a pile lie, as far as a gazetteer has them. */
export interface Atlas {
  /** The most exact of several places; where none is known, the town that the source's head names, as a guess. */
  locate(
    keys: readonly string[],
    source: string,
  ): { readonly place: GazetteerPlace; readonly isGuess: boolean } | null;
  /** Whether one place is the other, holds it or lies in it. */
  placesFit(a: string, b: string): boolean;
}

const MOST_COMPANY = 20;
const MOST_WORDS = 8;

/** Looks places up when they are asked for, each once. Without a gazetteer only like keys are one place. */
export function openAtlas(index: PileIndex, gazetteer: Gazetteer | null): Atlas {
  const company = companyOf(index);
  const isOfPile = countriesOf(gazetteer, company);
  const located = new Map<string, GazetteerPlace | null>();
  const find = (key: string): GazetteerPlace | null => {
    const known = located.get(key);
    if (known !== undefined) return known;
    const name = index.identityName.get(key) ?? key;
    const place =
      gazetteer === null
        ? null
        : (gazetteer.choosePlace(name, company) ?? townInName(gazetteer, name, company));
    // A village of the same name at the other end of the world is none of the pile's.
    const kept =
      place !== null && (isOfPile(place) || isKnownByItself(gazetteer, name, place)) ? place : null;
    located.set(key, kept);
    return kept;
  };
  return {
    locate: (keys, source) => {
      const places = keys.map(find).filter((place) => place !== null);
      const place = places.find((one) => places.every((other) => isWithin(one, other)));
      if (place !== undefined && place.kind === 'town') return { place, isGuess: false };
      if (places.length > 0 || gazetteer === null) return null;
      const town = townInHead(index, gazetteer, source, company);
      return town === null || !isOfPile(town) ? null : { place: town, isGuess: true };
    },
    placesFit: (a, b) => {
      if (a === b) return true;
      const [one, other] = [find(a), find(b)];
      return one !== null && other !== null && (isWithin(one, other) || isWithin(other, one));
    },
  };
}

/** The places that the pile names most: they tell which of several namesakes is meant. */
function companyOf(index: PileIndex): string[] {
  return index.pile.identities
    .filter(({ kind }) => kind === 'place')
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_COMPANY)
    .map(({ name }) => name);
}

/** Countries that the pile names, and those of two places at least that it names. */
function countriesOf(
  gazetteer: Gazetteer | null,
  company: readonly string[],
): (place: GazetteerPlace) => boolean {
  const counts = new Map<string, number>();
  for (const name of company) {
    const place = gazetteer?.choosePlace(name, company) ?? null;
    if (place !== null)
      counts.set(place.country, (counts.get(place.country) ?? 0) + (place.kind === 'country' ? 2 : 1));
  }
  return ({ country }) => counts.size < 2 || (counts.get(country) ?? 0) >= 2;
}

const CITY = 100_000;

/** A city, or the only town of its name, is meant whatever else the pile names. */
function isKnownByItself(gazetteer: Gazetteer | null, name: string, place: GazetteerPlace): boolean {
  if (place.population >= CITY) return true;
  return gazetteer?.findPlaces(name).filter(({ kind }) => kind === 'town').length === 1;
}

/** "Sivas City Hospital" stands in Sivas. */
function townInName(gazetteer: Gazetteer, name: string, company: readonly string[]): GazetteerPlace | null {
  const words = name.split(/[\s,]+/u).slice(0, MOST_WORDS);
  if (words.length < 2) return null;
  return townAmong(gazetteer, words, company);
}

/** The town that the title or the publisher of a source names: "Radio Central Kestel". */
function townInHead(
  index: PileIndex,
  gazetteer: Gazetteer,
  source: string,
  company: readonly string[],
): GazetteerPlace | null {
  const head = index.sources.get(source);
  const words = `${head?.title ?? ''} ${head?.publisher ?? ''}`.split(/[\s,]+/u).slice(0, 2 * MOST_WORDS);
  return townAmong(gazetteer, words, company);
}

/** Only of a name that one well-known town bears, or that lies beside what the pile names. */
function townAmong(
  gazetteer: Gazetteer,
  words: readonly string[],
  company: readonly string[],
): GazetteerPlace | null {
  const towns = words
    .filter((word) => word.length > 3 && /^\p{Lu}/u.test(word))
    .map((word) => gazetteer.choosePlace(word, company))
    .filter((place) => place !== null && place.kind === 'town' && place.population > 15_000);
  return towns.length === 1 ? (towns[0] ?? null) : null;
}
