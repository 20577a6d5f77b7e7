import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sliceOf } from '../../src/statement/span.ts';
import { readOpened } from './read-opened.ts';

const FONTS = '{\\fonttbl{\\f0\\fcharset0 Plain;}{\\f1\\fcharset162 Tur;}{\\f2\\fcharset178 Arab;}}';
const rtf = (body: string) => Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${FONTS}${body}}`, 'latin1');

describe('words', () => {
  test.each([
    ['Nine boats\\par and a launch', 'Nine boats\n\nand a launch\n'],
    ["caf\\'e9 \\ldblquote no\\rdblquote\\~\\emdash  x", 'café “no”\u00a0— x\n'],
    ["\\f1 \\'dd\\'fe \\f0 \\'dd", 'İş Ý\n'],
    ["\\f2 \\'e3\\'d1\\'cd\\'c8\\'c7", 'مرحبا\n'],
    ["\\u1605?\\u1585\\'3f\\uc0\\u1587 .", 'مرس.\n'],
    ['\\uc2\\u8364 EUkept {\\uc0\\u-10179\\u-8704}', '€kept \ud83d\ude00\n'],
    ['a\\\\b \\{c\\}', 'a\\b {c}\n'],
    ['Quay\\cell 4\\cell\\row after', 'Quay\t4\n\nafter\n'],
    ['one {\\*\\unheardof lost} two {\\pict\\bin3 }}}00ff} three', 'one  two  three\n'],
    [
      '{\\field{\\*\\fldinst HYPERLINK "http://tracker.example/x"}{\\fldrslt the log}} ends',
      'the log ends\n',
    ],
    ['{\\object{\\*\\objdata 0105}{\\result shown}}', 'shown\n'],
    ['{\\b0\\*\\cs7 a style, no destination}', 'a style, no destination\n'],
    ['text{\\footnote a note} goes on', 'a note\n\ntext goes on\n'],
  ])('%s', async (body, text) => {
    expect((await readOpened(rtf(body), 'a.rtf')).source.text).toBe(text);
  });
});

test('hidden, deleted and commented words stand apart, labelled', async () => {
  const { source, labels } = await readOpened(
    rtf(
      'Nine {\\deleted fifteen }boats{\\v  and a launch} came.{\\*\\atnauthor R}{\\*\\annotation Ask Ana.}\\par {\\v Unseen.}\\par\\plain Seen.',
    ),
    'a.rtf',
  );
  expect(source.text.split('\n\n')).toEqual([
    'Ask Ana.',
    'Nine boats came.',
    'fifteen',
    'and a launch',
    'Unseen.',
    'Seen.\n',
  ]);
  expect(labels).toEqual([
    ['comment', 'Ask Ana.'],
    ['deleted', 'fifteen'],
    ['marked-hidden', 'and a launch'],
    ['marked-hidden', 'Unseen.'],
  ]);
});

test('properties and links are claims, objects are counted and not opened', async () => {
  const { source } = await readOpened(
    rtf(
      '{\\info{\\title Harbour log}{\\author R. Odell}}{\\field{\\*\\fldinst HYPERLINK "http://tracker.example/x"}{\\fldrslt it}}{\\object{\\*\\objdata 01}}',
    ),
    'a.rtf',
  );
  expect(source.mediaType).toBe('application/rtf');
  expect(source.claims.map(({ key, value }) => [key, value])).toEqual(
    expect.arrayContaining([
      ['rtf title', 'Harbour log'],
      ['rtf author', 'R. Odell'],
      ['link to outside, not followed', '"http://tracker.example/x"'],
      ['embedded object, not opened', '1'],
    ]),
  );
});

test('what was cut off is read as far as it goes and said to be so; an empty one has no text', async () => {
  const { source } = await readOpened(rtf('Nine boats came. {\\b and').subarray(0, -1), 'a.rtf');
  expect(source.text).toBe('Nine boats came. and\n');
  expect(source.doubts.map(({ code }) => code)).toContain('intake/cut-off');
  await expect(readOpened(rtf('\\par'), 'a.rtf')).rejects.toMatchObject({ code: 'intake/no-text' });
});

test('no depth of groups is too much', async () => {
  const deep = rtf(`${'{\\b '.repeat(200_000)}Deep words.${'}'.repeat(200_000)}`);
  expect((await readOpened(deep, 'a.rtf')).source.text).toBe('Deep words.\n');
});

test('whatever the words, it ends and spans slice back', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '\\',
      '\\u-1 ',
      '\\uc9',
      "\\'",
      "\\'ff",
      '\\bin9 ',
      '\\v',
      '\\v0 ',
      '\\*',
      '\\f1',
      '{\\footnote ',
    ),
    fc.constantFrom(
      '\\par ',
      '\\ansicpg936 ',
      '{\\info',
      '{\\pict ',
      '\\cell',
      '\\row',
      '\\deleted ',
      '\\plain ',
    ),
    fc.string({ maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const { source, passages } = await readOpened(rtf(`A first line.\\par ${pieces.join('')}`), 'a.rtf');
      for (const { id, span } of passages) expect(sliceOf(source.text, span).trim(), id).not.toBe('');
      expect(source.text).toContain('A first line.');
    }),
    { numRuns: 200 },
  );
});

test('the words of any paragraphs are all there, in order', async () => {
  const line = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,5}$/);
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (lines) => {
      const { source } = await readOpened(rtf(lines.join('\\par\n')), 'a.rtf');
      expect(source.text).toBe(`${lines.join('\n\n')}\n`);
    }),
    { numRuns: 60 },
  );
});
