import { crc32 } from 'node:zlib';
import { HearsayError } from '../../errors.ts';

/** Above this many bytes out, more than `MOST_RATIO` bytes for each byte in is a bomb and no document. */
const RATIO_FROM = 1024 * 1024;
const MOST_RATIO = 200;

export interface Inflated {
  readonly bytes: number;
  readonly crc32: number;
  readonly chunks: readonly Uint8Array[];
}

/**
 * Takes what a stream inflates to, counting: sizes that a container states are never trusted.
 * Throws `intake/refused` above `mostBytes`, or where it grows more than two-hundredfold.
 * Chunks are kept only where `keep` is true.
 */
export async function inflateBounded(
  stream: AsyncIterable<Uint8Array>,
  compressedBytes: number,
  mostBytes: number,
  keep: boolean,
): Promise<Inflated> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let crc = 0;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes)
      throw tooMuch(`more than the ${mostBytes} bytes that are left of what may be unpacked`);
    if (bytes > RATIO_FROM && bytes > compressedBytes * MOST_RATIO)
      throw tooMuch(`more than ${MOST_RATIO} bytes for each packed byte`);
    crc = crc32(chunk, crc);
    if (keep) chunks.push(chunk);
  }
  return { bytes, crc32: crc, chunks };
}

function tooMuch(what: string): HearsayError {
  return new HearsayError(
    'intake/refused',
    `It unpacks to ${what}, as archives do that are made to exhaust a reader. It was not unpacked. If you trust it, unpack it yourself and read the folder.`,
  );
}
