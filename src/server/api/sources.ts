import { type Static, Type } from '@sinclair/typebox';
import { SpanView, StatementView, TimeView } from './quote.ts';
import { choice, orNull, Part } from './schema.ts';

export const OUTCOMES = ['read', 'unreadable', 'duplicate', 'superseded'] as const;

export const SourcesQuery = Type.Object({ outcome: Type.Optional(choice(OUTCOMES)), ...Part });
export type SourcesQuery = Static<typeof SourcesQuery>;

/** One file as received, with what it became. */
export const ReceivedView = Type.Object({
  file: Type.String(),
  path: Type.String(),
  byteLength: orNull(Type.Integer()),
  outcome: choice(OUTCOMES),
  code: orNull(Type.String()),
  reason: orNull(Type.String()),
  source: orNull(
    Type.Object({
      id: Type.String(),
      kind: Type.String(),
      title: orNull(Type.String()),
      publisher: orNull(Type.String()),
      date: orNull(Type.String()),
      language: orNull(Type.String()),
      encoding: orNull(Type.Object({ name: Type.String(), confidence: Type.Number() })),
      statements: Type.Integer(),
      doubts: Type.Array(Type.String()),
    }),
  ),
});
export type ReceivedView = Static<typeof ReceivedView>;

export const SourcesReply = Type.Object({ count: Type.Integer(), received: Type.Array(ReceivedView) });
export type SourcesReply = Static<typeof SourcesReply>;

export const SourceParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });
export type SourceParams = Static<typeof SourceParams>;

export const ClaimView = Type.Object({ key: Type.String(), value: Type.String() });
export type ClaimView = Static<typeof ClaimView>;

export const SectionView = Type.Object({
  index: Type.Integer(),
  title: orNull(Type.String()),
  kind: Type.String(),
  span: SpanView,
  time: orNull(TimeView),
  claims: Type.Array(ClaimView),
  /** Who takes part, as the header has it: `OUT, 41 17, Bero`. */
  parties: Type.Array(Type.String()),
  /** Headers of a table's columns; null where the section is no table. */
  columns: orNull(Type.Array(orNull(Type.String()))),
});
export type SectionView = Static<typeof SectionView>;

export const SourceReply = Type.Object({
  id: Type.String(),
  sha256: Type.String(),
  file: Type.String(),
  path: Type.String(),
  byteLength: Type.Integer(),
  mediaType: Type.String(),
  encoding: orNull(Type.Object({ name: Type.String(), confidence: Type.Number() })),
  kind: Type.String(),
  title: orNull(Type.String()),
  publisher: orNull(Type.String()),
  date: orNull(Type.String()),
  language: orNull(Type.String()),
  claims: Type.Array(ClaimView),
  /** The first 100. */
  doubts: Type.Array(Type.Object({ text: Type.String(), span: orNull(SpanView) })),
  doubtCount: Type.Integer(),
  passageCount: Type.Integer(),
  statementCount: Type.Integer(),
  /** The first 500. */
  sections: Type.Array(SectionView),
  sectionCount: Type.Integer(),
  /** Place among the case's sources, from 1, and its neighbours. */
  place: orNull(Type.Integer()),
  of: Type.Integer(),
  previous: orNull(Type.String()),
  next: orNull(Type.String()),
});
export type SourceReply = Static<typeof SourceReply>;

export const PassagesQuery = Type.Object({
  from: Type.Integer({ minimum: 0, maximum: 100_000_000, default: 0 }),
  to: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
});
export type PassagesQuery = Static<typeof PassagesQuery>;

/** A passage with what was read in it. All offsets count in the source. */
export const PassageView = Type.Object({
  index: Type.Integer(),
  section: Type.Integer(),
  /** The first passage of its section. */
  opens: Type.Boolean(),
  kind: Type.String(),
  line: Type.Integer(),
  speaker: orNull(
    Type.Object({
      label: Type.String(),
      name: Type.String(),
      unknown: Type.Boolean(),
      guess: Type.Boolean(),
    }),
  ),
  time: orNull(TimeView),
  text: Type.String(),
  /** Where `text` starts in the source. */
  textStart: Type.Integer(),
  /** Code units of a very long passage that are left out after `text`. */
  leftOut: Type.Integer(),
  cells: orNull(Type.Array(SpanView)),
  names: Type.Array(Type.Object({ span: SpanView, kind: Type.String() })),
  statements: Type.Array(StatementView),
  /** Words that a finding rests on. */
  marks: Type.Array(SpanView),
});
export type PassageView = Static<typeof PassageView>;

export const PassagesReply = Type.Object({
  count: Type.Integer(),
  from: Type.Integer(),
  passages: Type.Array(PassageView),
});
export type PassagesReply = Static<typeof PassagesReply>;

export const PlaceQuery = Type.Object({ start: Type.Integer({ minimum: 0 }) });
export type PlaceQuery = Static<typeof PlaceQuery>;

/** Place of the passage that holds an offset of the source, or of the last one before it. */
export const PlaceReply = Type.Object({ index: Type.Integer() });
export type PlaceReply = Static<typeof PlaceReply>;

/** Statements that start at `after` or later, in order; or before `before`, last first. */
export const StatementsQuery = Type.Object({
  after: Type.Optional(Type.Integer({ minimum: 0 })),
  before: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Part.limit,
});
export type StatementsQuery = Static<typeof StatementsQuery>;

export const StatementsReply = Type.Object({
  count: Type.Integer(),
  statements: Type.Array(StatementView),
});
export type StatementsReply = Static<typeof StatementsReply>;
