import type { Casefile } from '../casefile/port.ts';
import { judgeNames, type PointedName, partName, pointTo, undoJudgement } from '../judge-names.ts';
import { plain, say, sayJson } from './terminal.ts';
import { type CommonFlags, settingsFor, withWritableCase } from './with-case.ts';

/** `hearsay names join A B`: an analyst's word that two names are one. Kept in the decision log. */
export function namesJoin(a: string, b: string, flags: CommonFlags): Promise<void> {
  return judging(flags, async (casefile) => {
    const pair = await bothOf(casefile, a, b);
    await judgeNames(casefile, ...pair, 'positive', madeNow());
    return `“${pair[0].name}” and “${pair[1].name}” are one from now on.`;
  });
}

/** `hearsay names part A [B]`: that two names are not one; with one name, that it is none of those it was joined with. */
export function namesPart(a: string, b: string | undefined, flags: CommonFlags): Promise<void> {
  return judging(flags, async (casefile) => {
    if (b === undefined) {
      const { identities } = await casefile.account();
      const name = pointTo(identities, a);
      const others = await partName(casefile, name, madeNow());
      return `“${name.name}” is none of these from now on: ${others.map((other) => `“${other}”`).join(', ')}.`;
    }
    const pair = await bothOf(casefile, a, b);
    await judgeNames(casefile, ...pair, 'negative', madeNow());
    return `“${pair[0].name}” and “${pair[1].name}” are two from now on.`;
  });
}

/** `hearsay names undo [A B]`: takes back the last judgement, or the one on two names. */
export function namesUndo(a: string | undefined, b: string | undefined, flags: CommonFlags): Promise<void> {
  return judging(flags, async (casefile) => {
    const pair = a === undefined || b === undefined ? null : await bothOf(casefile, a, b);
    const about = await undoJudgement(casefile, pair, madeNow());
    return `What was judged of ${about.join(', ')} is taken back.`;
  });
}

async function bothOf(casefile: Casefile, a: string, b: string): Promise<[PointedName, PointedName]> {
  const { identities } = await casefile.account();
  return [pointTo(identities, a), pointTo(identities, b)];
}

function judging(flags: CommonFlags, judge: (casefile: Casefile) => Promise<string>): Promise<void> {
  return withWritableCase(
    flags,
    async (casefile) => {
      const done = await judge(casefile);
      if (flags.json) sayJson({ done });
      else say(plain(done));
    },
    { create: false },
  );
}

function madeNow() {
  return { who: settingsFor({}).config.user, at: new Date().toISOString() };
}
