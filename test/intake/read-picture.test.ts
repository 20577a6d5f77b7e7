import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsProcess } from '../../src/intake/open-document.ts';
import { pictureHead } from '../../src/intake/pictures/picture-head.ts';
import { paragraphsIn } from '../../src/intake/pictures/recognise-text.ts';
import { sliceOf } from '../../src/statement/span.ts';
import { readOpened } from './read-opened.ts';

const picture = (name: string) => readFileSync(new URL(`./pictures/${name}`, import.meta.url));
const bytes = (text: string) => Buffer.from(text, 'latin1');
/** A TIFF without compression: grey pixels, as many pages as are asked for. */
function greyTiff(width: number, height: number, pages = 1): Buffer {
  const tags = [
    ...[
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, 0],
      [277, 1],
      [278, height],
      [279, width * height],
    ],
  ] as const;
  const size = 2 + tags.length * 12 + 4;
  const head = Buffer.alloc(8 + pages * size);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  for (let page = 0; page < pages; page += 1) {
    const start = 8 + page * size;
    head.writeUInt16LE(tags.length, start);
    for (const [at, [tag, value]] of tags.entries()) {
      const place = start + 2 + at * 12;
      head.writeUInt16LE(tag, place);
      head.writeUInt16LE(4, place + 2);
      head.writeUInt32LE(1, place + 4);
      head.writeUInt32LE(tag === 273 ? head.length : value, place + 8);
    }
    head.writeUInt32LE(page === pages - 1 ? 0 : start + size, start + size - 4);
  }
  return Buffer.concat([head, Buffer.alloc(width * height, 255)]);
}

describe('a picture of text', () => {
  test('is read in English, Turkish and Spanish, every confidence kept', async () => {
    const { source, passages } = await readOpened(picture('harbour-log.png'), 'log.png');
    expect(source.mediaType).toBe('image/png');
    expect(source.text.split(/\n+/).filter(Boolean)).toEqual([
      'Harbour log of Ana Rell, 3 May 2021',
      'Nine boats came to the quay at 10:40.',
      'Four of them left before noon.',
      'Öğleden sonra çağrı üzerine dokuz tekne geldi.',
      'Mañana llegarán nueve camiones, señaló la capitana.',
    ]);
    for (const { span } of passages) expect(sliceOf(source.text, span).trim()).not.toBe('');
    const confidences = source.claims
      .find(({ key }) => key === 'confidence of each word, of 100')
      ?.value.split(' ');
    expect(confidences).toHaveLength(source.text.trim().split(/\s+/).length);
    expect(confidences?.every((each) => Number(each) >= 0 && Number(each) <= 100)).toBe(true);
    expect(source.doubts.map(({ code }) => code)).toContain('intake/recognised-text');
  });

  test('is read in Arabic', async () => {
    const { source } = await readOpened(picture('arabic-lines.png'), 'lines.png');
    expect(source.text.split(/\n+/).filter(Boolean)).toEqual([
      'وصلت تسعة قوارب إلى الميناء صباح اليوم',
      'قالت سعاد إن أربعة منها غادرت',
    ]);
  });
});

describe('what gives no text', () => {
  test.each([
    ['nothing but paper', greyTiff(80, 40), 'intake/no-text'],
    ['too small for letters', greyGif(8, 8), 'intake/no-text'],
    ['larger than can be held', pngHead(65_500, 65_500), 'intake/too-large'],
    ['no picture behind the head', pngHead(60, 60), 'intake/malformed'],
    ['one that was cut off at once', bytes('\xff\xd8\xff'), 'intake/malformed'],
  ])('%s', async (_, picture, code) => {
    expect(needsProcess(picture)).toBe(true);
    await expect(readOpened(picture, 'a')).rejects.toMatchObject({ code });
  });
});

function greyGif(width: number, height: number): Buffer {
  const head = bytes('GIF89a\0\0\0\0\0\0\0');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return head;
}

function pngHead(width: number, height: number): Buffer {
  const head = Buffer.concat([bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), Buffer.alloc(13)]);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

describe('the head of a picture', () => {
  test.each([
    ['png', pngHead(3, 4), { width: 3, height: 4 }, 1],
    ['gif', greyGif(3, 4), { width: 3, height: 4 }, 1],
    ['tiff', greyTiff(3, 4), null, 1],
    ['jpeg', bytes('\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x0b\x08\0\x04\0\x03'), { width: 3, height: 4 }, 1],
    ['jpeg', bytes('\xff\xd8\xff\xe1\0\x20Exif\0\0MM\0*\x01\x12\0\x03\0\0\0\x01\0\x06\0\0'), null, 6],
    ['jpeg', bytes('\xff\xd8\xff\xe1\0\x20Exif\0\0II*\0\x12\x01\x03\0\x01\0\0\0\x03\0'), null, 3],
    ['webp', bytes('RIFF\0\0\0\0WEBP'), null, 1],
  ])('%s', (kind, head, size, orientation) => {
    expect(pictureHead(head)).toEqual({ kind, size, orientation });
  });

  test('text that begins like one is none', () => {
    for (const text of ['BMW was seen at the quay at noon.', 'II came, and RIFF too', 'GIF89 is a name', ''])
      expect(pictureHead(bytes(text))).toBeNull();
  });

  test('any bytes have a head or none', () => {
    const start = fc.constantFrom(
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      'II*\0',
      'BM',
      'RIFFxxxxWEBP',
      '',
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 60 }), (head, rest) => {
        const found = pictureHead(Buffer.concat([bytes(head), rest]));
        if (found !== null) expect(found.orientation).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});

test('words are gathered by paragraph and line, whatever the table holds', () => {
  const row = (...cells: (string | number)[]) => cells.join('\t');
  const table = [
    row(4, 1, 1, 1, 1, 0, 0, 0, 9, 9, -1, ''),
    row(5, 1, 1, 1, 1, 1, 0, 0, 9, 9, 96.5, 'Nine'),
    row(5, 1, 1, 1, 1, 2, 0, 0, 9, 9, 40, 'boats\u200e'),
    row(5, 1, 1, 1, 2, 1, 0, 0, 9, 9, 90, 'came'),
    row(5, 1, 2, 1, 1, 1, 0, 0, 9, 9, 90, 'Four'),
    'no row',
  ].join('\n');
  const words = paragraphsIn(table).map((lines) =>
    lines.map((line) => line.map(({ text }) => text).join(' ')),
  );
  expect(words).toEqual([['Nine boats', 'came'], ['Four']]);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('5', '\t', '\n', 'a', ' ', '-'), maxLength: 80 }),
      (any) => {
        for (const { text } of paragraphsIn(any).flat(2)) expect(text.trim()).not.toBe('');
      },
    ),
  );
});
