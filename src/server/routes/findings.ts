import { Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { HearsayError } from '../../errors.ts';
import {
  FindingsQuery,
  FindingsReply,
  FindingView,
  HoldingsQuery,
  HoldingsReply,
  SettledQuery,
  SettledReply,
} from '../api/findings.ts';
import { countsOf, kindsOf, stateOf } from '../count-findings.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { viewFindingLine, viewFindingPage, viewHolding, viewSettled } from '../view-finding.ts';

const FindingParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });

/** `GET /api/findings` by rank, `GET /api/findings/:id` with all it rests on, `GET /api/holdings`, `GET /api/settled`. */
export function findingRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Querystring: FindingsQuery; Reply: FindingsReply }>(
    '/api/findings',
    {
      schema: {
        summary: 'Findings, what matters most first',
        querystring: FindingsQuery,
        response: { 200: FindingsReply },
      },
    },
    async ({ query }) => {
      const [account, standings] = await Promise.all([room.account(), room.standings()]);
      const ofKind = account.findings.filter(({ kind }) => !query.kind || kind === query.kind);
      const chosen = ofKind.filter(({ id }) => !query.state || stateOf(standings, id) === query.state);
      const shown = chosen.slice(query.offset, query.offset + query.limit);
      return {
        count: chosen.length,
        counts: countsOf(ofKind, standings),
        kinds: kindsOf(account.findings),
        findings: await Promise.all(
          shown.map((finding) => viewFindingLine(room, account, finding, standings)),
        ),
      };
    },
  );

  app.get<{ Params: { id: string }; Reply: FindingView }>(
    '/api/findings/:id',
    {
      schema: {
        summary: 'A finding with all that it rests on and what was decided on it',
        params: FindingParams,
        response: { 200: FindingView },
      },
    },
    async ({ params }) => {
      const account = await room.account();
      const finding = account.findings[account.places.get(params.id) ?? -1];
      if (finding) return viewFindingPage(room, account, finding);
      throw new HearsayError(
        'server/not-found',
        'This finding is not in the case any more: what it rested on may have been read anew. Go back to the front page.',
      );
    },
  );

  app.get<{ Querystring: HoldingsQuery; Reply: HoldingsReply }>(
    '/api/holdings',
    {
      schema: {
        summary: 'What was compared and holds, or was rightly not compared',
        querystring: HoldingsQuery,
        response: { 200: HoldingsReply },
      },
    },
    async ({ query }) => {
      const [{ holdings }, standings] = await Promise.all([room.account(), room.standings()]);
      const shown = holdings.slice(query.offset, query.offset + query.limit);
      return {
        count: holdings.length,
        holdings: await Promise.all(shown.map((holding) => viewHolding(room, holding, standings))),
      };
    },
  );

  app.get<{ Querystring: SettledQuery; Reply: SettledReply }>(
    '/api/settled',
    {
      schema: {
        summary: 'Findings that a later document settles',
        querystring: SettledQuery,
        response: { 200: SettledReply },
      },
    },
    async ({ query }) => {
      const [all, standings] = await Promise.all([room.settled(), room.standings()]);
      const shown = all.slice(query.offset, query.offset + query.limit);
      return {
        count: all.length,
        settled: await Promise.all(shown.map((settlement) => viewSettled(room, settlement, standings))),
      };
    },
  );
}
