import { type Static, Type } from '@sinclair/typebox';
import { FINDING_KINDS } from '../../statement/finding.ts';
import { choice, orNull } from './schema.ts';

/** A half-open range in UTF-16 code units of a source's canonical text, never of an excerpt. */
export const SpanView = Type.Object({ start: Type.Integer(), end: Type.Integer() });
export type SpanView = Static<typeof SpanView>;

export const VoiceView = Type.Object({
  name: Type.String(),
  kind: Type.String(),
  guess: Type.Boolean(),
});
export type VoiceView = Static<typeof VoiceView>;

export const TimeView = Type.Object({
  from: orNull(Type.String()),
  to: orNull(Type.String()),
  clock: orNull(Type.String()),
  granularity: Type.String(),
  approx: Type.Boolean(),
  basis: Type.String(),
  steps: Type.Array(Type.String()),
});
export type TimeView = Static<typeof TimeView>;

export const QuantityView = Type.Object({
  min: orNull(Type.Number()),
  max: orNull(Type.Number()),
  of: orNull(Type.String()),
  per: orNull(Type.String()),
  cumulative: Type.Boolean(),
});
export type QuantityView = Static<typeof QuantityView>;

/** Which source, as a quotation names it. */
export const SourceRef = Type.Object({
  id: Type.String(),
  file: Type.String(),
  title: orNull(Type.String()),
  publisher: orNull(Type.String()),
  kind: Type.String(),
  language: orNull(Type.String()),
});
export type SourceRef = Static<typeof SourceRef>;

/** A finding, as far as a margin note has room for it. */
export const FindingRef = Type.Object({ id: Type.String(), kind: choice(FINDING_KINDS) });
export type FindingRef = Static<typeof FindingRef>;

export const STATES = ['new', 'accepted', 'dismissed'] as const;

/** Where a finding or statement stands after all decisions on it. */
export const StandingView = Type.Object({
  state: choice(STATES),
  who: orNull(Type.String()),
  at: orNull(Type.String()),
  /** Why it was dismissed, as the analyst has it. */
  reason: orNull(Type.String()),
  notes: Type.Array(Type.Object({ who: Type.String(), at: Type.String(), text: Type.String() })),
});
export type StandingView = Static<typeof StandingView>;

/** By whom the reading was corrected, and what it was before; `was` is null where a hand marked the statement. */
export const CorrectionView = Type.Object({
  seq: Type.Integer(),
  who: Type.String(),
  at: Type.String(),
  was: orNull(
    Type.Object({
      voices: Type.Array(VoiceView),
      event: Type.String(),
      quantity: orNull(QuantityView),
      time: orNull(TimeView),
    }),
  ),
});

export const StatementView = Type.Object({
  id: Type.String(),
  span: SpanView,
  /** Place of its passage in the source. */
  index: Type.Integer(),
  voices: Type.Array(VoiceView),
  event: Type.String(),
  polarity: Type.String(),
  modality: Type.String(),
  agent: orNull(Type.String()),
  patient: orNull(Type.String()),
  place: orNull(Type.String()),
  quantity: orNull(QuantityView),
  time: orNull(TimeView),
  rule: Type.String(),
  confidence: Type.Number(),
  doubts: Type.Array(Type.String()),
  correction: orNull(CorrectionView),
  standing: StandingView,
  findings: Type.Array(FindingRef),
});
export type StatementView = Static<typeof StatementView>;

/** Words of a source with all that is needed to print and to find them. */
export const QuoteView = Type.Object({
  source: SourceRef,
  /** The passage that holds the start of it. */
  passage: Type.Object({
    index: Type.Integer(),
    line: Type.Integer(),
    kind: Type.String(),
    section: orNull(Type.String()),
  }),
  span: SpanView,
  /** Exactly the source's words; the whole span or, of a long one, the part around the first mark. */
  text: Type.String(),
  /** Where `text` starts in the source. */
  textStart: Type.Integer(),
  /** Words of the same sentence stand before or after `text` that are not shown. */
  cutBefore: Type.Boolean(),
  cutAfter: Type.Boolean(),
  marks: Type.Array(SpanView),
  /** Outermost first; never empty. */
  voices: Type.Array(VoiceView),
  statement: orNull(StatementView),
});
export type QuoteView = Static<typeof QuoteView>;
