import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { HearsayError } from '../../errors.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { describeContainer, type Listed } from './describe-container.ts';
import type { Budget, Member } from './member.ts';

const NO_DOCUMENT: Readonly<Record<string, string>> = {
  symlink: 'it is a link to another file',
  link: 'it is a link to another file',
  'character-device': 'it is a device',
  'block-device': 'it is a device',
  fifo: 'it is a pipe',
};

/** The documents of a TAR archive, in its order. Throws `intake/refused` where it is damaged or holds too many. */
export async function openTar(
  bytes: Uint8Array,
  context: FormatContext,
  budget: Budget,
): Promise<{ reading: FormatReading; members: readonly Member[] }> {
  const members: Member[] = [];
  const listed: Listed[] = [];
  try {
    for await (const entry of entriesOf(bytes)) {
      const { name, type } = entry.header;
      const refused = NO_DOCUMENT[type ?? 'file'] ?? null;
      const content = await contentOf(entry);
      if (type === 'directory') continue;
      listed.push({ name, bytes: refused === null ? content.byteLength : null, refused });
      members.push(refused === null ? { name, bytes: content } : refusedMember(name, refused));
      if (members.length > budget.members) throw new Error(`it holds more than ${budget.members} documents`);
    }
  } catch (error) {
    throw damaged(error, members.length);
  }
  const what = { noun: 'TAR archive', mediaType: 'application/x-tar', claims: [] };
  return { reading: describeContainer(what, listed, context), members };
}

function entriesOf(bytes: Uint8Array): ReadableStream<ParsedTarEntry> {
  const whole = new Uint8Array(bytes);
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(whole);
      controller.close();
    },
  }).pipeThrough(createTarDecoder({ strict: hasMagic(bytes) }));
}

/** Whether it is of the form that has checksums to hold it to; archives from before POSIX have none. */
function hasMagic(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar';
}

async function contentOf({ body }: ParsedTarEntry): Promise<Uint8Array> {
  return new Uint8Array(await new Response(body).arrayBuffer());
}

function refusedMember(name: string, refused: string): Member {
  return { name, code: 'intake/refused', reason: `${name} was not taken from the archive: ${refused}.` };
}

function damaged(error: unknown, taken: number): HearsayError {
  const detail = error instanceof Error ? error.message : String(error);
  return new HearsayError(
    'intake/refused',
    `The TAR archive is damaged or cut off (${detail}); ${taken} documents stand before that, none was taken. Ask for it again, or unpack what can be had and read the folder.`,
    { cause: error },
  );
}
