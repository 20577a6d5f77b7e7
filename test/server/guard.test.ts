import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { type Asking, ask, enter } from './ask.ts';
import { demo, demoCase } from './demo-case.ts';

const TOKEN = 'a-token-of-the-test';
let server: RunningServer;
let cookie: string;
let host: string;

beforeAll(async () => {
  const deskRoot = mkdtempSync(join(tmpdir(), 'desk-'));
  writeFileSync(join(deskRoot, 'index.html'), '<!doctype html><title>Hearsay</title>');
  server = await startServer(demoCase(), { port: 0, deskRoot, token: TOKEN });
  cookie = await enter(server);
  host = new URL(server.origin).host;
});
afterAll(() => server.close());

test('it binds the loopback address', () => {
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(server.address).toBe(`${server.origin}/?token=${TOKEN}`);
});

test('the token opens the desk once and leaves the address', async () => {
  const reply = await ask(server.origin, `/finding/x?token=${TOKEN}&at=3`);
  expect(reply.status).toBe(303);
  expect(reply.headers.location).toBe('/finding/x?at=3');
  const [set = ''] = reply.headers['set-cookie'] as string[];
  expect(set).toMatch(/^hearsay-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(set).not.toContain(TOKEN);
});

test('the way in never leads to another host', async () => {
  const reply = await ask(server.origin, `//elsewhere.example/?token=${TOKEN}`);
  expect(reply.headers.location ?? '/').toMatch(/^\/(?!\/)/);
});

test.each<[string, string, Asking]>([
  ['no cookie', '/api/case', {}],
  ['a page without a cookie', '/', {}],
  ['an asset without a cookie', '/assets/x.js', {}],
  ['a wrong token', '/?token=another-token-here', {}],
  ['an empty token', '/?token=', {}],
  ['the token on a resource', `/api/case?token=${TOKEN}`, {}],
  ['a wrong cookie', '/api/case', { headers: { cookie: 'hearsay=x' } }],
])('%s is turned away', async (_, path, asking) => {
  expect((await ask(server.origin, path, asking)).status).toBe(403);
});

describe('with the cookie', () => {
  const decision = { target: demo.findings[0], verb: 'accept' };
  test.each<[string, number, Record<string, string>, string]>([
    ['its own host', 200, {}, 'GET'],
    ['localhost and the port', 200, { host: 'localhost:PORT' }, 'GET'],
    ['another name for the host', 403, { host: 'rebound.example' }, 'GET'],
    ['the right host, another port', 403, { host: '127.0.0.1:1' }, 'GET'],
    ['the host with a dot', 403, { host: '127.0.0.1.:PORT' }, 'GET'],
    ['its own origin', 200, { origin: 'http://HOST' }, 'GET'],
    ['another origin', 403, { origin: 'http://elsewhere.example' }, 'GET'],
    ['no named origin', 403, { origin: 'null' }, 'GET'],
    ['the origin over https', 403, { origin: 'https://HOST' }, 'GET'],
    ['a request from another site', 403, { 'sec-fetch-site': 'cross-site' }, 'GET'],
    ['a request from another port', 403, { 'sec-fetch-site': 'same-site' }, 'GET'],
    ['a decision without origin', 403, {}, 'POST'],
    ['a decision from another origin', 403, { origin: 'http://localhost:1' }, 'POST'],
    ['a decision from the desk', 200, { origin: 'http://HOST' }, 'POST'],
  ])('%s: %i', async (_, status, given, method) => {
    const headers = Object.fromEntries(
      Object.entries({ cookie, ...given }).map(([key, value]) => [
        key,
        value.replace('HOST', host).replace('PORT', new URL(server.origin).port),
      ]),
    );
    const path = method === 'POST' ? '/api/decisions' : '/api/case';
    const body = method === 'POST' ? { body: decision } : {};
    const reply = await ask(server.origin, path, { method, headers, ...body });
    expect(reply.status).toBe(status);
    if (status === 403) expect(reply.json<{ code: string }>().code).toBe('server/forbidden');
  });
});

test.each(['/', '/api/case', '/api/nothing', '/finding/x', '/api/case?x'])(
  'the strict headers are on %s',
  async (path) => {
    const { headers } = await ask(server.origin, path, { headers: { cookie } });
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  },
);

test('the strict headers are on a refusal too', async () => {
  const { headers, text } = await ask(server.origin, '/');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-type']).toContain('text/plain');
  expect(text).toContain('hearsay open');
});

test('every address of the desk gives the desk; a resource that is not there says so', async () => {
  for (const path of ['/', '/?state=new', '/finding/anything', '/source/src_1?at=1-2']) {
    const page = await ask(server.origin, path, { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('<title>Hearsay</title>');
  }
  expect((await ask(server.origin, '/assets/', { headers: { cookie } })).status).toBe(404);
  const resource = await ask(server.origin, '/api/nothing', { headers: { cookie } });
  expect(resource.status).toBe(404);
  expect(resource.json()).toMatchObject({ code: 'server/not-found' });
});

test('files beside the desk cannot be reached', async () => {
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/assets/../../x']) {
    const reply = await ask(server.origin, path, { headers: { cookie } });
    expect(reply.text).not.toContain('"dependencies"');
  }
});

test('a desk that is not built says what to do', async () => {
  const bare = await startServer(demoCase(), { port: 0, deskRoot: '/nowhere/dist', token: TOKEN });
  const reply = await ask(bare.origin, '/', { headers: { cookie: await enter(bare) } });
  await bare.close();
  expect(reply.status).toBe(503);
  expect(reply.text).toContain('npm run desk:build');
});

test('a port that is taken is said; without a wish another is found', async () => {
  const port = Number(new URL(server.origin).port);
  const options = { deskRoot: '/nowhere/dist', token: TOKEN };
  await expect(startServer(demoCase(), { ...options, port })).rejects.toMatchObject({
    code: 'server/port-taken',
  });
  const [first, second] = [await startServer(demoCase(), options), await startServer(demoCase(), options)];
  expect(first.origin).not.toBe(second.origin);
  await Promise.all([first.close(), second.close()]);
});
