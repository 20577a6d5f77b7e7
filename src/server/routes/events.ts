import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { DropQuery, KeptReply } from '../api/reading.ts';
import type { DropBox } from '../drop-box.ts';
import type { News } from '../news.ts';

/**
 * `GET /api/events`: what changes, as it changes; `PUT /api/drop?path=`: the bytes of one dropped
 * file; `POST /api/drop/read`: reads all that was dropped, telling its progress as events.
 */
export function eventRoutes(app: FastifyInstance, news: News, box: DropBox): void {
  app.get(
    '/api/events',
    { schema: { summary: 'What changes, as it changes: server-sent events' } },
    (request, reply) => {
      const stream = news.listen();
      request.raw.on('close', () => stream.destroy());
      return reply.type('text/event-stream; charset=utf-8').send(stream);
    },
  );

  // Whoever shows what a change of theirs made also tells the other tabs.
  app.addHook('onResponse', async (request, reply) => {
    const reads =
      request.method === 'GET' || request.method === 'HEAD' || request.url.startsWith('/api/drop');
    if (!reads && reply.statusCode === 200) news.changed();
  });

  // A dropped file goes to disk as it comes, however large it is.
  app.addContentTypeParser('application/octet-stream', (_request, bytes, done) => done(null, bytes));

  app.put<{ Querystring: DropQuery; Body: Readable; Reply: KeptReply }>(
    '/api/drop',
    {
      schema: {
        summary: 'Keeps the bytes of one dropped file until they are read',
        consumes: ['application/octet-stream'],
        querystring: DropQuery,
        response: { 200: KeptReply },
      },
    },
    async ({ query, body }) => {
      await box.keep(query.path, body);
      return { kept: true };
    },
  );

  app.post<{ Reply: KeptReply }>(
    '/api/drop/read',
    { schema: { summary: 'Reads all files that were dropped', response: { 200: KeptReply } } },
    async () => {
      box.read();
      return { kept: true };
    },
  );
}
