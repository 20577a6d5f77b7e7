import { expect, test } from 'vitest';
import { openDocument } from '../../src/intake/open-document.ts';
import { sliceOf } from '../../src/statement/span.ts';
import { type Packed, packZip } from './pack-zip.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string, more: readonly Packed[] = []) =>
  packZip([
    { name: '[Content_Types].xml', text: '<Types/>' },
    {
      name: 'word/document.xml',
      text: `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ]);
const run = (text: string, properties = '') =>
  `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;

const read = async (bytes: Uint8Array) => {
  const { intake, members } = await openDocument(bytes, { path: 'note.docx', file: 'note.docx' });
  return { source: intake.source, passages: [...intake.passages], members: await Array.fromAsync(members) };
};

test('text and tables, deleted and hidden words apart and labelled', async () => {
  const deleted = '<w:del w:author="R"><w:r><w:delText>fifteen boats</w:delText></w:r></w:del>';
  const { source, passages } = await read(
    docx(
      p(run('The harbour master counted '), deleted, run('nine boats'), run(' on Monday &amp; Tuesday.')) +
        p(run('Nobody else was told of it.', '<w:rPr><w:vanish/></w:rPr>')) +
        `<w:tbl><w:tr><w:tc>${p(run('Quay'))}</w:tc><w:tc>${p(run('4'))}</w:tc></w:tr></w:tbl>`,
    ),
  );
  expect(source.text).toBe(
    'The harbour master counted nine boats on Monday & Tuesday.\n\nfifteen boats\n\nNobody else was told of it.\n\nQuay \t4\n',
  );
  const labels = passages.flatMap(({ hidden, span }) =>
    hidden === undefined ? [] : [[hidden, sliceOf(source.text, span)]],
  );
  expect(labels).toEqual([
    ['deleted', 'fifteen boats'],
    ['marked-hidden', 'Nobody else was told of it.'],
  ]);
  expect(source.doubts.filter(({ code }) => code === 'intake/hidden-text')).toHaveLength(2);
});

test('comments are labelled, properties and links to outside are claims, embedded files are members', async () => {
  const { source, passages, members } = await read(
    docx(p(run('One boat was found.')), [
      {
        name: 'word/comments.xml',
        text: `<w:comments ${W}><w:comment>${p(run('Ask Ana first.'))}</w:comment></w:comments>`,
      },
      {
        name: 'docProps/core.xml',
        text: '<cp:coreProperties><dc:creator>R. Odell</dc:creator></cp:coreProperties>',
      },
      {
        name: 'word/_rels/document.xml.rels',
        text: '<Relationships><Relationship TargetMode="External" Target="http://tracker.example/x"/></Relationships>',
      },
      { name: 'word/embeddings/list.csv', text: 'a,b\n1,2\n' },
    ]),
  );
  expect(passages.at(-1)?.hidden).toBe('comment');
  expect(source.claims).toContainEqual({ key: 'docx creator', value: 'R. Odell', span: null });
  expect(source.claims).toContainEqual({
    key: 'link to outside, not followed',
    value: 'http://tracker.example/x',
    span: null,
  });
  expect(members.map(({ name }) => name)).toEqual(['list.csv']);
});

test('a document type is refused before anything is expanded', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>';
  const bytes = packZip([
    { name: '[Content_Types].xml', text: '<Types/>' },
    { name: 'word/document.xml', text: `<?xml version="1.0"?>${bomb}<w:document ${W}>&b;</w:document>` },
  ]);
  await expect(read(bytes)).rejects.toMatchObject({ code: 'intake/refused' });
});

test('no depth of elements is too much, and a document without words is said to be one', async () => {
  const deep = `${'<w:sdt>'.repeat(50_000)}${p(run('Deep words.'))}${'</w:sdt>'.repeat(50_000)}`;
  expect((await read(docx(deep))).source.text).toBe('Deep words.\n');
  await expect(read(docx(p()))).rejects.toMatchObject({ code: 'intake/no-text' });
});
