import type { FastifyInstance } from 'fastify';
import { QuotesQuery, QuotesReply } from '../api/quotes.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { LINE_QUOTE, viewQuotes } from '../view-quote.ts';

const MOST = 40;

/** `GET /api/quotes`: statements as quotes, in the order asked for; what is not in the case any more is left out. */
export function quoteRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Querystring: QuotesQuery; Reply: QuotesReply }>(
    '/api/quotes',
    { schema: { summary: 'Quotes of statements', querystring: QuotesQuery, response: { 200: QuotesReply } } },
    async ({ query }) => {
      const ids = query.statements.split(',').slice(0, MOST);
      const found = await room.casefile.statements({ ids });
      const byId = new Map(found.map((statement) => [statement.id, statement]));
      const quotes = ids.flatMap((id) => {
        const statement = byId.get(id);
        return statement
          ? [{ source: statement.source, span: statement.span, statement: id, marks: [] }]
          : [];
      });
      return { quotes: await viewQuotes(room, quotes, await room.standings(), LINE_QUOTE) };
    },
  );
}
