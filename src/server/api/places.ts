import { type Static, Type } from '@sinclair/typebox';
import { DaysPart } from './schema.ts';

export const PlacesQuery = Type.Object({ ...DaysPart });
export type PlacesQuery = Static<typeof PlacesQuery>;

const Named = {
  /** Id of the identity, or the name's key. */
  id: Type.String(),
  /** As the sources have it. */
  name: Type.String(),
  count: Type.Integer(),
  /** Statements said to be of it, at most 40 of `count`. */
  statements: Type.Array(Type.String()),
  hot: Type.Boolean(),
};

export const PlaceView = Type.Object({
  ...Named,
  /** As the gazetteer has it. */
  known: Type.String(),
  kind: Type.String(),
  country: Type.String(),
  latitude: Type.Number(),
  longitude: Type.Number(),
  /** How far from that point it may reach. */
  radiusKm: Type.Number(),
});
export type PlaceView = Static<typeof PlaceView>;

export const PlacesReply = Type.Object({
  places: Type.Array(PlaceView),
  /** What no gazetteer knows, or what several places bear alike; most often named first. */
  unplaced: Type.Array(Type.Object(Named)),
  unplacedCount: Type.Integer(),
  /** Statements of the days that are said to be of some place. */
  count: Type.Integer(),
});
export type PlacesReply = Static<typeof PlacesReply>;
