import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify, type NamedMention } from '../../src/identity/identify.ts';

let count = 0;
/** `a: Karel Odin` is a mention of Karel Odin in source a; `role` in front makes it a role. */
function mention(line: string): NamedMention {
  const [, source = '', role, title, name = ''] = /^(\w+): (?:(role) )?(?:\[(\w+)\] )?(.+)$/.exec(line) ?? [];
  count += 1;
  return { id: `men_${count}`, source, kind: role ? 'role' : 'person', name, title: title ?? null };
}
const spellings = (lines: readonly string[]) =>
  identify(lines.map(mention)).map((identity) => identity.spellings);

describe('identify joins only what is beyond doubt', () => {
  const table: [string, string[], string[][]][] = [
    ['case and accents', ['a: BÜLENT ARIN', 'b: Bülent Arın'], [['BÜLENT ARIN', 'Bülent Arın']]],
    ['a last name with its only full name', ['a: Mira Tolan', 'a: Tolan'], [['Mira Tolan', 'Tolan']]],
    [
      'but not where two bear it',
      ['a: Mira Tolan', 'a: Joos Tolan', 'a: Tolan'],
      [['Joos Tolan'], ['Mira Tolan'], ['Tolan']],
    ],
    ['nor in a source without the full name', ['a: Mira Tolan', 'b: Tolan'], [['Mira Tolan'], ['Tolan']]],
    ['two spellings by sound stay two', ['a: Ebu Salim', 'b: Abu Salim'], [['Abu Salim'], ['Ebu Salim']]],
    [
      'a role holds within its source',
      ['a: role the clerk', 'b: role the clerk'],
      [
        ['clerk', 'the clerk'],
        ['clerk', 'the clerk'],
      ],
    ],
    ['a title is a spelling, not a person', ['a: [Captain] Ruda', 'a: Ruda'], [['Captain Ruda', 'Ruda']]],
  ];
  test.each(table)('%s', (_, lines, expected) => {
    expect(spellings(lines).sort()).toEqual(expected.sort());
  });

  test('the order of arrival does not change the result', () => {
    const names = fc.constantFrom(
      'a: Mira Tolan',
      'a: Tolan',
      'b: Tolan',
      'b: Joos Tolan',
      'a: role the clerk',
      'c: TOLAN',
    );
    fc.assert(
      fc.property(
        fc
          .uniqueArray(names, { minLength: 1 })
          .chain((lines) =>
            fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
          ),
        ([lines, shuffled]) => {
          expect(spellings(shuffled)).toEqual(spellings(lines));
        },
      ),
    );
  });
});
