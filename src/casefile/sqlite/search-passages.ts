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
  if (counted === 0) return NOTHING;
  const isRanked = counted <= RANKED_LIMIT;
  if (query.accepts)
    return acceptedOf(database, match, bounds, { ...query, accepts: query.accepts }, isRanked, parsed);
  const keys = pageOfKeys(database, match, bounds, query, isRanked);
  return {
    hits: showHits(database, passagesWithKeys(database, keys), parsed),
    count: Math.min(counted, COUNT_LIMIT),
    countIsLowerBound: counted > COUNT_LIMIT,
  };
}

/** The page of the hits that the query accepts, and how many of the matches that were looked at it does. */
function acceptedOf(
  database: CaseDatabase,
  match: string,
  bounds: Bounds,
  query: SearchQuery & { readonly accepts: NonNullable<SearchQuery['accepts']> },
  isRanked: boolean,
  parsed: ParsedQuery,
): SearchResult {
  const all = { ...query, limit: COUNT_LIMIT + 1, offset: 0 };
  const keys = pageOfKeys(database, match, bounds, all, isRanked);
  const headFor = rememberHeads(database);
  const accepted = passagesWithKeys(database, keys.slice(0, COUNT_LIMIT)).filter(({ passage, source }) => {
    const head = headFor(source);
    return head !== undefined && query.accepts(passage, headOf(head));
  });
  return {
    hits: showHits(database, accepted.slice(query.offset, query.offset + query.limit), parsed),
    count: accepted.length,
    countIsLowerBound: keys.length > COUNT_LIMIT,
  };
}

/** Finds the row of a source, and asks for each once. */
function rememberHeads(database: CaseDatabase): (source: string) => SourceRow | undefined {
  const rows = new Map<string, SourceRow | undefined>();
  return (source) => {
    if (!rows.has(source)) rows.set(source, sourceRow(database, source));
    return rows.get(source);
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

function showHits(
  database: CaseDatabase,
  found: ReturnType<typeof passagesWithKeys>,
  query: ParsedQuery,
): SearchHit[] {
  const slicer = new TextSlicer(database);
  const headFor = rememberHeads(database);
  return found.flatMap(({ passage, source }) => {
    const row = headFor(source);
    if (row === undefined) return [];
    const text = slicer.slice(row.key, passage.span);
    const marks: readonly Span[] = markHits(text, row.language, query, passage.span.start);
    return [{ passage, source: headOf(row), ...excerptOf(text, passage.span.start, marks), marks }];
  });
}
