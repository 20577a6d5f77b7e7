import { wordsAt } from './fold-words.ts';
import persons from './persons-spoken.json' with { type: 'json' };

const SELF = new Set(persons.self.flatMap((word) => wordsAt(word).map((found) => found.word)));
const OBJECT = new Set(persons.object.flatMap((word) => wordsAt(word).map((found) => found.word)));
const THIRD = new Set(persons.third.flatMap((word) => wordsAt(word).map((found) => found.word)));

/** Whether a clause has its speaker take part: "I am standing on the quay". */
export function speaksOfSelf(clause: string): boolean {
  return wordsAt(clause).some(({ word }) => SELF.has(word));
}

/** Whether a clause has somebody or something named before take part: "they let him out". */
export function speaksOfThird(clause: string): boolean {
  return wordsAt(clause).some(({ word }) => THIRD.has(word));
}

/** Whether something is done to somebody named before: "let him out". */
export function speaksOfObject(clause: string): boolean {
  return wordsAt(clause).some(({ word }) => OBJECT.has(word));
}
