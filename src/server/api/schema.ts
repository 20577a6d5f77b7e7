import { type TSchema, Type } from '@sinclair/typebox';

/** One of a fixed list of words. */
export function choice<const Words extends readonly string[]>(words: Words) {
  return Type.Union(words.map((word: Words[number]) => Type.Literal(word)));
}

/** The schema, or null. */
export function orNull<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

/** Which part of a list is asked for. */
export const Part = {
  offset: Type.Integer({ minimum: 0, maximum: 100_000_000, default: 0 }),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
};

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** Which days are asked for, both ends included. */
export const DaysPart = { from: Type.Optional(Day), to: Type.Optional(Day) };
