import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify, type NamedMention } from '../../src/identity/identify.ts';
import type { Decision } from '../../src/statement/decision.ts';
import { decisionOf, type Judgement, judgementsOf, judgementTarget } from '../../src/statement/judgement.ts';

const NAMES = [
  'Mira Tolan',
  'Tolan',
  'Joos Tolan',
  'Karel Odin',
  'Odin',
  'Yusuf Hadad',
  'يوسف حداد',
  'Abu Salim',
];
const mentions: NamedMention[] = NAMES.flatMap((name, at) =>
  ['src_a', 'src_b'].map((source) => ({
    ...{ id: `men_${source}_${at}`, source, kind: 'person' as const, name, title: null },
  })),
);
/** Ids of every name as it stands alone, one a source for names of one word. */
const alone = new Map(mentions.map((mention) => [mention.id, identify([mention])[0]?.id ?? ''] as const));
const judgement = fc.record({
  a: fc.constantFrom(...alone.values()),
  b: fc.constantFrom(...alone.values()),
  says: fc.constantFrom('positive' as const, 'negative' as const, 'unsure' as const),
});
const groups = (judgements: readonly Judgement[]) =>
  identify(mentions, null, judgements).map((identity) => [...identity.mentions]);
const stand = (a: string, b: string, judgements: readonly Judgement[]) =>
  groups(judgements).some((ids) => {
    const names = ids.map((id) => alone.get(id));
    return names.includes(a) && names.includes(b);
  });

describe('judgements on names', () => {
  test('no join ever crosses a negative one', () => {
    fc.assert(
      fc.property(fc.array(judgement, { maxLength: 12 }), (judgements) =>
        judgements.every(({ a, b, says }) => says !== 'negative' || a === b || !stand(a, b, judgements)),
      ),
    );
  });

  test('a positive one holds unless a negative one stands against it', () => {
    fc.assert(
      fc.property(
        fc.array(judgement, { maxLength: 8 }).map((all) => all.filter(({ says }) => says !== 'negative')),
        (judgements) => judgements.every(({ a, b, says }) => says !== 'positive' || stand(a, b, judgements)),
      ),
    );
  });

  test('the order of arrival does not change the result', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(mentions, { minLength: mentions.length }),
        fc.array(judgement, { maxLength: 6 }),
        (shuffled, judgements) => {
          expect(identify(shuffled, null, judgements)).toEqual(identify(mentions, null, judgements));
        },
      ),
    );
  });

  test('what is judged and undone leaves nothing', () => {
    fc.assert(
      fc.property(fc.array(judgement, { maxLength: 6 }), judgement, (before, more) => {
        const made = { who: 'ada', at: '2026-01-01T00:00:00Z', text: '' };
        const log = (all: readonly Omit<Decision, 'seq'>[]) =>
          all.map((one, at) => ({ ...one, seq: at + 1 }));
        const kept = before.map((one) => decisionOf(one, made));
        const undo = { ...made, verb: 'undo' as const, target: judgementTarget(more.a, more.b) };
        const after = log([...kept, decisionOf(more, made), undo]);
        expect(judgementsOf(after)).toEqual(judgementsOf(log(kept)));
      }),
    );
  });

  test('a name that the case no longer holds is passed over', () => {
    expect(groups([{ a: 'ide_gone', b: [...alone.values()][0] ?? '', says: 'positive' }])).toEqual(
      groups([]),
    );
  });
});
