import type { TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Casefile } from '../../src/casefile/port.ts';
import { CaseReply } from '../../src/server/api/case.ts';
import { DecisionsReply } from '../../src/server/api/decisions.ts';
import type { Fault } from '../../src/server/api/fault.ts';
import { FindingsReply, FindingView, HoldingsReply, SettledReply } from '../../src/server/api/findings.ts';
import { IdentitiesReply } from '../../src/server/api/identities.ts';
import { IsolationReply } from '../../src/server/api/isolation.ts';
import { NetworkReply, TieReply } from '../../src/server/api/network.ts';
import { NumbersReply } from '../../src/server/api/numbers.ts';
import { PlacesReply } from '../../src/server/api/places.ts';
import type { QuotesReply } from '../../src/server/api/quotes.ts';
import { SearchChoices, SearchReply } from '../../src/server/api/search.ts';
import {
  PassagesReply,
  PlaceReply,
  SourceReply,
  SourcesReply,
  StatementsReply,
} from '../../src/server/api/sources.ts';
import { TimelineReply } from '../../src/server/api/timeline.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { type Answer, ask, enter } from './ask.ts';
import { demo, demoCase } from './demo-case.ts';
import { FakeCase } from './fake-case.ts';
import { writeDocument } from './write-document.ts';

let server: RunningServer;
let cookie: string;
let casefile: FakeCase;

async function open(opened: Casefile): Promise<void> {
  server = await startServer(opened, { port: 0, deskRoot: '/nowhere', token: 'token', who: 'ada' });
  cookie = await enter(server);
}

beforeEach(async () => {
  casefile = demoCase();
  await open(casefile);
});
afterEach(() => server.close());

function get(path: string): Promise<Answer> {
  return ask(server.origin, path, { headers: { cookie } });
}

function decide(verb: string, text?: string | null, target = demo.findings[0]): Promise<Answer> {
  const headers = { cookie, origin: server.origin };
  return ask(server.origin, '/api/decisions', { method: 'POST', headers, body: { target, verb, text } });
}

async function read<T>(path: string): Promise<T> {
  return (await get(path)).json<T>();
}

const lead = demo.findings[0];
test.each<[string, TSchema]>([
  ['/api/case', CaseReply],
  ['/api/isolation', IsolationReply],
  ['/api/sources', SourcesReply],
  ['/api/sources?outcome=unreadable', SourcesReply],
  [`/api/sources/${demo.calls}`, SourceReply],
  [`/api/sources/${demo.table}`, SourceReply],
  [`/api/sources/${demo.mail}/passages`, PassagesReply],
  [`/api/sources/${demo.table}/passages?from=2&to=4`, PassagesReply],
  [`/api/sources/${demo.calls}/place?start=200`, PlaceReply],
  [`/api/sources/${demo.calls}/statements?after=0&limit=3`, StatementsReply],
  ['/api/findings', FindingsReply],
  [`/api/findings/${lead}`, FindingView],
  ['/api/holdings', HoldingsReply],
  ['/api/settled', SettledReply],
  ['/api/identities', IdentitiesReply],
  ['/api/numbers', NumbersReply],
  ['/api/timeline', TimelineReply],
  ['/api/timeline?from=2021-05-01&to=2021-05-10', TimelineReply],
  ['/api/network', NetworkReply],
  ['/api/network?type=passes&voices=1', NetworkReply],
  ['/api/places', PlacesReply],
  ['/api/search?words=school', SearchReply],
  ['/api/search?words=school&voice=basri&language=en&from=2021-05-01&to=2021-12-31', SearchReply],
  ['/api/search/choices', SearchChoices],
  [`/api/decisions?target=${lead}`, DecisionsReply],
])('%s is what its schema says', async (path, schema) => {
  const reply = await get(path);
  expect(reply.status).toBe(200);
  expect([...Value.Errors(schema, reply.json())]).toEqual([]);
});

test('a mark of the timeline, and a tie of the network, open their quotes', async () => {
  const { lanes } = await read<TimelineReply>('/api/timeline');
  const mark = lanes[0]?.marks[0];
  const { quotes } = await read<QuotesReply>(`/api/quotes?statements=sta_gone,${mark?.statement}`);
  expect(quotes.map(({ source, span }) => [source.id, span.start])).toEqual([
    [mark?.source, mark?.span.start],
  ]);
  const { nodes, ties } = await read<NetworkReply>('/api/network');
  const [a, b] = [nodes[ties.from[0] ?? 0], nodes[ties.to[0] ?? 0]];
  const reply = await get(`/api/network/tie?a=${a?.id}&b=${b?.id}`);
  expect([...Value.Errors(TieReply, reply.json())]).toEqual([]);
  const tie = reply.json<TieReply>();
  expect([tie.a, tie.b]).toEqual([a?.name, b?.name]);
  expect(tie.ties[0]?.quotes[0]?.text).not.toBe('');
});

test('days that are asked for leave out what is said of others', async () => {
  const all = await read<TimelineReply>('/api/timeline');
  const some = await read<TimelineReply>(`/api/timeline?from=${all.first}&to=${all.first}`);
  expect(some.count).toBeGreaterThan(0);
  expect(some.count).toBeLessThan(all.count);
  expect(some.bins).toEqual(all.bins);
});

test('the case in figures', async () => {
  expect(await read('/api/case')).toMatchObject({
    title: 'Barrels at the quarry',
    who: 'ada',
    received: { all: 6, read: 4, unreadable: 1, duplicate: 1, superseded: 0 },
    dates: { from: '2021-05-23', to: '2021-06-09' },
    statements: 14,
    findings: { all: 8, new: 8, accepted: 0, dismissed: 0 },
    holdings: 4,
  });
});

test('what could not be read comes first, with its reason', async () => {
  const { received, count } = await read<SourcesReply>('/api/sources');
  expect(count).toBe(6);
  expect(received[0]).toMatchObject({ file: 'call_33.amr', outcome: 'unreadable', source: null });
  expect(received[0]?.reason).toContain('Nothing of it is in the case');
  expect(received.find(({ file }) => file === 'line_88_calls.txt')?.source?.statements).toBe(7);
});

test('a source has its neighbours', async () => {
  const source = await read<SourceReply>(`/api/sources/${demo.article}`);
  expect(source).toMatchObject({ previous: demo.calls, next: demo.mail, place: 2, of: 4, passageCount: 8 });
  expect(source.sections).toHaveLength(1);
});

test('every passage slices back to the source', async () => {
  const { text } = await casefile.source(demo.calls);
  const { passages, count } = await read<PassagesReply>(`/api/sources/${demo.calls}/passages`);
  expect(passages).toHaveLength(count);
  for (const passage of passages) {
    expect(text.slice(passage.textStart, passage.textStart + passage.text.length)).toBe(passage.text);
  }
});

test('a passage brings its speaker, names, statements and the words that findings rest on', async () => {
  const { passages } = await read<PassagesReply>(`/api/sources/${demo.calls}/passages?from=4&to=5`);
  const [passage] = passages;
  expect(passages).toHaveLength(1);
  expect(passage).toMatchObject({ index: 4, line: 5, speaker: { name: 'Basri', unknown: false } });
  expect(passage?.statements[0]?.findings).toContainEqual({ id: lead, kind: 'rate-conflict' });
  expect(passage?.marks.length).toBeGreaterThan(0);
});

test('the first passage of each section says so, wherever the stretch starts', async () => {
  for (const from of [0, 1, 10, 11, 12]) {
    const path = `/api/sources/${demo.calls}/passages?from=${from}`;
    const { passages } = await read<PassagesReply>(path);
    const opening = passages.filter((passage) => passage.opens).map((passage) => passage.index);
    expect(opening).toEqual([0, 10].filter((index) => index >= from));
  }
});

test('only a stretch is sent, however much is asked for', async () => {
  await server.close();
  const lines = Array.from({ length: 1000 }, (_, line) => `Line ${line} of a long list.`);
  const long = writeDocument({ file: 'long.txt', kind: 'other', lines });
  await open(new FakeCase({ documents: [long] }));
  const path = `/api/sources/${long.source.id}`;
  const reply = await read<PassagesReply>(`${path}/passages?from=700&to=100000`);
  expect(reply.count).toBe(1000);
  expect(reply.passages).toHaveLength(200);
  expect(reply.passages[0]?.index).toBe(700);
  for (const index of [0, 1, 511, 512, 999]) {
    const start = long.passages[index]?.span.start;
    expect(await read(`${path}/place?start=${start}`)).toEqual({ index });
  }
});

test('a passage without end is cut, and says by how much', async () => {
  await server.close();
  const long = writeDocument({ file: 'line.txt', kind: 'other', lines: ['x'.repeat(50_000)] });
  await open(new FakeCase({ documents: [long] }));
  const { passages } = await read<PassagesReply>(`/api/sources/${long.source.id}/passages`);
  expect(passages[0]?.text).toHaveLength(20_000);
  expect(passages[0]?.leftOut).toBe(30_000);
});

describe('statements of a source', () => {
  const starts = async (query: string): Promise<number[]> => {
    const path = `/api/sources/${demo.calls}/statements?${query}`;
    return (await read<StatementsReply>(path)).statements.map(({ span }) => span.start);
  };
  test('from an offset on, and back from it', async () => {
    const all = await starts('after=0');
    expect(all).toHaveLength(7);
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    expect(await starts(`after=${(all[2] ?? 0) + 1}&limit=1`)).toEqual([all[3]]);
    expect(await starts(`before=${all[2]}&limit=1`)).toEqual([all[1]]);
    expect(await starts('before=0&limit=1')).toEqual([]);
  });
});

describe('findings', () => {
  test('come by rank, each a sentence with two quotes', async () => {
    const { findings, count } = await read<FindingsReply>('/api/findings?limit=3');
    expect(count).toBe(8);
    expect(findings.map(({ id }) => id)).toEqual(demo.findings.slice(0, 3));
    expect(findings[0]).toMatchObject({ quoteCount: 3, sourceCount: 2, origins: 2 });
    expect(findings[0]?.quotes).toHaveLength(2);
  });

  test('origins are told only where they are known', async () => {
    const { findings } = await read<FindingsReply>('/api/findings');
    expect(findings.slice(1).map(({ origins }) => origins)).toEqual(
      [2, null, null, null, null, null, null, null].slice(1),
    );
  });

  test('a quote is the source’s own words, with its voices and place', async () => {
    const { text } = await casefile.source(demo.article);
    const { quotes } = await read<FindingView>(`/api/findings/${lead}`);
    const [quote] = quotes;
    expect(quotes).toHaveLength(3);
    expect(text.slice(quote?.span.start, quote?.span.end)).toBe(quote?.text);
    expect(quote?.voices.map(({ name }) => name)).toEqual(['Verity Post', 'Selma Kargı']);
    expect(quote?.passage).toMatchObject({ line: 3, kind: 'paragraph' });
    expect(text.slice(quote?.marks[0]?.start, quote?.marks[0]?.end)).toContain('two hundred');
  });

  test('a quote in mid-sentence says that words are left out', async () => {
    const { findings } = await read<FindingsReply>('/api/findings?kind=count-conflict');
    const [first, row] = findings[0]?.quotes ?? [];
    expect(first).toMatchObject({ cutBefore: true, cutAfter: false });
    expect(row).toMatchObject({ cutBefore: false, cutAfter: false });
  });

  test('a finding has its neighbours by rank', async () => {
    const finding = await read<FindingView>(`/api/findings/${demo.findings[1]}`);
    expect(finding).toMatchObject({ place: 2, of: 8, previous: lead, next: demo.findings[2] });
  });

  test('can be asked for by state and kind', async () => {
    await decide('accept');
    expect((await read<FindingsReply>('/api/findings?state=accepted')).count).toBe(1);
    const reply = await read<FindingsReply>('/api/findings?state=new&kind=denial');
    expect(reply).toMatchObject({ count: 1, counts: { all: 1, new: 1 } });
  });
});

test('names come with their spellings, most often mentioned first, found in any letters', async () => {
  const reply = await read<IdentitiesReply>('/api/identities');
  expect(reply.all).toBe(7);
  const counts = reply.identities.map(({ mentions }) => mentions);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  const found = await read<IdentitiesReply>('/api/identities?words=ORMANCI');
  expect(found.identities.map(({ name }) => name)).toEqual(['Cezmi Ormancı']);
  expect((await read<IdentitiesReply>('/api/identities?kind=place')).count).toBe(2);
});

test('search gives passages with what matched in them', async () => {
  const { hits, count } = await read<SearchReply>('/api/search?words=school');
  expect(count).toBe(2);
  const { text } = await casefile.source(hits[0]?.source.id ?? '');
  expect(text.slice(hits[0]?.marks[0]?.start, hits[0]?.marks[0]?.end)).toBe('school');
  expect((await read<SearchReply>(`/api/search?words=school&source=${demo.article}`)).count).toBe(1);
  expect((await read<SearchReply>('/api/search?words=%20')).count).toBe(0);
});

describe('decisions', () => {
  const standing = async () => (await read<FindingView>(`/api/findings/${lead}`)).standing;

  test('the last one that was not undone holds', async () => {
    expect((await standing()).state).toBe('new');
    await decide('accept');
    expect(await standing()).toMatchObject({ state: 'accepted', who: 'ada', reason: null });
    await decide('dismiss', 'figure of speech');
    expect(await standing()).toMatchObject({ state: 'dismissed', reason: 'figure of speech' });
    await decide('undo');
    expect((await standing()).state).toBe('accepted');
    await decide('undo');
    expect((await standing()).state).toBe('new');
  });

  test('a note stands beside the state and can be undone', async () => {
    await decide('accept');
    await decide('note', '  ask the driver  ');
    expect(await standing()).toMatchObject({
      state: 'accepted',
      notes: [{ who: 'ada', text: 'ask the driver' }],
    });
    const { decisions } = await read<DecisionsReply>(`/api/decisions?target=${lead}`);
    expect(decisions.map(({ verb, undone }) => [verb, undone])).toEqual([
      ['accept', false],
      ['note', false],
    ]);
    await decide('undo');
    expect(await standing()).toMatchObject({ state: 'accepted', notes: [] });
  });

  test.each<[string, string, string | null, number, string]>([
    ['a dismissal without a reason', 'dismiss', null, 400, 'server/bad-request'],
    ['a dismissal with an empty reason', 'dismiss', '  ', 400, 'server/bad-request'],
    ['an empty note', 'note', '', 400, 'server/bad-request'],
    ['an undo of nothing', 'undo', null, 400, 'server/bad-request'],
    ['an unknown verb', 'merge', null, 400, 'server/bad-request'],
    ['too long a note', 'note', 'x'.repeat(5000), 400, 'server/bad-request'],
  ])('%s is refused and not kept', async (_, verb, text, status, code) => {
    const reply = await decide(verb, text);
    expect(reply.status).toBe(status);
    expect(reply.json<Fault>().code).toBe(code);
    expect(await casefile.decisions()).toEqual([]);
  });

  test('a decision on nothing is refused; on a statement it is kept', async () => {
    expect((await decide('accept', null, 'fin_0')).status).toBe(404);
    const [statement] = await casefile.statements();
    expect((await decide('accept', null, statement?.id)).status).toBe(200);
  });

  test('a case that another process writes says so', async () => {
    casefile.locked = true;
    const reply = await decide('accept');
    expect(reply.status).toBe(409);
    expect(reply.json<Fault>()).toMatchObject({ code: 'casefile/locked' });
  });
});

test.each([
  ['/api/sources/src_none', 404, 'casefile/no-such-item'],
  ['/api/sources/src_none/passages', 404, 'casefile/no-such-item'],
  ['/api/findings/fin_none', 404, 'server/not-found'],
  ['/api/findings?state=lost', 400, 'server/bad-request'],
  ['/api/findings?limit=100000', 400, 'server/bad-request'],
  ['/api/search', 400, 'server/bad-request'],
  ['/api/timeline?from=yesterday', 400, 'server/bad-request'],
  ['/api/network/tie?a=nobody&b=none', 404, 'server/not-found'],
  [`/api/sources/${demo.calls}/place?start=-1`, 400, 'server/bad-request'],
])('%s gives %i %s', async (path, status, code) => {
  const reply = await get(path);
  expect(reply.status).toBe(status);
  expect(reply.json<Fault>().code).toBe(code);
  expect(reply.json<Fault>().message).toMatch(/\.$/);
});

test('a failing case is said without its inner words', async () => {
  casefile.account = () => Promise.reject(new Error('secret words of a source'));
  const reply = await get('/api/findings');
  expect(reply.status).toBe(500);
  expect(reply.text).not.toContain('secret');
  expect(reply.json<Fault>().code).toBe('server/fault');
});
