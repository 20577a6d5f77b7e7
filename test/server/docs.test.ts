import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { type ApiDocument, writeDocs, writeType } from '../../src/server/write-docs.ts';
import { ask, enter } from './ask.ts';
import { demoCase } from './demo-case.ts';

let server: RunningServer;
let cookie: string;
beforeAll(async () => {
  server = await startServer(demoCase(), { port: 0, deskRoot: '/nowhere', token: 'token' });
  cookie = await enter(server);
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  ask(server.origin, path, { headers: { cookie, ...headers } });

test('every resource says what it is for and what it gives, by the schemas that hold it', async () => {
  const reply = await get('/api/docs/openapi.json');
  const { paths, openapi } = reply.json<ApiDocument & { openapi: string }>();
  expect(openapi).toBe('3.1.0');
  expect(Object.keys(paths).length).toBeGreaterThan(25);
  for (const [path, verbs] of Object.entries(paths)) {
    expect(path).toMatch(/^\/api\/(?!docs)/);
    for (const [verb, { summary, responses }] of Object.entries(verbs)) {
      expect(summary, `${verb} ${path}`).toMatch(/^[A-Z]/);
      const given = Object.values(responses?.['200']?.content ?? {})[0]?.schema;
      if (path !== '/api/events') expect(given?.properties, `${verb} ${path}`).toBeDefined();
    }
  }
  const search = paths['/api/search']?.['get']?.parameters ?? [];
  expect(search.map(({ name, required }) => [name, required ?? false])).toContainEqual(['words', true]);
  expect(search.map(({ name }) => name)).toContain('voice');
});

test('the page has no script, and one stylesheet of ours, under the same policy as all', async () => {
  const page = await get('/api/docs');
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  expect(page.text).toContain('GET /api/findings/{id}');
  expect(page.text).not.toMatch(/<script|style=|https?:/);
  const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page.text) ?? [];
  expect((await get(style)).headers['content-type']).toContain('text/css');
});

test('the page is opened by its address, and by nobody else; the rest of the API is not', async () => {
  expect((await get('/api/docs', { 'sec-fetch-site': 'none' })).status).toBe(200);
  expect((await get('/api/docs', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await get('/api/case', { 'sec-fetch-site': 'none' })).status).toBe(403);
  expect((await ask(server.origin, '/api/docs')).status).toBe(403);
});

test.each([
  [{ type: 'integer' }, 'number'],
  [{ const: 'new' }, '"new"'],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
  [{ type: 'array', items: { anyOf: [{ const: 1 }, { const: 2 }] } }, '(1 | 2)[]'],
  [
    { type: 'object', properties: { a: { type: 'string' }, b: { type: 'number' } }, required: ['a'] },
    '{\n  a: string\n  b?: number\n}',
  ],
])('%j is written %s', (schema, written) => {
  expect(writeType(schema)).toBe(written);
});

test('nothing of a summary is read as markup', () => {
  const page = writeDocs({ info: { title: 'T' }, paths: { '/api/x': { get: { summary: '<img src=x>' } } } });
  expect(page).toContain('&lt;img src=x&gt;');
});
