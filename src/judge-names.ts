import type { Casefile } from './casefile/port.ts';
import { HearsayError } from './errors.ts';
import { checkAgain } from './journey.ts';
import {
  decisionOf,
  type Judgement,
  judgementsOf,
  judgementTarget,
  type StandingJudgement,
} from './statement/judgement.ts';
import { nameKey } from './statement/name-key.ts';
import type { Identity } from './statement/statement.ts';

/** A name of a case as an analyst points to it. */
export interface PointedName {
  /** The name as the case has it. */
  readonly name: string;
  /** The ids that the name has when it stands alone, one a source where it holds in its source only. Never empty. */
  readonly ids: readonly string[];
  /** The identity that it is in. */
  readonly identity: Identity;
}

/** Who judges, and when: an ISO 8601 instant. */
export interface JudgedBy {
  readonly who: string;
  readonly at: string;
}

/** The name that words point to: an identity's id, or a name or spelling of just one. Fault `cli/usage` where none or several are meant. */
export function pointTo(identities: readonly Identity[], words: string): PointedName {
  const key = nameKey(words);
  const byId = identities.filter(({ id, joined }) => id === words || joined?.some((one) => one.id === words));
  const byName = identities.filter(({ name }) => nameKey(name) === key);
  const bySpelling = identities.filter(({ spellings }) => spellings.some((one) => nameKey(one) === key));
  const meant = [byId, byName, bySpelling].find((found) => found.length > 0) ?? [];
  const [identity, ...others] = meant;
  if (identity === undefined)
    throw new HearsayError(
      'cli/usage',
      `Nobody and nothing in the case is called “${words}”. \`hearsay names\` lists every name with its spellings.`,
    );
  if (others.length > 0)
    throw new HearsayError(
      'cli/usage',
      `“${words}” may be ${meant.length} of the case: ${meant
        .slice(0, 8)
        .map(({ id, name, kind }) => `${name} (${kind}, ${id})`)
        .join(', ')}. Give the id in place of the name.`,
    );
  const parts = (identity.joined ?? []).filter((one) => one.id === words || nameKey(one.name) === key);
  const ids = parts.length > 0 ? parts.map(({ id }) => id) : [identity.id];
  return { name: parts[0]?.name ?? identity.name, ids, identity };
}

/** Keeps a judgement in the decision log and works the case out again with it. */
export async function judgeNames(
  casefile: Casefile,
  a: PointedName,
  b: PointedName,
  says: Judgement['says'],
  by: JudgedBy,
): Promise<void> {
  if (a.ids.some((id) => b.ids.includes(id)))
    throw new HearsayError(
      'cli/usage',
      `“${a.name}” and “${b.name}” are one spelling to Hearsay, so there is nothing to judge. Name two.`,
    );
  await keep(casefile, a, b, says, by);
  await checkAgain(casefile);
}

/** One decision a pair of ids; those of one deed have the same instant. */
async function keep(
  casefile: Casefile,
  a: Pick<PointedName, 'name' | 'ids'>,
  b: Pick<PointedName, 'name' | 'ids'>,
  says: Judgement['says'],
  by: JudgedBy,
): Promise<void> {
  const text = `“${a.name}” and “${b.name}”`;
  for (const one of a.ids)
    for (const other of b.ids) await casefile.decide(decisionOf({ a: one, b: other, says }, { ...by, text }));
}

/** Takes a name out of its identity: it is judged to be none of the others that it was joined with. */
export async function partName(
  casefile: Casefile,
  name: PointedName,
  by: JudgedBy,
): Promise<readonly string[]> {
  const others = (name.identity.joined ?? []).filter(({ id }) => !name.ids.includes(id));
  if (others.length === 0)
    throw new HearsayError(
      'cli/usage',
      `“${name.name}” was not joined with any other name, so there is nothing to part.`,
    );
  for (const other of others)
    await keep(casefile, name, { name: other.name, ids: [other.id] }, 'negative', by);
  await checkAgain(casefile);
  return [...new Set(others.map((other) => other.name))];
}

/** Takes back the judgement on two names, or without them the last deed that stands; gives what it was about. */
export async function undoJudgement(
  casefile: Casefile,
  pair: readonly [PointedName, PointedName] | null,
  by: JudgedBy,
): Promise<readonly string[]> {
  const standing = judgementsOf(await casefile.decisions());
  const last = standing.at(-1);
  const targets = pair === null ? null : targetsOf(...pair);
  const undone = standing.filter(({ a, b, at }) =>
    targets === null ? at === last?.at : targets.has(judgementTarget(a, b)),
  );
  if (undone.length === 0)
    throw new HearsayError(
      'cli/usage',
      pair === null
        ? 'No judgement on names stands, so there is nothing to undo.'
        : `No judgement on “${pair[0].name}” and “${pair[1].name}” stands, so there is nothing to undo.`,
    );
  for (const { a, b } of undone)
    await casefile.decide({ ...by, verb: 'undo', target: judgementTarget(a, b), text: null });
  await checkAgain(casefile);
  return [...new Set(undone.flatMap(({ text }) => text ?? []))];
}

/** The judgement that stands on two names, or null. */
export function standingOn(
  judgements: readonly StandingJudgement[],
  a: PointedName,
  b: PointedName,
): StandingJudgement | null {
  const targets = targetsOf(a, b);
  return judgements.findLast((made) => targets.has(judgementTarget(made.a, made.b))) ?? null;
}

function targetsOf(a: PointedName, b: PointedName): Set<string> {
  return new Set(a.ids.flatMap((one) => b.ids.map((other) => judgementTarget(one, other))));
}
