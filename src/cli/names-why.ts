import { compareNames } from '../identity/compare-names.ts';
import { type PointedName, pointTo, standingOn } from '../judge-names.ts';
import type { Finding } from '../statement/finding.ts';
import { judgementsOf, type StandingJudgement } from '../statement/judgement.ts';
import { paint, plain, say, sayJson } from './terminal.ts';
import { type CommonFlags, withCase } from './with-case.ts';

/** `hearsay names why A B`: whether two names are held to be one, and what speaks for it and against it. */
export function namesWhy(one: string, other: string, flags: CommonFlags): Promise<void> {
  return withCase(flags, async (casefile) => {
    const { identities, findings } = await casefile.account();
    const [a, b] = [pointTo(identities, one), pointTo(identities, other)];
    const judgement = standingOn(judgementsOf(await casefile.decisions()), a, b);
    const answer = {
      a: a.name,
      b: b.name,
      one: a.identity.id === b.identity.id,
      judgement,
      rules: a.identity.id === b.identity.id ? a.identity.reasons : [],
      findings: findingsOnBoth(findings, a, b),
      names: compare(a, b),
    };
    if (flags.json) sayJson(answer);
    else sayWhy(answer);
  });
}

interface Answer {
  readonly a: string;
  readonly b: string;
  readonly one: boolean;
  readonly judgement: StandingJudgement | null;
  readonly rules: readonly string[];
  readonly findings: readonly { readonly kind: string; readonly why: string }[];
  readonly names: ReturnType<typeof compareNames> | null;
}

/** Findings about names that tell of both. */
function findingsOnBoth(findings: readonly Finding[], a: PointedName, b: PointedName) {
  return findings
    .filter(({ kind }) => kind === 'alias' || kind === 'name-clash')
    .filter(({ why }) => [a, b].every(({ name }) => why.includes(`“${name}”`)))
    .map(({ id, kind, why }) => ({ id, kind, why }));
}

/** The names alone, compared; null where their kinds cannot be one. */
function compare(a: PointedName, b: PointedName) {
  const kinds = [a.identity.kind, b.identity.kind];
  if (kinds.every((kind) => kind === 'person' || kind === 'role'))
    return compareNames(a.name, b.name, 'person');
  const bodies = ['organization', 'group', 'place'];
  return kinds.every((kind) => bodies.includes(kind)) ? compareNames(a.name, b.name, 'organization') : null;
}

const JUDGED = {
  positive: 'are one',
  negative: 'are two',
  unsure: 'are left open',
} as const;

function sayWhy({ a, b, one, judgement, rules, findings, names }: Answer): void {
  say(
    paint('bold', `“${plain(a)}” and “${plain(b)}” ${one ? 'are held to be one.' : 'are held to be two.'}`),
  );
  if (judgement !== null)
    say(
      `  ${plain(judgement.who)} judged on ${judgement.at.slice(0, 10)} that they ${JUDGED[judgement.says]}.`,
    );
  for (const rule of rules) say(`  ${plain(rule)}`);
  for (const { kind, why } of findings) say(`  ${kind.replace('-', ' ')}: ${plain(why)}`);
  if (names === null) return;
  say(paint('dim', `  By the names alone: ${Math.round(names.probability * 100)} %`));
  for (const reason of names.reasons) say(paint('dim', `    ${plain(reason)}`));
}
