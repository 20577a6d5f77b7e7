/** What an analyst decided. The log only grows; the last decision on a target holds. */
export interface Decision {
  /** Place in the log, from 1. */
  readonly seq: number;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly who: string;
  readonly verb: 'accept' | 'dismiss' | 'note' | 'undo';
  /** Id of a finding or statement. */
  readonly target: string;
  /** A dismissal's reason, a note's text; else null. */
  readonly text: string | null;
}

/** What holds of each target, oldest first. An undo takes back the last that still holds. */
export function holdingOf(log: readonly Decision[]): Map<string, Decision[]> {
  const holding = new Map<string, Decision[]>();
  for (const decision of log) {
    const made = holding.get(decision.target) ?? [];
    if (decision.verb === 'undo') made.pop();
    else made.push(decision);
    holding.set(decision.target, made);
  }
  return holding;
}

/** Targets whose last acceptance or dismissal that was not undone is a dismissal. */
export function dismissedOf(log: readonly Decision[]): Set<string> {
  const isDismissed = (made: readonly Decision[]) =>
    made.findLast(({ verb }) => verb !== 'note')?.verb === 'dismiss';
  return new Set([...holdingOf(log)].flatMap(([target, made]) => (isDismissed(made) ? target : [])));
}
