import { foldWord } from '../../language/fold-word.ts';
import type { Token } from '../../language/token.ts';
import type { Polarity } from '../../statement/statement.ts';
import type { Clause } from '../clauses/find-clauses.ts';
import type { Trigger } from '../events/trigger.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import negations from './negations.json' with { type: 'json' };

interface Negations {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  readonly undone: readonly (readonly string[])[];
  readonly failing: ReadonlySet<string>;
}

const AFTER_REACH = 3;
const BY_LANGUAGE = new Map<string, Negations>();

/**
 * Whether a trigger is said to have happened or not to have: negations before it in its clause,
 * right after it, or in its own ending. Two negations undo each other. A "no" that only
 * answers ("No, he left") counts for nothing, nor does "not only".
 */
export function readPolarity(words: ReadingPassage, clause: Clause, trigger: Trigger): Polarity {
  const negative = negationsOf(words.language);
  let count = trigger.form.negative ? 1 : 0;
  count += before(words.tokens, clause, trigger, negative, words.language);
  if (count > 1 && doubled(words.language)) count = 1;
  if (count === 0) count += after(words.tokens, clause, trigger, negative);
  return count % 2 === 1 ? 'negative' : 'positive';
}

function before(
  tokens: readonly Token[],
  clause: Clause,
  trigger: Trigger,
  negative: Negations,
  language: string | null,
): number {
  let count = 0;
  let clitic = false;
  for (let index = clause.firstToken; index < trigger.firstToken; index++) {
    const norm = tokens[index]?.norm ?? '';
    if (negative.failing.has(norm) && index < trigger.firstToken)
      count += leadsTo(tokens, index, trigger) ? 1 : 0;
    else if (
      isNegation(norm, negative) &&
      !isUndone(tokens, index, negative.undone) &&
      !isAnswer(tokens, index)
    ) {
      if (language === 'ar' && trigger.firstToken - index > 3) continue;
      if (doubled(language) && clitic) continue;
      clitic = true;
      count++;
    }
  }
  return count;
}

// "didn't see nobody", "no vio a nadie": in these languages several words make one negation.
function doubled(language: string | null): boolean {
  return language !== 'en' && language !== null;
}

function leadsTo(tokens: readonly Token[], index: number, trigger: Trigger): boolean {
  return (
    tokens[index + 1]?.norm === 'to' ||
    /ing$/.test(tokens[index + 1]?.norm ?? '') ||
    trigger.firstToken - index <= 2
  );
}

function after(tokens: readonly Token[], clause: Clause, trigger: Trigger, negative: Negations): number {
  const end = Math.min(clause.endToken, trigger.endToken + AFTER_REACH);
  for (let index = trigger.endToken; index < end; index++) {
    const norm = tokens[index]?.norm ?? '';
    if (tokens[index]?.kind === 'mark') return 0;
    // "was never on the ship", "is not here": after the verb of being.
    if (
      trigger.event === 'be' &&
      (norm === 'not' || norm === 'never') &&
      !isUndone(tokens, index, negative.undone)
    )
      return 1;
    if (negative.after.has(norm) && !isUndone(tokens, index, negative.undone) && !isAnswer(tokens, index))
      return 1;
  }
  return 0;
}

function isNegation(norm: string, negative: Negations): boolean {
  return negative.before.has(norm) || norm.endsWith("n't") || norm.startsWith("n'");
}

function isAnswer(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]?.norm ?? '';
  return /^(?:no|not|non|nao|нет|لا)$/.test(tokens[index]?.norm ?? '') && /^[,.;!?-]$/.test(next);
}

function isUndone(tokens: readonly Token[], index: number, undone: Negations['undone']): boolean {
  return undone.some(
    (phrase) =>
      phrase.every((word, place) => tokens[index + place]?.norm === word) ||
      (phrase.length === 2 && tokens[index - 1]?.norm === phrase[0] && tokens[index]?.norm === phrase[1]),
  );
}

function negationsOf(language: string | null): Negations {
  const key = language !== null && language in negations.before ? language : 'en';
  const known = BY_LANGUAGE.get(key);
  if (known !== undefined) return known;
  const made: Negations = {
    before: wordSet(negations.before, key),
    after: wordSet(negations.after, key),
    undone: ((negations.undone as Record<string, string[]>)[key] ?? []).map((phrase) =>
      phrase.split(' ').map(foldWord),
    ),
    failing: wordSet(negations.failing, key),
  };
  BY_LANGUAGE.set(key, made);
  return made;
}

function wordSet(lists: Record<string, string>, language: string): ReadonlySet<string> {
  return new Set(
    (lists[language] ?? '')
      .split(' ')
      .filter((word) => word !== '')
      .map(foldWord),
  );
}
