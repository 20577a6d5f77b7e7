import { type Static, Type } from '@sinclair/typebox';
import { FindingRef, SpanView } from './quote.ts';
import { DaysPart, orNull } from './schema.ts';

export const TimelineQuery = Type.Object({ ...DaysPart });
export type TimelineQuery = Static<typeof TimelineQuery>;

/** A statement on the axis of days. */
export const TimelineMark = Type.Object({
  statement: Type.String(),
  source: Type.String(),
  span: SpanView,
  from: orNull(Type.String()),
  to: orNull(Type.String()),
  clock: orNull(Type.String()),
  approx: Type.Boolean(),
  /** How many, as the words give it. */
  min: orNull(Type.Number()),
  max: orNull(Type.Number()),
  of: orNull(Type.String()),
  place: orNull(Type.String()),
  /** Who says it: the last voice. */
  voice: Type.String(),
  negative: Type.Boolean(),
  /** Asserted or reported; all else (ordered, planned, asked) is no deed. */
  deed: Type.Boolean(),
  finding: orNull(FindingRef),
});
export type TimelineMark = Static<typeof TimelineMark>;

/** What is said of one kind of event, in the days that are shown. */
export const TimelineLane = Type.Object({
  event: Type.String(),
  count: Type.Integer(),
  /** Of `count` the ones that have a finding, then those with a figure, earliest first. */
  marks: Type.Array(TimelineMark),
});
export type TimelineLane = Static<typeof TimelineLane>;

export const TimelineReply = Type.Object({
  /** First and last day of the case; null where no statement has days. */
  first: orNull(Type.String()),
  last: orNull(Type.String()),
  /** The days that most statements lie in; strays far off are left out of it. */
  usual: orNull(Type.Object({ from: Type.String(), to: Type.String() })),
  dated: Type.Integer(),
  undated: Type.Integer(),
  /** How many statements the chosen days hold. */
  count: Type.Integer(),
  /** How many statements begin in each of the equal stretches of `usual`, and how many of them are in a finding. */
  bins: Type.Array(Type.Object({ count: Type.Integer(), hot: Type.Integer() })),
  laneCount: Type.Integer(),
  lanes: Type.Array(TimelineLane),
});
export type TimelineReply = Static<typeof TimelineReply>;
