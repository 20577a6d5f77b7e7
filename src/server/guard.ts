import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HearsayError } from '../errors.ts';

/** Everything the desk shows comes from this server; nothing may be framed, sent elsewhere or run inline. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  // The layout of the network is worked out beside the page, by a file of ours.
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** What a request must show: the names this server goes by, and the token it was started with. */
export interface Guard {
  readonly token: string;
  /** `127.0.0.1:4317` and the like, once the port is known. */
  readonly hosts: Set<string>;
}

/** Turns away requests of other origins and without the token, and sets the headers of every reply. */
export function guardRequests(app: FastifyInstance, guard: Guard): void {
  const session = randomBytes(32).toString('base64url');

  app.addHook('onSend', async (request, reply) => {
    reply.headers(HEADERS);
    const kept = request.url.startsWith('/assets/') && reply.statusCode === 200;
    reply.header('cache-control', kept ? 'private, max-age=31536000, immutable' : 'no-store');
  });

  app.addHook('onRequest', async (request, reply) => {
    mustComeFromHere(request, guard.hosts);
    const offered = offeredToken(request);
    if (offered !== null && sameSecret(offered, guard.token)) {
      return admit(request, reply, session);
    }
    if (sameSecret(cookieOf(request), session)) return;
    throw new HearsayError(
      'server/forbidden',
      'This address opens only with the key that was printed when the desk started. Use the whole address that `hearsay open` shows.',
    );
  });
}

/** Cookies know no ports, so each desk's has its own name. */
function cookieName(request: FastifyRequest): string {
  return `hearsay-${request.socket.localPort}`;
}

/** Only a page's own address may carry the token; it is taken out of the address bar at once. */
function offeredToken(request: FastifyRequest): string | null {
  if (request.method !== 'GET' || request.url.startsWith('/api/')) return null;
  return new URL(request.url, 'http://desk').searchParams.get('token');
}

function admit(request: FastifyRequest, reply: FastifyReply, session: string): FastifyReply {
  const address = new URL(request.url, 'http://desk');
  address.searchParams.delete('token');
  // Never `//elsewhere`, which a browser would take for another host.
  const path = address.pathname.replace(/^\/+/, '/');
  return reply
    .header('set-cookie', `${cookieName(request)}=${session}; Path=/; HttpOnly; SameSite=Strict`)
    .redirect(`${path}${address.search}`, 303);
}

function mustComeFromHere(request: FastifyRequest, hosts: ReadonlySet<string>): void {
  const { host, origin } = request.headers;
  const fromHere = host !== undefined && hosts.has(host);
  const originFits = origin === undefined ? isReading(request.method) : origin === `http://${host}`;
  const site = request.headers['sec-fetch-site'];
  const sameSite =
    !request.url.startsWith('/api/') ||
    site === undefined ||
    site === 'same-origin' ||
    (site === 'none' && isDocs(request));
  if (fromHere && originFits && sameSite) return;
  throw new HearsayError(
    'server/forbidden',
    'This request did not come from the desk itself, so it was turned away. Open the desk by the address that `hearsay open` shows.',
  );
}

/** The one part of the API that is read as a page: it may be opened by its address, which no page has led to. */
function isDocs({ url }: FastifyRequest): boolean {
  return /^\/api\/docs(?:[/?]|$)/.test(url);
}

function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

function cookieOf(request: FastifyRequest): string {
  const name = `${cookieName(request)}=`;
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(name))?.slice(name.length) ?? '';
}

/** Takes the same time whatever the first letters are. */
function sameSecret(offered: string, secret: string): boolean {
  const a = Buffer.from(offered);
  const b = Buffer.from(secret);
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b);
}
