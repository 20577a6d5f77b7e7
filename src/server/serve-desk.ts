import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { HearsayError } from '../errors.ts';

const NOT_BUILT = 'The desk has not been built yet. Run `npm run desk:build` and start it again.\n';

/** Serves the built desk; every address that is no file and no resource is the desk's own. */
export async function serveDesk(app: FastifyInstance, deskRoot: string): Promise<void> {
  const built = existsSync(join(deskRoot, 'index.html'));
  const sendDesk = (reply: FastifyReply): FastifyReply =>
    built
      ? reply.type('text/html; charset=utf-8').sendFile('index.html')
      : reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
  if (built) await app.register(fastifyStatic, { root: deskRoot, cacheControl: false, index: false });
  app.get('/', (_, reply) => sendDesk(reply));
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path.startsWith('/api/') || path.startsWith('/assets/') || request.method !== 'GET') {
      throw new HearsayError('server/not-found', `There is nothing at ${path}.`);
    }
    return sendDesk(reply);
  });
}
