import { describe, expect, test } from 'vitest';
import { openDocument } from '../../src/intake/open-document.ts';
import { sliceOf } from '../../src/statement/span.ts';
import { line, packPdf } from './pack-pdf.ts';

const read = async (pages: readonly string[], info = '') => {
  const { intake } = await openDocument(packPdf(pages, info), { path: 'a.pdf', file: 'a.pdf' });
  return { source: intake.source, passages: [...intake.passages] };
};

test('paragraphs have their page and their place; lines of one paragraph stay together', async () => {
  const { source, passages } = await read([
    `${line(50, 700, 'Nine boats crossed on Monday, the')} ${line(50, 686, 'harbour master said in a note.')} ${line(50, 640, 'Two men were detained at the quay.')}`,
    line(60, 100, 'The second page says that one boat was found.'),
  ]);
  expect(source.mediaType).toBe('application/pdf');
  expect(source.text).toBe(
    'Nine boats crossed on Monday, the\nharbour master said in a note.\n\nTwo men were detained at the quay.\n\nThe second page says that one boat was found.\n',
  );
  expect(passages.map(({ box }) => box?.page)).toEqual([1, 1, 1, 2]);
  expect(passages[0]?.box).toMatchObject({ x: 50, y: 90.4 });
  for (const { span } of passages) expect(sliceOf(source.text, span).trim()).not.toBe('');
});

test.each([
  ['white', `1 g ${line(50, 700, 'Hidden words of a witness.')}`],
  ['invisible', `BT 3 Tr /F 12 Tf 50 700 Td (Hidden words of a witness.) Tj ET`],
  ['tiny', line(50, 700, 'Hidden words of a witness.', 1)],
  ['off-page', line(50, 900, 'Hidden words of a witness.')],
  ['under-box', `${line(50, 700, 'Hidden words of a witness.')} 0 g 40 690 300 30 re f`],
])('%s text is read apart from seen text, and labelled', async (hidden, drawn) => {
  const { source, passages } = await read([`${line(50, 600, 'Everybody sees this line.')} ${drawn}`]);
  const label = passages.map((passage) => [sliceOf(source.text, passage.span), passage.hidden]);
  expect(label).toEqual([
    ['Everybody sees this line.', undefined],
    ['Hidden words of a witness.', hidden],
  ]);
  const [doubt] = source.doubts;
  expect(doubt?.code).toBe('intake/hidden-text');
  expect(doubt?.span && sliceOf(source.text, doubt.span)).toBe('Hidden words of a witness.');
});

test('white letters on a dark bar are seen', async () => {
  const { passages } = await read([`0 g 40 690 300 30 re f 1 g ${line(50, 700, 'Table head of the log')}`]);
  expect(passages.map(({ hidden }) => hidden)).toEqual([undefined]);
});

describe('what a PDF says of itself', () => {
  test('is claimed, never the source’s own date or title', async () => {
    const { source } = await read(
      [line(50, 700, 'One boat.')],
      '/Author (R. Odell) /CreationDate (D:20200101000000Z)',
    );
    expect(source.claims).toContainEqual({ key: 'pdf Author', value: 'R. Odell', span: null });
    expect(source.date).toBeNull();
  });
});

test.each([
  ['no words', packPdf(['0 g 40 690 300 30 re f']), 'intake/no-text'],
  ['damage', Buffer.from('%PDF-1.7 nothing more'), 'intake/malformed'],
])('%s: a clear error', async (_, bytes, code) => {
  await expect(openDocument(bytes, { path: 'a.pdf', file: 'a.pdf' })).rejects.toMatchObject({ code });
});
