import { readFile } from 'node:fs/promises';
import { HearsayError } from '../errors.ts';
import { checkAgain } from '../journey.ts';
import { readResolver, writeResolver } from '../publish/resolver-lines.ts';
import { decisionOf, judgementsOf, judgementTarget } from '../statement/judgement.ts';
import { say, sayJson } from './terminal.ts';
import { type CommonFlags, settingsFor, withCase, withWritableCase } from './with-case.ts';

/** `hearsay names dump`: the judgements that stand, for `nk load-resolver` or another case. */
export function namesDump(flags: CommonFlags): Promise<void> {
  return withCase(flags, async (casefile) => {
    for (const line of writeResolver(judgementsOf(await casefile.decisions()))) process.stdout.write(line);
  });
}

/** `hearsay names load FILE`: takes over judgements; those that stand already are passed over. */
export function namesLoad(file: string, flags: CommonFlags): Promise<void> {
  return withWritableCase(
    flags,
    async (casefile) => {
      const loaded = readResolver(await read(file));
      const key = (made: { a: string; b: string; says: string }) =>
        `${judgementTarget(made.a, made.b)} ${made.says}`;
      const standing = new Set(judgementsOf(await casefile.decisions()).map(key));
      const taken = loaded.filter((one) => !standing.has(key(one)));
      const by = { who: settingsFor({}).config.user, at: new Date().toISOString() };
      for (const one of taken)
        await casefile.decide(
          decisionOf(one, { ...by, text: `as ${one.who ?? 'somebody'} judged in ${file}` }),
        );
      if (taken.length > 0) await checkAgain(casefile);
      if (flags.json) sayJson({ taken: taken.length });
      else if (taken.length === 0) say('No judgement was new, so nothing was changed.');
      else say(`${taken.length} ${taken.length === 1 ? 'judgement was' : 'judgements were'} taken over.`);
    },
    { create: false },
  );
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new HearsayError('intake/no-such-path', `${file} could not be opened. Check the path.`, { cause });
  }
}
