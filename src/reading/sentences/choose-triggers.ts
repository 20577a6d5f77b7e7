import type { Figure } from '../../statement/quantity.ts';
import { type Clause, clauseAt } from '../clauses/find-clauses.ts';
import type { Trigger } from '../events/trigger.ts';
import type { SentenceParts } from './draft.ts';
import { isNumbered } from './take-figures.ts';

const AUXILIARIES = new Set(['be', 'have', 'do', 'get', 'go', 'let']);
const NEAR = 4;

/**
 * The triggers that a sentence's statements are read from: every verb that names an event type;
 * a noun that names one where its clause has no such verb or where it is what a figure counts;
 * a common verb only where a clause has nothing better.
 */
export function chooseTriggers(parts: SentenceParts): Trigger[] {
  const triggers = parts.triggers.filter((trigger) => !isAuxiliary(parts, trigger));
  const strong = triggers.filter((trigger) => isStrong(trigger));
  const chosen = triggers.filter((trigger) => {
    if (isStrong(trigger)) return true;
    const clause = clauseAt(parts.clauses, trigger.firstToken);
    const rivals = strong.filter((other) => clauseAt(parts.clauses, other.firstToken) === clause);
    if (isNoun(trigger))
      return (
        !isSpeech(trigger) &&
        (rivals.length === 0 || counted(parts.figures, trigger) || isNumbered(parts, trigger))
      );
    return rivals.length === 0;
  });
  return withoutIdle(parts, withoutCounting(parts, chosen));
}

function isNoun(trigger: Trigger): boolean {
  return trigger.form.shape === 'noun' || trigger.form.shape === 'adjective';
}

function isStrong(trigger: Trigger): boolean {
  return !isNoun(trigger) && !trigger.common && trigger.type.plain !== true;
}

function isSpeech(trigger: Trigger): boolean {
  return trigger.type.speech === true;
}

function isPlain(trigger: Trigger): boolean {
  return trigger.common || trigger.type.plain === true;
}

function counted(figures: readonly Figure[], trigger: Trigger): boolean {
  return figures.some(
    (figure) =>
      (figure.nounSpan !== null &&
        figure.nounSpan.start < trigger.span.end &&
        trigger.span.start < figure.nounSpan.end) ||
      (figure.numberSpan.end <= trigger.span.start && trigger.span.start - figure.numberSpan.end <= 12),
  );
}

// "They counted 52 damaged shops": what was counted is the event, not the counting.
function withoutCounting(parts: SentenceParts, chosen: readonly Trigger[]): Trigger[] {
  return chosen.filter(
    (trigger) =>
      trigger.event !== 'count' ||
      !parts.figures.some(
        (figure) =>
          figure.numberSpan.start >= trigger.span.end &&
          chosen.some(
            (other) =>
              other !== trigger &&
              other.span.start >= figure.span.start &&
              other.span.end <= figure.span.end + 12,
          ),
      ),
  );
}

// A common verb is kept only once a clause, the most telling one, and only where the clause has
// no word that names an event type.
function withoutIdle(parts: SentenceParts, chosen: readonly Trigger[]): Trigger[] {
  const best = new Map<Clause | null, Trigger>();
  for (const trigger of chosen) {
    const clause = clauseAt(parts.clauses, trigger.firstToken);
    const rival = best.get(clause);
    if (rival === undefined || weight(trigger) > weight(rival)) best.set(clause, trigger);
  }
  return chosen.filter(
    (trigger) => !isPlain(trigger) || best.get(clauseAt(parts.clauses, trigger.firstToken)) === trigger,
  );
}

function weight(trigger: Trigger): number {
  if (!isPlain(trigger)) return 3;
  if (AUXILIARIES.has(trigger.event)) return 1;
  return trigger.common ? 2 : 0;
}

function isAuxiliary(parts: SentenceParts, trigger: Trigger): boolean {
  if (!trigger.common || !AUXILIARIES.has(trigger.event)) return false;
  return parts.triggers.some((other) => {
    if (
      other === trigger ||
      other.firstToken < trigger.endToken ||
      other.firstToken - trigger.endToken > NEAR
    )
      return false;
    if (trigger.event === 'go' || trigger.event === 'let')
      return parts.words.tokens[trigger.endToken]?.norm === 'to';
    const shape = other.form.shape;
    return (
      shape === 'past' ||
      shape === 'ing' ||
      (trigger.event === 'do' && shape === 'base') ||
      (trigger.event === 'have' && other.event === 'be') ||
      (shape === 'adjective' && trigger.event === 'be')
    );
  });
}
