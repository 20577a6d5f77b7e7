import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { HearsayError } from '../../errors.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { describeContainer } from './describe-container.ts';
import { inflateBounded } from './inflate-bounded.ts';
import type { Budget, Member } from './member.ts';

const NAME_FLAG = 0x08;
const EXTRA_FLAG = 0x04;

/** The one document of a gzip file; its CRC-32 is checked by the inflater. Throws `intake/refused` where it is damaged. */
export async function openGzip(
  bytes: Uint8Array,
  context: FormatContext,
  budget: Budget,
): Promise<{ reading: FormatReading; members: readonly Member[] }> {
  const name =
    nameWithin(bytes) ?? context.file.replace(/\.t?gz$/i, (ending) => (ending.length === 4 ? '.tar' : ''));
  const content = await inflate(bytes, budget.bytes);
  const what = { noun: 'gzip archive', mediaType: 'application/gzip', claims: [] };
  const listed = [{ name, bytes: content.byteLength, refused: null }];
  return { reading: describeContainer(what, listed, context), members: [{ name, bytes: content }] };
}

async function inflate(bytes: Uint8Array, mostBytes: number): Promise<Uint8Array> {
  const gunzip = createGunzip();
  const stream = Readable.from([bytes])
    .on('error', (error) => gunzip.destroy(error))
    .pipe(gunzip);
  try {
    const { chunks } = await inflateBounded(stream, bytes.byteLength, mostBytes, true);
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof HearsayError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new HearsayError(
      'intake/refused',
      `The gzip file is damaged or cut off (${detail}). Nothing was taken from it. Ask for it again, or unpack what can be had (zcat) and read that.`,
      { cause: error },
    );
  }
}

/** The name that the header gives, RFC 1952. */
function nameWithin(bytes: Uint8Array): string | null {
  const flags = bytes[3] ?? 0;
  if ((flags & NAME_FLAG) === 0) return null;
  const start = 10 + ((flags & EXTRA_FLAG) === 0 ? 0 : 2 + (bytes[10] ?? 0) + 256 * (bytes[11] ?? 0));
  const end = bytes.indexOf(0, start);
  return end <= start ? null : Buffer.from(bytes.subarray(start, end)).toString('latin1');
}
