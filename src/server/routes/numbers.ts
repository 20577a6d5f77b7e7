import type { FastifyInstance } from 'fastify';
import { type NumberState, NumbersQuery, NumbersReply } from '../api/numbers.ts';
import type { Counted } from '../gather-numbers.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { viewCounted } from '../view-number.ts';

/** `GET /api/numbers`: every counted thing with all its figures, by axis, conflicts first. */
export function numberRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Querystring: NumbersQuery; Reply: NumbersReply }>(
    '/api/numbers',
    { schema: { querystring: NumbersQuery, response: { 200: NumbersReply } } },
    async ({ query }) => {
      const [numbers, { heads }] = await Promise.all([room.numbers(), room.received()]);
      const chosen = query.state ? numbers.filter(({ state }) => state === query.state) : numbers;
      const shown = chosen.slice(query.offset, query.offset + query.limit);
      return {
        count: chosen.length,
        counts: countStates(numbers),
        axes: axesOf(numbers, new Set(shown.map(({ section }) => section))),
        numbers: shown.map((counted) => viewCounted(counted, heads)),
      };
    },
  );
}

function countStates(numbers: readonly Counted[]): NumbersReply['counts'] {
  const counts: Record<NumberState | 'all', number> = {
    ...{ all: numbers.length, conflict: 0, holds: 0, several: 0, single: 0 },
  };
  for (const { state } of numbers) counts[state] += 1;
  return counts;
}

/** The ends of each axis, so that it stays put from page to page. */
function axesOf(numbers: readonly Counted[], sections: ReadonlySet<string>): NumbersReply['axes'] {
  return [...sections].map((section) => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const counted of numbers) {
      if (counted.section !== section) continue;
      for (const { min, max } of [...counted.statements.map(({ quantity }) => quantity), ...counted.derived]) {
        for (const end of [min, max]) {
          if (end === null) continue;
          least = Math.min(least, end);
          most = Math.max(most, end);
        }
      }
    }
    return { section, least, most };
  });
}
