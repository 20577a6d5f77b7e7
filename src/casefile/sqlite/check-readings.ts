import type { SQLInputValue } from 'node:sqlite';
import { type Damage, damageOf } from '../verification.ts';
import type { CaseDatabase } from './case-database.ts';
import { PASSAGES_OF_SOURCE } from './index-passages.ts';
import { ReadingSeal } from './reading-seal.ts';
import { whyUnreadable } from './why-unreadable.ts';

interface SealedSource {
  readonly key: number;
  readonly id: string;
  readonly file: string;
  readonly path: string;
  readonly head: string;
  readonly seal: string | null;
}

/** Compares what was read of each source with its seal. Of sources kept without one nothing can be said. */
export function checkReadings(database: CaseDatabase): {
  sealed: number;
  unsealed: number;
  damages: Damage[];
} {
  if (!hasSeals(database)) return { sealed: 0, unsealed: countSources(database), damages: [] };
  const damages: Damage[] = [];
  const result = { sealed: 0, unsealed: 0, damages };
  try {
    const sources = database.all<SealedSource>(
      'SELECT key, id, file, path, head, seal FROM source ORDER BY path',
    );
    for (const source of sources) {
      result[source.seal === null ? 'unsealed' : 'sealed'] += 1;
      const found = source.seal === null ? null : lookAt(database, source);
      if (found !== null) damages.push(damageOf('reading', found, aboutOf(source)));
    }
  } catch (error) {
    damages.push(damageOf('reading', `The list of sources cannot be read (${whyUnreadable(error)}).`));
  }
  return result;
}

/** A case of an older form has none before it is next opened. */
function hasSeals(database: CaseDatabase): boolean {
  return database.all<{ name: string }>('PRAGMA table_info(source)').some(({ name }) => name === 'seal');
}

function countSources(database: CaseDatabase): number {
  return database.get<{ n: number }>('SELECT count(*) AS n FROM source')?.n ?? 0;
}

function aboutOf({ id, file, path }: SealedSource): Partial<Damage> {
  return { source: id, file, path };
}

function lookAt(database: CaseDatabase, { key, head, seal }: SealedSource): string | null {
  try {
    return sealOf(database, key, head) === seal
      ? null
      : 'What was read of it (its text, passages or statements) is not as it was kept.';
  } catch (error) {
    return `What was read of it cannot be read back (${whyUnreadable(error)}).`;
  }
}

interface ChunkRow {
  readonly start: number;
  readonly text: SQLInputValue;
}

interface BlockRow {
  readonly kind: string;
  readonly items: SQLInputValue;
}

/** The seal that the rows of a source have now. */
export function sealOf(database: CaseDatabase, key: number, head: string): string {
  const seal = new ReadingSeal();
  const chunks = 'SELECT start, text FROM chunk WHERE source = ? ORDER BY start';
  for (const row of database.iterate<ChunkRow>(chunks, key)) seal.addChunk(row.start, row.text);
  const passages = `SELECT passage.id, section, kind, start, "end", body_start, body_end, line, rest FROM ${PASSAGES_OF_SOURCE} ORDER BY passage.key`;
  for (const row of database.iterate<Record<string, SQLInputValue>>(passages, key))
    seal.addPassage(...Object.values(row));
  const blocks = 'SELECT kind, items FROM block WHERE source = ? ORDER BY key';
  for (const row of database.iterate<BlockRow>(blocks, key)) seal.addBlock(row.kind, row.items);
  return seal.close(head);
}
