import type { FastifyInstance } from 'fastify';
import { HearsayError } from '../../errors.ts';
import { NetworkQuery, NetworkReply, TieQuery, TieReply } from '../api/network.ts';
import type { StandingView } from '../api/quote.ts';
import { firstDay, gatherDated, lastDay } from '../gather-dated.ts';
import type { Tie } from '../gather-network.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { chooseTies, countVoices, eventsOf, viewNetwork } from '../view-network.ts';
import { LINE_QUOTE, viewQuotes } from '../view-quote.ts';

const MOST_QUOTES = 12;

/** `GET /api/network`: who is bound to whom; `GET /api/network/tie?a=&b=`: what binds two, with its quotes. */
export function networkRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Querystring: NetworkQuery; Reply: NetworkReply }>(
    '/api/network',
    {
      schema: {
        summary: 'Who is bound to whom, ties as columns',
        querystring: NetworkQuery,
        response: { 200: NetworkReply },
      },
    },
    async ({ query }) => {
      const [network, { findingsOf }] = await Promise.all([room.network(), room.account()]);
      return viewNetwork(network, chooseTies(network, query), query.type, findingsOf);
    },
  );

  app.get<{ Querystring: TieQuery; Reply: TieReply }>(
    '/api/network/tie',
    {
      schema: {
        summary: 'What binds two, with its quotes',
        querystring: TieQuery,
        response: { 200: TieReply },
      },
    },
    async ({ query }) => {
      const network = await room.network();
      const [a, b] = [network.nodes.get(query.a), network.nodes.get(query.b)];
      if (!a || !b)
        throw new HearsayError('server/not-found', 'One of the two is not in the network any more.');
      const ties = chooseTies(network, query).filter(
        ({ from, to }) => (from === a.id && to === b.id) || (from === b.id && to === a.id),
      );
      const standings = await room.standings();
      return {
        a: a.name,
        b: b.name,
        ties: await Promise.all(ties.map((tie) => viewTie(room, tie, tie.from !== a.id, standings))),
      };
    },
  );
}

async function viewTie(
  room: ReadingRoom,
  { type, shown }: Tie,
  back: boolean,
  standings: ReadonlyMap<string, StandingView>,
): Promise<TieReply['ties'][number]> {
  const statements = shown.map(({ statement }) => statement);
  const dated = gatherDated(statements);
  const [first] = dated;
  const quotes = statements.slice(0, MOST_QUOTES).map(({ id, source, span }) => ({
    ...{ source, span, statement: id, marks: [] },
  }));
  return {
    ...{ type, back, count: shown.length, voices: countVoices(shown), events: eventsOf(shown).slice(0, 5) },
    first: first ? firstDay(first) : null,
    last: dated.length ? (dated.map(lastDay).sort().at(-1) ?? null) : null,
    quotes: await viewQuotes(room, quotes, standings, LINE_QUOTE),
  };
}
