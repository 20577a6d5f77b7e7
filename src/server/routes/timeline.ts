import type { FastifyInstance } from 'fastify';
import { TimelineQuery, TimelineReply } from '../api/timeline.ts';
import { liesWithin } from '../gather-dated.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { binsOf, lanesOf, usualDays } from '../view-timeline.ts';

const MOST_LANES = 14;

/** `GET /api/timeline`: what is said of which days, by kind of event; days as intervals where they are not exact. */
export function timelineRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Querystring: TimelineQuery; Reply: TimelineReply }>(
    '/api/timeline',
    {
      schema: {
        summary: 'What is said of which days, by kind of event',
        querystring: TimelineQuery,
        response: { 200: TimelineReply },
      },
    },
    async ({ query }) => {
      const [dated, account, counts] = await Promise.all([room.dated(), room.account(), room.counts()]);
      const usual = usualDays(dated);
      const days = { from: query.from ?? usual?.from ?? null, to: query.to ?? usual?.to ?? null };
      const chosen = dated.filter(({ time }) => liesWithin(time, days));
      const lanes = lanesOf(chosen, account.findingsOf);
      const all = counts.values().reduce((sum, { statements }) => sum + statements, 0);
      return {
        first: dated[0] ? (dated[0].time.from ?? dated[0].time.to) : null,
        last: dated.reduce<string | null>((last, { time }) => later(last, time.to ?? time.from), null),
        usual,
        dated: dated.length,
        undated: Math.max(0, all - dated.length),
        count: chosen.length,
        bins: usual ? binsOf(dated, usual, account.findingsOf) : [],
        laneCount: lanes.length,
        lanes: lanes.slice(0, MOST_LANES),
      };
    },
  );
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}
