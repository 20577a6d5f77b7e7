import { yearOf } from '../statement/calendar.ts';
import { idOf } from '../statement/id.ts';
import { findPeriod, type Period } from '../statement/period.ts';
import type { Claim, Doubt, Passage, PassageKind, Section, Table } from '../statement/source.ts';
import { type Span, sliceOf } from '../statement/span.ts';
import type { TimeReading } from '../statement/time.ts';
import type { FormatContext, FormatReading } from './format.ts';
import { LONGEST_PASSAGE, trimSpan } from './passage-draft.ts';
import { spokenPassages, spokenSection } from './read-spoken-table.ts';
import { namesOrganisation, readPreamble } from './tables/read-preamble.ts';
import { type RawRow, scanRows } from './tables/scan-rows.ts';
import { cellStamp, settleColumns, type TableShape } from './tables/settle-columns.ts';
import { bodyRows, type Layout, settleLayout } from './tables/settle-layout.ts';
import { spokenColumns } from './tables/spoken-columns.ts';
import words from './tables/table-words.json' with { type: 'json' };

/**
 * Reads a table file. One whose columns are speakers and their words is a transcript, and its
 * rows are utterances; every other is a log of rows.
 */
export function readTable(
  text: string,
  context: FormatContext,
  delimiter: string | null = null,
): FormatReading {
  const layout = settleLayout(text, delimiter);
  const columns = spokenColumns(text, layout);
  const log = readLog(text, context, layout);
  if (columns === null) return log;
  const table = log.sections[0]?.table ?? null;
  const timeOf = (cells: readonly Span[]) => (table === null ? null : rowTime(text, cells, table));
  return {
    ...log,
    kind: 'transcript',
    sections: [spokenSection(context, text, log.title)],
    passages: spokenPassages(text, context.sourceId, layout, { columns, timeOf }),
  };
}

/**
 * Reads a table of rows (CSV, TSV, any delimiter): title lines before the header, the header,
 * rows, totals rows and notes. The canonical text is the file's own; each row is one
 * passage with the exact span of each cell. The file is scanned again each time its
 * passages are walked, so that a table of any length needs the memory of one row.
 */
function readLog(text: string, context: FormatContext, layout: Layout): FormatReading {
  const shape = settleColumns(text, layout);
  const notes = readNotes(text, shape);
  const preamble = readPreamble(text, layout.preamble);
  const period = preamble.period ?? rowPeriod(notes) ?? notes.period;
  const table = tableOf(layout, shape);
  const title = preamble.title ?? titleOfFile(context.file);
  const section: Section = {
    id: idOf('sec', context.sourceId, 0),
    source: context.sourceId,
    index: 0,
    span: { start: 0, end: text.length },
    title,
    kind: 'table',
    time: sectionTime(preamble.period, notes),
    parties: [],
    claims: [],
    table,
  };
  return {
    text,
    kind: 'log',
    mediaType: layout.delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv',
    title,
    publisher: preamble.publisher ?? notes.publisher,
    date: preamble.period?.to ?? notes.period?.to ?? period?.to ?? null,
    claims: [...preamble.claims, ...notes.claims],
    doubts: [...shapeDoubts(shape), ...notes.doubts],
    sections: [section],
    passages: { [Symbol.iterator]: () => passagesOf(text, context.sourceId, layout, table) },
  };
}

function tableOf(layout: Layout, shape: TableShape): Table {
  const [first, last] = [layout.preamble[0], layout.preamble.at(-1)];
  return {
    delimiter: layout.delimiter,
    columns: shape.columns,
    preamble: first === undefined || last === undefined ? null : { start: first.start, end: last.end },
    rows: shape.rows,
    totals: shape.totals,
    dateOrder: shape.dateOrder,
    decimal: shape.decimal,
  };
}

/** "kabul_listesi-2.csv" is `kabul listesi 2`. */
function titleOfFile(file: string): string | null {
  const stem = file
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[_\-.\s]+/g, ' ')
    .trim();
  return stem === '' ? null : stem;
}

// ---- time

interface Notes {
  readonly claims: Claim[];
  readonly doubts: Doubt[];
  period: Period | null;
  publisher: string | null;
  /** First and last day of the rows. */
  first: string | null;
  last: string | null;
}

function rowPeriod({ first, last }: Notes): { from: string; to: string } | null {
  return first === null || last === null ? null : { from: first, to: last };
}

function sectionTime(heading: Period | null, notes: Notes): TimeReading | null {
  const stated = heading ?? (notes.first === null ? notes.period : null);
  if (stated !== null) return timeOf(stated.from, stated.to, []);
  if (notes.first === null || notes.last === null) return null;
  return timeOf(notes.first, notes.last, [`The rows run from ${notes.first} to ${notes.last}.`]);
}

function timeOf(from: string, to: string, steps: readonly string[]): TimeReading {
  const basis = steps.length === 0 ? 'stated' : 'section';
  return { from, to, clock: null, zone: null, granularity: 'day', approx: false, basis, steps };
}

/** What the notes say, and the first and last day that the rows name. */
function readNotes(text: string, shape: TableShape): Notes {
  const notes: Notes = { claims: [], doubts: [], period: null, publisher: null, first: null, last: null };
  const column = shape.columns.find((each) => each.type === 'date')?.index ?? -1;
  for (const raw of shape.notes) readNote(text, noteBody(text, raw), notes);
  for (const raw of column < 0 ? [] : shape.edges) noteDate(text, raw, column, shape, notes);
  if (shape.lastTotal !== null && notes.first !== null) {
    // "01-08 March" in the totals row.
    notes.period ??= findPeriod(sliceOf(text, shape.lastTotal), { year: yearOf(notes.first) });
  }
  return notes;
}

function noteDate(text: string, raw: RawRow, column: number, shape: TableShape, notes: Notes): void {
  const span = raw.cells[column];
  const date = span === undefined ? null : (cellStamp(sliceOf(text, span), shape.dateOrder)?.date ?? null);
  if (date === null) return;
  if (notes.first === null || date < notes.first) notes.first = date;
  if (notes.last === null || date > notes.last) notes.last = date;
}

// ---- notes

const PAGE = new RegExp(
  `(?:^|[^\\p{L}])(?:${words.pageNotes.join('|')})\\.?\\s*(\\p{Nd}{1,4})\\s*(?:${words.of.map((of) => of.replace('/', '\\/')).join('|')})\\s*(\\p{Nd}{1,4})`,
  'iu',
);

function readNote(text: string, span: Span, notes: Notes): void {
  const written = sliceOf(text, span);
  const page = PAGE.exec(written);
  notes.period ??= findPeriod(written);
  if (notes.publisher === null) {
    const key = /^([\p{L} ]{2,30})[:：]\s*(.{2,90})$/u.exec(written);
    if (key !== null && namesOrganisation(key[2] ?? '')) notes.publisher = key[2]?.trim() ?? null;
  }
  if (page === null) return;
  notes.claims.push({ key: 'page', value: `${page[1]} of ${page[2]}`, span });
  if (page[1] === page[2] && page[1] === '1') return;
  notes.doubts.push({
    code: 'intake/incomplete-table',
    text: `The table says that it is page ${page[1]} of ${page[2]}. Its rows are a part of the whole: do not hold its sums against a total.`,
    span,
  });
}

function noteBody(text: string, raw: RawRow): Span {
  const filled = raw.cells.filter((cell) => sliceOf(text, cell).trim() !== '');
  const [first, last] = [filled[0], filled.at(-1)];
  return first === undefined || last === undefined
    ? { start: raw.start, end: raw.end }
    : trimSpan(text, { start: first.start, end: last.end });
}

// ---- doubts

function shapeDoubts(shape: TableShape): Doubt[] {
  const doubts: Doubt[] = [];
  if (shape.ragged > 0) doubts.push(raggedDoubt(shape));
  if (shape.orderBySequence) doubts.push(sequenceDoubt(shape));
  if (shape.ambiguousDates > 0) doubts.push(orderDoubt(shape));
  return doubts;
}

function raggedDoubt({ ragged, columns }: TableShape): Doubt {
  const text = `${ragged === 1 ? '1 row has' : `${ragged} rows have`} more or fewer cells than the ${columns.length} columns. Missing cells are taken to be empty; what is over stays in the last cell.`;
  return { code: 'intake/ragged-rows', text, span: null };
}

function sequenceDoubt({ dateOrder }: TableShape): Doubt {
  const order = dateOrder === 'mdy' ? 'month first' : 'day first';
  const text = `No date says by itself whether day or month comes first. They were read ${order}, since only so does no row go back in time.`;
  return { code: 'intake/date-order-guessed', text, span: null };
}

function orderDoubt({ ambiguousDates, dateOrder }: TableShape): Doubt {
  const why = dateOrder === 'mixed' ? 'other rows are written both ways' : 'no row settles it';
  const text = `${ambiguousDates === 1 ? '1 date' : `${ambiguousDates} dates`} could be read day first or month first, and ${why}. They were read day first.`;
  return { code: 'intake/ambiguous-dates', text, span: null };
}

// ---- passages

interface Place {
  readonly kind: PassageKind;
  readonly raw: RawRow;
  readonly body: Span;
  readonly label: boolean;
}

function* passagesOf(text: string, source: string, layout: Layout, table: Table): Generator<Passage> {
  let index = 0;
  for (const place of placesOf(text, layout)) {
    if (isWhite(text, place.raw)) continue;
    yield passageOf(text, source, index, place, table);
    index += 1;
    for (const rest of piecesBeyond(text, place)) {
      yield passageOf(text, source, index, rest, table);
      index += 1;
    }
  }
}

function passageOf(text: string, source: string, index: number, place: Place, table: Table): Passage {
  const { raw, kind, body } = place;
  const span = { start: raw.start, end: Math.min(raw.end, raw.start + LONGEST_PASSAGE) };
  const cells = () => fitCells(raw, table.columns.length).map((cell) => clampSpan(cell, span));
  return {
    id: idOf('psg', source, index),
    source,
    index,
    section: 0,
    kind,
    span,
    body: clampSpan(body, span),
    speaker: null,
    line: raw.line,
    // Worked out when asked for: a row of a long table is mostly passed on, not read.
    get time() {
      return kind === 'row' && !place.label ? rowTime(text, cells(), table) : null;
    },
    get cells() {
      return kind === 'row' ? cells() : null;
    },
  };
}

function clampSpan(inner: Span, outer: Span): Span {
  const start = Math.min(Math.max(inner.start, outer.start), outer.end);
  return { start, end: Math.min(Math.max(inner.end, start), outer.end) };
}

/** What is left of a record that is longer than a passage may be: notes, so that it can be found. */
function* piecesBeyond(text: string, place: Place): Generator<Place> {
  let { line } = place.raw;
  for (let at = place.raw.start; at + LONGEST_PASSAGE < place.raw.end; ) {
    line += text.slice(at, at + LONGEST_PASSAGE).split('\n').length - 1;
    at += LONGEST_PASSAGE;
    const raw = { ...place.raw, start: at, cells: [], line };
    if (isWhite(text, { start: at, end: Math.min(raw.end, at + LONGEST_PASSAGE) })) continue;
    yield { raw, kind: 'note', body: raw, label: false };
  }
}

function isWhite(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) if (!/[\s\ufeff]/.test(text.charAt(at))) return false;
  return true;
}

function* placesOf(text: string, layout: Layout): Generator<Place> {
  for (const raw of scanRows(text, layout.delimiter, 0)) {
    if (raw.start >= layout.bodyStart) break;
    const isHeader = layout.headers.some((header) => header.start === raw.start);
    const isFirst = raw.start === layout.preamble[0]?.start;
    const kind: PassageKind = isHeader
      ? 'header'
      : isFirst
        ? 'heading'
        : isBlank(text, raw)
          ? 'boilerplate'
          : 'header';
    yield { raw, kind, body: noteBody(text, raw), label: false };
  }
  for (const { raw, kind, label } of bodyRows(text, layout)) {
    if (kind === 'row') yield { raw, kind, body: raw, label: label !== null };
    else
      yield { raw, kind: kind === 'blank' ? 'boilerplate' : kind, body: noteBody(text, raw), label: false };
  }
}

function isBlank(text: string, raw: RawRow): boolean {
  return raw.cells.every((cell) => sliceOf(text, cell).trim() === '');
}

/** One span a column: missing cells are empty, and what is over belongs to the last. */
function fitCells(raw: RawRow, width: number): Span[] {
  const cells: Span[] = raw.cells.slice(0, width).map(({ start, end }) => ({ start, end }));
  const last = raw.cells.findLast((cell) => cell.end > cell.start);
  const end = cells.at(-1);
  if (raw.cells.length > width && end !== undefined && last !== undefined && last.end > end.end) {
    cells[cells.length - 1] = { start: end.start, end: last.end };
  }
  while (cells.length < width) cells.push({ start: raw.end, end: raw.end });
  return cells;
}

function rowTime(text: string, cells: readonly Span[], table: Table): TimeReading | null {
  const at = (type: 'date' | 'time') => {
    const column = table.columns.find(
      (each) => each.type === type && cells[each.index]?.start !== cells[each.index]?.end,
    );
    const cell = column === undefined ? undefined : cells[column.index];
    return cell === undefined ? null : cellStamp(sliceOf(text, cell), table.dateOrder);
  };
  const day = at('date');
  if (day?.date == null) return null;
  const clock = day.clock ?? at('time')?.clock ?? null;
  const granularity = clock === null ? 'day' : 'minute';
  const steps = day.ambiguous ? [`Day first; month first it would be ${day.alternative}.`] : [];
  return {
    from: day.date,
    to: day.date,
    clock,
    zone: day.zone,
    granularity,
    approx: false,
    basis: 'stated',
    steps,
  };
}
