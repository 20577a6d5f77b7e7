import type { FastifyInstance } from 'fastify';
import type { Statement } from '../../statement/statement.ts';
import { SourceParams, StatementsQuery, StatementsReply } from '../api/sources.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { viewStatement } from '../view-statement.ts';

/** `GET /api/sources/:id/statements`: what was read in a source, from an offset on or back from it. */
export function statementRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Params: SourceParams; Querystring: StatementsQuery; Reply: StatementsReply }>(
    '/api/sources/:id/statements',
    {
      schema: {
        summary: 'Statements of a source after or before an offset',
        params: SourceParams,
        querystring: StatementsQuery,
        response: { 200: StatementsReply },
      },
    },
    async ({ params, query }) => {
      await room.source(params.id);
      const { statements } = await room.reading(params.id);
      const shown = chosenFrom(statements, query);
      const [account, standings] = await Promise.all([room.account(), room.standings()]);
      return {
        count: statements.length,
        statements: await Promise.all(
          shown.map(async (statement) => {
            const passage = await room.casefile.passage(statement.passage);
            return viewStatement(statement, passage.index, account, standings);
          }),
        ),
      };
    },
  );
}

function chosenFrom(statements: readonly Statement[], query: StatementsQuery): readonly Statement[] {
  const { after, before, limit } = query;
  if (before !== undefined) {
    const place = firstFrom(statements, before);
    return statements.slice(Math.max(0, place - limit), place).reverse();
  }
  const place = firstFrom(statements, after ?? 0);
  return statements.slice(place, place + limit);
}

/** Place of the first statement that starts at `offset` or later, by halving. */
function firstFrom(statements: readonly Statement[], offset: number): number {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const statement = statements[middle];
    if (statement && statement.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
