import { expect, test } from 'vitest';
import { startSharing } from '../../src/casefile/share-parts.ts';
import { buildPile } from '../crosscheck/build-pile.ts';

test('what is shared says the same, and equal parts of it are one', () => {
  const pile = buildPile([
    {
      name: 'Post',
      lines: [
        '<Ada Kell> saw {9 boats|of=boat event=see} in [Pern].',
        '<Ada Kell> saw {8 boats|of=boat event=see}.',
      ],
    },
  ]);
  const read = structuredClone(pile.statements);
  const sharing = startSharing();
  const [one, other] = read.map(sharing.statement);
  expect([one, other]).toEqual(read);
  expect(read[0]?.voice).not.toBe(read[1]?.voice);
  expect(one?.voice).toBe(other?.voice);
  expect(pile.mentions.map(sharing.mention)).toEqual(pile.mentions);
  expect(pile.figures.map(sharing.figure)).toEqual(pile.figures);
});
