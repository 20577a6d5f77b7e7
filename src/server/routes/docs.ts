import { readFile } from 'node:fs/promises';
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { type ApiDocument, writeDocs } from '../write-docs.ts';

const STYLE = new URL('../docs.css', import.meta.url);

/** Notes every route that is added from here on, by the schemas that its requests and replies are held to. */
export async function noteRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Hearsay’s desk',
        version: '1',
        description:
          'What the desk asks its server. Loopback only; open the desk’s address first, which leaves the key that every request must show. Spans are half-open, in UTF-16 code units of a source’s canonical text.',
      },
    },
    transform: ({ schema, url }) => ({
      schema: {
        ...schema,
        tags: [url.split('/')[2] ?? 'desk'],
        hide: schema?.hide === true || !url.startsWith('/api/'),
      },
      url,
    }),
  });
}

/** `GET /api/docs`: what can be asked, to be read; `GET /api/docs/openapi.json`: the same, for programs. */
export function docRoutes(app: FastifyInstance): void {
  const hide = { schema: { hide: true } };
  app.get('/api/docs', hide, (_, reply) =>
    reply.type('text/html; charset=utf-8').send(writeDocs(app.swagger() as unknown as ApiDocument)),
  );
  app.get('/api/docs/openapi.json', hide, (_, reply) =>
    reply.type('application/json; charset=utf-8').send(app.swagger()),
  );
  app.get('/api/docs/docs.css', hide, async (_, reply) =>
    reply.type('text/css; charset=utf-8').send(await readFile(STYLE, 'utf8')),
  );
}
