import type { FastifyInstance } from 'fastify';
import { IsolationReply } from '../api/isolation.ts';

/** `GET /api/isolation`: how documents that are no text are opened on this machine. Trying it takes a moment the first time. */
export function isolationRoutes(app: FastifyInstance, isolation: (() => string) | undefined): void {
  app.get<{ Reply: IsolationReply }>(
    '/api/isolation',
    {
      schema: {
        summary: "What holds a document's process in on this machine",
        response: { 200: IsolationReply },
      },
    },
    async () => ({ says: isolation?.() ?? null }),
  );
}
