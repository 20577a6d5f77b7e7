import { request } from 'node:http';
import type { RunningServer } from '../../src/server/start-server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
  json<T>(): T;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** One request, with exactly these headers (a browser's `fetch` would not let a test lie about its host). */
export function ask(origin: string, path: string, asking: Asking = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { hostname, port } = new URL(origin);
  const body = asking.body === undefined ? undefined : JSON.stringify(asking.body);
  const headers = { ...(body ? { 'content-type': 'application/json' } : {}), ...asking.headers };
  const asked = request({ hostname, port, path, method: asking.method ?? 'GET', headers }, (reply) => {
    let text = '';
    reply.setEncoding('utf8');
    reply.on('data', (chunk: string) => {
      text += chunk;
    });
    reply.on('end', () => {
      const { statusCode = 0, headers: given } = reply;
      resolve({ status: statusCode, headers: given, text, json: <T>() => JSON.parse(text) as T });
    });
  });
  asked.on('error', reject);
  asked.end(body);
  return promise;
}

/** The cookie that a browser has after opening the desk's address. */
export async function enter(server: RunningServer): Promise<string> {
  const { pathname, search } = new URL(server.address);
  const reply = await ask(server.origin, pathname + search);
  const [cookie = ''] = (reply.headers['set-cookie'] ?? []) as string[];
  return cookie.split(';')[0] ?? '';
}
