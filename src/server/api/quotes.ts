import { type Static, Type } from '@sinclair/typebox';
import { QuoteView } from './quote.ts';

/** Ids of statements, at most 40, with commas between. */
export const QuotesQuery = Type.Object({ statements: Type.String({ minLength: 1, maxLength: 4000 }) });
export type QuotesQuery = Static<typeof QuotesQuery>;

export const QuotesReply = Type.Object({ quotes: Type.Array(QuoteView) });
export type QuotesReply = Static<typeof QuotesReply>;
