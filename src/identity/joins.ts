import type { Bearer } from './bearer.ts';

/** Bearers joined into clusters, with the reasons; pairs that are barred are never brought together. */
export interface Joins {
  /** Joins two bearers and everything joined to them; false where something speaks against it. */
  join(a: Bearer, b: Bearer, reason: string): boolean;
  /** Joins whatever the kinds of the two; only a bar is stronger. */
  joinJudged(a: Bearer, b: Bearer, reason: string): boolean;
  /** Bars two bearers, and whatever they are joined to, from being one. */
  bar(a: Bearer, b: Bearer): void;
  barred(a: Bearer, b: Bearer): boolean;
  /** The same object for all bearers of one cluster. */
  rootOf(bearer: Bearer): Bearer;
  membersOf(bearer: Bearer): readonly Bearer[];
  clusters(): Iterable<{ readonly members: readonly Bearer[]; readonly reasons: readonly string[] }>;
}

/** Every bearer starts as a cluster of its own. */
export function startJoins(bearers: readonly Bearer[]): Joins {
  const parent = new Map<Bearer, Bearer>(bearers.map((bearer) => [bearer, bearer]));
  const members = new Map<Bearer, Bearer[]>(bearers.map((bearer) => [bearer, [bearer]]));
  const reasons = new Map<Bearer, string[]>();
  const bars = new Map<Bearer, Set<Bearer>>();

  const rootOf = (bearer: Bearer): Bearer => {
    let root = bearer;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(bearer, root);
    return root;
  };
  const barred = (a: Bearer, b: Bearer) => bars.get(rootOf(a))?.has(rootOf(b)) ?? false;
  const bar = (a: Bearer, b: Bearer) => {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one === other) return;
    bars.set(one, (bars.get(one) ?? new Set()).add(other));
    bars.set(other, (bars.get(other) ?? new Set()).add(one));
  };
  const join = (a: Bearer, b: Bearer, reason: string) => {
    const [one, other] = [rootOf(a), rootOf(b)];
    const clash = one !== other && kindsClash(members.get(one) ?? [], members.get(other) ?? []);
    return !clash && joinJudged(one, other, reason);
  };
  const joinJudged = (a: Bearer, b: Bearer, reason: string) => {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one === other) return true;
    if (barred(one, other)) return false;
    const [kept, gone] = one.address < other.address ? [one, other] : [other, one];
    parent.set(gone, kept);
    members.set(kept, [...(members.get(kept) ?? []), ...(members.get(gone) ?? [])]);
    members.delete(gone);
    reasons.set(kept, [...(reasons.get(kept) ?? []), ...(reasons.get(gone) ?? []), reason]);
    for (const rival of bars.get(gone) ?? []) bar(kept, rival);
    return true;
  };
  return {
    join,
    joinJudged,
    bar,
    barred,
    rootOf,
    membersOf: (bearer) => members.get(rootOf(bearer)) ?? [bearer],
    clusters: () =>
      [...members].map(([root, joined]) => ({ members: joined, reasons: reasons.get(root) ?? [] })),
  };
}

/** A person, a place and a body are never one; a role goes with a person. */
function kindsClash(a: readonly Bearer[], b: readonly Bearer[]): boolean {
  const one = a.find(({ kind }) => kind !== 'role')?.kind;
  const other = b.find(({ kind }) => kind !== 'role')?.kind;
  if (one === undefined || other === undefined || one === other) return false;
  const bodies = ['organization', 'group'];
  return !(bodies.includes(one) && bodies.includes(other));
}
