import { mkdtemp, rm } from 'node:fs/promises';
import { get, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Value } from '@sinclair/typebox/value';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCase } from '../../src/casefile/open-case.ts';
import type { Casefile } from '../../src/casefile/port.ts';
import { ReadingView } from '../../src/server/api/reading.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { ask, enter } from './ask.ts';

let folder: string;
let casefile: Casefile;
let server: RunningServer;
let cookie: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-drop-test-'));
  casefile = await openCase(join(folder, 'a.hearsay'), { mode: 'write', create: true });
  const options = { port: 0, deskRoot: '/nowhere', token: 'token', who: 'ada', workers: 0 };
  server = await startServer(casefile, options);
  cookie = await enter(server);
});
afterEach(async () => {
  await server.close();
  await casefile.close();
  await rm(folder, { recursive: true });
});

/** What the server tells, up to the first news that `isLast`. */
function hear(isLast: (event: string, data: unknown) => boolean): Promise<string[]> {
  const { promise, resolve } = Promise.withResolvers<string[]>();
  get(`${server.origin}/api/events`, { headers: { cookie } }, (reply) => {
    let text = '';
    reply.on('data', (chunk: Buffer) => {
      text += chunk;
      const all = [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)];
      const last = all.find(([, event = '', data = '']) => isLast(event, JSON.parse(data)));
      if (!last) return;
      reply.destroy();
      resolve(all.flatMap(([, event, data]) => (event === 'reading' ? (data ?? '') : [])));
    });
    reply.on('error', () => undefined);
  });
  return promise;
}

function drop(path: string, text: string): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const headers = { cookie, origin: server.origin, 'content-type': 'application/octet-stream' };
  const address = `${server.origin}/api/drop?path=${encodeURIComponent(path)}`;
  const sent = request(address, { method: 'PUT', headers }, (reply) => {
    reply.resume();
    resolve(reply.statusCode ?? 0);
  });
  sent.end(text);
  return promise;
}

const post = (path: string, body?: unknown) =>
  ask(server.origin, path, { method: 'POST', headers: { cookie, origin: server.origin }, body });

test('dropped files are read, their progress is told, and what cannot be read has its reason', async () => {
  expect(await drop('notes/quarry.txt', 'Halime said that 14 barrels were buried on 3 May 2021.')).toBe(200);
  expect(await drop('empty.txt', '')).toBe(200);
  const told = hear((event, data) => event === 'reading' && (data as ReadingView).done !== null);
  await post('/api/drop/read');
  const views = (await told).map((text): ReadingView => JSON.parse(text));
  for (const view of views) expect([...Value.Errors(ReadingView, view)]).toEqual([]);
  expect(views.at(-1)?.done).toMatchObject({ read: 1, known: 0, unreadableCount: 1, fault: null });
  expect(views.at(-1)?.done?.unreadable[0]?.path).toMatch(/^dropped\/empty\.txt$/);
  expect((await casefile.sources()).map(({ path }) => path)).toEqual(['dropped/notes/quarry.txt']);
});

test.each(['../out.txt', 'a/../../out.txt', '..', '/'])('the name %s is refused', async (path) => {
  expect(await drop(path, 'words')).toBe(400);
});

test('what one tab decides is told to all', async () => {
  await drop('a.txt', 'Halime said that 14 barrels were buried on 3 May 2021.');
  const read = hear((event, data) => event === 'reading' && (data as ReadingView).done !== null);
  await post('/api/drop/read');
  await read;
  const [statement] = await casefile.statements();
  const changed = hear((event) => event === 'changed');
  expect((await post('/api/decisions', { target: statement?.id, verb: 'accept' })).status).toBe(200);
  await changed;
});
