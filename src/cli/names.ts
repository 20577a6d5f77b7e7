import { paint, plain, say, sayJson } from './terminal.ts';
import { type CommonFlags, withCase } from './with-case.ts';

/** `hearsay names`: every identity with its spellings. */
export function names(flags: CommonFlags & { kind?: string }): Promise<void> {
  return withCase(flags, async (casefile) => {
    const { identities } = await casefile.account();
    const chosen = identities.filter((identity) => !flags.kind || identity.kind === flags.kind);
    if (flags.json) {
      sayJson(chosen);
      return;
    }
    for (const { name, kind, spellings, mentions } of chosen) {
      const others = spellings.filter((spelling) => spelling !== name).map(plain);
      say(
        `${paint('bold', plain(name))}  ${paint('dim', `${kind}, ${mentions.length} ${mentions.length === 1 ? 'mention' : 'mentions'}`)}${others.length > 0 ? `  also: ${others.join(', ')}` : ''}`,
      );
    }
    if (chosen.length === 0) say('No names were found.');
  });
}
