import { type Static, Type } from '@sinclair/typebox';
import { FINDING_KINDS } from '../../statement/finding.ts';
import { DecisionView } from './decisions.ts';
import { QuoteView, SourceRef, STATES, StandingView } from './quote.ts';
import { choice, orNull, Part } from './schema.ts';

export const PictureRowView = Type.Object({
  label: Type.String(),
  note: Type.String(),
  min: orNull(Type.Number()),
  max: orNull(Type.Number()),
  derived: Type.Boolean(),
  alarm: Type.Boolean(),
});
export type PictureRowView = Static<typeof PictureRowView>;

export const DiffPartView = Type.Object({ text: Type.String(), differs: Type.Boolean() });
export type DiffPartView = Static<typeof DiffPartView>;

export const TimelineRowView = Type.Object({
  label: Type.String(),
  note: Type.String(),
  from: orNull(Type.String()),
  to: orNull(Type.String()),
  clock: Type.Boolean(),
  alarm: Type.Boolean(),
});
export type TimelineRowView = Static<typeof TimelineRowView>;

export const RouteStopView = Type.Object({
  label: Type.String(),
  place: Type.String(),
  latitude: orNull(Type.Number()),
  longitude: orNull(Type.Number()),
  at: Type.String(),
});
export type RouteStopView = Static<typeof RouteStopView>;

export const PictureView = Type.Union([
  Type.Object({ type: Type.Literal('timeline'), rows: Type.Array(TimelineRowView) }),
  Type.Object({
    type: Type.Literal('route'),
    stops: Type.Array(RouteStopView),
    kilometres: orNull(Type.Number()),
    minutes: Type.Number(),
    kilometresAnHour: orNull(Type.Number()),
  }),
  Type.Object({ type: Type.Literal('intervals'), unit: Type.String(), rows: Type.Array(PictureRowView) }),
  Type.Object({ type: Type.Literal('words'), rows: Type.Array(Type.Array(DiffPartView)) }),
  Type.Object({
    type: Type.Literal('parts'),
    unit: Type.String(),
    whole: PictureRowView,
    parts: Type.Array(PictureRowView),
  }),
]);
export type PictureView = Static<typeof PictureView>;

/** A finding as one sentence with its first two quotes. */
export const FindingLine = Type.Object({
  id: Type.String(),
  kind: choice(FINDING_KINDS),
  why: Type.String(),
  rank: Type.Number(),
  standing: StandingView,
  quotes: Type.Array(QuoteView),
  quoteCount: Type.Integer(),
  sourceCount: Type.Integer(),
  /** How many origins its quotes are known to have, or null where that is not known. */
  origins: orNull(Type.Integer()),
  picture: orNull(PictureView),
});
export type FindingLine = Static<typeof FindingLine>;

export const FindingCounts = Type.Object({
  all: Type.Integer(),
  new: Type.Integer(),
  accepted: Type.Integer(),
  dismissed: Type.Integer(),
});
export type FindingCounts = Static<typeof FindingCounts>;

export const FindingsQuery = Type.Object({
  state: Type.Optional(choice(STATES)),
  kind: Type.Optional(choice(FINDING_KINDS)),
  ...Part,
});
export type FindingsQuery = Static<typeof FindingsQuery>;

export const FindingsReply = Type.Object({
  /** How many the filter leaves. */
  count: Type.Integer(),
  /** By state, of the kind that is asked for. */
  counts: FindingCounts,
  /** How many of each kind the case holds, most first. */
  kinds: Type.Array(Type.Object({ kind: choice(FINDING_KINDS), count: Type.Integer() })),
  findings: Type.Array(FindingLine),
});
export type FindingsReply = Static<typeof FindingsReply>;

export const StepView = Type.Object({
  text: Type.String(),
  result: orNull(Type.String()),
  quote: orNull(Type.Integer()),
});
export type StepView = Static<typeof StepView>;

export const AssumptionView = Type.Object({
  label: Type.String(),
  text: Type.String(),
  guess: Type.Boolean(),
});
export type AssumptionView = Static<typeof AssumptionView>;

export const FindingView = Type.Composite([
  FindingLine,
  Type.Object({
    steps: Type.Array(StepView),
    assumes: Type.Array(AssumptionView),
    decisions: Type.Array(DecisionView),
    /** Place among all findings, from 1, greatest rank first. */
    place: Type.Integer(),
    of: Type.Integer(),
    previous: orNull(Type.String()),
    next: orNull(Type.String()),
  }),
]);
export type FindingView = Static<typeof FindingView>;

export const HoldingsQuery = Type.Object(Part);
export type HoldingsQuery = Static<typeof HoldingsQuery>;

export const HoldingView = Type.Object({
  id: Type.String(),
  kind: choice(FINDING_KINDS),
  why: Type.String(),
  /** False where two figures were rightly not compared. */
  compared: Type.Boolean(),
  quotes: Type.Array(QuoteView),
  steps: Type.Array(StepView),
  assumes: Type.Array(AssumptionView),
});
export type HoldingView = Static<typeof HoldingView>;

export const HoldingsReply = Type.Object({ count: Type.Integer(), holdings: Type.Array(HoldingView) });
export type HoldingsReply = Static<typeof HoldingsReply>;

export const SettledQuery = Type.Object(Part);
export type SettledQuery = Static<typeof SettledQuery>;

/** A finding that is not found any more since sources came in, as it was. */
export const SettledView = Type.Object({
  id: Type.String(),
  kind: choice(FINDING_KINDS),
  why: Type.String(),
  quotes: Type.Array(QuoteView),
  steps: Type.Array(StepView),
  /** The sources since which it is not found any more. */
  by: Type.Array(SourceRef),
  /** Whether these are compared with its words; else they only came in when it went. */
  /** How many more sources there are than `by` names. */
  others: Type.Integer(),
  speaks: Type.Boolean(),
  /** When it was no longer found, an ISO 8601 instant. */
  at: Type.String(),
});
export type SettledView = Static<typeof SettledView>;

export const SettledReply = Type.Object({ count: Type.Integer(), settled: Type.Array(SettledView) });
export type SettledReply = Static<typeof SettledReply>;
