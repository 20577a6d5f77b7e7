import { expect, test } from 'vitest';
import { readDocument } from '../../src/intake/read-document.ts';

const read = (text: string, file: string) =>
  readDocument(new TextEncoder().encode(text), { path: `in/${file}`, file });

test.each([
  ['Post;Cars\nEast;4\nWest;5\n', 'a.csv', 'log', 'text/csv'],
  ['Post\tCars\nEast\t4\nWest\t5\n', 'a.tsv', 'log', 'text/tab-separated-values'],
  ['<html><body><h1>A</h1><p>Nine boats were lost.</p></body></html>', 'a.html', 'article', 'text/html'],
  ['From: Ana Rell\nTo: Bo\nSubject: x\n\nHello.\n', 'a.eml', 'mail', 'message/rfc822'],
])('%j in %s is a %s', async (text, file, kind, mediaType) => {
  const { source, sections, passages } = await read(text, file);
  expect(source).toMatchObject({ kind, mediaType, file, path: `in/${file}`, byteLength: text.length });
  expect(source.id).toBe(`src_${source.sha256.slice(0, 20)}`);
  expect(sections.length).toBeGreaterThan(0);
  for (const { source: id, span } of passages) {
    expect(id).toBe(source.id);
    expect(source.text.slice(span.start, span.end).trim()).not.toBe('');
  }
});

test.each([
  ['', 'intake/empty'],
  [' \n', 'intake/empty'],
])('%j is refused with %s', async (text, code) => {
  await expect(read(text, 'a.txt')).rejects.toMatchObject({ code });
});

test('a byte order mark and Windows line ends are not part of the text', async () => {
  const { source } = await read('\ufeffPost;Cars\r\nEast;4\r\nWest;5\r\n', 'a.csv');
  expect(source.text).toBe('Post;Cars\nEast;4\nWest;5\n');
  expect(source.encoding).toMatchObject({ name: 'UTF-8', confidence: 1 });
});
