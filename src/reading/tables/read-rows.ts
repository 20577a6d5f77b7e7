import { foldWord } from '../../language/fold-word.ts';
import { idOf } from '../../statement/id.ts';
import type { SourceHead } from '../../statement/pile.ts';
import type { Reading } from '../../statement/reading.ts';
import type { Doubt, Passage, Section, Table } from '../../statement/source.ts';
import { type Span, sliceOf } from '../../statement/span.ts';
import type { Mention, Role, Statement } from '../../statement/statement.ts';
import type { TimeReading } from '../../statement/time.ts';
import { totalLabel } from '../../statement/total-label.ts';
import { classesOf, IS } from '../names/word-classes.ts';
import { baseChain } from '../voices/base-chain.ts';
import { callColumns } from './call-columns.ts';
import { eventOfCell, type HeaderEvent, headerWords, says, TERMS } from './header-terms.ts';
import { callRows, readCallRows } from './read-call-rows.ts';
import { type CellFigure, type Row, readCellFigure } from './read-cells.ts';
import { type CountColumn, type DateColumn, readColumns, type TableReading } from './read-columns.ts';
import { learnRules, type RelatedRow, type RowFigures, relateRows, relateTotals } from './relate-columns.ts';
import { rowTime, totalTime } from './row-time.ts';

/** Rows beyond this many stay passages; of them only the totals rows are read. */
const READ_ROWS = 20_000;
const LONGEST_NAME = 80;
const STUDIED_ROWS = 400;

interface Scene {
  readonly source: SourceHead;
  readonly section: Section;
  readonly table: Table;
  readonly reading: TableReading;
  readonly text: string;
  readonly incomplete: Doubt | null;
}

/**
 * Reads the rows of a table: for each row and each column that counts or measures, one
 * statement of the table's own voice, with the row as its quote; times, places and names
 * from their columns; `sum` and `part` relations from the totals rows and from what the
 * rows themselves teach. `rows` are the section's row passages in order, or a stretch of
 * them. Linear in the cells.
 */
export function readRows(
  source: SourceHead,
  section: Section,
  rows: readonly Passage[],
  text: string,
): Reading {
  const { table } = section;
  if (table === null || rows.length === 0)
    return { mentions: [], figures: [], relations: [], statements: [], doubts: [] };
  const calls = callColumns(table);
  if (calls !== null) {
    const read = callRows(rows.filter(({ index }) => index < READ_ROWS));
    const scene = { source, section, table, columns: calls, text };
    return { ...readCallRows(scene, read), doubts: lengthDoubts(rows, read) };
  }
  const title = [section.title, source.title, source.file].filter((part) => part !== null).join(' / ');
  const incomplete = source.doubts.find((doubt) => doubt.code === 'intake/incomplete-table') ?? null;
  const told: Scene = { source, section, table, reading: readColumns(table, title), text, incomplete };
  const marked = markTotals(rows, table, text).filter((row) => row.isTotal || row.passage.index < READ_ROWS);
  const scene = inheritEvents(findKinds(told, marked), marked);
  const related = marked.map((row) => ({ row, figures: readFigures(scene, row) }));
  const rules = learnRules(scene.reading.counts, plainRows(related));
  const mentions: Mention[] = [];
  const statements = related.flatMap((each) => readRow(scene, each, mentions));
  return {
    mentions,
    figures: related.flatMap(({ figures }) => [...figures.values()].map(({ figure }) => figure)),
    relations: [
      ...relateTotals(scene.reading.counts, related),
      ...relateRows(
        rules,
        related.map(({ figures }) => figures),
      ),
    ],
    statements,
    doubts: lengthDoubts(rows, marked),
  };
}

function readFigures(scene: Scene, row: Row): Map<number, CellFigure> {
  const figures = new Map<number, CellFigure>();
  for (const column of scene.reading.counts) {
    const figure = readCellFigure(row, column, scene.table, scene.reading, scene.text);
    if (figure !== null) figures.set(column.index, figure);
  }
  return figures;
}

/** The totals rows by the table's own list, or by their labels where only a stretch of the rows is at hand. */
function markTotals(rows: readonly Passage[], table: Table, text: string): Row[] {
  const whole = rows.length === table.rows;
  const totals = new Set(table.totals);
  return rows.map((passage, at) => {
    const cells = passage.cells ?? [];
    const listed = whole ? totals.has(at) : table.totals.length > 0;
    const label = listed ? labelOf(cells, text) : null;
    const isTotal = whole ? totals.has(at) : label !== null;
    return { passage, cells, at, isTotal, isSubtotal: isTotal && label === 'subtotal' };
  });
}

function labelOf(cells: readonly Span[], text: string): 'total' | 'subtotal' | null {
  const first = cells.map((cell) => sliceOf(text, cell).trim()).find((cell) => cell !== '');
  return first === undefined ? null : totalLabel(first, true);
}

function lengthDoubts(rows: readonly Passage[], read: readonly Row[]): Doubt[] {
  const left = rows.length - read.length;
  const last = rows.at(-1);
  if (left <= 0 || last === undefined) return [];
  const text = `The table is long: its first ${READ_ROWS.toLocaleString('en')} passages were read for statements, ${left.toLocaleString('en')} rows here were not. They can be searched and cited, and its totals rows were read.`;
  return [{ code: 'tables/long', text, span: last.span }];
}

function plainRows(rows: readonly RelatedRow[]): RowFigures[] {
  return rows.filter(({ row }) => !row.isTotal).map(({ figures }) => figures);
}

/**
 * The scene with its nameless columns named by what they belong to: where the parties'
 * columns add up to "voters", they are votes; where the women are a part of the dead, they died.
 */
function inheritEvents(scene: Scene, rows: readonly Row[]): Scene {
  const { counts } = scene.reading;
  if (counts.length < 2 || counts.every((column) => column.event !== 'count')) return scene;
  const sample = rows.slice(0, STUDIED_ROWS).map((row) => ({ row, figures: readFigures(scene, row) }));
  const rules = learnRules(counts, plainRows(sample));
  const inherited = counts.map((column) => {
    const rule = rules.find(({ parts }) => parts.includes(column));
    if (rule === undefined || column.event !== 'count') return column;
    const of = column.of ?? (rule.whole.class === 'voted' ? 'vote' : rule.whole.of);
    return { ...column, event: rule.whole.event, of };
  });
  return { ...scene, reading: { ...scene.reading, counts: inherited } };
}

/** The scene with the text column, if there is one, whose cells say what each row counts. */
function findKinds(scene: Scene, rows: readonly Row[]): Scene {
  if (scene.reading.counts.every((column) => column.event !== 'count')) return scene;
  const sample = rows.slice(0, STUDIED_ROWS).filter((row) => !row.isTotal);
  const kinds = scene.reading.texts.find((index) => {
    const named = sample.filter((row) => kindAt(scene, row, index) !== null);
    return named.length >= 3 && named.length * 2 >= sample.length;
  });
  return { ...scene, reading: { ...scene.reading, kinds: kinds ?? null } };
}

function kindAt(scene: Scene, row: Row, index: number | null): HeaderEvent | null {
  const cell = index === null ? undefined : row.cells[index];
  return cell === undefined ? null : eventOfCell(sliceOf(scene.text, cell));
}

// ---- a row's statements

function readRow(scene: Scene, { row, figures }: RelatedRow, mentions: Mention[]): Statement[] {
  const cast = castOf(scene, row, mentions);
  const doubts =
    row.isTotal && scene.incomplete !== null
      ? [...noteDoubts(scene, row), scene.incomplete]
      : noteDoubts(scene, row);
  const base = { cast, doubts, row };
  const counted = scene.reading.counts.flatMap((column) => {
    const figure = figures.get(column.index);
    return figure === undefined ? [] : [countStatement(scene, base, column, figure)];
  });
  if (row.isTotal) return counted;
  const dated = scene.reading.dates.flatMap((column) => dateStatement(scene, base, column));
  return counted.length + dated.length > 0 || cast.person === null
    ? [...counted, ...dated]
    : [entryStatement(scene, base)];
}

interface Cast {
  readonly person: Role | null;
  readonly isAgent: boolean;
  readonly place: Role | null;
}

interface Base {
  readonly cast: Cast;
  readonly doubts: readonly Doubt[];
  readonly row: Row;
}

function countStatement(
  scene: Scene,
  base: Base,
  column: CountColumn,
  { figure, read }: CellFigure,
): Statement {
  const time = base.row.isTotal ? totalTime(scene, base.row) : rowTime(scene, base.row, column.date);
  const event =
    column.event === 'count'
      ? (kindAt(scene, base.row, scene.reading.kinds)?.event ?? 'count')
      : column.event;
  const doubts = [
    ...base.doubts,
    ...(read.ambiguous ? [markDoubt(figure.numberSpan)] : []),
    ...dayDoubts(time),
  ];
  const { span } = base.row.passage;
  return {
    ...statementOf(scene, base, event, time),
    place: column.place === null ? null : base.cast.place,
    id: idOf('sta', scene.source.id, span.start, span.end, event, figure.id),
    quantity: figure.quantity,
    figure: figure.id,
    rule: base.row.isTotal ? 'tables/totals-row' : 'tables/row-count',
    confidence: event === 'count' ? 0.7 : 0.9,
    doubts,
  };
}

function dateStatement(scene: Scene, base: Base, column: DateColumn): Statement[] {
  const time = rowTime(scene, base.row, column.index);
  const cell = base.row.cells[column.index];
  if (time === null || cell === undefined || cell.start === cell.end) return [];
  const { span } = base.row.passage;
  return [
    {
      ...statementOf(scene, base, column.event, time),
      id: idOf('sta', scene.source.id, span.start, span.end, column.event, `date ${column.index}`),
      rule: 'tables/row-date',
      confidence: 0.75,
    },
  ];
}

/** A list of people: each row says that one of them was admitted, arrested, aboard. */
function entryStatement(scene: Scene, base: Base): Statement {
  const event = scene.reading.event ?? 'count';
  const { span } = base.row.passage;
  return {
    ...statementOf(scene, base, event, rowTime(scene, base.row, scene.reading.day)),
    id: idOf('sta', scene.source.id, span.start, span.end, event, 'entry'),
    rule: 'tables/row-entry',
    confidence: 0.7,
  };
}

function statementOf(
  scene: Scene,
  { cast, doubts, row }: Base,
  event: string,
  time: TimeReading | null,
): Statement {
  const { passage } = row;
  return {
    id: '',
    source: scene.source.id,
    passage: passage.id,
    span: passage.span,
    voice: baseChain(scene.source, scene.section, passage),
    event,
    trigger: null,
    polarity: 'positive',
    modality: 'asserted',
    agent: cast.isAgent ? cast.person : null,
    patient: cast.isAgent ? null : cast.person,
    place: cast.place,
    quantity: null,
    figure: null,
    time,
    rule: '',
    confidence: 0.7,
    doubts,
  };
}

// ---- who and where

function castOf(scene: Scene, row: Row, mentions: Mention[]): Cast {
  if (row.isTotal) return { person: null, isAgent: false, place: null };
  const named = scene.reading.names.flatMap(({ index, agent }) => {
    const mention = mentionOf(scene, row, index, 'person');
    const person = mention === null ? wordsOf(scene, row, index) : roleOf(mention);
    return person === null ? [] : [{ mention, person, agent }];
  });
  const places = scene.reading.places.flatMap((index) => {
    const mention = mentionOf(scene, row, index, 'place');
    return mention === null ? [] : [{ mention, index }];
  });
  mentions.push(...named.flatMap(({ mention }) => mention ?? []), ...places.map(({ mention }) => mention));
  const [first] = named;
  const place = places.find(({ index }) => index === scene.reading.place);
  return {
    person: first?.person ?? null,
    isAgent: first?.agent ?? false,
    place: place === undefined ? null : roleOf(place.mention),
  };
}

function roleOf(mention: Mention): Role {
  return { mention: mention.id, text: mention.name, span: mention.span };
}

/** Words in a name column that are no name: "unnamed man". */
function wordsOf(scene: Scene, row: Row, index: number): Role | null {
  const cell = row.cells[index];
  const text = cell === undefined ? '' : sliceOf(scene.text, cell).trim();
  if (cell === undefined || text.length > LONGEST_NAME || !/\p{L}{2}/u.test(text) || UNKNOWN.test(text))
    return null;
  return { mention: null, text, span: cell };
}

/** A cell as a name: it has letters, and where its script has capitals it starts with one. */
function mentionOf(scene: Scene, row: Row, index: number, kind: 'person' | 'place'): Mention | null {
  const cell = row.cells[index];
  if (cell === undefined || cell.end - cell.start > LONGEST_NAME) return null;
  const name = sliceOf(scene.text, cell).trim();
  if (!/^["'(]?[\p{Lu}\p{Lo}\p{Lt}]/u.test(name) || !/\p{L}{2}/u.test(name) || UNKNOWN.test(name))
    return null;
  const start = scene.text.indexOf(name, cell.start);
  const span = { start, end: start + name.length };
  const id = idOf('men', scene.source.id, span.start, span.end);
  const title = kind === 'person' ? titleIn(name) : null;
  const bare = title === null ? name : name.slice(title.length).trim();
  return { id, source: scene.source.id, passage: row.passage.id, span, kind, name: bare, title };
}

/** "Sgt. Peter Orlen": the title that a name in a cell begins with. */
function titleIn(name: string): string | null {
  const title = /^(\p{L}+\.?)\s+\p{Lu}/u.exec(name)?.[1];
  return title !== undefined && (classesOf(foldWord(title.replace('.', ''))) & IS.title) !== 0 ? title : null;
}

const UNKNOWN =
  /^(?:N\/?A|NA|Unknown|Unspecified|Uncategorized|None|Other|Bilinmiyor|Desconocido|Desconhecido|Inconnu|Necunoscut|Неизвестно|مجهول|غير معروف)\b/iu;

// ---- doubts

function noteDoubts(scene: Scene, row: Row): Doubt[] {
  return scene.reading.texts.flatMap((index) => {
    const cell = row.cells[index];
    const written = cell === undefined || cell.end - cell.start > 200 ? '' : sliceOf(scene.text, cell);
    if (cell === undefined || written.trim() === '') return [];
    const words = headerWords(written);
    const quoted = `The row's note says “${written.trim()}”`;
    if (says(words, TERMS.provisional))
      return [{ code: 'tables/provisional', text: `${quoted}: its numbers may change.`, span: cell }];
    if (says(words, TERMS.corrected))
      return [
        { code: 'tables/corrected', text: `${quoted}: an earlier version had other numbers.`, span: cell },
      ];
    return [];
  });
}

function markDoubt(span: Span): Doubt {
  const text =
    'The mark in this number may group thousands or set off decimals, and no other number of the table settles it. It was read as thousands.';
  return { code: 'tables/ambiguous-number', text, span };
}

function dayDoubts(time: TimeReading | null): Doubt[] {
  if (time?.basis === 'unresolved')
    return [{ code: 'tables/unresolved-time', text: time.steps.join(' '), span: null }];
  return [];
}
