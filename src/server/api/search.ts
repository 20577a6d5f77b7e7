import { type Static, Type } from '@sinclair/typebox';
import { SourceRef, SpanView } from './quote.ts';
import { orNull, Part } from './schema.ts';

export const SearchRequest = Type.Object({
  words: Type.String({ maxLength: 1000 }),
  source: Type.Optional(Type.String({ maxLength: 100 })),
  ...Part,
});
export type SearchRequest = Static<typeof SearchRequest>;

export const HitView = Type.Object({
  source: SourceRef,
  index: Type.Integer(),
  line: Type.Integer(),
  kind: Type.String(),
  speaker: orNull(Type.Object({ name: Type.String(), unknown: Type.Boolean(), guess: Type.Boolean() })),
  text: Type.String(),
  /** Where `text` starts in the source. */
  textStart: Type.Integer(),
  span: SpanView,
  marks: Type.Array(SpanView),
});
export type HitView = Static<typeof HitView>;

export const SearchReply = Type.Object({
  count: Type.Integer(),
  countIsLowerBound: Type.Boolean(),
  hits: Type.Array(HitView),
});
export type SearchReply = Static<typeof SearchReply>;
