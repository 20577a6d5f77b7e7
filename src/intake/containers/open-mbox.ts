import type { FormatContext, FormatReading } from '../format.ts';
import { describeContainer } from './describe-container.ts';
import type { Member } from './member.ts';

const LINE_START = /(?:^|\n)From [^\n]*\d{4}\r?\n(?=[!-9;-~]+:)/g;

/** Whether the bytes are a mailbox of more than one mail: `From ` lines with a date, each before header fields. */
export function isMbox(bytes: Uint8Array): boolean {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== 'From ') return false;
  return startsOf(bytes).length > 1;
}

/**
 * The mails of a mailbox in mbox form (RFC 4155), each as the bytes that a mail program would
 * save, with one `>` taken off quoted `>From ` lines (mboxrd).
 */
export function openMbox(
  bytes: Uint8Array,
  context: FormatContext,
): { reading: FormatReading; members: Iterable<Member> } {
  const starts = startsOf(bytes);
  const names = starts.map((_, index) => `mail-${String(index + 1).padStart(5, '0')}.eml`);
  const ends = starts.map((_, index) => starts[index + 1] ?? bytes.byteLength);
  const listed = names.map((name, index) => ({
    ...{ name, bytes: (ends[index] ?? 0) - (starts[index] ?? 0), refused: null },
  }));
  const what = { noun: 'mailbox', mediaType: 'application/mbox', claims: [] };
  return { reading: describeContainer(what, listed, context), members: mailsOf(bytes, starts, ends, names) };
}

function* mailsOf(
  bytes: Uint8Array,
  starts: readonly number[],
  ends: readonly number[],
  names: readonly string[],
): Generator<Member> {
  for (const [index, name] of names.entries()) {
    const mail = Buffer.from(bytes.subarray(starts[index], ends[index])).toString('latin1');
    const own = mail.slice(mail.indexOf('\n') + 1).replace(/^>(>*From )/gm, '$1');
    yield { name, bytes: Buffer.from(own, 'latin1') };
  }
}

// Read as one byte a character: what is looked for is ASCII in every encoding that mails have.
function startsOf(bytes: Uint8Array): number[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return [...text.matchAll(LINE_START)].map((match) => match.index + (match[0].startsWith('\n') ? 1 : 0));
}
