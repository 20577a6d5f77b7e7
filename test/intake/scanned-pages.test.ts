import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDocument } from '../../src/intake/open-document.ts';
import { packPng } from '../../src/intake/pdf/pack-png.ts';
import { pictureHead } from '../../src/intake/pictures/picture-head.ts';
import { line, type PackedPicture, packPdf } from './pack-pdf.ts';
import { readOpened } from './read-opened.ts';

const PNG = readFileSync(new URL('./pictures/harbour-log.png', import.meta.url));
const [WIDTH, HEIGHT] = [PNG.readUInt32BE(16), PNG.readUInt32BE(20)];
const size = `/Width ${WIDTH} /Height ${HEIGHT}`;

/** The picture as a scanner packs it into a page: rows of PNG are rows of a PDF. */
const SCAN: PackedPicture = {
  entries: `${size} /ColorSpace /DeviceGray /BitsPerComponent 4 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent 4 /Columns ${WIDTH} >>`,
  bytes: PNG.subarray(41, 41 + PNG.readUInt32BE(33)),
};
const DRAWN = 'q 550 0 0 210 20 500 cm /P0 Do Q';
const open = (pdf: Uint8Array) => readOpened(pdf, 'scan.pdf');

describe('scanned pages', () => {
  test('come as pictures, whose text is recognised', async () => {
    const { source, members, passages } = await open(packPdf([DRAWN, DRAWN], '', [SCAN]));
    expect(source.text).toBe('scanned PDF: 2 documents, 2 taken\npage 1\npage 2\n');
    expect(passages.every(({ kind }) => kind === 'boilerplate')).toBe(true);
    expect(source.doubts.map(({ code }) => code)).toEqual(['intake/page-is-picture']);
    expect(members.map(({ name }) => name)).toEqual(['page-0001.png', 'page-0002.png']);
    const [page] = members;
    const { intake } = await openDocument(page && 'bytes' in page ? page.bytes : PNG, {
      path: 'p',
      file: 'page-0001.png',
    });
    expect(intake.source.text).toContain('Nine boats came to the quay at 10:40.');
    expect(intake.source.text).toContain('Öğleden sonra çağrı üzerine dokuz tekne geldi.');
  });

  test('beside pages of text are pointed out; a scanner’s mark makes no page of text', async () => {
    const words = line(
      50,
      700,
      'The harbour master said that nine boats had come, and that four of them had left.',
    );
    const { source, members } = await open(
      packPdf([words, `${DRAWN} ${line(50, 40, 'Scanned by Altin')}`, `${DRAWN} ${words}`], '', [SCAN]),
    );
    expect(source.text).toContain('nine boats had come');
    expect(source.doubts.find(({ code }) => code === 'intake/page-is-picture')?.text).toMatch(
      /^Page 2 is a picture/,
    );
    expect(members.map(({ name }) => name)).toEqual(['page-0002.png']);
  });

  test.each([0, 90, 180, 270])(
    'a page that is shown turned by %i degrees gives its picture so',
    async (turn) => {
      const { members } = await open(packPdf([DRAWN], '', [SCAN], turn));
      const [page] = members;
      const upright = { width: WIDTH, height: HEIGHT };
      expect(page && 'bytes' in page && pictureHead(page.bytes)?.size).toEqual(
        turn % 180 === 0 ? upright : { width: HEIGHT, height: WIDTH },
      );
    },
  );

  test.each([
    [
      'a mask of ink',
      `${size} /ImageMask true /BitsPerComponent 1 /Filter /FlateDecode`,
      Math.ceil(WIDTH / 8),
    ],
    ['colours', `${size} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode`, WIDTH * 3],
  ])('%s is a scan too', async (_, entries, rowBytes) => {
    const bytes = deflateSync(Buffer.alloc(rowBytes * HEIGHT, 0x55));
    const { members } = await open(packPdf([DRAWN], '', [{ entries, bytes }]));
    expect(members.map((member) => [member.name, 'bytes' in member])).toEqual([['page-0001.png', true]]);
  });

  test('a small picture is none', async () => {
    const small = {
      ...SCAN,
      entries: '/Width 20 /Height 20 /ColorSpace /DeviceGray /BitsPerComponent 8',
      bytes: Buffer.alloc(400),
    };
    await expect(open(packPdf([DRAWN], '', [small]))).rejects.toMatchObject({ code: 'intake/no-text' });
  });
});

test('four turns of any picture are none, and each keeps every pixel', () => {
  const pictures = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .chain(([width, height]) =>
      fc
        .uint8Array({ minLength: width * height, maxLength: width * height })
        .map((pixels) => ({ width, height, pixels })),
    );
  fc.assert(
    fc.property(pictures, fc.constantFrom(0, 90, 180, 270), (grey, degrees) => {
      expect(packPng(grey, degrees + 360)).toEqual(packPng(grey, degrees));
      const { width, height } = grey;
      expect(pictureHead(packPng(grey, degrees))?.size).toEqual(
        degrees % 180 === 0 ? { width, height } : { width: height, height: width },
      );
    }),
    { numRuns: 60 },
  );
});
