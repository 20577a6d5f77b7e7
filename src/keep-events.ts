import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Casefile, ReadAgain } from './casefile/port.ts';
import { HearsayError } from './errors.ts';
import { tokenize } from './language/tokenize.ts';
import { readParts } from './read-one.ts';
import { type CaseEvents, parseCaseEvents } from './reading/events/case-events.ts';
import { bookWith, ownLexicon } from './reading/events/event-book.ts';
import type { CaseEventsFile } from './statement/case-events.ts';
import type { Intake } from './statement/reading.ts';

/** A file of events from disk, checked. `events/unreadable-file` and `events/invalid` say what is wrong with it. */
export async function openEventsFile(path: string): Promise<CaseEventsFile> {
  const bytes = await readFile(path).catch((cause: Error) => {
    throw new HearsayError(
      'events/unreadable-file',
      `${path} could not be opened (${cause.message}). Nothing was read. Check the path and that you may read it.`,
      { cause },
    );
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kept = { file: basename(path), sha256, text: bytes.toString('utf8') };
  parseCaseEvents(kept);
  return kept;
}

/** The events that a case adds to the core; none where it keeps no file of them. */
export async function eventsOfCase(casefile: Casefile): Promise<CaseEvents> {
  const kept = await casefile.events();
  return kept === null ? {} : parseCaseEvents(kept);
}

/**
 * Keeps a file of events with the case. Where it says other than the one before, the sources
 * whose words or statements it touches are read again; gives how many.
 */
export async function keepEvents(casefile: Casefile, file: CaseEventsFile): Promise<number> {
  const kept = await casefile.events();
  if (kept?.sha256 === file.sha256 && kept.file === file.file) return 0;
  const [before, after] = [await eventsOfCase(casefile), parseCaseEvents(file)];
  const [lost, gained] = [changedIn(before, after), changedIn(after, before)];
  const book = bookWith(after);
  const readAgain: ReadAgain = (intake, events) => {
    const touched =
      Object.keys({ ...lost, ...gained }).some((event) => events.has(event)) ||
      names(intake, lost) ||
      names(intake, gained);
    return touched ? readParts(intake, book) : null;
  };
  return casefile.replaceEvents(file, readAgain);
}

function changedIn(one: CaseEvents, other: CaseEvents): CaseEvents {
  return Object.fromEntries(
    Object.entries(one).filter(([event, said]) => !isDeepStrictEqual(said, other[event])),
  );
}

/** Whether a source holds a word with which a trigger of these events begins, in any of their languages. */
function names({ source, passages }: Intake, events: CaseEvents): boolean {
  const languages = new Set(Object.values(events).flatMap(({ triggers }) => Object.keys(triggers ?? {})));
  const lexicons = [...languages].map((language) => ownLexicon(events, language));
  if (lexicons.length === 0) return false;
  for (const { span } of passages)
    for (const { norm } of tokenize(source.text.slice(span.start, span.end), span.start))
      if (lexicons.some((lexicon) => lexicon(norm).length > 0)) return true;
  return false;
}
