import { dateOf, daysInMonth, yearOf } from '../../statement/calendar.ts';
import { findPeriod } from '../../statement/period.ts';
import type { Section, Table } from '../../statement/source.ts';
import { sliceOf } from '../../statement/span.ts';
import { type DateOrder, findStamps, type Stamp } from '../../statement/stamp.ts';
import { foldStampWord, MONTHS } from '../../statement/stamp-pieces.ts';
import type { TimeReading } from '../../statement/time.ts';
import { yearlessDays } from '../../statement/yearless-day.ts';
import type { Row } from './read-cells.ts';
import type { TableReading } from './read-columns.ts';

/** What a row's time is read against. */
export interface TimeScene {
  readonly section: Section;
  readonly table: Table;
  readonly reading: Pick<TableReading, 'day' | 'time' | 'year' | 'month'>;
  readonly text: string;
}

/**
 * When a row says that it was: by the date in `column`, else by its day column, its year and
 * month, or the section. The clock is its own or that of the time column.
 */
export function rowTime(scene: TimeScene, row: Row, column: number | null): TimeReading | null {
  const stamp = stampAt(scene, row, column) ?? stampAt(scene, row, scene.reading.day);
  const clock = stamp?.clock ?? stampAt(scene, row, scene.reading.time)?.clock ?? clockAt(scene, row);
  if (stamp?.date != null) {
    const steps = stamp.ambiguous ? [`Day first; month first it would be ${stamp.alternative}.`] : [];
    return {
      from: stamp.date,
      to: stamp.date,
      clock,
      zone: stamp.zone,
      granularity: clock === null ? 'day' : 'minute',
      approx: false,
      basis: 'stated',
      steps,
    };
  }
  const month = monthTime(scene, row) ?? yearlessTime(scene, row, column, clock);
  if (month !== null) return month;
  if (scene.reading.day !== null && !isOneDay(scene.section.time)) return sectionTime(scene.section.time);
  const time = sectionTime(scene.section.time);
  return time === null || clock === null || !isOneDay(time)
    ? time
    : { ...time, clock, granularity: 'minute' };
}

function isOneDay(time: TimeReading | null): boolean {
  return time?.from != null && time.from === time.to;
}

function sectionTime(time: TimeReading | null): TimeReading | null {
  return time === null || time.from === null ? null : { ...time, basis: 'section' };
}

function stampAt(scene: TimeScene, row: Row, column: number | null): Stamp | null {
  const cell = column === null ? undefined : row.cells[column];
  if (cell === undefined || cell.start === cell.end) return null;
  const order = orderOf(scene.table);
  const stamps = findStamps(sliceOf(scene.text, cell).slice(0, 80), { order });
  return stamps.find((stamp) => stamp.date !== null) ?? stamps[0] ?? null;
}

/** "13-ene" among dates of one year: the table's own days tell the year. */
function yearlessTime(
  scene: TimeScene,
  row: Row,
  column: number | null,
  clock: string | null,
): TimeReading | null {
  const cell = row.cells[column ?? scene.reading.day ?? -1];
  const { from = null, to = null } = scene.section.time ?? {};
  if (cell === undefined || from === null || to === null || yearOf(from) !== yearOf(to)) return null;
  const [day] = yearlessDays(sliceOf(scene.text, cell).slice(0, 40));
  const date = day === undefined ? null : dateOf(yearOf(from), day.month, day.day);
  if (date === null) return null;
  return {
    ...UNRESOLVED,
    from: date,
    to: date,
    clock,
    granularity: clock === null ? 'day' : 'minute',
    basis: 'section',
    steps: [`The year is that of the other rows: ${yearOf(from)}.`],
  };
}

/** "18.20" in a column of clock times. */
function clockAt(scene: TimeScene, row: Row): string | null {
  const cell = scene.reading.time === null ? undefined : row.cells[scene.reading.time];
  const match =
    cell === undefined ? null : /^\s*([01]?\d|2[0-3])[.:]([0-5]\d)\s*$/.exec(sliceOf(scene.text, cell));
  return match === null ? null : `${(match[1] ?? '').padStart(2, '0')}:${match[2]}`;
}

/** A month from a year column and a month column. A fiscal year does not say which calendar year. */
function monthTime(scene: TimeScene, row: Row): TimeReading | null {
  const { year, month } = scene.reading;
  if (year === null || scene.reading.day !== null) return null;
  const yearCell = row.cells[year.index];
  const written = yearCell === undefined ? '' : sliceOf(scene.text, yearCell).trim();
  if (!/^(?:19|20)\d\d$/.test(written)) return null;
  if (year.fiscal)
    return {
      ...UNRESOLVED,
      steps: [`“${written}” is a fiscal year; nothing here says in which month it begins.`],
    };
  const monthCell = month === null ? undefined : row.cells[month];
  const number = monthCell === undefined ? null : monthNumber(sliceOf(scene.text, monthCell).trim());
  if (number === null)
    return {
      ...UNRESOLVED,
      from: `${written}-01-01`,
      to: `${written}-12-31`,
      granularity: 'year',
      basis: 'stated',
    };
  const first = `${written}-${String(number).padStart(2, '0')}`;
  const last = daysInMonth(Number(written), number);
  return {
    ...UNRESOLVED,
    from: `${first}-01`,
    to: `${first}-${last}`,
    granularity: 'month',
    basis: 'stated',
  };
}

const UNRESOLVED: TimeReading = {
  from: null,
  to: null,
  clock: null,
  zone: null,
  granularity: 'month',
  approx: false,
  basis: 'unresolved',
  steps: [],
};

function monthNumber(written: string): number | null {
  if (/^(?:0?[1-9]|1[0-2])$/.test(written)) return Number(written);
  return MONTHS.get(foldStampWord(written.replace(/\.$/, ''))) ?? null;
}

/** The period that the totals row names, else the section's. */
export function totalTime(scene: TimeScene, row: Row): TimeReading | null {
  const { time } = scene.section;
  const year = time?.from == null ? null : yearOf(time.from);
  const period = findPeriod(sliceOf(scene.text, row.passage.span), { year, order: orderOf(scene.table) });
  if (period === null) return sectionTime(time);
  return { ...UNRESOLVED, from: period.from, to: period.to, granularity: 'day', basis: 'stated' };
}

function orderOf({ dateOrder }: Table): DateOrder | null {
  return dateOrder === 'mixed' ? null : dateOrder;
}
