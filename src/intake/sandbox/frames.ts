/** A message between the program and a document's process: a JSON head and bytes. */
export interface Frame {
  readonly head: unknown;
  readonly body: Uint8Array;
}

const LENGTHS = 8;
const NOTHING = new Uint8Array(0);

/** The bytes of a frame: lengths of head and body (two big-endian 32-bit numbers), head, body. */
export function packFrame(head: unknown, body: Uint8Array = NOTHING): Buffer {
  const json = Buffer.from(JSON.stringify(head), 'utf8');
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeUInt32BE(json.length, 0);
  lengths.writeUInt32BE(body.byteLength, 4);
  return Buffer.concat([lengths, json, body]);
}

/** Thrown where what came is no frame, or longer than is allowed in all. */
export class FrameFault extends Error {}

/**
 * The frames of a stream of bytes, in order. Throws `FrameFault` where a head is no JSON, where
 * the stream ends within a frame, and before more than `mostBytes` in all were taken.
 */
export async function* framesOf(chunks: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Frame> {
  let held: Buffer[] = [];
  let length = 0;
  let taken = 0;
  for await (const chunk of chunks) {
    taken += chunk.byteLength;
    if (taken > mostBytes) throw new FrameFault(`more than ${mostBytes} bytes came out`);
    held.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    length += chunk.byteLength;
    if (length < wantedBytes(held, length)) continue;
    let bytes = Buffer.concat(held);
    for (let size = frameSize(bytes); size <= bytes.length; size = frameSize(bytes)) {
      yield unpackFrame(bytes.subarray(0, size));
      bytes = bytes.subarray(size);
    }
    held = [bytes];
    length = bytes.length;
  }
  if (length > 0) throw new FrameFault('the answer was cut off');
}

/** Bytes that the first held frame needs in all, so that a long one is joined once and not with each chunk. */
function wantedBytes(held: Buffer[], length: number): number {
  const [first] = held;
  if (first !== undefined && first.length >= LENGTHS) return frameSize(first);
  if (length < LENGTHS) return LENGTHS;
  const joined = Buffer.concat(held);
  held.splice(0, held.length, joined);
  return frameSize(joined);
}

function frameSize(bytes: Buffer): number {
  if (bytes.length < LENGTHS) return Number.POSITIVE_INFINITY;
  return LENGTHS + bytes.readUInt32BE(0) + bytes.readUInt32BE(4);
}

function unpackFrame(bytes: Buffer): Frame {
  const end = LENGTHS + bytes.readUInt32BE(0);
  try {
    return {
      head: JSON.parse(bytes.toString('utf8', LENGTHS, end)),
      body: new Uint8Array(bytes.subarray(end)),
    };
  } catch {
    throw new FrameFault('the answer could not be understood');
  }
}
