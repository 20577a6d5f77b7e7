import type { FastifyInstance } from 'fastify';
import type { SearchHit, SearchQuery } from '../../casefile/port.ts';
import type { SourceHead } from '../../statement/pile.ts';
import { type HitView, SearchChoices, SearchReply, SearchRequest } from '../api/search.ts';
import { narrowSearch } from '../narrow-search.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { viewSource } from '../view-statement.ts';

const MOST_SOURCES = 300;

/**
 * `GET /api/search`: passages that hold the words, best first, narrowed by source, voice, language
 * and days; `GET /api/search/choices`: what it can be narrowed to.
 */
export function searchRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Querystring: SearchRequest; Reply: SearchReply }>(
    '/api/search',
    {
      schema: {
        summary: 'Passages that hold the words, narrowed by source, voice, language and days',
        querystring: SearchRequest,
        response: { 200: SearchReply },
      },
    },
    async ({ query }) => {
      if (query.words.trim() === '') return { count: 0, countIsLowerBound: false, hits: [] };
      const { hits, count, countIsLowerBound } = await room.casefile.search(await searchFor(room, query));
      return { count, countIsLowerBound, hits: hits.map(viewHit) };
    },
  );

  app.get<{ Reply: SearchChoices }>(
    '/api/search/choices',
    { schema: { summary: 'What a search can be narrowed to', response: { 200: SearchChoices } } },
    async () => {
      const [{ sources }, { voices }] = await Promise.all([room.received(), room.searchGround()]);
      return {
        languages: languagesOf(sources),
        voices: [...voices],
        sources: sources.length > MOST_SOURCES ? [] : sources.map(({ id, file }) => ({ id, file })),
      };
    },
  );
}

async function searchFor(room: ReadingRoom, query: SearchRequest): Promise<SearchQuery> {
  const { words, source, limit, offset } = query;
  const narrows = query.language || query.voice || query.from || query.to;
  const accepts = narrows ? narrowSearch(query, await room.searchGround()) : undefined;
  return { words, limit, offset, ...(source && { source }), ...(accepts && { accepts }) };
}

function languagesOf(sources: readonly SourceHead[]): SearchChoices['languages'] {
  const byTag = Map.groupBy(sources, ({ language }) => language);
  return [...byTag]
    .flatMap(([tag, members]) => (tag === null ? [] : { tag, sources: members.length }))
    .sort((a, b) => b.sources - a.sources || (a.tag < b.tag ? -1 : 1));
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
