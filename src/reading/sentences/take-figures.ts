import type { Figure } from '../../statement/quantity.ts';
import type { Clause } from '../clauses/find-clauses.ts';
import { clauseAt } from '../clauses/find-clauses.ts';
import type { Trigger } from '../events/trigger.ts';
import type { SentenceParts } from './draft.ts';

/** A figure and the trigger that it belongs to, either missing where there is none. */
export interface Pair {
  readonly trigger: Trigger | null;
  readonly figure: Figure | null;
}

/**
 * Gives each trigger its figure and each figure its trigger. A trigger that counts its patient
 * looks right of itself ("arrested 96 people"), a passive or one that counts its agent looks
 * left ("96 people were arrested", "96 crossed"); then the other side. What is left over pairs
 * with the nearest trigger of its clause, or stands alone.
 */
export function takeFigures(parts: SentenceParts, triggers: readonly Trigger[]): Pair[] {
  const pairs: Pair[] = [];
  const free = new Set(parts.figures);
  const taken = new Map<Trigger, Figure>();
  for (const trigger of byClaim(parts, triggers)) {
    const figure = figureOf(parts, triggers, trigger, free);
    if (figure === null) continue;
    free.delete(figure);
    taken.set(trigger, figure);
  }
  for (const trigger of triggers) {
    const figure = taken.get(trigger) ?? tollOf(parts, trigger);
    if (figure !== null || !isIdleNoun(parts, triggers, trigger)) pairs.push({ trigger, figure });
  }
  for (const figure of parts.figures)
    if (free.has(figure)) pairs.push({ trigger: nearestTrigger(parts, triggers, figure), figure });
  return pairs;
}

// "The number of dead ... is 9": a noun that is numbered comes before any verb of its clause; others after.
function byClaim(parts: SentenceParts, triggers: readonly Trigger[]): Trigger[] {
  const rank = (trigger: Trigger) => (isNumbered(parts, trigger) ? 0 : isNominal(trigger) ? 2 : 1);
  return [...triggers].sort((a, b) => rank(a) - rank(b));
}

/** Whether a noun is what a number is given of: "the number of injured", "total deaths". */
export function isNumbered(parts: SentenceParts, trigger: Trigger): boolean {
  if (!isNominal(trigger)) return false;
  const before = [1, 2, 3].map((step) => parts.words.tokens[trigger.firstToken - step]?.norm ?? '');
  const [one = '', two = '', three = ''] = before;
  return (
    NUMBERING.has(one) ||
    (one === 'of' && NUMBERING.has(two)) ||
    (one === 'the' && two === 'of' && NUMBERING.has(three))
  );
}

// "Four of the wounded went home": the noun only says of whom the verb speaks.
function isIdleNoun(parts: SentenceParts, triggers: readonly Trigger[], trigger: Trigger): boolean {
  if (!isNominal(trigger)) return false;
  const clause = clauseAt(parts.clauses, trigger.firstToken);
  return triggers.some(
    (other) => !isNominal(other) && !other.common && clauseAt(parts.clauses, other.firstToken) === clause,
  );
}

// "Five bodies were recovered": the counted noun names an event beside the verb's.
function tollOf(parts: SentenceParts, trigger: Trigger): Figure | null {
  if (!isNominal(trigger) || !TOLL.has(trigger.event)) return null;
  return (
    parts.figures.find(
      ({ nounSpan }) =>
        nounSpan !== null && nounSpan.start <= trigger.span.start && trigger.span.end <= nounSpan.end,
    ) ?? null
  );
}

function isNominal(trigger: Trigger): boolean {
  return trigger.form.shape === 'noun' || trigger.form.shape === 'adjective';
}

const TOLL = new Set(['die', 'injure', 'kill', 'miss', 'drown']);
const NUMBERING = new Set(
  'number total toll count sum tally sayisi toplam عدد numero total nombre'.split(' '),
);

function figureOf(
  parts: SentenceParts,
  triggers: readonly Trigger[],
  trigger: Trigger,
  free: ReadonlySet<Figure>,
): Figure | null {
  const clause = clauseAt(parts.clauses, trigger.firstToken);
  if (clause === null) return null;
  const here = parts.figures.filter(
    (figure) => free.has(figure) && inClause(clause, figure) && figure.type !== 'duration',
  );
  const numbered = isNumbered(parts, trigger);
  const left = here.findLast(
    (figure) => figure.numberSpan.end <= trigger.span.start && (numbered || clear(triggers, figure, trigger)),
  );
  const right = here.find(
    (figure) => figure.numberSpan.start >= trigger.span.end && (numbered || clear(triggers, trigger, figure)),
  );
  const inside = here.find((figure) => holds(trigger, figure));
  const found = numbered
    ? (right ?? left)
    : looksLeft(trigger)
      ? (left ?? inside ?? right)
      : (inside ?? right ?? left);
  return found ?? headOfRelative(parts, clause, trigger);
}

function looksLeft(trigger: Trigger): boolean {
  if (isNominal(trigger)) return true;
  return trigger.form.passive || trigger.type.counts === 'agent';
}

function holds(trigger: Trigger, figure: Figure): boolean {
  return figure.numberSpan.start >= trigger.span.start && figure.numberSpan.end <= trigger.span.end;
}

function inClause(clause: Clause, figure: Figure): boolean {
  return figure.numberSpan.start >= clause.start && figure.numberSpan.start < clause.end;
}

// No other trigger of the same kind stands between the two.
function clear(triggers: readonly Trigger[], a: Figure | Trigger, b: Figure | Trigger): boolean {
  const start = endOf(a);
  const end = startOf(b);
  return !triggers.some(
    (other) =>
      other.span.start >= start &&
      other.span.end <= end &&
      other.form.shape !== 'noun' &&
      other !== a &&
      other !== b &&
      !other.common,
  );
}

function startOf(thing: Figure | Trigger): number {
  return 'numberSpan' in thing ? thing.numberSpan.start : thing.span.start;
}

function endOf(thing: Figure | Trigger): number {
  return 'numberSpan' in thing ? thing.numberSpan.end : thing.span.end;
}

// "All eighteen people who crossed ...": the figure stands before the relative clause.
function headOfRelative(parts: SentenceParts, clause: Clause, trigger: Trigger): Figure | null {
  const place = parts.clauses.indexOf(clause);
  const before = parts.clauses[place - 1];
  if (before === undefined || !looksLeft(trigger)) return null;
  const opener = parts.words.tokens[clause.firstToken]?.norm ?? '';
  const second = parts.words.tokens[clause.firstToken + 1]?.norm ?? '';
  if (!/^(?:who|whom|that|which|qui|que|quien|quienes)$/.test(opener === ',' ? second : opener)) return null;
  return parts.figures.findLast((figure) => inClause(before, figure)) ?? null;
}

function nearestTrigger(parts: SentenceParts, triggers: readonly Trigger[], figure: Figure): Trigger | null {
  const clause = parts.clauses.find((each) => inClause(each, figure));
  if (clause === undefined) return null;
  const here = triggers.filter(
    (trigger) => trigger.span.start >= clause.start && trigger.span.start < clause.end,
  );
  const rank = (trigger: Trigger) =>
    Math.abs(trigger.span.start - figure.numberSpan.start) + (trigger.common ? 10_000 : 0);
  let best: Trigger | null = null;
  for (const trigger of here) if (best === null || rank(trigger) < rank(best)) best = trigger;
  return best;
}
