import { type DecimalMark, decimalEvidence, readCellNumber } from '../../statement/cell-number.ts';
import type { Column, Table } from '../../statement/source.ts';
import type { Span } from '../../statement/span.ts';
import { sliceOf } from '../../statement/span.ts';
import { findStamps } from '../../statement/stamp.ts';
import { asciiDigits } from '../../statement/stamp-pieces.ts';
import { headerSenses } from './header-words.ts';
import type { RawRow } from './scan-rows.ts';
import { type BodyRow, bodyRows, cellKind, type Layout } from './settle-layout.ts';

/** What the rows of a table come to, settled over all of them. */
export interface TableShape {
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly totals: readonly number[];
  readonly dateOrder: Table['dateOrder'];
  /** How many dates could be read day first or month first, where nothing settles it. */
  readonly ambiguousDates: number;
  /** True where the order was settled by the dates' sequence alone. */
  readonly orderBySequence: boolean;
  readonly decimal: DecimalMark;
  /** How many rows have more or fewer cells than the table has columns. */
  readonly ragged: number;
  /** Notes within and after the table, the first forty. */
  readonly notes: readonly RawRow[];
  /** The last totals row, or null. */
  readonly lastTotal: RawRow | null;
  /** The first and the last rows, which tell when a log begins and ends. */
  readonly edges: readonly RawRow[];
}

/** All rows up to this many are looked at to settle columns; beyond, one in 101. */
const STUDIED_ROWS = 5_000;
const STUDIED_STEP = 101;
/** Totals without a label are sought in tables up to this size. */
const SUMMED_ROWS = 200_000;
const KEPT_DATES = 400;
const KEPT_NOTES = 40;
/** As many rows at a log's end are looked at for its last day. */
const LAST_ROWS = 1_000;

interface ColumnStudy {
  /** Cells that only a decimal point, or only a decimal comma, explains. */
  point: number;
  comma: number;
  empty: number;
  number: number;
  date: number;
  time: number;
  /** `18.20`: a clock time or a number. */
  dotted: number;
  text: number;
  /** Numbers with words after them: `2 torn`. */
  worded: number;
  leadingZero: number;
  /** Numbers that go up by one from row to row. */
  steps: number;
  last: number | null;
}

interface DateStudy {
  dmy: number;
  mdy: number;
  ymd: number;
  open: number;
  readonly figures: (readonly [number, number, number])[];
}

/** Looks at the rows once (twice where totals carry no label) and settles what its columns are. */
export function settleColumns(text: string, layout: Layout): TableShape {
  const study = new TableStudy(text, layout);
  for (const row of bodyRows(text, layout)) study.take(row);
  const columns = columnsOf(text, layout, study.columns);
  const decimal = settleDecimal(columns, study.columns);
  const unlabelled = study.totals.length === 0 && study.rows >= 3 && study.rows <= SUMMED_ROWS;
  const found = unlabelled ? unlabelledTotal(text, layout, columns, decimal, study.rows) : null;
  return {
    columns,
    rows: study.rows,
    totals: found === null ? study.totals : [found],
    decimal,
    ragged: study.ragged,
    notes: study.notes,
    lastTotal: study.lastTotal,
    edges: [...study.first, ...study.last],
    ...settleOrder(study.dates),
  };
}

/** What one walk over the rows gathers. */
class TableStudy {
  readonly columns: ColumnStudy[];
  readonly dates: DateStudy = { dmy: 0, mdy: 0, ymd: 0, open: 0, figures: [] };
  readonly totals: number[] = [];
  readonly notes: RawRow[] = [];
  readonly first: RawRow[] = [];
  /** The last rows beyond the first, in no order. */
  readonly last: RawRow[] = [];
  lastTotal: RawRow | null = null;
  rows = 0;
  ragged = 0;
  private readonly text: string;
  private readonly layout: Layout;

  constructor(text: string, layout: Layout) {
    this.text = text;
    this.layout = layout;
    this.columns = Array.from({ length: layout.width }, newStudy);
  }

  take({ raw, kind, label, ordinal }: BodyRow): void {
    if (kind === 'note' && this.notes.length < KEPT_NOTES) this.notes.push(raw);
    if (kind !== 'row') return;
    this.rows += 1;
    if (raw.cells.length !== this.layout.width) this.ragged += 1;
    if (label !== null) {
      this.totals.push(ordinal);
      this.lastTotal = raw;
      return;
    }
    if (ordinal < STUDIED_ROWS) this.first.push(raw);
    else this.last[ordinal % LAST_ROWS] = raw;
    if (isStudied(ordinal)) studyRow(this.text, raw, this.columns, this.dates);
  }
}

function isStudied(ordinal: number): boolean {
  return ordinal < STUDIED_ROWS || ordinal % STUDIED_STEP === 0;
}

/** The mark that more cells of the number columns speak for; a full stop where they are even. */
function settleDecimal(columns: readonly Column[], studies: readonly ColumnStudy[]): DecimalMark {
  const numbers = studies.filter((_, at) => columns[at]?.type === 'number');
  const points = numbers.reduce((sum, study) => sum + study.point, 0);
  const commas = numbers.reduce((sum, study) => sum + study.comma, 0);
  if (points === 0 && commas === 0) return null;
  return points >= commas ? '.' : ',';
}

function newStudy(): ColumnStudy {
  return {
    point: 0,
    comma: 0,
    empty: 0,
    number: 0,
    date: 0,
    time: 0,
    dotted: 0,
    text: 0,
    worded: 0,
    leadingZero: 0,
    steps: 0,
    last: null,
  };
}

function studyRow(text: string, raw: RawRow, studies: readonly ColumnStudy[], dates: DateStudy): void {
  studies.forEach((study, column) => {
    const span = raw.cells[column];
    const cell = span === undefined ? '' : sliceOf(text, span).trim();
    const kind = cellKind(cell);
    study[kind] += 1;
    if (kind === 'number') studyNumber(study, cell);
    if (kind === 'date') studyDate(dates, cell);
  });
}

function studyNumber(study: ColumnStudy, cell: string): void {
  if (/^[01]?\d\.[0-5]\d$|^2[0-3]\.[0-5]\d$/.test(cell)) study.dotted += 1;
  if (/\p{L}$/u.test(cell)) study.worded += 1;
  if (/^0\d/.test(cell)) study.leadingZero += 1;
  const mark = decimalEvidence(cell);
  if (mark === '.') study.point += 1;
  if (mark === ',') study.comma += 1;
  const value = readCellNumber(cell, null)?.value ?? null;
  if (value !== null && study.last !== null && value === study.last + 1) study.steps += 1;
  study.last = value;
}

const FIGURES_DATE = /(\p{Nd}{1,4})([./-])(\p{Nd}{1,2})\2(\p{Nd}{2,4})/u;

function studyDate(dates: DateStudy, cell: string): void {
  const match = FIGURES_DATE.exec(cell);
  if (match === null) return;
  const [first, second, third] = [match[1], match[3], match[4]].map((part) => asciiDigits(part ?? ''));
  if (first === undefined || second === undefined || third === undefined) return;
  if (first.length === 4) {
    dates.ymd += 1;
    return;
  }
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 || (match[2] === '.' && b <= 12)) dates.dmy += 1;
  else if (b > 12) dates.mdy += 1;
  else if (a !== b) dates.open += 1;
  if (dates.figures.length < KEPT_DATES) dates.figures.push([Number(third), a, b]);
}

function settleOrder(dates: DateStudy): Pick<TableShape, 'dateOrder' | 'ambiguousDates' | 'orderBySequence'> {
  const settled = (dateOrder: Table['dateOrder']) => ({
    dateOrder,
    ambiguousDates: 0,
    orderBySequence: false,
  });
  if (dates.dmy > 0 && dates.mdy > 0)
    return { dateOrder: 'mixed', ambiguousDates: dates.open, orderBySequence: false };
  if (dates.dmy > 0) return settled('dmy');
  if (dates.mdy > 0) return settled('mdy');
  if (dates.open === 0) return settled(dates.ymd > 0 ? 'ymd' : null);
  const bySequence = orderBySequence(dates.figures);
  if (bySequence !== null) return { dateOrder: bySequence, ambiguousDates: 0, orderBySequence: true };
  return { dateOrder: null, ambiguousDates: dates.open, orderBySequence: false };
}

/** Rows of a log mostly follow each other in time: the order in which no date goes back, if only one has none. */
function orderBySequence(figures: DateStudy['figures']): 'dmy' | 'mdy' | null {
  if (figures.length < 3) return null;
  const backward = (key: (figure: readonly [number, number, number]) => number): number =>
    figures.filter((figure, at) => {
      const before = figures[at - 1];
      return before !== undefined && key(figure) < key(before);
    }).length;
  const dmy = backward(([year, day, month]) => (year * 13 + month) * 32 + day);
  const mdy = backward(([year, month, day]) => (year * 13 + month) * 32 + day);
  if (dmy === 0 && mdy > 0) return 'dmy';
  return mdy === 0 && dmy > 0 ? 'mdy' : null;
}

// ---- columns

function columnsOf(text: string, layout: Layout, studies: readonly ColumnStudy[]): Column[] {
  return studies.map((study, index) => {
    const spans = layout.headers.map((row) => row.cells[index]).filter((span) => span !== undefined);
    const header = headerOf(text, spans);
    const span = header === null ? null : (spans.find((each) => sliceOf(text, each).trim() !== '') ?? null);
    return { index, header, span, type: columnType(study, header, index) };
  });
}

function headerOf(text: string, spans: readonly Span[]): string | null {
  const written = spans.map((span) => sliceOf(text, span).trim()).filter((part) => part !== '');
  return written.length === 0 ? null : written.join(' / ');
}

function columnType(study: ColumnStudy, header: string | null, index: number): Column['type'] {
  const filled = study.number + study.date + study.time + study.text;
  if (filled === 0) return 'empty';
  const senses = header === null ? [] : headerSenses(header);
  const mostly = (count: number, share = 0.6): boolean => count >= filled * share;
  if (mostly(study.date) || (senses[0] === 'date' && mostly(study.date, 0.3))) return 'date';
  if (mostly(study.time) || isDottedClock(study, senses)) return 'time';
  if (senses[0] === 'text' && study.worded > 0) return 'text';
  if (mostly(study.number)) return isCode(study, senses, filled, index, header) ? 'id' : 'number';
  const worded = senses.find((sense) => sense !== 'date' && sense !== 'time');
  return worded ?? 'text';
}

function isDottedClock(study: ColumnStudy, senses: readonly string[]): boolean {
  const all = study.time + study.number + study.text;
  if (study.time > 0 && study.time + study.dotted >= all * 0.8) return true;
  return senses.includes('time') && study.time + study.dotted >= all * 0.6;
}

/** Numbers that count nothing: row numbers, codes with leading zeros, what the header calls a number of a thing. */
function isCode(
  study: ColumnStudy,
  senses: readonly string[],
  filled: number,
  index: number,
  header: string | null,
): boolean {
  if (senses[0] === 'id' || (senses.includes('id') && index === 0)) return true;
  if (study.leadingZero > filled * 0.3 && study.number > 1) return true;
  return (
    index === 0 &&
    filled >= 3 &&
    study.steps >= filled - 2 &&
    (header === null || senses.length > 0 || header.length < 4)
  );
}

// ---- totals that have no label

/** The last row, if its numbers are the sums of those above it and its other cells are empty. */
function unlabelledTotal(
  text: string,
  layout: Layout,
  columns: readonly Column[],
  decimal: DecimalMark,
  rows: number,
): number | null {
  const numbers = columns.filter((column) => column.type === 'number').map((column) => column.index);
  if (numbers.length === 0) return null;
  const sums = new Map(numbers.map((column) => [column, 0]));
  for (const row of bodyRows(text, layout)) {
    if (row.kind !== 'row') continue;
    if (row.ordinal === rows - 1) return isSumRow(text, row, columns, sums, decimal) ? row.ordinal : null;
    for (const column of numbers) {
      sums.set(column, (sums.get(column) ?? 0) + (cellValue(text, row.raw.cells[column], decimal) ?? 0));
    }
  }
  return null;
}

function isSumRow(
  text: string,
  row: BodyRow,
  columns: readonly Column[],
  sums: ReadonlyMap<number, number>,
  decimal: DecimalMark,
): boolean {
  let same = 0;
  for (const column of columns) {
    const span = row.raw.cells[column.index];
    const cell = span === undefined ? '' : sliceOf(text, span).trim();
    if (cell === '') continue;
    const sum = sums.get(column.index);
    const value = cellValue(text, span, decimal);
    if (sum === undefined || value === null || Math.abs(sum - value) > 1e-6) return false;
    if (sum !== 0) same += 1;
  }
  return same > 0;
}

function cellValue(text: string, span: Span | undefined, decimal: DecimalMark): number | null {
  return span === undefined ? null : (readCellNumber(sliceOf(text, span), decimal)?.value ?? null);
}

/** The day that a cell names by the table's order, with its clock, or null. */
export function cellStamp(cell: string, order: Table['dateOrder']) {
  const stamps = findStamps(cell.slice(0, 80), { order: order === 'mixed' ? null : order });
  return stamps.find((stamp) => stamp.date !== null) ?? stamps[0] ?? null;
}
