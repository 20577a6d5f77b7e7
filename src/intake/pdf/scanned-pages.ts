import { ImageKind, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Member } from '../containers/member.ts';
import { type Grey, packPng } from './pack-png.ts';

/** A picture smaller than this many pixels on a side is no scanned page, nor a strip of one. */
const FEWEST_PIXELS = 100;

/** Pixels as pdf.js gives them. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data?: Uint8Array | Uint8ClampedArray;
}

/** How many pictures that may show text a page is drawn with. */
export async function countPictures(page: PDFPageProxy): Promise<number> {
  return (await picturesOn(page)).length;
}

interface PlacedPicture {
  readonly id: string;
  readonly isMask: boolean;
}

async function picturesOn(page: PDFPageProxy): Promise<PlacedPicture[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.flatMap((operation, at) => {
    const args = argsArray[at] as readonly unknown[] | null;
    const placed =
      operation === OPS.paintImageXObject
        ? imageOf(args)
        : operation === OPS.paintImageMaskXObject
          ? maskOf(args)
          : null;
    return placed === null ? [] : [placed];
  });
}

function imageOf(args: readonly unknown[] | null): PlacedPicture | null {
  const [id, width, height] = args ?? [];
  return typeof id === 'string' && isLarge(width, height) ? { id, isMask: false } : null;
}

/** Scans in black and white are often drawn as a mask: ink where it is set. */
function maskOf(args: readonly unknown[] | null): PlacedPicture | null {
  const { data, width, height } = (args?.[0] ?? {}) as Readonly<Record<string, unknown>>;
  return typeof data === 'string' && isLarge(width, height) ? { id: data, isMask: true } : null;
}

function isLarge(width: unknown, height: unknown): boolean {
  return Number(width) >= FEWEST_PIXELS && Number(height) >= FEWEST_PIXELS;
}

/** The pictures of the pages that are named, as grey PNG, upright as the page is shown, one page after another. */
export async function* scannedPages(
  document: PDFDocumentProxy,
  pages: readonly number[],
): AsyncGenerator<Member> {
  for (const number of pages) {
    const page = await document.getPage(number);
    const name = `page-${String(number).padStart(4, '0')}`;
    for (const [at, placed] of (await picturesOn(page)).entries()) {
      const pixels = await pixelsOf(page, placed.id);
      const own = `${name}${at === 0 ? '' : `-${at + 1}`}.png`;
      yield pixels?.data === undefined
        ? {
            name: own,
            code: 'intake/malformed',
            reason: `The picture on page ${number} could not be decoded.`,
          }
        : { name: own, bytes: packPng(greyOf(pixels, pixels.data), page.rotate) };
    }
    page.cleanup();
  }
}

/** Where a picture is used on several pages, it lies with the document's own objects. */
function pixelsOf(page: PDFPageProxy, id: string): Promise<Pixels | null> {
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => objects.get(id, (found: Pixels | null) => resolve(found)));
}

function greyOf({ width, height, kind }: Pixels, data: Uint8Array | Uint8ClampedArray): Grey {
  const pixels = new Uint8Array(width * height);
  if (kind === ImageKind.GRAYSCALE_1BPP || kind === undefined) {
    const rowBytes = (width + 7) >> 3;
    for (let at = 0; at < pixels.length; at += 1) {
      const [x, y] = [at % width, Math.floor(at / width)];
      pixels[at] = ((data[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
    }
    return { width, height, pixels };
  }
  const step = kind === ImageKind.RGB_24BPP ? 3 : 4;
  for (let at = 0; at < pixels.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = [data[at * step], data[at * step + 1], data[at * step + 2]];
    // ITU-R BT.601, in 256ths; what is not opaque shows white paper.
    const grey = (red * 77 + green * 150 + blue * 29) >> 8;
    const opaque = step === 4 ? (data[at * step + 3] ?? 255) : 255;
    pixels[at] = 255 - Math.round(((255 - grey) * opaque) / 255);
  }
  return { width, height, pixels };
}
