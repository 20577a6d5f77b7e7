import type { FastifyInstance } from 'fastify';
import type { SearchHit } from '../../casefile/port.ts';
import { type HitView, SearchReply, SearchRequest } from '../api/search.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { viewSource } from '../view-statement.ts';

/** `GET /api/search`: passages that hold the words, best first. */
export function searchRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Querystring: SearchRequest; Reply: SearchReply }>(
    '/api/search',
    { schema: { querystring: SearchRequest, response: { 200: SearchReply } } },
    async ({ query: { words, source, limit, offset } }) => {
      if (words.trim() === '') return { count: 0, countIsLowerBound: false, hits: [] };
      const wanted = source ? { words, source, limit, offset } : { words, limit, offset };
      const { hits, count, countIsLowerBound } = await room.casefile.search(wanted);
      return { count, countIsLowerBound, hits: hits.map(viewHit) };
    },
  );
}

function viewHit({ passage, source, excerpt, excerptStart, marks }: SearchHit): HitView {
  const { index, line, kind, span, speaker } = passage;
  return {
    ...{ index, line, kind, text: excerpt, textStart: excerptStart },
    source: viewSource(source),
    speaker: speaker && { name: speaker.name, unknown: speaker.unknown, guess: speaker.guess },
    span: { ...span },
    marks: marks.map((mark) => ({ ...mark })),
  };
}
