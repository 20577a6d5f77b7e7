import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { crosscheck } from '../../src/crosscheck/crosscheck.ts';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.ts';
import { resolveNames } from '../../src/identity/resolve-names.ts';
import type { Pile } from '../../src/statement/pile.ts';
import { SAMPLES } from '../run-hearsay.ts';
import { readTexts } from './read-texts.ts';

/** The same pile with its sources in another order, and what was read of each in its own. */
function inOrder(pile: Pile, order: readonly string[]): Pile {
  const placeOf = new Map(order.map((id, place) => [id, place]));
  const passages = order.flatMap((id) => [...pile.passagesOf(id)]);
  const sourceOfPassage = new Map(passages.map(({ id, source }) => [id, source]));
  const sourceOfFigure = new Map(pile.figures.map(({ id, passage }) => [id, sourceOfPassage.get(passage)]));
  const sorted = <T>(items: readonly T[], sourceOf: (item: T) => string | undefined) =>
    items.toSorted((a, b) => (placeOf.get(sourceOf(a) ?? '') ?? 0) - (placeOf.get(sourceOf(b) ?? '') ?? 0));
  return {
    ...pile,
    sources: sorted(pile.sources, ({ id }) => id),
    sections: sorted(pile.sections, ({ source }) => source),
    statements: sorted(pile.statements, ({ source }) => source),
    mentions: sorted(pile.mentions, ({ source }) => source),
    figures: sorted(pile.figures, ({ id }) => sourceOfFigure.get(id)),
    relations: sorted(pile.relations, ({ figures: [first = ''] }) => sourceOfFigure.get(first)),
  };
}

function accountOf(pile: Pile) {
  const names = resolveNames(pile.mentions, pile, [], openGazetteer());
  const { identities } = names;
  return { names, account: crosscheck({ ...pile, identities }, openGazetteer()) };
}

describe('the order in which sources come in', () => {
  let pile: Pile;
  let told: ReturnType<typeof accountOf>;
  beforeAll(async () => {
    const files = readdirSync(SAMPLES).map((file) => [file, readFileSync(join(SAMPLES, file))] as const);
    pile = await readTexts(Object.fromEntries(files));
    told = accountOf(pile);
  }, 60_000);

  test('changes no name, finding, happening, origin or id of the samples', () => {
    expect(told.account.findings.length).toBeGreaterThan(5);
    const ids = pile.sources.map(({ id }) => id);
    const anyOrder = fc.shuffledSubarray(ids, { minLength: ids.length });
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(accountOf(inOrder(pile, order))).toEqual(told);
      }),
      { numRuns: 6, examples: [[ids.toReversed()]] },
    );
  });
});
