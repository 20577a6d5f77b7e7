import { stringify } from 'yaml';
import { HearsayError } from '../errors.ts';
import { parseCaseEvents } from '../reading/events/case-events.ts';
import { coreEvents } from '../reading/events/core-events.ts';
import { plain, say, sayJson } from './terminal.ts';
import { type CommonFlags, withCase } from './with-case.ts';

interface EventsFlags extends CommonFlags {
  readonly own?: boolean;
}

/** `hearsay events [TYPE...]`: the core, or what the case adds, in the form that `read --events` takes. */
export async function events(types: readonly string[], flags: EventsFlags): Promise<void> {
  if (flags.own === true) return sayOwn(flags);
  const core = coreEvents();
  const unknown = types.find((type) => !Object.hasOwn(core, type));
  if (unknown !== undefined)
    throw new HearsayError(
      'cli/usage',
      `The core has no event ${unknown}. hearsay events lists all of them.`,
    );
  const asked = types.length === 0 ? core : Object.fromEntries(types.map((type) => [type, core[type]]));
  if (flags.json) sayJson({ events: asked });
  else say(stringify({ events: asked }, { flowCollectionPadding: false }).trimEnd());
}

function sayOwn(flags: EventsFlags): Promise<void> {
  return withCase(flags, async (casefile) => {
    const kept = await casefile.events();
    if (flags.json) sayJson(kept);
    else if (kept === null) say('The case adds no events to the core.');
    else {
      say(`# ${plain(kept.file)}, SHA-256 ${kept.sha256}`);
      say(stringify({ events: parseCaseEvents(kept) }).trimEnd());
    }
  });
}
