import { type Static, Type } from '@sinclair/typebox';
import { FindingRef, TimeView, VoiceView } from './quote.ts';
import { choice, orNull, Part } from './schema.ts';

export const NUMBER_STATES = ['conflict', 'holds', 'several', 'single'] as const;
export type NumberState = (typeof NUMBER_STATES)[number];

/** One source's figure for a counted thing. */
export const NumberView = Type.Object({
  /** Id of the statement that says it; null where a finding worked it out. */
  statement: orNull(Type.String()),
  /** Where it is said: opens the quote. Null where it was worked out. */
  place: orNull(Type.Object({ source: Type.String(), start: Type.Integer(), end: Type.Integer() })),
  file: orNull(Type.String()),
  voices: Type.Array(VoiceView),
  /** What was worked out, in words; empty for what is said. */
  label: Type.String(),
  min: orNull(Type.Number()),
  max: orNull(Type.Number()),
  of: orNull(Type.String()),
  /** What the ends are multiplied by to stand on the section's axis. */
  factor: Type.Number(),
  per: orNull(Type.String()),
  /** How many calendar days the figure's own period has, or null where none is said. */
  days: orNull(Type.Integer()),
  time: orNull(TimeView),
  derived: Type.Boolean(),
  alarm: Type.Boolean(),
});
export type NumberView = Static<typeof NumberView>;

/** A counted thing with every figure that is said of it. */
export const CountedView = Type.Object({
  id: Type.String(),
  /** What the axis counts: `person`, `length`, `vehicle`; `other` where no noun is said. */
  section: Type.String(),
  of: orNull(Type.String()),
  event: Type.String(),
  place: orNull(Type.String()),
  from: orNull(Type.String()),
  to: orNull(Type.String()),
  state: choice(NUMBER_STATES),
  figures: Type.Array(NumberView),
  /** How many figures there are, of which the first ones are given. */
  figureCount: Type.Integer(),
  findings: Type.Array(FindingRef),
  /** The sentence of the comparison that holds, or null. */
  holds: orNull(Type.String()),
});
export type CountedView = Static<typeof CountedView>;

export const NumbersQuery = Type.Object({ state: Type.Optional(choice(NUMBER_STATES)), ...Part });
export type NumbersQuery = Static<typeof NumbersQuery>;

export const NumbersReply = Type.Object({
  /** How many the filter leaves. */
  count: Type.Integer(),
  counts: Type.Object({
    all: Type.Integer(),
    conflict: Type.Integer(),
    holds: Type.Integer(),
    several: Type.Integer(),
    single: Type.Integer(),
  }),
  /** The least and greatest figures of each axis, over all its rows. */
  axes: Type.Array(
    Type.Object({
      section: Type.String(),
      /** The unit that the axis is in, or null where it counts things. */
      unit: orNull(Type.String()),
      /** The least above zero. */
      least: Type.Number(),
      most: Type.Number(),
    }),
  ),
  numbers: Type.Array(CountedView),
});
export type NumbersReply = Static<typeof NumbersReply>;
