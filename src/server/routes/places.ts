import type { FastifyInstance } from 'fastify';
import { PlacesQuery, PlacesReply } from '../api/places.ts';
import type { FindingRef } from '../api/quote.ts';
import { liesWithin } from '../gather-dated.ts';
import type { NamedPlace } from '../gather-places.ts';
import type { ReadingRoom } from '../reading-room.ts';

const MOST_STATEMENTS = 40;
const MOST_UNPLACED = 60;
const MOST_PLACES = 2000;

/** `GET /api/places`: the places that statements are said to be of, and where a gazetteer has them. */
export function placeRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Querystring: PlacesQuery; Reply: PlacesReply }>(
    '/api/places',
    {
      schema: {
        summary: 'Places that statements name, with what the gazetteer knows of them',
        querystring: PlacesQuery,
        response: { 200: PlacesReply },
      },
    },
    async ({ query }) => {
      const [places, { findingsOf }] = await Promise.all([room.places(), room.account()]);
      const days = { from: query.from ?? null, to: query.to ?? null };
      const chosen = places
        .map((place) => ({
          ...place,
          statements: place.statements.filter(({ time }) => liesWithin(time, days)),
        }))
        .filter(({ statements }) => statements.length > 0);
      const unplaced = chosen.filter(({ at }) => at === null);
      return {
        places: chosen.slice(0, MOST_PLACES).flatMap((place) => {
          if (!place.at) return [];
          const { name: known, kind, country, latitude, longitude, radiusKm } = place.at;
          return [{ ...viewNamed(place, findingsOf), known, kind, country, latitude, longitude, radiusKm }];
        }),
        unplaced: unplaced.slice(0, MOST_UNPLACED).map((place) => viewNamed(place, findingsOf)),
        unplacedCount: unplaced.length,
        count: chosen.reduce((sum, { statements }) => sum + statements.length, 0),
      };
    },
  );
}

function viewNamed(
  { id, name, statements }: NamedPlace,
  findingsOf: ReadonlyMap<string, readonly FindingRef[]>,
) {
  return {
    ...{ id, name, count: statements.length },
    statements: oneEachQuote(statements).slice(0, MOST_STATEMENTS),
    hot: statements.some((statement) => findingsOf.has(statement.id)),
  };
}

/** Ids of statements, one of those that share their words: a row may say several things. */
function oneEachQuote(statements: NamedPlace['statements']): string[] {
  const bySpan = new Map(
    statements.map(({ id, source, span }) => [`${source} ${span.start} ${span.end}`, id]),
  );
  return [...bySpan.values()];
}
