import { idOf } from '../../statement/id.ts';
import type { SourceHead } from '../../statement/pile.ts';
import type { Figure } from '../../statement/quantity.ts';
import type { Reading } from '../../statement/reading.ts';
import type { Passage, Section, Table } from '../../statement/source.ts';
import { type Span, sliceOf } from '../../statement/span.ts';
import type { Mention, Role, Statement } from '../../statement/statement.ts';
import type { TimeReading } from '../../statement/time.ts';
import { baseChain } from '../voices/base-chain.ts';
import { CALL_TERMS, type CallColumns } from './call-columns.ts';
import { readCallDuration } from './call-duration.ts';
import { foldTerm } from './header-terms.ts';
import type { Row } from './read-cells.ts';
import { rowTime } from './row-time.ts';

/** What the rows of call-detail records are read against. */
export interface CallScene {
  readonly source: SourceHead;
  readonly section: Section;
  readonly table: Table;
  readonly columns: CallColumns;
  readonly text: string;
}

const FEWEST_DIGITS = 3;
const LONGEST_PARTY = 60;

/**
 * Reads call-detail records: each row one statement of the table's own voice, that one line called
 * another (or sent it a message), when, for how long and by which cell. That a line called is not
 * that its holder did: the numbers are the parties, names of subscribers only mentions elsewhere.
 */
export function readCallRows(scene: CallScene, rows: readonly Row[]): Reading {
  const read = rows.map((row) => readRow(scene, row));
  return {
    mentions: read.flatMap(({ mentions }) => mentions),
    figures: read.flatMap(({ figure }) => figure ?? []),
    relations: [],
    statements: read.flatMap(({ statement }) => statement ?? []),
    doubts: [],
  };
}

interface ReadRow {
  readonly mentions: readonly Mention[];
  readonly figure: Figure | null;
  readonly statement: Statement | null;
}

function readRow(scene: CallScene, row: Row): ReadRow {
  const { caller, called } = partiesOf(scene, row);
  const [agent, patient] = [partyAt(scene, row, caller), partyAt(scene, row, called)];
  const mentions = [agent, patient].flatMap((party) => party?.mention ?? []);
  if (agent === null || patient === null) return { mentions, figure: null, statement: null };
  const isMessage = saysOneOf(scene, row, CALL_TERMS.messages);
  const length = isMessage ? null : durationOf(scene, row);
  const event = isMessage ? 'send' : 'call';
  const { passage } = row;
  const statement: Statement = {
    id: idOf('sta', scene.source.id, passage.span.start, passage.span.end, event, 'call row'),
    source: scene.source.id,
    passage: passage.id,
    span: passage.span,
    voice: baseChain(scene.source, scene.section, passage),
    ...{ event, trigger: null, polarity: 'positive', modality: 'asserted' },
    ...{ agent: agent.role, patient: patient.role, place: cellOf(scene, row) },
    ...{ quantity: length?.figure.quantity ?? null, figure: length?.figure.id ?? null },
    ...{ time: timeOf(scene, row), rule: 'tables/call-row', confidence: 0.9, doubts: length?.doubts ?? [] },
  };
  return { mentions, figure: length?.figure ?? null, statement };
}

/** Columns of who called and who was called in this row. Where the row does not say which way, nobody is. */
function partiesOf(scene: CallScene, row: Row): { caller: number | null; called: number | null } {
  const { parties } = scene.columns;
  if (parties.by === 'role') return parties;
  const { own, other } = parties;
  if (saysOneOf(scene, row, CALL_TERMS.incoming)) return { caller: other, called: own };
  if (saysOneOf(scene, row, CALL_TERMS.outgoing)) return { caller: own, called: other };
  return { caller: null, called: null };
}

function saysOneOf(scene: CallScene, row: Row, terms: ReadonlySet<string>): boolean {
  const cell = scene.columns.direction === null ? undefined : row.cells[scene.columns.direction];
  if (cell === undefined) return false;
  const written = sliceOf(scene.text, cell).slice(0, 60);
  return foldTerm(written)
    .split(' ')
    .some((word) => terms.has(word));
}

/** A line as the cell has it: a mention where it is a number, else its words ("withheld"). */
function partyAt(
  scene: CallScene,
  row: Row,
  column: number | null,
): { role: Role; mention: Mention | null } | null {
  const span = column === null ? null : filledSpan(scene.text, row.cells[column]);
  if (span === null || span.end - span.start > LONGEST_PARTY) return null;
  const name = sliceOf(scene.text, span);
  const digits = name.replace(/\P{Nd}/gu, '').length;
  const isNumber = digits >= FEWEST_DIGITS && !/\p{L}{2}/u.test(name);
  if (!isNumber) return { role: { mention: null, text: name, span }, mention: null };
  const id = idOf('men', scene.source.id, span.start, span.end);
  const place = { source: scene.source.id, passage: row.passage.id, span };
  return {
    role: { mention: id, text: name, span },
    mention: { id, ...place, kind: 'phone', name, title: null },
  };
}

function durationOf({ columns, text }: CallScene, { passage, cells }: Row) {
  const span = columns.duration === null ? null : filledSpan(text, cells[columns.duration]);
  return readCallDuration(passage, span, columns.unit, text);
}

function cellOf(scene: CallScene, row: Row): Role | null {
  const { cell } = scene.columns;
  const span = cell === null ? null : filledSpan(scene.text, row.cells[cell]);
  return span === null ? null : { mention: null, text: sliceOf(scene.text, span), span };
}

function timeOf(scene: CallScene, row: Row): TimeReading | null {
  const { day, time } = scene.columns;
  return rowTime(
    {
      ...{ section: scene.section, table: scene.table, text: scene.text },
      reading: { day, time, year: null, month: null },
    },
    row,
    day,
  );
}

/** A cell without the white space at its ends, or null where there is nothing in it. */
function filledSpan(text: string, cell: Span | undefined): Span | null {
  if (cell === undefined) return null;
  const written = sliceOf(text, cell);
  const words = written.trim();
  const start = cell.start + (written.length - written.trimStart().length);
  return words === '' ? null : { start, end: start + words.length };
}

/** Rows as they come, none of them a total: calls are not added up. */
export function callRows(passages: readonly Passage[]): Row[] {
  return passages.map((passage, at) => ({
    ...{ passage, cells: passage.cells ?? [], at, isTotal: false, isSubtotal: false },
  }));
}
