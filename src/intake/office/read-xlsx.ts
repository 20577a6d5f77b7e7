import type { Claim, Doubt } from '../../statement/source.ts';
import { describeContainer, type Listed } from '../containers/describe-container.ts';
import type { Budget, Member } from '../containers/member.ts';
import { unpackEntries } from '../containers/open-zip.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { type CellTypes, type SheetRows, sheetRows } from './sheet-rows.ts';
import { walkXml } from './walk-xml.ts';
import { notWrittenOut, writeTable } from './write-table.ts';

const BOOK = 'xl/workbook.xml';
const LINKS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Formats of numbers that show a date or a time, by their fixed number (ECMA-376, 18.8.30). */
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Whether the names of an archive's entries are those of an Excel workbook. */
export function isXlsx(names: readonly string[]): boolean {
  return names.includes(BOOK) && names.includes('[Content_Types].xml');
}

/**
 * An Excel workbook (XLSX, XLSM) as a source that lists its sheets; each sheet is a member, a table
 * with tabs, read like any other. Hidden sheets, rows and columns and the formulas behind values
 * are claims of the workbook. No macro is run and nothing is worked out anew.
 */
export async function readXlsx(
  bytes: Uint8Array,
  context: FormatContext,
  budget: Budget,
): Promise<{ reading: FormatReading; members: readonly Member[] }> {
  const wanted = (name: string) => [BOOK, LINKS, STRINGS, STYLES].includes(name) || SHEET.test(name);
  const parts = await unpackEntries(bytes, wanted, budget);
  const types: CellTypes = {
    strings: stringsOf(parts.get(STRINGS)),
    dates: datesOf(parts.get(STYLES)),
    from1904: is1904(parts.get(BOOK)),
  };
  const claims: Claim[] = [];
  const listed: Listed[] = [];
  const members: Member[] = [];
  const doubts: Doubt[] = [];
  for (const { name, path, hidden } of sheetsOf(parts)) {
    const xml = parts.get(path);
    const sheet = xml === undefined ? null : sheetRows(xml, types);
    const text = sheet === null ? '' : writeTable(sheet.rows);
    const refused = sheet === null ? 'the workbook does not hold it' : text === '' ? 'it is empty' : null;
    const content = Buffer.from(text, 'utf8');
    listed.push({ name: `${name}${hidden ? ' (hidden sheet)' : ''}`, bytes: content.length, refused });
    if (refused === null) members.push({ name: `${name}.tsv`, bytes: content });
    if (sheet !== null) doubts.push(...notWrittenOut({ name, notWritten: sheet.notWritten }));
    claims.push(
      ...(hidden ? [{ key: 'hidden sheet', value: name, span: null }] : []),
      ...claimsOf(name, sheet),
    );
  }
  const reading = describeContainer({ noun: 'workbook', mediaType: MEDIA_TYPE, claims }, listed, context);
  return { reading: { ...reading, doubts: [...reading.doubts, ...doubts] }, members };
}

function claimsOf(name: string, sheet: SheetRows | null): Claim[] {
  return [
    ...(sheet?.hidden ?? []).map((what) => ({
      key: 'hidden in a sheet',
      value: `${name}: ${what}`,
      span: null,
    })),
    ...(sheet?.formulas ?? []).map((formula) => ({
      key: 'formula',
      value: `${name}!${formula}`,
      span: null,
    })),
  ];
}

interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

function sheetsOf(parts: ReadonlyMap<string, Uint8Array>): Sheet[] {
  const targets = new Map<string, string>();
  walkPart(parts.get(LINKS), (name, attributes) => {
    if (name === 'Relationship') targets.set(attributes.Id ?? '', attributes.Target ?? '');
  });
  const sheets: Sheet[] = [];
  walkPart(parts.get(BOOK), (name, attributes) => {
    if (name !== 'sheet') return;
    const target = targets.get(attributes['r:id'] ?? '') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
    sheets.push({ name: attributes.name ?? `sheet ${sheets.length + 1}`, path, hidden });
  });
  return sheets;
}

function is1904(xml: Uint8Array | undefined): boolean {
  let found = false;
  walkPart(xml, (name, attributes) => {
    if (name === 'workbookPr') found = attributes.date1904 === '1' || attributes.date1904 === 'true';
  });
  return found;
}

function walkPart(
  xml: Uint8Array | undefined,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
): void {
  if (xml !== undefined) walkXml(xml, { open });
}

/** Shared strings, the runs of each joined; what is read aloud for Japanese (`rPh`) is no part of them. */
function stringsOf(xml: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = 0;
  if (xml === undefined) return strings;
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text: (words) => {
      if (inText) current += words;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

/** For each style of cells, whether its number format shows a date: by number, or by a code with day, month or year in it. */
function datesOf(xml: Uint8Array | undefined): boolean[] {
  const own = new Map<number, boolean>();
  const dates: boolean[] = [];
  let inStyles = false;
  if (xml === undefined) return dates;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inStyles = true;
      else if (name === 'numFmt')
        own.set(Number(attributes.numFmtId), showsDate(attributes.formatCode ?? ''));
      else if (name === 'xf' && inStyles) {
        const format = Number(attributes.numFmtId ?? 0);
        dates.push(own.get(format) ?? DATE_FORMATS.has(format));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inStyles = false;
    },
  });
  return dates;
}

function showsDate(code: string): boolean {
  return /[dmyh]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
