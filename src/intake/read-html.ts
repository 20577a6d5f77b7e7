import type { Claim, Doubt, Passage, PassageKind, Table } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import type { TimeReading } from '../statement/time.ts';
import type { FormatContext, FormatReading } from './format.ts';
import { type BlockRole, chooseMain } from './html/choose-main.ts';
import { type Block, collectBlocks } from './html/collect-blocks.ts';
import { joinBlocks } from './html/html-text.ts';
import { dateOf, headClaims, publisherOf } from './html/page-claims.ts';
import { type Draft, passagesOf, type SectionDraft, sectionsOf } from './passage-draft.ts';
import { readTable } from './read-table.ts';
import { timeOf } from './section-time.ts';

const KINDS: Record<Exclude<BlockRole, 'row'>, PassageKind> = {
  headline: 'heading',
  heading: 'heading',
  byline: 'header',
  text: 'paragraph',
  aside: 'boilerplate',
};

/** A run of rows of one table of the page, in the readable text. */
interface TableRun {
  readonly span: Span;
  readonly table: Table;
  readonly rows: readonly Passage[];
}

/**
 * Reads a web page. The canonical text is the page's readable text in document order, a
 * block a paragraph, entities decoded. The main text is kept; menus, promotions, related
 * links and footers are `boilerplate` passages, still there to be found. Tables become
 * sections of rows with cells. Scripts are neither run nor read, nothing is fetched.
 * We judge blocks ourselves: Readability drops what it sets aside, fails on short pages,
 * and needs a tree in memory.
 */
export function readHtml(html: string, context: FormatContext): FormatReading {
  const page = collectBlocks(html);
  const { text, starts } = joinBlocks(page.blocks);
  const roles = chooseMain(page.blocks, page.head);
  const placed = page.blocks.map((block, at) => ({ text: block.text, role: roles[at] ?? 'aside' }));
  const headline = placed.find(({ role }) => role === 'headline')?.text ?? null;
  const publisher = publisherOf(page.head, headline, placed);
  const stamp = dateOf(page.head, placed);
  const spans = page.blocks.map((block, at) => spanAt(starts[at] ?? 0, block));
  const tables = tableRuns(text, page.blocks, spans, roles, context);
  const time = stamp?.date == null ? null : timeOf(stamp.date, stamp.clock, stamp.zone);
  const sections = sectionsOf(context.sourceId, [
    mainSection(text, headline, time),
    ...tables.map((run) => tableSection(run, time)),
  ]);
  return {
    text,
    kind: 'article',
    mediaType: 'text/html',
    title: headline ?? page.head.title,
    publisher,
    date: stamp?.date ?? null,
    language: page.head.language?.toLowerCase() ?? null,
    claims: [...headClaims(page.head), ...bylineClaims(placed, spans)],
    doubts: emptyDoubts(roles),
    sections,
    passages: {
      [Symbol.iterator]: () =>
        withCells(passagesOf(text, context.sourceId, draftsOf(page.blocks, spans, roles, tables)), tables),
    },
  };
}

function spanAt(start: number, block: Block): Span {
  return { start, end: start + block.text.length };
}

function* draftsOf(
  blocks: readonly Block[],
  spans: readonly Span[],
  roles: readonly BlockRole[],
  tables: readonly TableRun[],
): Generator<Draft> {
  let table = 0;
  for (const [at] of blocks.entries()) {
    const span = spans[at];
    const role = roles[at] ?? 'aside';
    if (span === undefined) continue;
    while ((tables[table]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) table += 1;
    const run = tables[table];
    const inside = run !== undefined && run.span.start <= span.start;
    const read = inside ? run.rows.find((row) => row.span.start === span.start) : undefined;
    const kind = read?.kind ?? (role === 'row' ? 'paragraph' : KINDS[role]);
    yield {
      kind,
      span,
      body: read?.body ?? span,
      speaker: null,
      time: read?.time ?? null,
      section: inside ? table + 1 : 0,
    };
  }
}

/** Gives row passages their cells, which drafts do not carry. */
function* withCells(passages: Iterable<Passage>, tables: readonly TableRun[]): Generator<Passage> {
  const cells = new Map(
    tables.flatMap(({ rows }) => rows.map((row) => [row.span.start, row.cells] as const)),
  );
  for (const passage of passages)
    yield passage.kind === 'row' ? { ...passage, cells: cells.get(passage.span.start) ?? [] } : passage;
}

// ---- sections

function mainSection(text: string, title: string | null, time: TimeReading | null): SectionDraft {
  return {
    span: { start: 0, end: text.length },
    title,
    kind: 'text',
    time,
    parties: [],
    claims: [],
    table: null,
  };
}

function tableSection({ span, table }: TableRun, time: TimeReading | null): SectionDraft {
  return { span, title: null, kind: 'table', time, parties: [], claims: [], table };
}

/** The page's tables: each run of rows is read as a tab-delimited table of its own. */
function tableRuns(
  text: string,
  blocks: readonly Block[],
  spans: readonly Span[],
  roles: readonly BlockRole[],
  context: FormatContext,
): TableRun[] {
  const runs: { first: number; last: number }[] = [];
  blocks.forEach((block, at) => {
    if (roles[at] !== 'row') return;
    const run = runs.at(-1);
    if (run !== undefined && run.last === at - 1 && blocks[run.last]?.table === block.table) run.last = at;
    else runs.push({ first: at, last: at });
  });
  return runs.flatMap(({ first, last }) => {
    const [start, end] = [spans[first]?.start, spans[last]?.end];
    return start === undefined || end === undefined || last - first < 1
      ? []
      : [readRun(text, { start, end }, context)];
  });
}

function readRun(text: string, span: Span, context: FormatContext): TableRun {
  const reading = readTable(text.slice(span.start, span.end), context, '\t');
  const table = reading.sections[0]?.table;
  const rows = [...reading.passages].map((passage) => movedPassage(passage, span.start));
  return { span, table: movedTable(table ?? EMPTY_TABLE, span.start), rows };
}

const EMPTY_TABLE: Table = {
  delimiter: '\t',
  columns: [],
  preamble: null,
  rows: 0,
  totals: [],
  dateOrder: null,
  decimal: null,
};

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function movedPassage(passage: Passage, by: number): Passage {
  const cells = passage.cells?.map((cell) => moved(cell, by)) ?? null;
  return { ...passage, span: moved(passage.span, by), body: moved(passage.body, by), cells };
}

function movedTable(table: Table, by: number): Table {
  const columns = table.columns.map((column) => ({
    ...column,
    span: column.span === null ? null : moved(column.span, by),
  }));
  return { ...table, columns, preamble: table.preamble === null ? null : moved(table.preamble, by) };
}

// ---- claims and doubts

function bylineClaims(placed: readonly { text: string; role: string }[], spans: readonly Span[]): Claim[] {
  return placed.flatMap(({ text, role }, at) => {
    const span = spans[at];
    return role === 'byline' && span !== undefined ? [{ key: 'byline', value: text, span }] : [];
  });
}

function emptyDoubts(roles: readonly BlockRole[]): Doubt[] {
  if (roles.some((role) => role === 'text' || role === 'row')) return [];
  const text =
    'No main text was found on the page. It may be put in by a script that is not run here: save the page from a browser as text and read that.';
  return [{ code: 'intake/no-main-text', text, span: null }];
}
