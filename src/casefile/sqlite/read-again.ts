import { HearsayError } from '../../errors.ts';
import type { CaseEventsFile } from '../../statement/case-events.ts';
import type { Passage, Section } from '../../statement/source.ts';
import type { ReadAgain } from '../port.ts';
import type { CaseDatabase } from './case-database.ts';
import { sealOf } from './check-readings.ts';
import { dropItems, keepPart } from './keep-document.ts';
import { itemsOf, passagesOf, sourceWithId } from './read-sources.ts';
import { ReadingSeal } from './reading-seal.ts';

/** Passages that are held at once. */
const STEP = 20_000;

/** The file of the case's own events, or null where it has none. */
export function keptEvents(database: CaseDatabase): CaseEventsFile | null {
  return database.get<CaseEventsFile & object>('SELECT file, sha256, text FROM events') ?? null;
}

/**
 * Keeps the file of the case's own events and what `readAgain` gives for the sources that it
 * touches, within the transaction of the caller. Gives how many sources were read again.
 */
export function replaceEvents(
  database: CaseDatabase,
  { file, sha256, text }: CaseEventsFile,
  readAgain: ReadAgain,
): number {
  database.run(
    'INSERT INTO events (one, file, sha256, text) VALUES (1, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET file = excluded.file, sha256 = excluded.sha256, text = excluded.text',
    ...[file, sha256, text],
  );
  // What is superseded may come back: it is read again too.
  const rows = database.all<{ key: number; id: string }>('SELECT key, id FROM source ORDER BY key');
  return rows.filter(({ key, id }) => replaceReading(database, key, id, readAgain)).length;
}

function replaceReading(database: CaseDatabase, key: number, id: string, readAgain: ReadAgain): boolean {
  const intake = {
    source: sourceWithId(database, id),
    sections: itemsOf<Section>(database, 'section', id),
    passages: { [Symbol.iterator]: () => passagesInSteps(database, id) },
  };
  const parts = readAgain(intake, eventsOf(database, key));
  if (parts === null) return false;
  const { head, seal } = database.get<Sealed>('SELECT head, seal FROM source WHERE key = ?', key) ?? NONE;
  // A new seal must not hide what the disk has changed under the old one.
  if (seal !== null && sealOf(database, key, head) !== seal) throw damaged(database.path, id);
  dropItems(database, key);
  for (const { reading } of parts) keepPart(database, { key, seal: new ReadingSeal() }, reading);
  if (seal !== null)
    database.run('UPDATE source SET seal = ? WHERE key = ?', sealOf(database, key, head), key);
  return true;
}

interface Sealed {
  readonly head: string;
  readonly seal: string | null;
}

const NONE: Sealed = { head: '', seal: null };

function damaged(path: string, source: string): HearsayError {
  return new HearsayError(
    'casefile/damaged',
    `What the case ${path} holds of ${source} is not as it was kept; nothing was changed. hearsay verify lists what is damaged and says what to do.`,
  );
}

function* passagesInSteps(database: CaseDatabase, id: string): Generator<Passage> {
  for (let from = 0; ; from += STEP) {
    const step = passagesOf(database, id, from, from + STEP);
    yield* step;
    if (step.length < STEP) return;
  }
}

function eventsOf(database: CaseDatabase, source: number): ReadonlySet<string> {
  const rows = database.all<{ event: string }>(
    'SELECT DISTINCT event FROM statement_by_event JOIN block ON block.key = statement_by_event.block WHERE block.source = ?',
    source,
  );
  return new Set(rows.map(({ event }) => event));
}
