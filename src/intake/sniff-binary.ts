import { pictureHead } from './pictures/picture-head.ts';

/** Formats that are no text as they stand and can be read; each has one reader, which runs in a process of its own. */
export type BinaryFormat = 'pdf' | 'zip' | 'tar' | 'gzip' | 'rtf' | 'msg' | 'picture';

const MAGIC: readonly { readonly format: BinaryFormat; readonly hex: string; readonly at: number }[] = [
  { format: 'pdf', hex: '255044462d', at: 0 },
  { format: 'zip', hex: '504b0304', at: 0 },
  { format: 'zip', hex: '504b0506', at: 0 },
  { format: 'rtf', hex: '7b5c727466', at: 0 },
  { format: 'gzip', hex: '1f8b08', at: 0 },
  { format: 'tar', hex: '7573746172', at: 257 },
];

/** Old Office documents and Outlook messages are compound files alike; a message has streams of this name. */
const COMPOUND = 'd0cf11e0a1b11ae1';
const MESSAGE_STREAM = Buffer.from('__properties_version1.0', 'utf16le');

/** Which of the binary formats the first bytes show, whatever the file is called; null for text and all else. */
export function sniffBinary(bytes: Uint8Array): BinaryFormat | null {
  for (const { format, hex, at } of MAGIC) {
    if (Buffer.from(bytes.subarray(at, at + hex.length / 2)).toString('hex') === hex) return format;
  }
  if (isMessage(bytes)) return 'msg';
  return pictureHead(bytes) === null ? null : 'picture';
}

function isMessage(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString('hex', 0, COMPOUND.length / 2) === COMPOUND && buffer.includes(MESSAGE_STREAM);
}
