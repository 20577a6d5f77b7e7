import { expect, test } from 'vitest';
import { readFigures } from '../../../src/reading/figures/read-figures.ts';
import { passageOf } from '../passage-of.ts';

test('a bare number is of the unit of its whole', () => {
  const { figures, relations } = readFigures(
    passageOf('We brought 310 of 345 tonnes, or 95 per cent.', 'en'),
  );
  expect(figures.slice(0, 2).map(({ unit, quantity }) => [quantity.min, unit])).toEqual([
    [310, 'tonne'],
    [345, 'tonne'],
  ]);
  expect(relations.map((relation) => relation.kind)).toEqual(['part', 'share']);
});

test('English units stand in other languages too', () => {
  const { relations } = readFigures(
    passageOf('Deux chargements, 61 tonnes (134,000 pounds), sont partis.', 'fr'),
  );
  expect(relations.map((relation) => relation.kind)).toEqual(['same-measure']);
});
