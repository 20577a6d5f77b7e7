import { type Static, Type } from '@sinclair/typebox';
import { QuoteView } from './quote.ts';
import { orNull, Part } from './schema.ts';

const Named = Type.Object({ id: Type.String(), name: Type.String() });

/** Two names that are probably one: a question to whoever judges. */
export const ProposalView = Type.Object({
  a: Named,
  b: Named,
  /** How probable it is, 0..1. */
  chance: Type.Number(),
  reasons: Type.Array(Type.String()),
  quotes: Type.Array(QuoteView),
});
export type ProposalView = Static<typeof ProposalView>;

export const QueueQuery = Type.Object({ ...Part });
export type QueueQuery = Static<typeof QueueQuery>;

export const QueueReply = Type.Object({
  /** How many nobody has judged yet. */
  count: Type.Integer(),
  proposals: Type.Array(ProposalView),
  /** Judgements that stand, newest first, at most 20 of `judgedCount`. */
  judged: Type.Array(
    Type.Object({ says: Type.String(), text: orNull(Type.String()), who: Type.String(), at: Type.String() }),
  ),
  judgedCount: Type.Integer(),
  /** The case is being worked out again with what was judged. */
  working: Type.Boolean(),
});
export type QueueReply = Static<typeof QueueReply>;

export const JudgeRequest = Type.Object(
  {
    a: Type.String({ minLength: 1, maxLength: 100 }),
    b: Type.String({ minLength: 1, maxLength: 100 }),
    says: Type.Union([Type.Literal('positive'), Type.Literal('negative'), Type.Literal('unsure')]),
  },
  { additionalProperties: false },
);
export type JudgeRequest = Static<typeof JudgeRequest>;
