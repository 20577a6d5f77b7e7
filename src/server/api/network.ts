import { type Static, Type } from '@sinclair/typebox';
import { QuoteView } from './quote.ts';
import { choice, DaysPart, orNull } from './schema.ts';

/**
 * What binds two: `speaks` with each other on record; `acts`: a voice says that the one does
 * something to the other; `of`: the one speaks of the other; `passes`: the one passes on the other's words.
 */
export const TIE_TYPES = ['speaks', 'acts', 'of', 'passes'] as const;
export type TieType = (typeof TIE_TYPES)[number];

export const NetworkQuery = Type.Object({
  ...DaysPart,
  /** Only ties of this type. */
  type: Type.Optional(choice(TIE_TYPES)),
  /** Only ties that at least so many voices show. */
  voices: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
});
export type NetworkQuery = Static<typeof NetworkQuery>;

/** Ties as columns, since there may be many: the nth tie is the nth value of each. */
export const NetworkReply = Type.Object({
  nodes: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), kind: Type.String() })),
  ties: Type.Object({
    /** Places in `nodes`. */
    from: Type.Array(Type.Integer()),
    to: Type.Array(Type.Integer()),
    /** Places in TIE_TYPES. */
    type: Type.Array(Type.Integer()),
    /** Statements that show it. */
    count: Type.Array(Type.Integer()),
    /** Different last voices among them. */
    voices: Type.Array(Type.Integer()),
    /** 1 where a statement of it is in a finding. */
    hot: Type.Array(Type.Integer()),
    /** Place in `events` of what is said most. */
    event: Type.Array(Type.Integer()),
  }),
  events: Type.Array(Type.String()),
  /** How many ties the filter leaves, of which the ones with most statements are given. */
  tieCount: Type.Integer(),
  counts: Type.Object({
    all: Type.Integer(),
    speaks: Type.Integer(),
    acts: Type.Integer(),
    of: Type.Integer(),
    passes: Type.Integer(),
  }),
});
export type NetworkReply = Static<typeof NetworkReply>;

export const TieQuery = Type.Object({
  ...DaysPart,
  a: Type.String({ maxLength: 100 }),
  b: Type.String({ maxLength: 100 }),
});
export type TieQuery = Static<typeof TieQuery>;

/** All that binds two, either way. */
export const TieReply = Type.Object({
  a: Type.String(),
  b: Type.String(),
  ties: Type.Array(
    Type.Object({
      type: choice(TIE_TYPES),
      /** Whether it goes from b to a. */
      back: Type.Boolean(),
      count: Type.Integer(),
      voices: Type.Integer(),
      /** What is said, most often first. */
      events: Type.Array(Type.String()),
      first: orNull(Type.String()),
      last: orNull(Type.String()),
      quotes: Type.Array(QuoteView),
    }),
  ),
});
export type TieReply = Static<typeof TieReply>;
