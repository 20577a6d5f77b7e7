import { Value } from '@sinclair/typebox/value';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { QueueReply } from '../../src/server/api/names-queue.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { workAfterPause } from '../../src/server/work-again.ts';
import { ask, enter } from './ask.ts';
import { demoCase } from './demo-case.ts';
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
  server = await startServer(casefile, {
    port: 0,
    deskRoot: '/nowhere',
    token: 'token',
    who: 'ada',
    workAgain,
  });
  cookie = await enter(server);
});
afterEach(() => server.close());

async function queue(): Promise<QueueReply> {
  const reply = await ask(server.origin, '/api/names/queue', { headers: { cookie } });
  expect([...Value.Errors(QueueReply, reply.json())]).toEqual([]);
  return reply.json();
}

function send(path: string, body?: unknown) {
  return ask(server.origin, path, { method: 'POST', headers: { cookie, origin: server.origin }, body });
}

test('the likeliest is asked first; what is judged leaves the queue, and comes back when undone', async () => {
  const { proposals, count } = await queue();
  expect([count, proposals[0]?.chance]).toEqual([2, 0.74]);
  const [first] = proposals;
  const judged = await send('/api/names/judge', { a: first?.b.id, b: first?.a.id, says: 'negative' });
  expect(judged.json()).toMatchObject({ count: 1, judgedCount: 1, working: true });
  expect((await casefile.decisions()).map(({ verb, who, text }) => [verb, who, text])).toEqual([
    ['dismiss', 'ada', '“Basri” and “Cezmi Ormancı”'],
  ]);
  const undone = await send('/api/names/undo');
  expect(undone.json()).toMatchObject({ count: 2, judgedCount: 0 });
  expect((await send('/api/names/undo')).status).toBe(400);
});

test('two names that nobody proposes are not judged', async () => {
  expect((await send('/api/names/judge', { a: 'ide_x', b: 'ide_y', says: 'positive' })).status).toBe(404);
  expect(await casefile.decisions()).toEqual([]);
});

test('what was judged is worked out before the server ends', async () => {
  const [first] = (await queue()).proposals;
  await send('/api/names/judge', { a: first?.a.id, b: first?.b.id, says: 'positive' });
  expect(worked).toBe(0);
  await server.close();
  expect(worked).toBe(1);
});

test('asked for many times, it is worked out once; a failure ends nothing', async () => {
  let runs = 0;
  const again = workAfterPause(async () => {
    runs += 1;
    throw new Error('locked');
  });
  for (let time = 0; time < 5; time += 1) again.ask();
  expect(again.working).toBe(true);
  await again.finish();
  expect([runs, again.working]).toEqual([1, false]);
});
