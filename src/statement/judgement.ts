import type { Decision } from './decision.ts';

/**
 * What an analyst holds of two names. It lies in the decision log as a decision on the claim
 * that the two are one: accepted is `positive`, dismissed `negative`, a note `unsure`.
 */
export interface Judgement {
  /** Ids that the two identities have, or had before they were joined. */
  readonly a: string;
  readonly b: string;
  readonly says: 'positive' | 'negative' | 'unsure';
}

/** A judgement that still stands, with who made it and when. */
export interface StandingJudgement extends Judgement {
  readonly who: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** The two names as they were when it was made, fit to be printed. */
  readonly text: string | null;
}

const SIGN = 'one:';
const VERBS = { positive: 'accept', negative: 'dismiss', unsure: 'note' } as const;

/** The decision's target: `one:` and both ids, the lesser first, so that either order is the same. */
export function judgementTarget(a: string, b: string): string {
  return `${SIGN}${[a, b].sort().join('+')}`;
}

/** A judgement as the decision log keeps it. `text` names both in words. */
export function decisionOf(
  { a, b, says }: Judgement,
  made: { readonly who: string; readonly at: string; readonly text: string },
): Omit<Decision, 'seq'> {
  return { ...made, verb: VERBS[says], target: judgementTarget(a, b) };
}

/** The judgements of a log that stand: the last on each pair that was not undone, oldest first. */
export function judgementsOf(log: readonly Decision[]): StandingJudgement[] {
  const standing = new Map<string, Decision[]>();
  for (const decision of log) {
    if (!decision.target.startsWith(SIGN)) continue;
    const made = standing.get(decision.target) ?? [];
    if (decision.verb === 'undo') made.pop();
    else made.push(decision);
    standing.set(decision.target, made);
  }
  return [...standing.values()]
    .flatMap((made) => made.at(-1) ?? [])
    .sort((one, other) => one.seq - other.seq)
    .map(judgementIn);
}

function judgementIn({ target, verb, who, at, text }: Decision): StandingJudgement {
  const [a = '', b = ''] = target.slice(SIGN.length).split('+');
  const says = verb === 'accept' ? 'positive' : verb === 'dismiss' ? 'negative' : 'unsure';
  return { a, b, says, who, at, text };
}
