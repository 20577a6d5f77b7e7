import { wordsAt } from './fold-words.ts';
import scopes from './scope-words.json' with { type: 'json' };

/** What a count can be said to be of: all of it, some of it, all but the rest, one place alone, a whole area. */
type Scope = keyof typeof scopes;

const PHRASES = new Map(
  Object.entries(scopes).map(
    ([scope, phrases]) => [scope, phrases.map((phrase) => ` ${folded(phrase)} `)] as const,
  ),
);

function folded(words: string): string {
  return wordsAt(words)
    .map(({ word }) => word)
    .join(' ');
}

/** Whether a phrase has words of a scope, in any of the languages of the list. */
export function says(phrase: string, scope: Scope): boolean {
  return saysFolded(foldPhrase(phrase), scope);
}

/** A phrase made ready for being asked about several scopes. */
export function foldPhrase(phrase: string): string {
  return ` ${folded(phrase)} `;
}

/** `says` for a phrase that went through `foldPhrase`. */
export function saysFolded(words: string, scope: Scope): boolean {
  return (PHRASES.get(scope) ?? []).some((known) => words.includes(known));
}
