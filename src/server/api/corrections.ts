import { type Static, Type } from '@sinclair/typebox';
import { QuantityView, SpanView, StatementView } from './quote.ts';
import { orNull } from './schema.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** What an analyst reads otherwise; what is left out stays as it was read. */
const ChangeRequest = Type.Object(
  {
    voice: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    event: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    quantity: Type.Optional(orNull(QuantityView)),
    days: Type.Optional(orNull(Type.Object({ from: orNull(Day), to: orNull(Day) }))),
  },
  { additionalProperties: false },
);

/** `base` is the `seq` of the correction that the analyst saw, or 0 where there was none. */
export const CorrectionRequest = Type.Object(
  { statement: Type.String({ minLength: 1, maxLength: 100 }), base: Type.Integer(), change: ChangeRequest },
  { additionalProperties: false },
);
export type CorrectionRequest = Static<typeof CorrectionRequest>;

export const UncorrectRequest = Type.Object(
  { statement: Type.String({ minLength: 1, maxLength: 100 }) },
  { additionalProperties: false },
);
export type UncorrectRequest = Static<typeof UncorrectRequest>;

/** A statement that is marked by hand: its words, and what they say. */
export const HandMadeRequest = Type.Object(
  { source: Type.String({ minLength: 1, maxLength: 100 }), span: SpanView, change: ChangeRequest },
  { additionalProperties: false },
);
export type HandMadeRequest = Static<typeof HandMadeRequest>;

/** The statement as it now stands; null where the one that was made by hand was taken back. */
export const CorrectionReply = Type.Object({ statement: orNull(StatementView) });
export type CorrectionReply = Static<typeof CorrectionReply>;
