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

/** Targets whose last acceptance or dismissal that was not undone is a dismissal. An undo takes back the last that still holds. */
export function dismissedOf(log: readonly Decision[]): Set<string> {
  const holding = new Map<string, Decision['verb'][]>();
  for (const { target, verb } of log) {
    const made = holding.get(target) ?? [];
    if (verb === 'undo') made.pop();
    else made.push(verb);
    holding.set(target, made);
  }
  const isDismissed = (made: readonly Decision['verb'][]) =>
    made.findLast((verb) => verb !== 'note') === 'dismiss';
  return new Set([...holding].flatMap(([target, made]) => (isDismissed(made) ? target : [])));
}
