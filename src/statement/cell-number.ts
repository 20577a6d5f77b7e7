import type { Span } from './span.ts';
import { asciiDigits } from './stamp-pieces.ts';

/** Which mark sets off decimals in a table; null where its numbers do not tell. */
export type DecimalMark = '.' | ',' | null;

/** A table cell read as one number. Spans count in the cell. */
export interface CellNumber {
  /** The number words alone: `1,400` of `~1,400 kg`. */
  readonly number: Span;
  /** What follows the number, as written: `kg`, `%`, `loads`; empty where nothing does. */
  readonly tail: string;
  /** Both ends; null is an open end (`<0.001`, `100+`). */
  readonly min: number | null;
  readonly max: number | null;
  /** The value that is named, before `~` widens it; null for ranges. */
  readonly value: number | null;
  readonly decimals: number;
  readonly approx: boolean;
  /** The mark in it could group thousands or set off decimals, and nothing settles it. */
  readonly ambiguous: boolean;
}

const FIGURES = "\\p{Nd}+(?:[.,٫٬'’\\u00a0\\u202f ]\\p{Nd}+){0,6}";
const CELL = new RegExp(
  `^\\s*(<=|>=|[<>≤≥~≈±]|(?:ca?|approx|about|yakl|yaklaşık|aprox|env|rund|około|نحو|حوالي)\\.?(?=\\s|\\p{Nd}))?\\s*` +
    `(?:US|R)?([$€£₺¥₽₹]?)\\s*([-−+]?${FIGURES})(?:\\s?[-–—]\\s?(${FIGURES}))?\\s*([+?*]?)\\s*([^\\p{Nd}]{0,40})$`,
  'u',
);
const NOTHING =
  /^(?:[-–—.…?*\s/\\]*|n\/?a\.?|n\.\s?a\.?|nan|null|none|nil|unknown|yok|bilinmiyor|s\/d|n\/d|n\.d\.|nd|sin datos|brak|k\.\s?a\.|لا يوجد|غير معروف|н\/д|#n\/a|#ref!|#value!)$/iu;
const MAX_CELL = 80;

/** Whether a cell says that it has no value: `n/a`, `-`, `yok`, or nothing at all. */
export function saysNothing(cell: string): boolean {
  return cell.length <= 20 && NOTHING.test(cell.trim());
}

/**
 * The number that a whole cell holds, or null where it holds something else (a date, a
 * code, words). Knows grouped thousands, decimals by `decimal`, ranges (`12-15`), bounds
 * (`<0.001`, `100+`), approximation (`~40`), digits of all scripts, and a unit after it.
 * `readCellNumber('1.400 kg', ',')` has the value 1400 and the tail `kg`.
 */
export function readCellNumber(cell: string, decimal: DecimalMark): CellNumber | null {
  if (cell.length > MAX_CELL) return null;
  const match = CELL.exec(cell);
  if (match === null) return null;
  const [, sign = '', , first = '', second, after = '', tail = ''] = match;
  const low = readFigures(first, decimal);
  const high = second === undefined ? null : readFigures(second, decimal);
  if (low === null || (second !== undefined && high === null)) return null;
  if (/^[-−/:.]/.test(tail)) return null;
  const start = cell.indexOf(first);
  const end =
    second === undefined ? start + first.length : cell.indexOf(second, start + first.length) + second.length;
  const spoken = { number: { start, end }, tail: tail.trim(), decimals: low.decimals };
  const ambiguous = low.ambiguous || (high?.ambiguous ?? false);
  if (high !== null) {
    // A range runs upward; "07-03" is a code or a day and a month.
    if (high.value <= low.value || first.startsWith('0')) return null;
    return { ...spoken, ambiguous, min: low.value, max: high.value, value: null, approx: false };
  }
  return { ...spoken, ambiguous, ...boundsOf(sign, after, low) };
}

function boundsOf(sign: string, after: string, { value, decimals }: ReadFigures) {
  const step = decimals === 0 ? 1 : 0;
  if (sign === '<') return { min: null, max: value - step, value, approx: false };
  if (sign === '<=' || sign === '≤') return { min: null, max: value, value, approx: false };
  if (sign === '>') return { min: value + step, max: null, value, approx: false };
  if (sign === '>=' || sign === '≥' || after === '+') return { min: value, max: null, value, approx: false };
  if (sign === '') return { min: value, max: value, value, approx: after === '?' };
  return { min: trim(value * 0.9), max: trim(value * 1.1), value, approx: true };
}

interface ReadFigures {
  readonly value: number;
  readonly decimals: number;
  readonly ambiguous: boolean;
}

const PLAIN = /^\d+$/;
const GROUPED = /^\d{1,3}(?:(.)\d{3})(?:\1\d{3})*$/;

function readFigures(written: string, decimal: DecimalMark): ReadFigures | null {
  const negative = /^[-−]/.test(written);
  const figures = written
    .replace(/^[-−+]/, '')
    .replaceAll('٫', decimal === ',' ? ',' : '.')
    .replaceAll('٬', decimal === ',' ? '.' : ',')
    .replace(/\p{Nd}+/gu, asciiDigits);
  const read = readPlain(figures, decimal);
  return read === null || !negative ? read : { ...read, value: -read.value };
}

function readPlain(figures: string, decimal: DecimalMark): ReadFigures | null {
  if (PLAIN.test(figures)) return { value: Number(figures), decimals: 0, ambiguous: false };
  const last = lastMark(figures);
  const whole = figures.slice(0, last);
  const rest = figures.slice(last + 1);
  const mark = figures[last] ?? '';
  const decimals = { decimals: rest.length, ambiguous: false };
  const wholeValue = PLAIN.test(whole) ? Number(whole) : groupedValue(whole);
  if (mark !== '.' && mark !== ',') {
    const value = groupedValue(figures);
    return value === null ? null : { value, decimals: 0, ambiguous: false };
  }
  const grouped = whole.startsWith('0') ? null : groupedValue(figures);
  if (grouped !== null && mark !== decimal) {
    return { value: grouped, decimals: 0, ambiguous: decimal === null && PLAIN.test(whole) };
  }
  if (wholeValue === null || whole.includes(mark)) return indianValue(figures);
  return { value: trim(wholeValue + Number(`0.${rest}`)), ...decimals };
}

function lastMark(figures: string): number {
  for (let at = figures.length - 1; at >= 0; at -= 1) if (!/\d/.test(figures[at] ?? '')) return at;
  return -1;
}

function groupedValue(figures: string): number | null {
  return GROUPED.test(figures) ? Number(figures.replace(/\D/g, '')) : null;
}

// Lakh and crore: 12,34,567.
function indianValue(figures: string): ReadFigures | null {
  if (!/^\d{1,2}(?:,\d{2})+,\d{3}$/.test(figures)) return null;
  return { value: Number(figures.replaceAll(',', '')), decimals: 0, ambiguous: false };
}

function trim(value: number): number {
  return Number(value.toPrecision(12));
}

/**
 * What a cell says of its table's decimal mark: `.` or `,` where only one reading is
 * possible (`2,5`, `1.234,5`, `1.234.567`), else null.
 */
export function decimalEvidence(cell: string): DecimalMark {
  if (cell.length > MAX_CELL) return null;
  const figures = /^\s*[<>~≤≥$€£-]{0,2}\s*(\d[\d.,]*)\s*[^\d.,]{0,20}$/.exec(cell)?.[1];
  if (figures === undefined) return null;
  const marks = figures.replace(/\d/g, '');
  if (marks === '') return null;
  const mark = marks.at(-1) === ',' ? ',' : '.';
  const other = mark === ',' ? '.' : ',';
  if (marks.length === 1) return /^(?:0?[.,]|\d+[.,](?!\d{3}$)|\d{4,}[.,])\d+$/.test(figures) ? mark : null;
  if (marks.includes(other)) return marks.indexOf(mark) === marks.length - 1 ? mark : null;
  return GROUPED.test(figures) ? other : null;
}
