import { isolationHere } from '../intake/sandbox/isolation.ts';
import { paint, say, sayJson } from './terminal.ts';
import { type CommonFlags, settingsFor } from './with-case.ts';

/** `hearsay config`: every setting, its value and where it came from; and what holds a document's process in here. */
export async function config(flags: CommonFlags): Promise<void> {
  const { settings, file } = settingsFor({ ...flags });
  const { name: isolation, says } = isolationHere();
  if (flags.json) {
    sayJson({ file, settings, isolation });
    return;
  }
  for (const { name, value, origin, about } of settings)
    say(`${paint('bold', name)} = ${value}  ${paint('dim', `(${origin}) ${about}`)}`);
  say(`${paint('bold', 'isolation')} = ${isolation}  ${paint('dim', `(found here) ${says}`)}`);
  say(paint('dim', `Configuration file: ${file}`));
}
