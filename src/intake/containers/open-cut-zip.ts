import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { HearsayError } from '../../errors.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { type CutEntry, cutZipEntries } from './cut-zip-entries.ts';
import { decodeNames } from './decode-names.ts';
import { describeContainer, type Listed } from './describe-container.ts';
import { type Inflated, inflateBounded } from './inflate-bounded.ts';
import type { Budget, Member } from './member.ts';

const [STORED, DEFLATED] = [0, 8];
/** What an office document in parts has in it: half of one is no pile of documents. */
const PARTS = /^(?:\[Content_Types\]\.xml|mimetype)$/;
/** What the library says where the list at the archive's end is not there, or breaks off. */
const LIST_LOST =
  /end of central directory record signature not found|invalid central directory file header signature|unexpected eof/i;

/** Whether an archive was refused because its list is lost, and not because it contradicts itself. */
export function isListLost(error: unknown): boolean {
  return error instanceof HearsayError && error.cause instanceof Error && LIST_LOST.test(error.cause.message);
}

interface Checked extends Listed {
  readonly entry: CutEntry;
  readonly code: 'intake/refused' | 'intake/encrypted';
}

/**
 * The documents that can be had of a ZIP archive that was cut off: by the heads that stand before
 * them, each checked by size, ratio and CRC-32; the others are named with the reason. Throws `fault`,
 * with which the archive itself was refused, where none can be had or it is half an office document.
 */
export async function openCutZip(
  bytes: Uint8Array,
  context: FormatContext,
  budget: Budget,
  fault: unknown,
): Promise<{ reading: FormatReading; members: AsyncIterable<Member> }> {
  const entries = Array.from(cutZipEntries(bytes).take(budget.members));
  const names = decodeNames(entries.map(({ rawName, isUtf8 }) => ({ raw: rawName, isUtf8 })));
  const checked: Checked[] = [];
  let left = budget.bytes;
  for (const [index, entry] of entries.entries()) {
    const one = await check(entry, names[index] ?? '', left);
    left -= one.bytes ?? 0;
    if (!one.name.endsWith('/') || one.bytes !== 0) checked.push(one);
  }
  if (checked.every(({ refused }) => refused !== null) || names.some((name) => PARTS.test(name))) throw fault;
  const what = { noun: 'ZIP archive that was cut off', mediaType: 'application/zip', claims: [] };
  const reading = describeContainer(what, checked, context);
  return {
    reading: { ...reading, doubts: [cutOff(), ...reading.doubts] },
    members: membersOf(checked, budget.bytes),
  };
}

async function check(entry: CutEntry, name: string, mostBytes: number): Promise<Checked> {
  const refuse = (refused: string, code: Checked['code'] = 'intake/refused') => ({
    ...{ name, entry, code, refused, bytes: null },
  });
  if (entry.isEncrypted) return refuse('it is locked with a password', 'intake/encrypted');
  if (entry.packed === null) return refuse('the archive ends before it does');
  if (entry.method !== STORED && entry.method !== DEFLATED)
    return refuse('it is packed in a way that is not known');
  try {
    const { bytes, crc32 } = await unpack(entry, mostBytes, false);
    if (crc32 !== entry.crc32) return refuse('its bytes are not those that were packed (CRC-32 differs)');
    return { name, entry, code: 'intake/refused', refused: null, bytes };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

async function unpack({ packed, method }: CutEntry, mostBytes: number, keep: boolean): Promise<Inflated> {
  const bytes = packed ?? new Uint8Array(0);
  const stream = Readable.from([bytes]);
  if (method === STORED) return inflateBounded(stream, bytes.byteLength, mostBytes, keep);
  const inflater = createInflateRaw();
  stream.on('error', (error) => inflater.destroy(error));
  return inflateBounded(stream.pipe(inflater), bytes.byteLength, mostBytes, keep);
}

async function* membersOf(checked: readonly Checked[], mostBytes: number): AsyncGenerator<Member> {
  for (const { name, entry, refused, code } of checked) {
    if (refused !== null) yield { name, code, reason: `${name} was not taken from the archive: ${refused}.` };
    else yield { name, bytes: Buffer.concat((await unpack(entry, mostBytes, true)).chunks) };
  }
}

function cutOff() {
  const text =
    'The archive is damaged or cut off: its own list of what it holds is lost. Documents were taken by the heads that stand before them; how many there were is not known. Ask for it again.';
  return { code: 'intake/cut-off', text, span: null };
}
