import { walkXml } from './walk-xml.ts';

/** A sheet's cells as text, row by row, and what of it is not seen. */
export interface SheetRows {
  readonly rows: readonly (readonly string[])[];
  /** Numbers of hidden rows, and letters of hidden columns, as a spreadsheet shows them. */
  readonly hidden: readonly string[];
  /** `B2 = SUM(B3:B9)`; the value that the program worked out is in the row. */
  readonly formulas: readonly string[];
  /** Cells with a value beyond the last column that is read. */
  readonly notWritten: number;
}

export interface CellTypes {
  readonly strings: readonly string[];
  /** By the number of a cell's style: whether it shows a date. */
  readonly dates: readonly boolean[];
  /** Days are counted from 1904 and not from 1900. */
  readonly from1904: boolean;
}

/** A sheet has 16,384 columns; what lies beyond these is no table that people read. */
const MOST_COLUMNS = 1_000;
const MOST_FORMULAS = 200;
const DAY_MS = 86_400_000;

/** The cells of a worksheet (SpreadsheetML, ECMA-376): strings, numbers as they are kept, dates as `YYYY-MM-DD`. Empty rows are left out. */
export function sheetRows(xml: Uint8Array, types: CellTypes): SheetRows {
  const rows: string[][] = [];
  const hidden: string[] = [];
  const formulas: string[] = [];
  let row: string[] = [];
  let cell = { place: '', type: '', style: 0 };
  let inside: 'v' | 'f' | 't' | null = null;
  let value = '';
  let formula = '';
  let notWritten = 0;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = [];
        if (isTrue(attributes.hidden)) hidden.push(`row ${attributes.r ?? ''}`);
      } else if (name === 'col' && isTrue(attributes.hidden))
        hidden.push(`columns ${letters(attributes.min)} to ${letters(attributes.max)}`);
      else if (name === 'c') {
        cell = { place: attributes.r ?? '', type: attributes.t ?? 'n', style: Number(attributes.s ?? 0) };
        value = '';
        formula = '';
      } else if (name === 'v' || name === 'f' || name === 't') inside = name;
    },
    text: (words) => {
      if (inside === 'f') formula += words;
      else if (inside !== null) value += words;
    },
    close: (name) => {
      if (name === 'v' || name === 'f' || name === 't') inside = null;
      else if (name === 'c') {
        const column = columnOf(cell.place) ?? row.length;
        if (column < MOST_COLUMNS) put(row, column, shownValue(value, cell, types));
        else if (value !== '') notWritten += 1;
        if (formula !== '' && formulas.length < MOST_FORMULAS) formulas.push(`${cell.place} = ${formula}`);
      } else if (name === 'row' && row.some((each) => each !== '')) rows.push(row);
    },
  });
  return { rows, hidden, formulas, notWritten };
}

function put(row: string[], column: number, value: string): void {
  while (row.length < column) row.push('');
  row[column] = value;
}

function shownValue(
  value: string,
  { type, style }: { type: string; style: number },
  types: CellTypes,
): string {
  if (type === 's') return types.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || value === '' || types.dates[style] !== true) return value;
  return dateOf(Number(value), types.from1904) ?? value;
}

/** Day 60 of 1900 never was; days before it are one off, as in every spreadsheet program. */
function dateOf(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return null;
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const moment = new Date(first + Math.round(serial * DAY_MS)).toISOString();
  const [day = '', clock = ''] = moment.split('T');
  if (serial < 1) return clock.slice(0, 5);
  return Number.isInteger(serial) ? day : `${day} ${clock.slice(0, 5)}`;
}

function columnOf(place: string): number | null {
  const name = /^[A-Z]{1,3}/.exec(place)?.[0];
  return name === undefined
    ? null
    : [...name].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}

function letters(column: string | undefined): string {
  let number = Number(column);
  if (!Number.isInteger(number) || number < 1 || number > 16_384) return '?';
  let name = '';
  for (; number > 0; number = Math.floor((number - 1) / 26))
    name = String.fromCharCode(65 + ((number - 1) % 26)) + name;
  return name;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
