import { paint, say, sayJson } from './terminal.ts';
import { type CommonFlags, settingsFor } from './with-case.ts';

/** `hearsay config`: every setting, its value and where it came from. */
export async function config(flags: CommonFlags): Promise<void> {
  const { settings, file } = settingsFor({ ...flags });
  if (flags.json) {
    sayJson({ file, settings });
    return;
  }
  for (const { name, value, origin, about } of settings)
    say(`${paint('bold', name)} = ${value}  ${paint('dim', `(${origin}) ${about}`)}`);
  say(paint('dim', `Configuration file: ${file}`));
}
