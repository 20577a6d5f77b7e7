import { HearsayError } from '../../errors.ts';
import type { SourceHead } from '../../statement/pile.ts';
import type { Passage, Source } from '../../statement/source.ts';
import { unpackBlock } from './blocks.ts';
import type { CaseDatabase } from './case-database.ts';
import { hashOfId } from './id-hash.ts';
import type { BlockKind } from './keep-document.ts';
import { type PassageRow, unpackPassage } from './pack-passage.ts';
import { wholeText } from './text-chunks.ts';

/** A row of the table `source`, as far as it is read. */
export interface SourceRow {
  readonly key: number;
  readonly path: string;
  readonly file: string;
  readonly language: string | null;
  readonly first_passage: number;
  readonly passages: number;
  readonly head: string;
}

const SOURCE = 'SELECT key, path, file, language, first_passage, passages, head FROM source';
const PASSAGE =
  'SELECT passage.key, passage.id, source.id AS source, section, kind, start, "end", body_start, body_end, line, rest, first_passage FROM passage JOIN source ON source.key = passage.source';

type PassageOfSource = PassageRow & { readonly first_passage: number };

export function headOf(row: SourceRow): SourceHead {
  return { ...(JSON.parse(row.head) as SourceHead), path: row.path, file: row.file };
}

export function currentSources(database: CaseDatabase): SourceHead[] {
  return database.all<SourceRow>(`${SOURCE} WHERE current = 1 ORDER BY path`).map(headOf);
}

export function sourceWithId(database: CaseDatabase, id: string): Source {
  const row = sourceRow(database, id) ?? fail('source', id);
  return { ...headOf(row), text: wholeText(database, row.key) };
}

export function sourceRow(database: CaseDatabase, id: string): SourceRow | undefined {
  return database.get<SourceRow>(`${SOURCE} WHERE id = ?`, id);
}

export function sourceIsCurrent(database: CaseDatabase, id: string): boolean {
  return database.get('SELECT 1 FROM source WHERE id = ? AND current = 1', id) !== undefined;
}

/** Passages of a source from place `from` to `to`, exclusive; none where there is no such source. */
export function passagesOf(database: CaseDatabase, id: string, from: number, to: number): Passage[] {
  const source = sourceRow(database, id);
  if (source === undefined) return [];
  const first = source.first_passage;
  const rows = database.all<PassageOfSource>(
    `${PASSAGE} WHERE passage.key >= ? AND passage.key < ? ORDER BY passage.key`,
    first + Math.max(0, from),
    first + Math.min(source.passages, to),
  );
  return rows.map((row) => unpackPassage(row, first));
}

export function passageWithId(database: CaseDatabase, id: string): Passage {
  const row = database.get<PassageOfSource>(
    `${PASSAGE} JOIN passage_by_id ON passage_by_id.passage = passage.key WHERE hash = ? AND passage.id = ?`,
    hashOfId(id),
    id,
  );
  return row === undefined ? fail('passage', id) : unpackPassage(row, row.first_passage);
}

/** The passages with these keys, in the order of the keys given. */
export function passagesWithKeys(
  database: CaseDatabase,
  keys: readonly number[],
): { passage: Passage; source: string }[] {
  const read = database.prepared(`${PASSAGE} WHERE passage.key = ?`);
  return keys.flatMap((key) => {
    const row = read.get(key) as PassageOfSource | undefined;
    return row === undefined ? [] : [{ passage: unpackPassage(row, row.first_passage), source: row.source }];
  });
}

/** What was read of a source, or of all current sources in the order of their paths. */
export function itemsOf<Item>(database: CaseDatabase, kind: BlockKind, source?: string): Item[] {
  const rows =
    source === undefined
      ? database.all<{ items: Uint8Array }>(
          'SELECT items FROM source JOIN block ON block.source = source.key WHERE kind = ? AND current = 1 ORDER BY path, block.key',
          kind,
        )
      : database.all<{ items: Uint8Array }>(
          'SELECT items FROM source JOIN block ON block.source = source.key WHERE kind = ? AND source.id = ? ORDER BY block.key',
          kind,
          source,
        );
  return rows.flatMap((row) => unpackBlock<Item>(row.items));
}

export function fail(what: 'source' | 'passage' | 'original', id: string): never {
  throw new HearsayError(
    'casefile/no-such-item',
    `The case holds no ${what} ${id}. It may belong to another case, or have been read again since; look it up anew.`,
  );
}
