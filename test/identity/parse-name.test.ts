import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseName } from '../../src/identity/parse-name.ts';
import type { MentionKind } from '../../src/statement/statement.ts';

describe('a name is known by its parts', () => {
  test.each<[string, MentionKind, string]>([
    ['Hajj Abd al-Karim Odeh', 'person', 'abdkarim odeh'],
    ['Abdullah Öz', 'person', 'abdla oz'],
    ['عبد الله', 'person', 'abdla'],
    ['TOLAN P., Mira', 'person', 'mira tolan p'],
    ['Mira TOLAN', 'person', 'mira tolan'],
    ['Selma Hanım', 'person', 'selma'],
    ['Ebu Salim el-Halebi', 'person', 'ebu salim halebi'],
    ['Omar bin Nasser al-Juma', 'person', 'omar nasser juma'],
    ['J. R. Marlo', 'person', 'j r marlo'],
    ['Bey', 'person', 'bey'],
    ['The Harbour Gazette', 'organization', 'harbour gazette'],
    ['BRIGHTWATER TRADING S.R.L.', 'organization', 'brightwater trading'],
    ['Depot No. 4', 'place', 'depot 4'],
    ['Orlen province', 'place', 'orlen'],
    ['El Marsa', 'place', 'marsa'],
  ])('%s (%s)', (name, kind, key) => {
    expect(parseName(name, kind).key).toBe(key);
  });

  test('a name with a letter or a figure always has a key', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom<MentionKind>('person', 'organization', 'place'),
        (name, kind) => {
          expect(parseName(name, kind).key !== '').toBe(/[a-z0-9]/i.test(name));
        },
      ),
    );
  });
});
