import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFtm } from '../../src/intake/entities/read-ftm.ts';
import { readSource } from '../../src/reading/read-source.ts';
import { sliceOf } from '../../src/statement/span.ts';
import { brokenLaw } from './broken-law.ts';
import { readOpened } from './read-opened.ts';

const CONTEXT = { sourceId: 'src_test', file: 'a.ftm.json' };
const entity = (id: string, schema: string, properties: Record<string, unknown>) =>
  JSON.stringify({ id, schema, properties, datasets: ['harbour'] });
const FILE = [
  entity('p1', 'Person', {
    name: ['Ana Rell'],
    alias: ['Gull'],
    phone: ['+90 532 111 22 33'],
    notes: ['Seen on 3 May 2021.\n\nFour boats left.'],
  }),
  entity('c1', 'Company', { name: ['Orbis'], jurisdiction: ['tr'] }),
  entity('o1', 'Ownership', { owner: ['p1'], asset: ['c1'], percentage: ['40'] }),
  entity('v1', 'Vessel', { name: ['Altin Kum'], imoNumber: ['9074729'] }),
].join('\n');

test('entities are sections: properties a line each, texts as paragraphs', async () => {
  const { source, passages } = await readOpened(Buffer.from(FILE), 'a.ftm.json');
  expect(source).toMatchObject({ mediaType: 'application/json+ftm', title: 'a.ftm.json', kind: 'other' });
  expect(source.text.split('\n\n').slice(0, 4)).toEqual([
    'person: p1\nname: Ana Rell\nother name: Gull\nphone: +90 532 111 22 33',
    'notes: Seen on 3 May 2021.',
    'Four boats left.',
    'company: c1\nname: Orbis\njurisdiction: tr',
  ]);
  expect(source.text).toContain('owner: Ana Rell (p1)\nasset: Orbis (c1)');
  expect(
    passages.map(({ section, kind, body }) => [section, kind, sliceOf(source.text, body).split('\n')[0]]),
  ).toEqual([
    [0, 'header', 'person: p1'],
    [0, 'paragraph', 'Seen on 3 May 2021.'],
    [0, 'paragraph', 'Four boats left.'],
    [1, 'header', 'company: c1'],
    [2, 'header', 'ownership: o1'],
    [3, 'header', 'vessel: v1'],
  ]);
  expect(source.claims.map(({ key, value }) => `${key} ${value}`)).toEqual(['entities 4', 'dataset harbour']);
});

test('names are noted by their kind, numbers as lines; only texts state something, and the file states it', async () => {
  const { source, passages } = await readOpened(Buffer.from(FILE), 'a.ftm.json');
  const { sections } = readFtm(FILE, { sourceId: source.id, file: source.file });
  const reading = readSource(source, sections, passages);
  const named = reading.mentions.map(({ kind, name }) => `${kind} ${name}`);
  expect(named).toEqual(
    expect.arrayContaining([
      'person Ana Rell',
      'person Gull',
      'phone +90 532 111 22 33',
      'organization Orbis',
      'vehicle Altin Kum',
    ]),
  );
  expect(reading.statements.map(({ voice, span }) => [voice[0]?.name, sliceOf(source.text, span)])).toEqual([
    ['a.ftm.json', 'Seen on 3 May 2021.'],
    ['a.ftm.json', 'Four boats left.'],
  ]);
});

test.each([
  [
    'a schema of a later model',
    entity('x', 'Starship', { name: ['Altin'], crew: [4] }),
    'starship: x\nname: Altin\ncrew: 4\n\n',
    [],
  ],
  [
    'a value that is no list',
    '{"id":"x","schema":"Person","properties":{"name":"Ana"}}',
    'person: x\nname: Ana\n\n',
    [],
  ],
  [
    'a line that was cut off',
    `${entity('x', 'Person', { name: ['Ana'] })}\n{"id":"y","sch`,
    'person: x\nname: Ana\n\n{"id":"y","sch\n\n',
    ['intake/unread-line'],
  ],
  [
    'names of what JSON objects have of their own',
    entity('x', 'constructor', { __proto__x: ['a'], toString: ['b'] }),
    'constructor: x\n__proto__x: a\ntostring: b\n\n',
    [],
  ],
])('%s', (_, file, text, doubts) => {
  const reading = readFtm(file, CONTEXT);
  expect(reading.text).toBe(text);
  expect(reading.doubts.map(({ code }) => code)).toEqual(['intake/text-rebuilt', ...doubts]);
});

test('whatever the entities, it ends, claims and parties slice back, and passages cover the text', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('p1', 'a\n\nb', ' ', '+90 1'),
  );
  const properties = fc.dictionary(
    fc.oneof(
      fc.constantFrom('name', 'alias', 'notes', 'phone', 'owner', 'summary', 'namesMentioned'),
      fc.string({ maxLength: 6 }),
    ),
    fc.array(value, { maxLength: 3 }),
    { maxKeys: 5 },
  );
  const one = fc.record({
    id: fc.string({ maxLength: 4 }),
    schema: fc.constantFrom('Person', 'Vessel', 'Document', 'Ownership', 'X'),
    properties,
  });
  const line = fc.oneof(
    one.map((each) => JSON.stringify(each)),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const { text, passages, sections } = readFtm(lines.join('\n'), CONTEXT);
      expect(brokenLaw({ text, passages, sections })).toBeNull();
      for (const { span, value: claimed } of sections.flatMap(({ claims }) => claims))
        if (span !== null) expect(sliceOf(text, span)).toBe(claimed);
      for (const { name, span, number } of sections.flatMap(({ parties }) => parties))
        if (span !== null) expect(sliceOf(text, span)).toBe(name ?? number);
    }),
    { numRuns: 300 },
  );
});
