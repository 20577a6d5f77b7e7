import { type Static, Type } from '@sinclair/typebox';
import { FindingLine } from './findings.ts';
import { QuoteView, SpanView } from './quote.ts';
import { choice, orNull, Part } from './schema.ts';

/** Findings about where matter comes from. */
export const ORIGIN_KINDS = ['single-origin', 'circular-reporting', 'near-duplicate'] as const;

export const BASES = ['credit', 'copied'] as const;

export const OriginsQuery = Type.Object({
  /** Id of a node: only whom it rests on, all the way, and who rests on it. */
  who: Type.Optional(Type.String({ maxLength: 400 })),
});
export type OriginsQuery = Static<typeof OriginsQuery>;

/** Somebody or something that tells. */
export const TellerView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** How many sources it stands for; 0 where it is only named. */
  sourceCount: Type.Integer(),
  /** The first of them. */
  source: orNull(
    Type.Object({
      id: Type.String(),
      file: Type.String(),
      kind: Type.String(),
      date: orNull(Type.String()),
    }),
  ),
});
export type TellerView = Static<typeof TellerView>;

export const RestView = Type.Object({
  /** Places in `tellers`: who tells, and on whom it rests. */
  from: Type.Integer(),
  to: Type.Integer(),
  basis: choice(BASES),
  quoteCount: Type.Integer(),
  /** Whether its words are in a finding about origins. */
  hot: Type.Boolean(),
});
export type RestView = Static<typeof RestView>;

export const OriginsReply = Type.Object({
  /** Those that rest on somebody, or that somebody rests on. */
  tellers: Type.Array(TellerView),
  rests: Type.Array(RestView),
  /** How many of them there are; those in findings, then those with most quotes, are given. */
  restCount: Type.Integer(),
  /** Nothing in the case says on whom these rest, nor that anybody rests on them. */
  alone: Type.Array(TellerView),
  aloneCount: Type.Integer(),
  /** By kind, of all that are about origins. */
  findingCount: Type.Integer(),
  findings: Type.Array(FindingLine),
});
export type OriginsReply = Static<typeof OriginsReply>;

export const RestQuery = Type.Object({
  from: Type.String({ maxLength: 400 }),
  to: Type.String({ maxLength: 400 }),
});
export type RestQuery = Static<typeof RestQuery>;

/** The words by which one rests on another. */
export const RestReply = Type.Object({
  from: TellerView,
  to: TellerView,
  rests: Type.Array(Type.Object({ basis: choice(BASES), quotes: Type.Array(QuoteView) })),
});
export type RestReply = Static<typeof RestReply>;

export const TellingsQuery = Type.Object(Part);
export type TellingsQuery = Static<typeof TellingsQuery>;

/** One happening that several sources tell of, and how many origins the tellings have. */
export const TellingView = Type.Object({
  id: Type.String(),
  event: Type.String(),
  from: orNull(Type.String()),
  to: orNull(Type.String()),
  place: orNull(Type.String()),
  people: Type.Array(Type.String()),
  statementCount: Type.Integer(),
  sourceCount: Type.Integer(),
  origins: Type.Integer(),
  /** Whether one origin stands behind more than one telling. False is never to say that they are independent. */
  shared: Type.Boolean(),
  /** Whether two of its sources rest on each other or on a third, or have one text, by whatever they tell. */
  linked: Type.Boolean(),
  /** One for each source and last voice in it. */
  told: Type.Array(
    Type.Object({
      voice: Type.String(),
      guess: Type.Boolean(),
      source: Type.Object({ id: Type.String(), file: Type.String() }),
      span: SpanView,
    }),
  ),
  toldCount: Type.Integer(),
});
export type TellingView = Static<typeof TellingView>;

export const TellingsReply = Type.Object({ count: Type.Integer(), tellings: Type.Array(TellingView) });
export type TellingsReply = Static<typeof TellingsReply>;
