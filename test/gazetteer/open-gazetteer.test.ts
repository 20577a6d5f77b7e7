import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.ts';
import { distanceKm, isWithin } from '../../src/statement/gazetteer.ts';

const gazetteer = openGazetteer();
const firstOf = (name: string) => gazetteer.findPlaces(name)[0];

describe('a place is found under every name that it has', () => {
  test.each([
    ['Kobanî', 'Ayn al-Arab'],
    ['Kobanî', 'عين العرب'],
    ['Aleppo', 'Halep'],
    ['Aleppo', 'حلب'],
    ['Mosul', 'Musul'],
    ['Mosul', 'الموصل'],
    ['Gaziantep', 'Antep'],
    ['Diyarbakır', 'Amed'],
    ['Vienna', 'Viyana'],
    ['London', 'Londres'],
    ['Beirut', 'Бейрут'],
  ])('%s is %s', (name, other) => {
    expect(firstOf(other)?.id).toBeDefined();
    expect(firstOf(other)?.id).toBe(firstOf(name)?.id);
  });
  test.each([
    ['TR', 'Türkiye'],
    ['SY', 'Suriye'],
    ['SY', 'سوريا'],
    ['DE', 'Alemania'],
    ['RU', 'Россия'],
    ['US', 'U.S.'],
  ])('%s is the country %s', (id, name) => expect(firstOf(name)?.id).toBe(id));
  test.each([
    ['Sivas ili', 'TR.58'],
    ['Sivas Province', 'TR.58'],
    ['محافظة حلب', 'SY.09'],
  ])('a province is meant by %s', (name, id) =>
    expect(gazetteer.findPlaces(name).map((place) => place.id)).toEqual([id]),
  );
  test('an unknown name has no place', () => expect(gazetteer.findPlaces('Quarvexham')).toEqual([]));
});

describe('of homonyms the company tells', () => {
  test.each([
    ['Guadalajara', ['Madrid', 'Toledo'], 'ES'],
    ['Guadalajara', ['Zapopan', 'Mexico City'], 'MX'],
    ['Tripoli', ['Beirut', 'Sidon'], 'LB'],
    ['Tripoli', ['Misrata'], 'LY'],
    ['London', ['Ontario'], 'CA'],
    ['London', [], 'GB'],
  ])('%s beside %s', (name, company, country) =>
    expect(gazetteer.choosePlace(name, company)?.country).toBe(country),
  );
  test('without company two alike stay open', () =>
    expect(gazetteer.choosePlace('Springfield', [])).toBeNull());
  test('a town, not the province of its name', () =>
    expect(gazetteer.choosePlace('Sivas', ['Ankara'])?.kind).toBe('town'));
});

test('distances are those of the globe', () => {
  const [ankara, istanbul] = [firstOf('Ankara'), firstOf('Istanbul')];
  if (ankara === undefined || istanbul === undefined) throw new Error('both are known');
  expect(distanceKm(ankara, istanbul)).toBeGreaterThan(340);
  expect(distanceKm(ankara, istanbul)).toBeLessThan(360);
});

test('a town lies in its province and its country, and they not in it', () => {
  const town = firstOf('Kobanî');
  const [province] = gazetteer.findPlaces('محافظة حلب');
  const country = firstOf('Syria');
  if (town === undefined || province === undefined || country === undefined) throw new Error('all are known');
  expect([isWithin(town, province), isWithin(town, country), isWithin(province, country)]).toEqual([
    true,
    true,
    true,
  ]);
  expect([isWithin(province, town), isWithin(country, town), isWithin(country, province)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(country.radiusKm).toBeGreaterThan(200);
});

test('any text may be asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string(), { maxLength: 4 }), (name, company) => {
      const chosen = gazetteer.choosePlace(name, company);
      return chosen === null || gazetteer.findPlaces(name).some(({ id }) => id === chosen.id);
    }),
  );
});
