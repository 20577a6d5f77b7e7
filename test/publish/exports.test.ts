import { defaultModel, Model } from '@alephdata/followthemoney';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { exportCsv } from '../../src/publish/export-csv.ts';
import { exportFtm, type FtmEntity } from '../../src/publish/export-ftm.ts';
import { exportJson } from '../../src/publish/export-json.ts';
import { publication, TEXT } from './small-publication.ts';

const joined = async (pieces: AsyncIterable<string>) => (await Array.fromAsync(pieces)).join('');

describe('JSON export', async () => {
  const out = JSON.parse(await joined(exportJson(publication)));

  test('follows the contract', () => {
    expect(out.hearsay).toBe(1);
    expect(out.sources[0]).toMatchObject({
      id: 'src_a',
      file: 'wire.txt',
      kind: 'article',
      length: TEXT.length,
    });
    expect(out.statements[0]).toMatchObject({
      file: 'wire.txt',
      voice: ['Gulf Wire', 'Ayla Duman'],
      agent: 'ide_ayla',
      patient: null,
      place: 'ide_mersin',
      quantity: { min: 12, max: null, of: 'boat', per: null, cumulative: false },
      time: { from: '2022-05-02', to: '2022-05-02' },
    });
    expect(out.findings[0].steps).toEqual(['“Twelve boats” => = 12', 'they do not meet']);
    expect(out.findings[0].assumes).toEqual(['same day: Monday is 2 May.']);
  });

  test('every quote is the canonical text in its span', () => {
    for (const { quote, start, end } of [...out.statements, ...out.findings[0].quotes])
      expect(TEXT.slice(start, end)).toBe(quote);
  });

  test('an empty case is valid JSON, too', async () => {
    const empty = { ...publication, sources: [], identities: [], happenings: [], findings: [] };
    expect(JSON.parse(await joined(exportJson(empty)))).toMatchObject({
      sources: [],
      statements: [],
      findings: [],
    });
  });
});

describe('CSV export', async () => {
  const rows: Record<string, string>[] = parse(await joined(exportCsv(publication)), { columns: true });

  test('a row a statement, the chain joined', () => {
    expect(rows[0]).toMatchObject({
      quote: 'Twelve boats left on Monday,',
      voice: 'Gulf Wire > Ayla Duman',
      min: '12',
      max: '',
      from: '2022-05-02',
    });
  });

  test('no cell runs as a formula', () => {
    expect(rows[1]?.quote).toBe("'=2+3");
  });
});

describe('FollowTheMoney export', async () => {
  const model = new Model(defaultModel);
  const entities: FtmEntity[] = (await joined(exportFtm(publication)))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

  test('every entity and property stands in the model', () => {
    for (const { schema, properties } of entities) {
      const known = model.getSchema(schema).getProperties();
      for (const [name, values] of Object.entries(properties)) {
        const property = known.get(name);
        expect(property, `${schema}.${name}`).toBeDefined();
        expect(property?.stub, `${schema}.${name} is no stub`).not.toBe(true);
        for (const value of values) expect(value).toBeTypeOf('string');
      }
    }
  });

  test('every reference leads to an entity that its property may hold', () => {
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    for (const { schema, properties } of entities) {
      for (const [name, values] of Object.entries(properties)) {
        const property = model.getSchema(schema).getProperties().get(name);
        if (property?.type.name !== 'entity') continue;
        const range = property.getRange();
        for (const value of values)
          expect(model.getSchema(byId.get(value)?.schema ?? '').isA(range), `${schema}.${name}`).toBe(true);
      }
    }
  });

  test('a data set a source; a phone line is no entity', () => {
    expect(entities.map((entity) => entity.schema).sort()).toEqual([
      'Address',
      'Documentation',
      'Documentation',
      'Event',
      'Event',
      'Person',
      'PlainText',
    ]);
    for (const { datasets } of entities) expect(datasets).toEqual(['src_a']);
  });
});
