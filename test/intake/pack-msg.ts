import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';

/** What a message of a test is made of: property tags (`0037001F`) with strings, bytes, whole numbers or times. */
export interface MsgParts {
  readonly properties: Readonly<Record<string, string | Uint8Array | number | Date>>;
  readonly recipients?: readonly MsgParts['properties'][];
  readonly attachments?: readonly MsgParts['properties'][];
}

const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5];
const EPOCH_MS = 11_644_473_600_000;

/** The bytes of an Outlook message (MS-OXMSG): a compound file of property streams. */
export function packMsg({ properties, recipients = [], attachments = [] }: MsgParts): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', type: ROOT, length: 0, children: [] }];
  addProperties(entries, 0, properties, 32);
  for (const [at, each] of recipients.entries()) addStorage(entries, `__recip_version1.0_#${hex(at)}`, each);
  for (const [at, each] of attachments.entries())
    addStorage(entries, `__attach_version1.0_#${hex(at)}`, each);
  return burn(entries);
}

function hex(at: number): string {
  return at.toString(16).toUpperCase().padStart(8, '0');
}

function addStorage(entries: Entry[], name: string, properties: MsgParts['properties']): void {
  const storage = add(entries, 0, { name, type: DIRECTORY, length: 0, children: [] });
  addProperties(entries, storage, properties, 8);
}

function add(entries: Entry[], parent: number, entry: Entry): number {
  const index = entries.push(entry) - 1;
  entries[parent]?.children?.push(index);
  return index;
}

function addStream(entries: Entry[], parent: number, name: string, bytes: Uint8Array): void {
  // A copy: the library takes all of the buffer that stands behind a view.
  const copy = Uint8Array.from(bytes);
  add(entries, parent, { name, type: DOCUMENT, length: copy.length, binaryProvider: () => copy });
}

function addProperties(
  entries: Entry[],
  parent: number,
  properties: MsgParts['properties'],
  head: number,
): void {
  const rows: Buffer[] = [Buffer.alloc(head)];
  for (const [tag, value] of Object.entries(properties)) {
    const row = Buffer.alloc(16);
    row.writeUInt32LE(Number.parseInt(tag, 16), 0);
    row.writeUInt32LE(6, 4);
    const stream = bytesOf(tag, value);
    if (stream !== null) addStream(entries, parent, `__substg1.0_${tag}`, stream);
    if (stream !== null) row.writeUInt32LE(stream.length + (tag.endsWith('1F') ? 2 : 1), 8);
    else if (value instanceof Date) row.writeBigUInt64LE(BigInt(value.getTime() + EPOCH_MS) * 10_000n, 8);
    else row.writeUInt32LE(value as number, 8);
    rows.push(row);
  }
  addStream(entries, parent, '__properties_version1.0', Buffer.concat(rows));
}

function bytesOf(tag: string, value: string | Uint8Array | number | Date): Uint8Array | null {
  if (typeof value === 'string') return Buffer.from(value, tag.endsWith('001F') ? 'utf16le' : 'latin1');
  return value instanceof Uint8Array ? value : null;
}
