import type { FastifyInstance } from 'fastify';
import { type NumberState, NumbersQuery, NumbersReply } from '../api/numbers.ts';
import { type Counted, factorTo, isMeasure } from '../gather-numbers.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { viewCounted } from '../view-number.ts';

/** `GET /api/numbers`: every counted thing with all its figures, by axis, conflicts first. */
export function numberRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Querystring: NumbersQuery; Reply: NumbersReply }>(
    '/api/numbers',
    {
      schema: {
        summary: 'Every counted thing with what each source says it was',
        querystring: NumbersQuery,
        response: { 200: NumbersReply },
      },
    },
    async ({ query }) => {
      const [numbers, { heads }] = await Promise.all([room.numbers(), room.received()]);
      const chosen = query.state ? numbers.filter(({ state }) => state === query.state) : numbers;
      const shown = chosen.slice(query.offset, query.offset + query.limit);
      const axes = axesOf(numbers, new Set(shown.map(({ section }) => section)));
      const unitOf = new Map(axes.map(({ section, unit }) => [section, unit]));
      return {
        axes,
        count: chosen.length,
        counts: countStates(numbers),
        numbers: shown.map((counted) => viewCounted(counted, unitOf.get(counted.section) ?? null, heads)),
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

/** The unit and the ends of each axis, over all rows, so that it stays put from page to page. */
function axesOf(numbers: readonly Counted[], sections: ReadonlySet<string>): NumbersReply['axes'] {
  return [...sections].map((section) => {
    const rows = numbers.filter((counted) => counted.section === section);
    const unit = usualUnit(rows, section);
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { min, max, of } of rows.flatMap(figuresOf)) {
      for (const end of [min, max]) {
        if (end === null) continue;
        if (end > 0) least = Math.min(least, end * factorTo(unit, of));
        most = Math.max(most, end * factorTo(unit, of));
      }
    }
    return { section, unit, least: Math.min(least, Math.max(most, 1)), most: Math.max(most, 0) };
  });
}

function figuresOf({ statements, derived }: Counted) {
  return [...statements.map(({ quantity }) => quantity), ...derived];
}

/** The unit that most figures of a dimension are in; null where things are counted. */
function usualUnit(rows: readonly Counted[], section: string): string | null {
  const units = rows.flatMap(({ statements }) => statements.flatMap(({ quantity }) => quantity.of ?? []));
  const measured = units.filter((of) => isMeasure(of, section));
  const bySize = [...Map.groupBy(measured, (of) => of)].sort((a, b) => b[1].length - a[1].length);
  return bySize[0]?.[0] ?? null;
}
