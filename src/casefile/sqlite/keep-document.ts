import type { Reading } from '../../statement/reading.ts';
import type { Passage, Source } from '../../statement/source.ts';
import type { Statement } from '../../statement/statement.ts';
import type { ReadDocument } from '../port.ts';
import { packBlocks } from './blocks.ts';
import type { CaseDatabase } from './case-database.ts';
import { hashOfId } from './id-hash.ts';
import { IdLookup } from './id-lookup.ts';
import { indexPassage, PASSAGES_OF_SOURCE, unindexSource } from './index-passages.ts';
import { keepOriginal } from './keep-original.ts';
import { packRest } from './pack-passage.ts';
import { ReadingSeal } from './reading-seal.ts';
import { receive, sourceWithBytes } from './receive.ts';
import { dropText, keepText } from './text-chunks.ts';

/** What is kept in blocks of a source. */
export type BlockKind = 'section' | 'mention' | 'figure' | 'relation' | 'statement' | 'doubt';

const ADD_PASSAGE =
  'INSERT INTO passage (key, id, source, section, kind, start, "end", body_start, body_end, line, rest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';

/**
 * Keeps documents within the transaction of the caller. Bytes that another path holds are
 * only noted; read again under their own path, what was read before is replaced.
 */
export function keepDocuments(database: CaseDatabase, documents: Iterable<ReadDocument>): void {
  const lookup = new IdLookup(database);
  for (const document of documents) keepDocument(database, document, lookup);
  lookup.flush();
}

function keepDocument(database: CaseDatabase, document: ReadDocument, lookup: IdLookup): void {
  const { source, received } = document;
  const known = sourceWithBytes(database, source.sha256);
  if (known !== undefined) lookup.flush();
  if (known?.current !== 1 || known.path === source.path) keepReading(database, document, known?.key, lookup);
  receive(database, { ...received, outcome: 'read', source: source.id });
}

function keepReading(
  database: CaseDatabase,
  document: ReadDocument,
  known: number | undefined,
  lookup: IdLookup,
): void {
  const { source, sections } = document;
  keepOriginal(database, source.sha256, document.original);
  if (known !== undefined) dropReading(database, known);
  const first = nextPassageKey(database);
  const key = known ?? addSource(database, source, first);
  const seal = new ReadingSeal();
  const place = { key, source, first, seal };
  keepText(database, key, source.text, seal);
  keepBlocks(database, place, 'section', sections);
  let next = first;
  for (const { passages, reading } of document.parts) {
    next = keepPassages(database, { ...place, next }, passages, lookup);
    keepPart(database, place, reading);
  }
  describeSource(database, place, next - first);
}

/** Keeps what was read of one stretch of a source. */
export function keepPart(database: CaseDatabase, place: Sealed, reading: Reading): void {
  keepBlocks(database, place, 'mention', reading.mentions);
  keepBlocks(database, place, 'figure', reading.figures);
  keepBlocks(database, place, 'relation', reading.relations);
  keepBlocks(database, place, 'doubt', reading.doubts);
  keepStatements(database, place, reading.statements);
}

function nextPassageKey(database: CaseDatabase): number {
  return database.get<{ next: number }>('SELECT coalesce(max(key), 0) + 1 AS next FROM passage')?.next ?? 1;
}

function addSource(database: CaseDatabase, source: Source, first: number): number {
  return database.run(
    "INSERT INTO source (id, sha256, path, file, current, length, first_passage, passages, head) VALUES (?, ?, ?, ?, 1, 0, ?, 0, '')",
    ...[source.id, source.sha256, source.path, source.file, first],
  );
}

function describeSource(database: CaseDatabase, { key, source, first, seal }: Place, passages: number): void {
  const { text, path, file, ...rest } = source;
  const head = JSON.stringify(rest);
  database.run(
    'UPDATE source SET path = ?, file = ?, language = ?, current = 1, length = ?, first_passage = ?, passages = ?, head = ?, seal = ? WHERE key = ?',
    ...[path, file, source.language, text.length, first, passages, head, seal.close(head), key],
  );
}

/** A source's key, and the seal of what is kept of it. */
interface Sealed {
  readonly key: number;
  readonly seal: ReadingSeal;
}

/** Where what is read of a source goes. */
interface Place extends Sealed {
  readonly source: Source;
  /** Key of its first passage. */
  readonly first: number;
}

/** Gives the key after the last passage. */
function keepPassages(
  database: CaseDatabase,
  { key: source, source: { text, language }, first, next, seal }: Place & { readonly next: number },
  passages: readonly Passage[],
  lookup: IdLookup,
): number {
  const add = database.prepared(ADD_PASSAGE);
  let key = next;
  for (const passage of passages) {
    const { id, index, section, kind, span, body, line } = passage;
    if (index !== key - first) throw new RangeError(`passage ${id} is out of order`);
    const spans = [span.start, span.end, body.start, body.end];
    const rest = packRest(passage);
    add.run(key, id, source, section, kind, ...spans, line, rest);
    seal.addPassage(id, section, kind, ...spans, line, rest);
    indexPassage(database, key, text, span, language);
    lookup.add(id, key);
    key += 1;
  }
  return key;
}

/** Gives the keys of the blocks with what each holds. */
function keepBlocks<Item>(
  database: CaseDatabase,
  { key: source, seal }: Sealed,
  kind: BlockKind,
  items: readonly Item[],
): { key: number; items: readonly Item[] }[] {
  const add = 'INSERT INTO block (source, kind, items) VALUES (?, ?, ?)';
  return Array.from(packBlocks(items), (block) => {
    seal.addBlock(kind, block.bytes);
    return { key: database.run(add, source, kind, block.bytes), items: block.items };
  });
}

function keepStatements(database: CaseDatabase, place: Sealed, statements: readonly Statement[]): void {
  const byId = database.prepared('INSERT OR IGNORE INTO statement_by_id (hash, block) VALUES (?, ?)');
  const byEvent = database.prepared('INSERT OR IGNORE INTO statement_by_event (event, block) VALUES (?, ?)');
  for (const block of keepBlocks(database, place, 'statement', statements)) {
    for (const statement of block.items) byId.run(hashOfId(statement.id), block.key);
    for (const event of new Set(block.items.map((statement) => statement.event)))
      byEvent.run(event, block.key);
  }
}

/** Takes away what was read of a source, its text too; the original and the source's row stay. */
function dropReading(database: CaseDatabase, source: number): void {
  unindexSource(database, source);
  const passages = database.all<{ key: number; id: string }>(
    `SELECT passage.key, passage.id FROM ${PASSAGES_OF_SOURCE}`,
    source,
  );
  const forget = database.prepared('DELETE FROM passage_by_id WHERE hash = ? AND passage = ?');
  for (const { key, id } of passages) forget.run(hashOfId(id), key);
  database.run(`DELETE FROM passage WHERE key IN (SELECT passage.key FROM ${PASSAGES_OF_SOURCE})`, source);
  dropText(database, source);
  dropItems(database, source);
  database.run('DELETE FROM block WHERE source = ?', source);
}

/** Takes away what reading gave for a source; its text, passages and sections stay. */
export function dropItems(database: CaseDatabase, source: number): void {
  const blocks = '(SELECT key FROM block WHERE source = ?)';
  database.run(`DELETE FROM statement_by_id WHERE block IN ${blocks}`, source);
  database.run(`DELETE FROM statement_by_event WHERE block IN ${blocks}`, source);
  database.run("DELETE FROM block WHERE source = ? AND kind <> 'section'", source);
}
