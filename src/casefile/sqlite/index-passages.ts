import type { Span } from '../../statement/span.ts';
import { ANALYSER_VERSION, writeTokens } from '../analyse-text.ts';
import type { CaseDatabase } from './case-database.ts';
import { TextSlicer } from './text-chunks.ts';

/** For queries that are given a source's key: its passages, by their keys' range. */
export const PASSAGES_OF_SOURCE =
  'source JOIN passage ON passage.key >= first_passage AND passage.key < first_passage + passages WHERE source.key = ?';

const ADD = 'INSERT INTO word (rowid, tokens) VALUES (?, ?)';

/** Adds the words of one passage to the search index. `key` is the passage's key, `span` its words in `text`. */
export function indexPassage(
  database: CaseDatabase,
  key: number,
  text: string,
  span: Span,
  language: string | null,
): void {
  const tokens = writeTokens(text, span, language);
  if (tokens.length > 0) database.prepared(ADD).run(key, tokens);
}

/** Puts the passages of a source into the index again, from the text that is kept. */
export function indexSource(database: CaseDatabase, source: number): void {
  const slicer = new TextSlicer(database);
  const head = database.get<{ language: string | null }>('SELECT language FROM source WHERE key = ?', source);
  const rows = database.all<{ key: number; start: number; end: number }>(
    `SELECT passage.key, start, "end" FROM ${PASSAGES_OF_SOURCE}`,
    source,
  );
  for (const row of rows) {
    const words = slicer.slice(source, row);
    indexPassage(database, row.key, words, { start: 0, end: words.length }, head?.language ?? null);
  }
}

/** Takes the passages of a source out of the index. */
export function unindexSource(database: CaseDatabase, source: number): void {
  database.run(`DELETE FROM word WHERE rowid IN (SELECT passage.key FROM ${PASSAGES_OF_SOURCE})`, source);
}

/** Indexes the whole case again where its index was made by another version of the analyser. */
export function renewIndex(database: CaseDatabase): void {
  const known = database.get<{ version: number }>('SELECT version FROM analyser');
  if (known?.version === ANALYSER_VERSION) return;
  database.write(() => {
    database.run("INSERT INTO word (word) VALUES ('delete-all')");
    const sources = database.all<{ key: number }>('SELECT key FROM source WHERE current = 1');
    for (const source of sources) indexSource(database, source.key);
    database.run('INSERT OR REPLACE INTO analyser (one, version) VALUES (1, ?)', ANALYSER_VERSION);
  });
}
