import { type Static, Type } from '@sinclair/typebox';
import { StandingView } from './quote.ts';
import { choice, orNull } from './schema.ts';

export const VERBS = ['accept', 'dismiss', 'note', 'undo'] as const;

export const DecisionView = Type.Object({
  seq: Type.Integer(),
  at: Type.String(),
  who: Type.String(),
  verb: choice(VERBS),
  text: orNull(Type.String()),
  /** Taken back by a later undo. */
  undone: Type.Boolean(),
});
export type DecisionView = Static<typeof DecisionView>;

export const DecisionsQuery = Type.Object({ target: Type.String({ minLength: 1, maxLength: 100 }) });
export type DecisionsQuery = Static<typeof DecisionsQuery>;

export const DecisionsReply = Type.Object({ standing: StandingView, decisions: Type.Array(DecisionView) });
export type DecisionsReply = Static<typeof DecisionsReply>;

/** A dismissal needs its reason in `text`, a note its words; accept and undo have none. */
export const DecisionRequest = Type.Object(
  {
    target: Type.String({ minLength: 1, maxLength: 100 }),
    verb: choice(VERBS),
    text: Type.Optional(orNull(Type.String({ maxLength: 4000 }))),
  },
  { additionalProperties: false },
);
export type DecisionRequest = Static<typeof DecisionRequest>;
