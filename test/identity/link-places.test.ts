import { describe, expect, test } from 'vitest';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.ts';
import { identify, type NamedMention } from '../../src/identity/identify.ts';
import type { MentionKind } from '../../src/statement/statement.ts';

function groupsOf(kind: MentionKind, lines: readonly string[]): string[][] {
  const mentions: NamedMention[] = lines.map((line, at) => {
    const [source = '', name = ''] = line.split(': ');
    return { id: `men_${at}`, source, kind, name, title: null };
  });
  return identify(mentions, null, [], openGazetteer()).map(({ spellings }) => [...spellings]);
}

describe('one place, several names', () => {
  test('the gazetteer knows them', () => {
    expect(groupsOf('place', ['a: Kobani', 'b: Ayn al-Arab', 'c: عين العرب'])).toHaveLength(1);
    expect(groupsOf('place', ['a: Mosul', 'b: Musul', 'b: Erbil'])).toHaveLength(2);
  });
  test('a town is not the homonym that its company tells of', () => {
    const groups = groupsOf('place', ['a: Tripoli', 'a: Beirut', 'b: Trablus', 'b: Beirut']);
    expect(groups).toContainEqual(['Trablus', 'Tripoli']);
    expect(groupsOf('place', ['a: Springfield', 'b: Springfeld'])).toHaveLength(2);
  });
  test('a province is not its town', () => {
    expect(groupsOf('place', ['a: Halep', 'b: محافظة حلب'])).toHaveLength(2);
  });
});

describe('one body in two languages', () => {
  test('proper words are one and common ones translate each other', () => {
    expect(groupsOf('place', ['a: Sivas State Hospital', 'b: Sivas Devlet Hst.'])).toHaveLength(1);
    expect(groupsOf('place', ['a: Sivas State Hospital', 'b: Sivas Özel Hastanesi'])).toHaveLength(2);
    expect(groupsOf('place', ['a: Sivas State Hospital', 'b: Tokat Devlet Hastanesi'])).toHaveLength(2);
  });
  test('common words alone are not enough', () => {
    expect(groupsOf('organization', ['a: Interior Ministry', 'b: İçişleri Bakanlığı'])).toHaveLength(2);
  });
});
