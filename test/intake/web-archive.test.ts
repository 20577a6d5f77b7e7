import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sliceOf } from '../../src/statement/span.ts';
import { readOpened } from './read-opened.ts';

const HEAD =
  'From: <Saved by Blink>\nSnapshot-Content-Location: https://gazette.example/a\nSubject: =?utf-8?Q?Nine_boats=2C_caf=C3=A9?=\nDate: Tue, 4 May 2021 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="b1"\n\n\n';
const part = (type: string, body: string, coding = '8bit', more = '') =>
  `--b1\nContent-Type: ${type}\nContent-Transfer-Encoding: ${coding}\n${more}Content-Location: https://gazette.example/x\n\n${body}\n`;
const PAGE =
  '<html lang=3D"en"><head><title>Nine boats</title></head><body><h1>Nine boats came in to T=C3=B8rn</h1><p>The harbour master, Ana Rell, counted nine boats on=\n Tuesday morning.</p><img src=3D"https://tracker.example/p.gif"></body></html>';
const bytesOf = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'));
const page = (...parts: string[]) => bytesOf(`${HEAD}${parts.join('')}--b1--\n`);
const root = part('text/html', PAGE, 'quoted-printable');

describe('a saved web page', () => {
  test('is read like the page; where and when it was saved are claims', async () => {
    const { source, passages } = await readOpened(page(root), 'a.mhtml');
    expect(source).toMatchObject({
      mediaType: 'multipart/related',
      kind: 'article',
      title: 'Nine boats came in to Tørn',
      date: null,
    });
    expect(source.text).toBe(
      'Nine boats came in to Tørn\n\nThe harbour master, Ana Rell, counted nine boats on Tuesday morning.\n',
    );
    expect(passages.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
    expect(source.claims.map(({ key, value }) => [key, value])).toEqual(
      expect.arrayContaining([
        ['saved from', 'https://gazette.example/a'],
        ['saved on', 'Tue, 4 May 2021 10:00:00 -0000'],
        ['title when saved', 'Nine boats, café'],
      ]),
    );
  });

  test('pictures within are documents, frames are read, the rest is counted', async () => {
    const picture = part('image/png', Buffer.from('png').toString('base64'), 'base64');
    const style = part('text/css', 'p { color: red }');
    const frame = part('text/html', '<p>Four lorries waited at the gate of the harbour.</p>');
    const { source, members } = await readOpened(page(root, style, picture, frame), 'a.mht');
    expect(source.text).toContain('nine boats on Tuesday');
    expect(source.text).toContain('Four lorries waited');
    expect(source.text).not.toContain('color');
    expect(members).toEqual([{ name: 'picture-1.png', bytes: new Uint8Array(Buffer.from('png')) }]);
    expect(source.claims).toContainEqual({
      key: 'style sheets, scripts and fonts, not read',
      value: '1',
      span: null,
    });
  });

  test('one that was cut off is read as far as it goes', async () => {
    const { source } = await readOpened(bytesOf(`${HEAD}${root.slice(0, -60)}`), 'a.mht');
    expect(source.text).toContain('Nine boats came in');
    expect(source.doubts.map(({ code }) => code)).toContain('intake/cut-off');
  });

  test.each([
    ['no sender at all', HEAD.replace(/^From.*\nSnap.*\n/, ''), 'multipart/related'],
    [
      'a mail that somebody sent',
      HEAD.replace(/^From.*\nSnap.*\n/, 'From: ana@x.example\nTo: b@x.example\n'),
      'message/rfc822',
    ],
  ])('%s', async (_, head, mediaType) => {
    const { source } = await readOpened(bytesOf(`${head}${root}--b1--\n`), 'a');
    expect(source.mediaType).toBe(mediaType);
    expect(source.text).toContain('counted nine boats');
  });
});

test('whatever the parts, it ends and spans slice back', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      root,
      '--b1\n',
      '--b1--\n',
      '\n\n',
      'Content-Type: text/html\n',
      '<p>',
      '</p>',
      '=3D',
      '=\n',
    ),
    fc.string({ maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const { source, passages } = await readOpened(bytesOf(`${HEAD}${root}${pieces.join('')}`), 'a.mht');
      for (const { id, span } of passages) expect(sliceOf(source.text, span).trim(), id).not.toBe('');
      expect(source.text).toContain('Nine boats came in');
    }),
    { numRuns: 150 },
  );
});
