import type { Span } from '../../statement/span.ts';
import { excerptOf, markHits } from '../mark-hits.ts';
import { matchExpression, type ParsedQuery, parseQuery } from '../parse-query.ts';
import type { SearchHit, SearchQuery, SearchResult } from '../port.ts';
import type { CaseDatabase } from './case-database.ts';
import { headOf, passagesWithKeys, type SourceRow, sourceRow } from './read-sources.ts';
import { TextSlicer } from './text-chunks.ts';

/** Counting stops here: a larger number tells a reader nothing more, and costs time on every key pressed. */
const COUNT_LIMIT = 10_000;
/** Up to so many matches are ranked by bm25; more come in the order in which they were read. */
const RANKED_LIMIT = 5_000;
const NOTHING: SearchResult = { hits: [], count: 0, countIsLowerBound: false };

/** The keys that a search may give: those of one source, or all. */
interface Bounds {
  readonly from: number;
  readonly to: number;
}

const EVERYWHERE: Bounds = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** Passages whose words a query asks for, best first where they are few, each with what matched. */
export function searchPassages(database: CaseDatabase, query: SearchQuery): SearchResult {
  const parsed = parseQuery(query.words, languagesOf(database));
  const bounds = boundsOf(database, query.source);
  if (parsed.all.length === 0 || bounds === null) return NOTHING;
  const match = matchExpression(parsed);
  const counted = countMatches(database, match, bounds);
  const keys = counted === 0 ? [] : pageOfKeys(database, match, bounds, query, counted <= RANKED_LIMIT);
  return {
    hits: showHits(database, keys, parsed),
    count: Math.min(counted, COUNT_LIMIT),
    countIsLowerBound: counted > COUNT_LIMIT,
  };
}

function languagesOf(database: CaseDatabase): string[] {
  const rows = database.all<{ language: string }>(
    'SELECT DISTINCT language FROM source WHERE current = 1 AND language IS NOT NULL',
  );
  return rows.map((row) => row.language);
}

function boundsOf(database: CaseDatabase, source: string | undefined): Bounds | null {
  if (source === undefined) return EVERYWHERE;
  const row = sourceRow(database, source);
  return row === undefined ? null : { from: row.first_passage, to: row.first_passage + row.passages };
}

function countMatches(database: CaseDatabase, match: string, { from, to }: Bounds): number {
  const row = database.get<{ count: number }>(
    'SELECT count(*) AS count FROM (SELECT 1 FROM word WHERE word MATCH ? AND rowid >= ? AND rowid < ? LIMIT ?)',
    ...[match, from, to, COUNT_LIMIT + 1],
  );
  return row?.count ?? 0;
}

function pageOfKeys(
  database: CaseDatabase,
  match: string,
  { from, to }: Bounds,
  { limit, offset }: SearchQuery,
  ranked: boolean,
): number[] {
  const order = ranked ? 'bm25(word), rowid' : 'rowid';
  const rows = database.all<{ rowid: number }>(
    `SELECT rowid FROM word WHERE word MATCH ? AND rowid >= ? AND rowid < ? ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...[match, from, to, limit, offset],
  );
  return rows.map((row) => row.rowid);
}

function showHits(database: CaseDatabase, keys: readonly number[], query: ParsedQuery): SearchHit[] {
  const slicer = new TextSlicer(database);
  const sources = new Map<string, SourceRow>();
  return passagesWithKeys(database, keys).flatMap(({ passage, source }) => {
    const row = sources.get(source) ?? sourceRow(database, source);
    if (row === undefined) return [];
    sources.set(source, row);
    const text = slicer.slice(row.key, passage.span);
    const marks: readonly Span[] = markHits(text, row.language, query, passage.span.start);
    return [{ passage, source: headOf(row), ...excerptOf(text, passage.span.start, marks), marks }];
  });
}
