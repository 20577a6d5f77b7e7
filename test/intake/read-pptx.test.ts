import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sliceOf } from '../../src/statement/span.ts';
import { packZip } from './pack-zip.ts';
import { readOpened } from './read-opened.ts';

interface Made {
  readonly body: string;
  readonly show?: string;
  readonly notes?: string;
  /** Whether the presentation names it. */
  readonly named?: boolean;
}

const pptx = (slides: readonly Made[]) =>
  packZip([
    { name: '[Content_Types].xml', text: '<Types/>' },
    {
      name: 'ppt/presentation.xml',
      text: `<p:presentation><p:sldIdLst>${slides.map(({ named = true }, at) => (named ? `<p:sldId r:id="r${at}"/>` : '')).join('')}</p:sldIdLst></p:presentation>`,
    },
    {
      name: 'ppt/_rels/presentation.xml.rels',
      text: `<Relationships>${slides.map((_, at) => `<Relationship Id="r${at}" Target="slides/slide${9 - at}.xml"/>`).join('')}</Relationships>`,
    },
    ...slides.flatMap(({ body, show, notes }, at) => [
      {
        name: `ppt/slides/slide${9 - at}.xml`,
        text: `<p:sld ${show === undefined ? '' : `show="${show}"`}>${body}</p:sld>`,
      },
      {
        name: `ppt/slides/_rels/slide${9 - at}.xml.rels`,
        text: `<Relationships><Relationship Id="r1" Target="../notesSlides/notesSlide${at}.xml"/></Relationships>`,
      },
      { name: `ppt/notesSlides/notesSlide${at}.xml`, text: `<p:notes>${notes ?? ''}</p:notes>` },
    ]),
    { name: 'ppt/media/quay.txt', text: 'not a picture' },
  ]);

const p = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
const shape = (content: string, hidden = '') =>
  `<p:sp><p:nvSpPr><p:cNvPr id="1" ${hidden}/></p:nvSpPr><p:txBody>${content}</p:txBody></p:sp>`;

test('slides as shown, then notes; what is not seen is labelled', async () => {
  const { source, labels, members } = await readOpened(
    pptx([
      {
        body: shape(p('Three barges left the quay.')) + shape(p('Moved off.'), 'hidden="1"'),
        notes: shape(`${p('Do not name the pilot.')}<a:p><a:fld type="slidenum"><a:t>1</a:t></a:fld></a:p>`),
      },
      { body: shape(p('Costs were kept back.')), show: '0' },
      { body: shape(p('An older draft.')), named: false },
    ]),
    'brief.pptx',
  );
  expect(source.text).toBe(
    'Three barges left the quay.\n\nMoved off.\n\nDo not name the pilot.\n\nCosts were kept back.\n\nAn older draft.\n',
  );
  expect(labels).toEqual([
    ['marked-hidden', 'Moved off.'],
    ['note', 'Do not name the pilot.'],
    ['hidden-slide', 'Costs were kept back.'],
    ['hidden-slide', 'An older draft.'],
  ]);
  expect(source.claims).toContainEqual({ key: 'hidden slide', value: '2', span: null });
  expect(members.map(({ name }) => name)).toEqual(['quay.txt']);
});

test('a table stands a row a line', async () => {
  const row = (...cells: string[]) =>
    `<a:tr>${cells.map((cell) => `<a:tc>${p(cell)}</a:tc>`).join('')}</a:tr>`;
  const body = `<p:graphicFrame><a:tbl>${row('Quay', 'Barges')}${row('4', '3')}</a:tbl></p:graphicFrame>`;
  expect((await readOpened(pptx([{ body }]), 'b.pptx')).source.text).toBe('Quay \tBarges\n\n4 \t3\n');
});

test('whatever the elements, it ends, spans slice back and no word is lost', async () => {
  const piece = fc.oneof(
    fc.constantFrom('<a:p>', '</a:p>', '<a:tc>', '</p:sp>', '<p:sp>', '</a:t>', '<a:br/>', '<x', '&#0;'),
    fc.integer({ min: 0, max: 99 }).map((number) => p(`word${number}`)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const { source, passages } = await readOpened(pptx([{ body: pieces.join('') }]), 'b.pptx');
      for (const { id, span } of passages) expect(sliceOf(source.text, span).trim(), id).not.toBe('');
      for (const word of pieces.join('').match(/(?<=<a:t>)word\d+(?=<\/a:t>)/g) ?? [])
        if (!pieces.includes('<x')) expect(source.text).toContain(word);
    }),
    { numRuns: 60 },
  );
});
