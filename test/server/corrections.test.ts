import { Value } from '@sinclair/typebox/value';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CorrectionReply } from '../../src/server/api/corrections.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { ask, enter } from './ask.ts';
import { demo, demoCase } from './demo-case.ts';
import type { FakeCase } from './fake-case.ts';

let server: RunningServer;
let cookie: string;
let casefile: FakeCase;
let worked = 0;

beforeEach(async () => {
  worked = 0;
  casefile = demoCase();
  const workAgain = async () => {
    worked += 1;
  };
  const options = { port: 0, deskRoot: '/nowhere', token: 'token', who: 'ada', workAgain };
  server = await startServer(casefile, options);
  cookie = await enter(server);
});
afterEach(() => server.close());

function send(path: string, body: unknown) {
  return ask(server.origin, path, { method: 'POST', headers: { cookie, origin: server.origin }, body });
}

async function corrected(path: string, body: unknown): Promise<CorrectionReply['statement']> {
  const reply = await send(path, body);
  expect(reply.status, reply.text).toBe(200);
  expect([...Value.Errors(CorrectionReply, reply.json())]).toEqual([]);
  return reply.json<CorrectionReply>().statement;
}

async function firstStatement() {
  const [statement] = await casefile.statements({ source: demo.calls });
  if (!statement) throw new Error('the demo has a statement');
  return statement;
}

test('a correction stands beside what was read, and undone it is gone', async () => {
  const { id, event } = await firstStatement();
  const change = { event: 'bury', days: { from: '2021-05-02', to: '2021-05-03' } };
  const after = await corrected('/api/corrections', { statement: id, base: 0, change });
  expect(after).toMatchObject({ event: 'bury', time: { from: '2021-05-02', to: '2021-05-03' } });
  expect(after?.correction).toMatchObject({ who: 'ada', was: { event } });
  const undone = await corrected('/api/corrections/undo', { statement: id });
  expect(undone).toMatchObject({ event, correction: null });
  expect((await send('/api/corrections/undo', { statement: id })).status).toBe(400);
  expect((await casefile.decisions()).map(({ verb }) => verb)).toEqual(['accept', 'undo']);
  await server.close();
  expect(worked).toBe(1);
});

test('who has not seen the correction that stands does not overwrite it', async () => {
  const { id } = await firstStatement();
  const first = await corrected('/api/corrections', { statement: id, base: 0, change: { voice: 'Halime' } });
  const late = await send('/api/corrections', { statement: id, base: 0, change: { voice: 'Selma' } });
  expect([late.status, late.json<{ code: string }>().code]).toEqual([409, 'server/edit-conflict']);
  const base = first?.correction?.seq ?? 0;
  const mine = await corrected('/api/corrections', { statement: id, base, change: { voice: 'Selma' } });
  expect(mine?.voices.at(-1)?.name).toBe('Selma');
});

test('words of one passage become a statement, which can be corrected and taken back', async () => {
  const { text } = await casefile.source(demo.calls);
  const start = text.indexOf('Everybody?');
  const span = { start, end: start + 9 };
  const made = await corrected('/api/statements', { source: demo.calls, span, change: { event: 'ask' } });
  expect(made).toMatchObject({ span, event: 'ask', rule: 'hand/marked', correction: { was: null } });
  const statement = made?.id ?? '';
  const base = made?.correction?.seq ?? 0;
  await corrected('/api/corrections', { statement, base, change: { event: 'doubt' } });
  expect(await corrected('/api/corrections/undo', { statement })).toMatchObject({ event: 'ask' });
  expect(await corrected('/api/corrections/undo', { statement })).toBe(null);
});

test.each([
  ['words across passages', { span: { start: 0, end: 400 }, change: {} }],
  ['no words', { span: { start: 20, end: 20 }, change: {} }],
  [
    'a number upside down',
    {
      span: { start: 20, end: 24 },
      change: { quantity: { min: 9, max: 2, of: null, per: null, cumulative: false } },
    },
  ],
  [
    'days upside down',
    { span: { start: 20, end: 24 }, change: { days: { from: '2021-05-03', to: '2021-05-02' } } },
  ],
])('%s make no statement', async (_, body) => {
  expect((await send('/api/statements', { source: demo.calls, ...body })).status).toBe(400);
  expect(await casefile.decisions()).toEqual([]);
});
