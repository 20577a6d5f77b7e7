/** Kinds of picture whose text can be recognised, by their first bytes. */
export type PictureKind = 'png' | 'jpeg' | 'gif' | 'tiff' | 'bmp' | 'webp';

/** What the head of a picture says, before anything is decoded. */
export interface PictureHead {
  readonly kind: PictureKind;
  /** Pixels, or null where the head does not say it in a way that is read here. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** EXIF's number of how it is turned; 1 is upright. */
  readonly orientation: number;
}

/** How far into a file a camera's notes are looked for, bytes. */
const NOTES = 65_536;

/** The head of a picture, or null where the bytes are none. */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(buffer);
  if (kind === null) return null;
  return { kind, size: SIZES[kind]?.(buffer) ?? null, orientation: kind === 'jpeg' ? turnOf(buffer) : 1 };
}

function kindOf(buffer: Buffer): PictureKind | null {
  const head = buffer.toString('latin1', 0, 16);
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp';
  return head.startsWith('BM') && buffer.length > 26 && BMP_HEADS.has(buffer.readUInt32LE(14)) ? 'bmp' : null;
}

const BMP_HEADS = new Set([40, 108, 124]);

type Size = PictureHead['size'];

const SIZES: Partial<Record<PictureKind, (buffer: Buffer) => Size>> = {
  png: (buffer) => sizeOf(buffer, 24, () => [buffer.readUInt32BE(16), buffer.readUInt32BE(20)]),
  gif: (buffer) => sizeOf(buffer, 10, () => [buffer.readUInt16LE(6), buffer.readUInt16LE(8)]),
  bmp: (buffer) => sizeOf(buffer, 26, () => [buffer.readInt32LE(18), Math.abs(buffer.readInt32LE(22))]),
  jpeg: jpegSize,
};

function sizeOf(buffer: Buffer, needs: number, read: () => [number, number]): Size {
  if (buffer.length < needs) return null;
  const [width, height] = read();
  return { width, height };
}

/** The first frame header of a JPEG (ITU-T T.81, B.2.2), past the segments before it. */
function jpegSize(buffer: Buffer): Size {
  for (let at = 2; at + 9 <= buffer.length; ) {
    const marker = buffer[at + 1] ?? 0;
    if (buffer[at] !== 0xff) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: buffer.readUInt16BE(at + 7), height: buffer.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + buffer.readUInt16BE(at + 2);
  }
  return null;
}

/** EXIF's orientation: tag 0x0112, a short, one of it; in either order of bytes. */
function turnOf(buffer: Buffer): number {
  const notes = buffer.toString('latin1', 0, NOTES);
  if (!notes.includes('Exif\0\0')) return 1;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes are matched, not text.
  const tag = /\x01\x12\0\x03\0\0\0\x01\0([\x01-\x08])|\x12\x01\x03\0\x01\0\0\0([\x01-\x08])\0/.exec(notes);
  return (tag?.[1] ?? tag?.[2])?.charCodeAt(0) ?? 1;
}
