import { type Static, Type } from '@sinclair/typebox';
import { SourceRef, SpanView } from './quote.ts';
import { DaysPart, orNull, Part } from './schema.ts';

export const SearchRequest = Type.Object({
  words: Type.String({ maxLength: 1000 }),
  source: Type.Optional(Type.String({ maxLength: 100 })),
  /** BCP 47 tag of the source's language. */
  language: Type.Optional(Type.String({ maxLength: 40 })),
  /** Who says it, by any spelling of the name: the speaker, or a voice that a statement in the passage names. */
  voice: Type.Optional(Type.String({ maxLength: 200 })),
  /** When it was said: the passage's own day, else its part's, else its source's. */
  ...DaysPart,
  ...Part,
});
export type SearchRequest = Static<typeof SearchRequest>;

/** What a search can be narrowed to. */
export const SearchChoices = Type.Object({
  languages: Type.Array(Type.Object({ tag: Type.String(), sources: Type.Integer() })),
  /** Those who speak most, most first. */
  voices: Type.Array(Type.String()),
  /** In the order of their paths; none where there are too many to choose from. */
  sources: Type.Array(Type.Object({ id: Type.String(), file: Type.String() })),
});
export type SearchChoices = Static<typeof SearchChoices>;

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
