import { expect, test } from 'vitest';
import { openDocument } from '../../src/intake/open-document.ts';
import { packZip } from './pack-zip.ts';

const book = (sheets: readonly { name: string; state?: string; xml: string }[], date1904 = false) =>
  packZip([
    { name: '[Content_Types].xml', text: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      text: `<workbook><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name}" ${state === undefined ? '' : `state="${state}"`} r:id="r${at}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships>${sheets.map((_, at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at}.xml"/>`).join('')}</Relationships>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      text: '<sst><si><t>Date</t></si><si><r><t>Arres</t></r><r><t>ted</t></r></si></sst>',
    },
    {
      name: 'xl/styles.xml',
      text: '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
    ...sheets.map(({ xml }, at) => ({
      name: `xl/worksheets/sheet${at}.xml`,
      text: `<worksheet>${xml}</worksheet>`,
    })),
  ]);

const read = async (bytes: Uint8Array) => {
  const { intake, members } = await openDocument(bytes, { path: 'log.xlsx', file: 'log.xlsx' });
  const all = await Array.fromAsync(members);
  return {
    source: intake.source,
    tables: all.map((member) => [
      member.name,
      'bytes' in member ? Buffer.from(member.bytes).toString() : member.code,
    ]),
  };
};

const ROWS =
  '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
  '<row r="2"><c r="A2" s="1"><v>44319</v></c><c r="B2"><v>15</v></c></row>' +
  '<row r="3" hidden="1"><c r="A3" s="2"><v>44320.5</v></c><c r="B3"><f>B2+3</f><v>18</v></c></row>' +
  '<row r="9"><c r="C9" t="inlineStr"><is><t>a "note"</t></is></c></row></sheetData>';

test('each sheet is a table of its own: strings, dates and the values of formulas', async () => {
  const { source, tables } = await read(book([{ name: 'May', xml: ROWS }]));
  expect(tables).toEqual([
    ['May.tsv', 'Date\tArrested\t\n2021-05-03\t15\t\n2021-05-04 12:00\t18\t\n\t\t"a ""note"""\n'],
  ]);
  expect(source.text).toContain('workbook: 1 document, 1 taken');
  expect(source.claims).toContainEqual({ key: 'formula', value: 'May!B3 = B2+3', span: null });
  expect(source.claims).toContainEqual({ key: 'hidden in a sheet', value: 'May: row 3', span: null });
});

test('hidden sheets are read and said to be hidden; empty ones are listed', async () => {
  const { source, tables } = await read(
    book([
      { name: 'Open', xml: '' },
      { name: 'Kept', state: 'veryHidden', xml: ROWS },
    ]),
  );
  expect(tables.map(([name]) => name)).toEqual(['Kept.tsv']);
  expect(source.text).toContain('Open (0 bytes), not taken: it is empty');
  expect(source.text).toContain('Kept (hidden sheet)');
});

test('days counted from 1904, and a cell in the last corner, cost nothing', async () => {
  const far =
    '<sheetData><row r="1"><c r="A1" s="1"><v>42857</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
  const { source, tables } = await read(book([{ name: 'Far', xml: far }], true));
  expect(tables).toEqual([['Far.tsv', '2021-05-03\n']]);
  expect(source.doubts.map(({ code }) => code)).toContain('intake/cells-not-written-out');
});
