import type { FastifyInstance } from 'fastify';
import { HearsayError } from '../../errors.ts';
import {
  OriginsQuery,
  OriginsReply,
  RestQuery,
  RestReply,
  TellingsQuery,
  TellingsReply,
} from '../api/origins.ts';
import { linkSources } from '../link-sources.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { viewFindingLine } from '../view-finding.ts';
import { isAboutOrigins, viewOrigins, viewTeller } from '../view-origins.ts';
import { LINE_QUOTE, viewQuotes } from '../view-quote.ts';
import { viewTelling } from '../view-tellings.ts';

const MOST_FINDINGS = 20;

/**
 * `GET /api/origins`: who rests on whom; `GET /api/origins/rest?from=&to=`: the words that say so;
 * `GET /api/origins/tellings`: what more than one source tells, and how many origins that has.
 */
export function originRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Querystring: OriginsQuery; Reply: OriginsReply }>(
    '/api/origins',
    { schema: { summary: 'Who rests on whom', querystring: OriginsQuery, response: { 200: OriginsReply } } },
    async ({ query }) => {
      const [account, { heads }, standings] = await Promise.all([
        room.account(),
        room.received(),
        room.standings(),
      ]);
      const findings = account.findings.filter(isAboutOrigins);
      return {
        ...viewOrigins(account.origins, findings, heads, query.who),
        findingCount: findings.length,
        findings: await Promise.all(
          findings
            .slice(0, MOST_FINDINGS)
            .map((finding) => viewFindingLine(room, account, finding, standings)),
        ),
      };
    },
  );

  app.get<{ Querystring: RestQuery; Reply: RestReply }>(
    '/api/origins/rest',
    {
      schema: {
        summary: 'The words by which one rests on another',
        querystring: RestQuery,
        response: { 200: RestReply },
      },
    },
    ({ query }) => viewRest(room, query),
  );

  app.get<{ Querystring: TellingsQuery; Reply: TellingsReply }>(
    '/api/origins/tellings',
    {
      schema: {
        summary: 'What more than one source tells, and how many origins that has',
        querystring: TellingsQuery,
        response: { 200: TellingsReply },
      },
    },
    async ({ query }) => {
      const [told, { heads }, { identities, origins, findings }] = await Promise.all([
        room.told(),
        room.received(),
        room.account(),
      ]);
      const names = new Map(identities.map((identity) => [identity.id, identity]));
      const known = { heads, names, linked: linkSources(origins, findings) };
      const shown = told.slice(query.offset, query.offset + query.limit);
      return { count: told.length, tellings: shown.map((one) => viewTelling(one, known)) };
    },
  );
}

async function viewRest(room: ReadingRoom, { from, to }: RestQuery): Promise<RestReply> {
  const [{ origins }, { heads }, standings] = await Promise.all([
    room.account(),
    room.received(),
    room.standings(),
  ]);
  const [teller, origin] = [from, to].map((id) => origins.nodes.find((node) => node.id === id));
  if (!teller || !origin)
    throw new HearsayError(
      'server/not-found',
      'One of the two is not among the origins any more: the case was read anew. Go back to Origins.',
    );
  const edges = origins.edges.filter((edge) => edge.from === from && edge.to === to);
  return {
    from: viewTeller(teller, heads),
    to: viewTeller(origin, heads),
    rests: await Promise.all(
      edges.map(async ({ basis, quotes }) => ({
        basis,
        quotes: await viewQuotes(room, quotes, standings, LINE_QUOTE),
      })),
    ),
  };
}
