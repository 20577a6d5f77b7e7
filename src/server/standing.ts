import type { Decision } from '../statement/decision.ts';
import type { DecisionView } from './api/decisions.ts';
import type { StandingView } from './api/quote.ts';

/** Where things stand that nobody has decided on. */
export const UNDECIDED: StandingView = { state: 'new', who: null, at: null, reason: null, notes: [] };

/** The decisions on one target with those marked that a later undo took back. An undo takes back the last that still holds. */
export function markUndone(decisions: readonly Decision[]): DecisionView[] {
  const views = decisions.map(({ seq, at, who, verb, text }) => ({
    seq,
    at,
    who,
    verb,
    text,
    undone: false,
  }));
  const holding: DecisionView[] = [];
  for (const view of views) {
    if (view.verb !== 'undo') holding.push(view);
    else {
      const last = holding.pop();
      if (last) last.undone = true;
    }
  }
  return views;
}

/** Where a target stands: its last acceptance or dismissal that was not undone, and the notes on it. */
export function standingAfter(decisions: readonly DecisionView[]): StandingView {
  const holding = decisions.filter((decision) => !decision.undone && decision.verb !== 'undo');
  const notes = holding
    .filter((decision) => decision.verb === 'note')
    .map(({ who, at, text }) => ({ who, at, text: text ?? '' }));
  const last = holding.findLast((decision) => decision.verb !== 'note');
  if (!last) return { ...UNDECIDED, notes };
  const { who, at, text } = last;
  return last.verb === 'accept'
    ? { state: 'accepted', who, at, reason: null, notes }
    : { state: 'dismissed', who, at, reason: text, notes };
}

/** Where every target of the log stands. */
export function standingsOf(log: readonly Decision[]): Map<string, StandingView> {
  const byTarget = Map.groupBy(log, (decision) => decision.target);
  return new Map([...byTarget].map(([target, decisions]) => [target, standingAfter(markUndone(decisions))]));
}
