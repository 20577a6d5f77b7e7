import { describe, expect, test } from 'vitest';
import { compareNames } from '../../src/identity/compare-names.ts';
import { identify, type NamedMention } from '../../src/identity/identify.ts';
import { blocksOfName } from '../../src/identity/name-blocks.ts';
import { parseName } from '../../src/identity/parse-name.ts';
import { resolveNames } from '../../src/identity/resolve-names.ts';
import steps from '../../src/identity/score-steps.json' with { type: 'json' };
import weights from '../../src/identity/score-weights.json' with { type: 'json' };
import type { Mention, MentionKind } from '../../src/statement/statement.ts';

const named = (kind: MentionKind, lines: readonly string[]): NamedMention[] =>
  lines.map((line, at) => {
    const [source = '', name = ''] = line.split(': ');
    return { id: `men_${at}`, source, kind, name, title: null };
  });

describe('names that may be one are filed together', () => {
  test.each([
    ['Yusuf Hadad', 'يوسف حداد'],
    ['Noor Shipping', 'Nour Shiping'],
    ['MiraTolan', 'Mira Tolan'],
    ['Stelaris', 'Steluris'],
    ['Harbourline plc', 'Harborlane plc'],
  ])('%s and %s', (a, b) => {
    const [one, other] = [
      blocksOfName(parseName(a, 'organization')),
      blocksOfName(parseName(b, 'organization')),
    ];
    expect([...one].some((block) => other.has(block))).toBe(true);
  });
});

describe('spellings that say the same', () => {
  const groups = (kind: MentionKind, lines: string[]) => identify(named(kind, lines)).length;
  test('a name without its space', () => {
    expect(groups('person', ['a: MiraTolan', 'b: Mira Tolan'])).toBe(1);
    expect(groups('person', ['a: MiraTolan', 'b: Mira Tolan', 'b: Mirat Olan'])).toBe(3);
  });
  test('legal forms written out, written on, and numbers in words', () => {
    expect(groups('organization', ['a: Quay Freight JSC', 'b: Quay Freight Joint Stock Company'])).toBe(1);
    expect(groups('organization', ['a: QuayfreightAG', 'b: Quayfreight AG'])).toBe(1);
    expect(groups('organization', ['a: Brigade 44', 'b: Brigade Forty-Four'])).toBe(1);
    expect(groups('organization', ['a: Brigade 44', 'b: Brigade Forty-Five'])).toBe(2);
  });
  test('a body a letter apart is proposed, never joined; a short word is another word', () => {
    const found = (names: readonly [string, string]) => {
      const mentions: Mention[] = names.map((name, at) => ({
        ...{
          id: `men_${at}`,
          source: `src_${at}`,
          passage: `psg_${at}`,
          kind: 'organization' as const,
          name,
        },
        ...{ title: null, span: { start: 0, end: name.length } },
      }));
      const scene = {
        sections: [],
        textOf: (source: string) => names[source === 'src_0' ? 0 : 1],
        passagesOf: () => [],
      };
      return resolveNames(mentions, scene);
    };
    const { identities, findings } = found(['Quayside Freight', 'Quaysibe Freight']);
    expect([identities.length, findings.map(({ kind }) => kind)]).toEqual([2, ['alias']]);
    expect(found(['Quay Freight', 'Quai Freight']).findings).toEqual([]);
  });
});

describe('the score', () => {
  test('what can only speak against is never counted for', () => {
    expect(weights.unlike).toBeLessThan(0);
    expect(weights.legalDiffer).toBeLessThanOrEqual(0);
    expect(Math.min(weights.whole, weights.sounds, weights.longerCovered)).toBeGreaterThanOrEqual(0);
  });
  test('its calibration rises with it', () => {
    const chances = steps.map(([, chance = 0]) => chance);
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
  });
  test('a number that differs makes two', () => {
    const one = compareNames('Brigade 44', 'Brigade Forty-Four', 'organization').probability;
    const two = compareNames('Brigade 44', 'Brigade 45', 'organization').probability;
    expect([one > 0.8, two < 0.5]).toEqual([true, true]);
  });
});
