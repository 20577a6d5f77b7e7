import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sliceOf } from '../../src/statement/span.ts';
import { type Packed, packZip } from './pack-zip.ts';
import { readOpened } from './read-opened.ts';

const odf = (kind: string, body: string, styles = '', more: readonly Packed[] = []) =>
  packZip([
    { name: 'mimetype', text: `application/vnd.oasis.opendocument.${kind}` },
    {
      name: 'content.xml',
      text: `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`,
    },
    ...more,
  ]);
const tablesOf = async (body: string, styles = '') => {
  const { source, members } = await readOpened(odf('spreadsheet', body, styles), 'log.ods');
  return {
    source,
    tables: members.map((member) => [member.name, 'bytes' in member ? String(member.bytes) : member.code]),
  };
};
const style = (name: string, properties: string, parent = '') =>
  `<style:style style:name="${name}" ${parent === '' ? '' : `style:parent-style-name="${parent}"`}>${properties}</style:style>`;

describe('texts and presentations', () => {
  test('what is deleted, hidden or a comment stands apart, labelled', async () => {
    const { source, labels } = await readOpened(
      odf(
        'text',
        '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>R. Odell</dc:creator></office:change-info><text:p>fifteen boats</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
          '<text:h>Harbour<text:s text:c="2"/>log</text:h>' +
          '<text:p>Nine<office:annotation><dc:creator>R. Odell</dc:creator><text:p>Ask Ana.</text:p></office:annotation> boats<text:span text:style-name="T2"> and a launch</text:span> came<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>So the log.</text:p></text:note-body></text:note>.</text:p>' +
          '<text:section text:display="none"><text:p>Left out.</text:p></text:section>' +
          '<table:table><table:table-row><table:table-cell><text:p>Quay</text:p></table:table-cell><table:table-cell><text:p>4</text:p></table:table-cell></table:table-row></table:table>',
        style('T1', '<style:text-properties text:display="none"/>') + style('T2', '', 'T1'),
        [{ name: 'meta.xml', text: '<office:meta><dc:title>Harbour</dc:title></office:meta>' }],
      ),
      'note.odt',
    );
    expect(source.text.split('\n\n')).toEqual([
      'fifteen boats',
      'Harbour  log',
      'Ask Ana.',
      'So the log.',
      'Nine boats came.',
      'and a launch',
      'Left out.',
      'Quay \t4\n',
    ]);
    expect(labels).toEqual([
      ['deleted', 'fifteen boats'],
      ['comment', 'Ask Ana.'],
      ['marked-hidden', 'and a launch'],
      ['marked-hidden', 'Left out.'],
    ]);
    expect(source.claims).toContainEqual({ key: 'odf title', value: 'Harbour', span: null });
  });

  test('pages that are not shown, and notes', async () => {
    const page = (name: string, text: string, notes: string) =>
      `<draw:page draw:style-name="${name}"><draw:frame><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame><presentation:notes><text:p>${notes}</text:p></presentation:notes></draw:page>`;
    const { labels } = await readOpened(
      odf(
        'presentation',
        page('d1', 'Three barges.', 'Slowly.') + page('d2', 'Costs.', ''),
        style('d2', '<style:drawing-page-properties presentation:visibility="hidden"/>'),
      ),
      'brief.odp',
    );
    expect(labels).toEqual([
      ['note', 'Slowly.'],
      ['hidden-slide', 'Costs.'],
    ]);
  });

  test('a locked file is said to be locked, a document type is refused', async () => {
    const locked = odf('text', '', '', [
      {
        name: 'META-INF/manifest.xml',
        text: '<manifest:manifest><manifest:encryption-data/></manifest:manifest>',
      },
    ]);
    await expect(readOpened(locked, 'a.odt')).rejects.toMatchObject({ code: 'intake/encrypted' });
    const typed = odf('text', '<!DOCTYPE x [<!ENTITY a "b">]><text:p>&a;</text:p>');
    await expect(readOpened(typed, 'a.odt')).rejects.toMatchObject({ code: 'intake/refused' });
  });

  test('no depth is too much', async () => {
    const deep = `${'<text:section>'.repeat(30_000)}<text:p>Deep words.</text:p>${'</text:section>'.repeat(30_000)}`;
    expect((await readOpened(odf('text', deep), 'a.odt')).source.text).toBe('Deep words.\n');
  });
});

describe('spreadsheets', () => {
  const cell = (type: string, value: string, shown: string, more = '') =>
    `<table:table-cell office:value-type="${type}" ${value} ${more}><text:p>${shown}</text:p></table:table-cell>`;
  const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;
  const table = (name: string, rows: string, more = '') =>
    `<table:table table:name="${name}" ${more}>${rows}</table:table>`;

  test('typed cells, formulas, hidden sheets, rows and columns', async () => {
    const { source, tables } = await tablesOf(
      table(
        'May',
        '<table:table-column/><table:table-column table:visibility="collapse"/>' +
          row(
            cell('date', 'office:date-value="2021-05-03T00:00:00"', '3/5/21') +
              cell('float', 'office:value="1234.5"', '1,235', 'table:formula="of:=[.A1]+1"'),
          ) +
          row(
            cell('percentage', 'office:value="0.4"', '40 %') +
              cell('date', 'office:date-value="2021-05-03T14:30:00"', '3/5'),
          ) +
          row(cell('string', '', 'a "note"'), 'table:visibility="filter"'),
      ) +
        table('Kept', row(cell('string', '', 'x')), 'table:style-name="ta2"') +
        table('Open', row('<table:table-cell/>')),
      style('ta2', '<style:table-properties table:display="false"/>'),
    );
    expect(tables).toEqual([
      ['May.tsv', '2021-05-03\t1234.5\n40 %\t2021-05-03 14:30\n"a ""note"""\t\n'],
      ['Kept.tsv', 'x\n'],
    ]);
    expect(source.text).toContain('Kept (hidden sheet)');
    expect(source.text).toContain('Open (0 bytes), not taken: it is empty');
    const said = source.claims.map(({ key, value }) => `${key}: ${value}`);
    expect(said).toContain('formula: May, row 1, column 2: = of:=[.A1]+1');
    expect(said).toContain('hidden in a sheet: May: columns 2 to 2');
    expect(said).toContain('hidden in a sheet: May: rows 3 to 3');
  });

  test('repeated cells are written out within a bound, and said where they are not', async () => {
    const twice = table(
      'T',
      row(
        cell('float', 'office:value="7"', '7', 'table:number-columns-repeated="2"'),
        'table:number-rows-repeated="2"',
      ),
    );
    expect((await tablesOf(twice)).tables).toEqual([['T.tsv', '7\t7\n7\t7\n']]);
    const endless = table(
      'T',
      row(
        cell('float', 'office:value="7"', '7', 'table:number-columns-repeated="16384"'),
        'table:number-rows-repeated="1048576"',
      ) + row(cell('string', '', 'last')),
    );
    const { source, tables } = await tablesOf(endless);
    expect(tables[0]?.[1]?.length).toBeLessThan(3_000_000);
    expect(tables[0]?.[1]).toContain('last');
    expect(source.doubts.map(({ code }) => code)).toContain('intake/cells-not-written-out');
  });

  test('empty cells repeated to the edge cost nothing', async () => {
    const body = table(
      'T',
      row(`${cell('string', '', 'x')}<table:table-cell table:number-columns-repeated="16383"/>`) +
        row(
          '<table:table-cell table:number-columns-repeated="16384"/>',
          'table:number-rows-repeated="1048575"',
        ),
    );
    const { source, tables } = await tablesOf(body);
    expect(tables).toEqual([['T.tsv', 'x\n']]);
    expect(source.doubts).toEqual([]);
  });

  test('every cell of any sheet is in its table, or is counted', async () => {
    const rows = fc.array(fc.array(fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 3 })), { maxLength: 6 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const xml = made
          .map((cells) =>
            row(
              cells
                .map(([value, times]) =>
                  cell('float', `office:value="${value}"`, 'no', `table:number-columns-repeated="${times}"`),
                )
                .join(''),
            ),
          )
          .join('');
        const { tables } = await tablesOf(table('T', xml));
        const expected = made
          .filter((cells) => cells.length > 0)
          .map((cells) => cells.flatMap(([value, times]) => Array(times).fill(String(value))).join('\t'));
        expect(
          (tables[0]?.[1] ?? '')
            .split('\n')
            .map((line) => line.trimEnd())
            .filter((line) => line !== ''),
        ).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

test('whatever the elements, it ends and spans slice back', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<text:p>',
      '</text:p>',
      '<office:annotation>',
      '</office:annotation>',
      '<text:s text:c="999999999"/>',
      '<table:table-row>',
      '</table:table-cell>',
      '<x',
      '</x>',
    ),
    fc.integer({ min: 0, max: 99 }).map((number) => `<text:p>word${number}</text:p>`),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const bytes = odf('text', `<text:p>A first line.</text:p>${pieces.join('')}`);
      const { source, passages } = await readOpened(bytes, 'a.odt');
      for (const { id, span } of passages) expect(sliceOf(source.text, span).trim(), id).not.toBe('');
      for (const word of pieces.join('').match(/(?<=<text:p>)word\d+(?=<\/text:p>)/g) ?? [])
        if (!pieces.includes('<x')) expect(source.text).toContain(word);
    }),
    { numRuns: 60 },
  );
});
