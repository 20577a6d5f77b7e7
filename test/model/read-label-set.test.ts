import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countTokens, parseLabels, readLabelIndex, readLabelSet } from '../../model/read-label-set.ts';

const folder = new URL('../../model/data/', import.meta.url);
const documents = readLabelSet();

function shingles(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
}

function shareOf(left: Set<string>, right: Set<string>): number {
  const common = left.intersection(right).size;
  return common / Math.max(1, Math.min(left.size, right.size));
}

describe('parseLabels', () => {
  it('gives the text and where its names stand', () => {
    const { text, names } = parseLabels('[role Sergeant] [person Ode Lann]: [[inaudible]] at [place Vik].');
    expect(text).toBe('Sergeant Ode Lann: [inaudible] at Vik.');
    expect(names.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['role', 'Sergeant'],
      ['person', 'Ode Lann'],
      ['place', 'Vik'],
    ]);
  });

  it.each([
    ['[person [role Major] Lann]'],
    ['[person Lann'],
    ['Lann]'],
    ['[ship Lann]'],
    ['[person  Lann]'],
    ['[person Lann ]'],
    ['[person Ode\nLann]'],
    ['[person ]'],
  ])('refuses %j', (source) => {
    expect(() => parseLabels(source)).toThrow(/is no label of the guide/);
  });
});

describe('the label set', () => {
  it('lists every file once and no other', () => {
    const files = ['en', 'tr', 'ar'].flatMap((language) =>
      readdirSync(new URL(language, folder)).map((file) => `${language}/${file}`),
    );
    expect(
      readLabelIndex()
        .map(({ file }) => file)
        .sort(),
    ).toEqual(files.sort());
  });

  it('holds train and held-out documents of each language, in the folder of that language', () => {
    const parts = new Set(documents.map(({ language, part }) => `${language} ${part}`));
    expect(parts.size).toBe(6);
    for (const { file, language } of documents) expect(file.startsWith(`${language}/`)).toBe(true);
  });

  it.each([
    ['en', 5600],
    ['tr', 2300],
    ['ar', 1900],
  ])('has tokens of %s, at least %i', (language, least) => {
    const own = documents.filter((document) => document.language === language);
    expect(own.reduce((sum, { text }) => sum + countTokens(text), 0)).toBeGreaterThanOrEqual(least);
  });

  it('has no document that is a near copy of another: under 5 % of five-word runs are shared', () => {
    const runs = documents.map(({ file, text }) => ({ file, set: shingles(text) }));
    const near = runs.flatMap((left, at) =>
      runs
        .slice(at + 1)
        .filter((right) => shareOf(left.set, right.set) >= 0.05)
        .map((right) => [left.file, right.file]),
    );
    expect(near).toEqual([]);
  });
});
