/** An entry of an archive, as the head that stands before it says (APPNOTE 4.3.7). */
export interface CutEntry {
  readonly rawName: Uint8Array;
  readonly isUtf8: boolean;
  readonly isEncrypted: boolean;
  /** 0 is stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  /** As packed; null where the archive ends before it does. */
  readonly packed: Uint8Array | null;
}

const HEAD = Buffer.from('504b0304', 'hex');
const DESCRIPTOR = Buffer.from('504b0708', 'hex');
const HEAD_BYTES = 30;
const DESCRIPTOR_BYTES = 16;
const [ENCRYPTED, SIZES_FOLLOW, UTF8] = [0x1, 0x8, 0x800];
/** Sizes that stand elsewhere, in archives of more than four gigabytes. */
const ELSEWHERE = 0xffffffff;

/** The entries of an archive whose own list is lost, one after another from its start. Linear. */
export function* cutZipEntries(bytes: Uint8Array): Generator<CutEntry> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(HEAD); at >= 0 && at + HEAD_BYTES <= buffer.length; ) {
    const flags = buffer.readUInt16LE(at + 6);
    const nameEnd = at + HEAD_BYTES + buffer.readUInt16LE(at + 26);
    const start = nameEnd + buffer.readUInt16LE(at + 28);
    const { end, crc32, next } = extentOf(buffer, at, start, flags);
    yield {
      rawName: buffer.subarray(at + HEAD_BYTES, nameEnd),
      isUtf8: (flags & UTF8) !== 0,
      isEncrypted: (flags & ENCRYPTED) !== 0,
      method: buffer.readUInt16LE(at + 8),
      crc32,
      packed: end === null ? null : buffer.subarray(start, end),
    };
    at = buffer.indexOf(HEAD, next);
  }
}

interface Extent {
  readonly end: number | null;
  readonly crc32: number;
  /** Where the next head is looked for. */
  readonly next: number;
}

function extentOf(buffer: Buffer, at: number, start: number, flags: number): Extent {
  if ((flags & SIZES_FOLLOW) !== 0) return extentByDescriptor(buffer, start);
  const size = buffer.readUInt32LE(at + 18);
  const end = start + size;
  const crc32 = buffer.readUInt32LE(at + 14);
  if (size === ELSEWHERE || end > buffer.length)
    return { end: null, crc32, next: Math.min(start, buffer.length) };
  return { end, crc32, next: end };
}

/** Sizes that follow the data: the mark whose size is that of what stands before it. */
function extentByDescriptor(buffer: Buffer, start: number): Extent {
  for (let at = buffer.indexOf(DESCRIPTOR, start); at >= 0; at = buffer.indexOf(DESCRIPTOR, at + 1)) {
    if (at + DESCRIPTOR_BYTES > buffer.length) break;
    if (buffer.readUInt32LE(at + 8) === at - start)
      return { end: at, crc32: buffer.readUInt32LE(at + 4), next: at + DESCRIPTOR_BYTES };
  }
  return { end: null, crc32: 0, next: Math.min(start, buffer.length) };
}
