import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { HearsayError } from '../../errors.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { decodeNames } from './decode-names.ts';
import { describeContainer, type Listed } from './describe-container.ts';
import { type Inflated, inflateBounded } from './inflate-bounded.ts';
import type { Budget, Member } from './member.ts';

const LINK = 0o120_000;
const KIND = 0o170_000;

interface Checked extends Listed {
  readonly entry: Entry;
  readonly code: 'intake/refused' | 'intake/encrypted';
}

/**
 * The documents of a ZIP archive. Each is inflated twice, once to check its size, ratio and
 * CRC-32 (which the library does not) and once to give it, so that the list says of each what
 * became of it. Throws `intake/refused` where the archive itself contradicts itself: what two
 * readers may understand in two ways is no evidence.
 */
export async function openZip(
  bytes: Uint8Array,
  context: FormatContext,
  budget: Budget,
): Promise<{ reading: FormatReading; members: AsyncIterable<Member> }> {
  const { zip, entries } = await entriesOf(bytes, budget);
  refuseOverlaps(entries);
  const names = decodeNames(entries.map((entry) => ({ raw: entry.fileNameRaw, isUtf8: isUtf8(entry) })));
  const checked: Checked[] = [];
  let left = budget.bytes;
  for (const [index, entry] of entries.entries()) {
    const one = await check(zip, entry, names[index] ?? '', left);
    left -= one.bytes ?? 0;
    if (!one.name.endsWith('/') || one.bytes !== 0) checked.push(one);
  }
  const claims = zip.comment === '' ? [] : [{ key: 'comment', value: String(zip.comment), span: null }];
  const what = { noun: 'ZIP archive', mediaType: 'application/zip', claims };
  return {
    reading: describeContainer(what, checked, context),
    members: membersOf(zip, checked, budget.bytes),
  };
}

async function entriesOf(bytes: Uint8Array, budget: Budget): Promise<{ zip: ZipFile; entries: Entry[] }> {
  const entries: Entry[] = [];
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Names are decoded by us: many archives hold names of another code page than they say.
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false });
    if (zip.entryCount > budget.members) throw tooMany(zip.entryCount, budget.members);
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return { zip, entries };
  } catch (error) {
    throw error instanceof HearsayError ? error : broken(error, entries.length);
  }
}

/** The entries of an archive whose names are wanted, unpacked within the budget and checked by their CRC-32. */
export async function unpackEntries(
  bytes: Uint8Array,
  wants: (name: string) => boolean,
  budget: Budget,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { zip, entries } = await entriesOf(bytes, budget);
  refuseOverlaps(entries);
  const unpacked = new Map<string, Uint8Array>();
  let left = budget.bytes;
  for (const entry of entries) {
    const name = Buffer.from(entry.fileNameRaw).toString('utf8');
    if (!wants(name)) continue;
    const { chunks, crc32, bytes: size } = await inflate(zip, entry, left, true);
    if (crc32 !== entry.crc32) throw broken(new Error(`CRC-32 of ${name} differs`), 0);
    left -= size;
    unpacked.set(name, Buffer.concat(chunks));
  }
  return unpacked;
}

/** Names of an archive's entries. */
export async function entryNames(bytes: Uint8Array, budget: Budget): Promise<string[]> {
  const { entries } = await entriesOf(bytes, budget);
  return entries.map((entry) => Buffer.from(entry.fileNameRaw).toString('utf8'));
}

async function check(zip: ZipFile, entry: Entry, name: string, mostBytes: number): Promise<Checked> {
  const refuse = (refused: string, code: Checked['code'] = 'intake/refused') => ({
    ...{ name, entry, code, refused, bytes: null },
  });
  if (entry.isEncrypted()) return refuse('it is locked with a password', 'intake/encrypted');
  if (((entry.externalFileAttributes >>> 16) & KIND) === LINK) return refuse('it is a link to another file');
  try {
    const { bytes, crc32 } = await inflate(zip, entry, mostBytes, false);
    if (crc32 !== entry.crc32) return refuse('its bytes are not those that were packed (CRC-32 differs)');
    return { name, entry, code: 'intake/refused', refused: null, bytes };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

async function inflate(zip: ZipFile, entry: Entry, mostBytes: number, keep: boolean): Promise<Inflated> {
  const stream = await zip.openReadStreamPromise(entry);
  return inflateBounded(stream, entry.compressedSize, mostBytes, keep);
}

async function* membersOf(
  zip: ZipFile,
  checked: readonly Checked[],
  mostBytes: number,
): AsyncGenerator<Member> {
  for (const { name, entry, refused, code } of checked) {
    if (refused !== null) yield { name, code, reason: `${name} was not taken from the archive: ${refused}.` };
    else yield { name, bytes: Buffer.concat((await inflate(zip, entry, mostBytes, true)).chunks) };
  }
}

/** Entries that share packed bytes are how small archives come to hold petabytes, and no packer makes them. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < end) {
      throw new HearsayError(
        'intake/refused',
        'Entries of this archive lie over each other, as in archives made to exhaust a reader. Nothing was taken from it. If you trust it, unpack it yourself and read the folder.',
      );
    }
    end = entry.relativeOffsetOfLocalHeader + entry.compressedSize;
  }
}

function isUtf8(entry: Entry): boolean {
  return (entry.generalPurposeBitFlag & 0x800) !== 0;
}

function tooMany(count: number, most: number): HearsayError {
  return new HearsayError(
    'intake/refused',
    `The archive says that it holds ${count} documents; no more than ${most} are taken from one file. Unpack it yourself and read the folder.`,
  );
}

function broken(error: unknown, taken: number): HearsayError {
  const detail = error instanceof Error ? error.message : String(error);
  const part = taken === 0 ? '' : ` ${taken} entries before the damage could be listed; none was taken.`;
  return new HearsayError(
    'intake/refused',
    `The archive is damaged, cut off, or contradicts itself (${detail}).${part} Ask for it again, or repair a copy (zip -FF) and read that.`,
    { cause: error },
  );
}
