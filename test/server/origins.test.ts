import { Value } from '@sinclair/typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OriginsReply, RestReply, TellingsReply } from '../../src/server/api/origins.ts';
import { linkSources } from '../../src/server/link-sources.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { edgesAround, viewOrigins } from '../../src/server/view-origins.ts';
import { gatherTold, viewTelling } from '../../src/server/view-tellings.ts';
import type { Happening } from '../../src/statement/event.ts';
import type { OriginEdge } from '../../src/statement/origin.ts';
import type { Statement } from '../../src/statement/statement.ts';
import { ask, enter } from './ask.ts';
import { demo, demoCase } from './demo-case.ts';

describe('over HTTP', () => {
  let server: RunningServer;
  let cookie: string;
  beforeAll(async () => {
    const casefile = demoCase();
    const account = await casefile.account();
    const [first, ...others] = account.findings;
    if (!first) throw new Error('no finding');
    casefile.account = async () => ({
      ...account,
      findings: [{ ...first, kind: 'single-origin' }, ...others],
    });
    server = await startServer(casefile, { port: 0, deskRoot: '/nowhere', token: 'token' });
    cookie = await enter(server);
  });
  afterAll(() => server.close());
  const get = (path: string) => ask(server.origin, path, { headers: { cookie } });

  test('who rests on whom, with those that rest on nobody, as the schemas say', async () => {
    const reply = (await get('/api/origins')).json<OriginsReply>();
    expect([...Value.Errors(OriginsReply, reply)]).toEqual([]);
    const name = (place: number) => reply.tellers[place]?.name;
    expect(reply.rests.map(({ from, to, basis }) => [name(from), basis, name(to)])).toEqual([
      ['Verity Post', 'credit', 'line_88_calls.txt'],
      ['Ridge Radio', 'copied', 'Verity Post'],
    ]);
    expect(reply.findings.map(({ id }) => id)).toEqual([demo.findings[0]]);
  });

  test('a line opens the words that say so; one that is not there is said', async () => {
    const path = `/api/origins/rest?from=${encodeURIComponent('outlet:verity post')}&to=`;
    const reply = (await get(path + demo.calls)).json<RestReply>();
    expect([...Value.Errors(RestReply, reply)]).toEqual([]);
    expect(reply.rests[0]?.quotes[0]?.text).toContain('several sides');
    expect((await get(`${path}outlet:nobody`)).status).toBe(404);
  });

  test('what is told more than once is as its schema says', async () => {
    const reply = (await get('/api/origins/tellings')).json<TellingsReply>();
    expect([...Value.Errors(TellingsReply, reply)]).toEqual([]);
    expect(reply.tellings.map(({ event, origins }) => [event, origins])).toEqual([['deliver', 2]]);
  });
});

const edge = (from: string, to: string, starts: readonly number[] = []): OriginEdge => ({
  ...{ from, to, basis: 'credit' },
  quotes: starts.map((start) => ({
    ...{ source: from, span: { start, end: start + 1 }, statement: null, marks: [] },
  })),
});

test.each([
  ['a', ['a>b', 'b>c', 'c>b']],
  ['c', ['a>b', 'b>c', 'c>b', 'd>e', 'e>c']],
  ['d', ['d>e', 'e>c', 'b>c', 'c>b']],
])('around %s', (who, expected) => {
  const edges = [edge('a', 'b'), edge('b', 'c'), edge('c', 'b'), edge('d', 'e'), edge('e', 'c')];
  const around = edgesAround(edges, who).map(({ from, to }) => `${from}>${to}`);
  expect(around.sort()).toEqual(expected.sort());
});

test('lines whose words are in a finding come first, then those with most quotes', () => {
  const nodes = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, sources: [] }));
  const edges = [edge('a', 'b', [1]), edge('b', 'c', [2, 3]), edge('c', 'a', [7])];
  const finding = {
    ...{
      id: 'f',
      kind: 'circular-reporting' as const,
      why: '',
      steps: [],
      assumes: [],
      rank: 1,
      picture: null,
    },
    quotes: [{ source: 'c', span: { start: 7, end: 9 }, statement: null, marks: [] }],
  };
  const view = viewOrigins({ nodes, edges }, [finding], new Map(), undefined);
  expect(view.rests.map(({ from, hot }) => [view.tellers[from]?.id, hot])).toEqual([
    ['c', true],
    ['b', false],
    ['a', false],
  ]);
  expect(view.alone.map(({ id }) => id)).toEqual(['d']);
});

describe('links of sources', () => {
  const nodes = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
    id: `node ${id}`,
    name: id,
    sources: [id, `${id}2`],
  }));
  const edges = [
    edge('node a', 'node c'),
    edge('node b', 'node c'),
    edge('node d', 'node a'),
    edge('node d', 'node e'),
  ];
  const copy = {
    ...{ id: 'f', kind: 'near-duplicate' as const, why: '', steps: [], assumes: [], rank: 1, picture: null },
    quotes: ['b', 'e'].map((source) => ({ source, span: { start: 0, end: 1 }, statement: null, marks: [] })),
  };
  const linked = linkSources({ nodes, edges }, [copy]);

  test.each([
    ['both rest on a third', ['a', 'b'], true],
    ['one rests on the other', ['a', 'c'], true],
    ['one rests on the other, over a third', ['d', 'c'], true],
    ['a third names both', ['a', 'e'], false],
    ['one outlet', ['a', 'a2'], true],
    ['one text', ['b', 'e'], true],
    ['the text is of another source of the outlet', ['b2', 'e2'], false],
    ['nothing binds them', ['c', 'e', 'elsewhere'], false],
  ])('%s', (_, sources, expected) => {
    expect(linked(sources)).toBe(expected);
  });

  test('a copy is not said to have no shared origin', () => {
    const view = viewOrigins({ nodes, edges: edges.slice(0, 1) }, [copy], new Map(), undefined);
    expect(view.alone.map(({ name }) => name)).toEqual(['d']);
  });
});

describe('tellings', () => {
  const says = (id: string, source: string, voice: string): Statement =>
    ({
      id,
      source,
      span: { start: 0, end: 1 },
      voice: [{ name: voice, guess: false }],
    }) as unknown as Statement;
  const happening = (statements: string[], origins: number): Happening => ({
    ...{ id: statements.join(), type: 'sink', time: null, place: null, places: [], people: [] },
    ...{ count: null, reasons: [], statements, origins },
  });
  const said = [
    says('1', 'log', 'Ferit'),
    says('2', 'post', 'Ferit'),
    says('3', 'wire', 'Nuha'),
    says('4', 'log', 'Ferit'),
  ];
  const statements = new Map(said.map((statement) => [statement.id, statement]));

  test.each([
    ['one voice in two sources is a shared origin', ['1', '2'], 1, true],
    ['two voices that rest on nobody share none that was found', ['1', '3'], 2, false],
    ['one of three voices stands in two sources', ['1', '2', '3'], 2, true],
    ['twice in one source is once', ['1', '3', '4'], 2, false],
  ])('%s', (_, ids, origins, shared) => {
    const [told] = gatherTold([happening(ids, origins)], statements);
    if (!told) throw new Error('not told by two');
    expect(viewTelling(told, { heads: new Map(), names: new Map(), linked: () => false }).shared).toBe(
      shared,
    );
  });

  test('what one source tells alone is left out', () => {
    expect(gatherTold([happening(['1', '4'], 1)], statements)).toEqual([]);
  });
});
