import type { HidingStyles } from './odf-styles.ts';
import { walkXml } from './walk-xml.ts';

/** One sheet of an OpenDocument spreadsheet. */
export interface OdsTable {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
  /** Hidden rows and columns, formulas and comments, as claims to be. */
  readonly said: readonly { readonly key: string; readonly value: string }[];
  /** Cells and rows with words that are not written out: beyond the last column, or repeated without end. */
  readonly notWritten: number;
}

const MOST_COLUMNS = 1_000;
/** Cells of one spreadsheet that repetition may make; a file of a kilobyte can ask for 17 thousand millions. */
const MOST_MADE = 1_000_000;
const MOST_SAID = 200;
const HIDDEN: ReadonlySet<string | undefined> = new Set(['collapse', 'filter']);

interface Cell {
  readonly attributes: Readonly<Record<string, string>>;
  readonly lines: string[];
}

/**
 * The sheets of an OpenDocument spreadsheet: numbers and dates as they are kept, shares, sums of
 * money and times as they are shown. Cells and rows that the file says to be repeated are written
 * out within a bound; what passes it, or the thousandth column, is counted. Empty rows are left out.
 */
export function odsTables(xml: Uint8Array, hiding: HidingStyles): OdsTable[] {
  const reader = new TableReader(hiding);
  walkXml(xml, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (words) => reader.text(words),
    close: (name) => reader.close(name),
  });
  return reader.tables;
}

class TableReader {
  readonly tables: OdsTable[] = [];
  readonly #hiding: HidingStyles;
  #left = MOST_MADE;
  #table = { name: '', hidden: false, rows: [] as string[][], said: [] as { key: string; value: string }[] };
  #notWritten = 0;
  #rowNumber = 1;
  #columnNumber = 1;
  #rowAttributes: Readonly<Record<string, string>> = {};
  #row: string[] = [];
  #cell: Cell | null = null;
  #line: string | null = null;
  #comment: string | null = null;
  #skipped = 0;
  /** Tables within cells are read as words of their cell. */
  #depth = 0;

  constructor(hiding: HidingStyles) {
    this.#hiding = hiding;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'table:table') this.#depth += 1;
    if (name === 'table:table' && this.#depth === 1) this.#begin(attributes);
    else if (name === 'office:annotation') this.#comment = '';
    else if (name === 'dc:creator' || name === 'dc:date') this.#skipped += 1;
    else if (name === 'text:p') this.#line = '';
    else if (name === 'text:line-break' || name === 'text:tab' || name === 'text:s') this.text(' ');
    else if (this.#depth > 1) return;
    else if (name === 'table:table-column') this.#column(attributes);
    else if (name === 'table:table-row') [this.#rowAttributes, this.#row] = [attributes, []];
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell')
      this.#cell = { attributes, lines: [] };
  }

  text(words: string): void {
    if (this.#line !== null && this.#skipped === 0) this.#line += words;
  }

  close(name: string): void {
    if (name === 'table:table') this.#depth -= 1;
    if (name === 'table:table' && this.#depth === 0) this.#endTable();
    else if (name === 'text:p') this.#endLine();
    else if (name === 'dc:creator' || name === 'dc:date') this.#skipped -= 1;
    else if (name === 'office:annotation') {
      this.#say('comment in a cell', `${this.#place()} ${(this.#comment ?? '').trim()}`);
      this.#comment = null;
    } else if (this.#depth > 1) return;
    else if (name === 'table:table-row') this.#endRow();
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#endCell();
  }

  #begin(attributes: Readonly<Record<string, string>>): void {
    const name = attributes['table:name'] ?? `sheet ${this.tables.length + 1}`;
    const hidden = this.#hiding.has(attributes['table:style-name'] ?? '');
    this.#table = { name, hidden, rows: [], said: [] };
    [this.#rowNumber, this.#columnNumber, this.#notWritten] = [1, 1, 0];
  }

  #column(attributes: Readonly<Record<string, string>>): void {
    const count = countOf(attributes['table:number-columns-repeated']);
    const last = this.#columnNumber + count - 1;
    if (HIDDEN.has(attributes['table:visibility']))
      this.#say('hidden in a sheet', `columns ${this.#columnNumber} to ${last}`);
    this.#columnNumber = last + 1;
  }

  #endLine(): void {
    const line = this.#line ?? '';
    this.#line = null;
    if (this.#comment !== null) this.#comment += `${line} `;
    else this.#cell?.lines.push(line);
  }

  #endCell(): void {
    if (this.#cell === null) return;
    const { attributes } = this.#cell;
    const value = cellText(this.#cell);
    const formula = attributes['table:formula'];
    if (formula !== undefined) this.#say('formula', `${this.#place()} = ${formula}`);
    const count = countOf(attributes['table:number-columns-repeated']);
    const room = MOST_COLUMNS - this.#row.length;
    const made = value === '' ? Math.min(count, room) : Math.min(count, room, this.#left + 1);
    if (value !== '') this.#notWritten += count - made;
    if (value !== '') this.#left -= Math.max(0, made - 1);
    for (let each = 0; each < made; each++) this.#row.push(value);
    this.#cell = null;
  }

  #endRow(): void {
    const count = countOf(this.#rowAttributes['table:number-rows-repeated']);
    if (HIDDEN.has(this.#rowAttributes['table:visibility']))
      this.#say('hidden in a sheet', `rows ${this.#rowNumber} to ${this.#rowNumber + count - 1}`);
    this.#rowNumber += count;
    const row = this.#row.slice(0, this.#row.findLastIndex((cell) => cell !== '') + 1);
    if (row.length === 0) return;
    // The row itself is paid for by its cells; only its repetitions are made of nothing.
    const more = Math.min(count - 1, Math.floor(this.#left / row.length));
    this.#left -= more * row.length;
    this.#notWritten += count - 1 - more;
    for (let each = 0; each <= more; each++) this.#table.rows.push(row);
  }

  #endTable(): void {
    this.tables.push({ ...this.#table, notWritten: this.#notWritten });
  }

  #place(): string {
    return `${this.#table.name}, row ${this.#rowNumber}, column ${this.#row.length + 1}:`;
  }

  #say(key: string, value: string): void {
    if (this.#table.said.length < MOST_SAID) this.#table.said.push({ key, value });
  }
}

/** A cell as text. What its type keeps exactly is preferred to how it is shown, which may be rounded. */
function cellText({ attributes, lines }: Cell): string {
  const shown = lines.join('\n').trim();
  const type = attributes['office:value-type'] ?? attributes['calcext:value-type'];
  if (type === 'float') return attributes['office:value'] ?? shown;
  if (type === 'date') return dateOf(attributes['office:date-value'] ?? shown);
  if (shown !== '') return shown;
  return (
    attributes['office:string-value'] ??
    attributes['office:value'] ??
    attributes['office:time-value'] ??
    attributes['office:boolean-value'] ??
    ''
  );
}

function dateOf(value: string): string {
  const [, day = value, clock] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(value) ?? [];
  return clock === undefined || clock === '00:00' ? day : `${day} ${clock}`;
}

function countOf(repeated: string | undefined): number {
  const count = Number(repeated ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}
