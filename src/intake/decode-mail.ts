import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { Claim, Doubt } from '../statement/source.ts';
import type { Member } from './containers/member.ts';
import { canonicalText, decodeText } from './decode.ts';
import { htmlText } from './html/html-text.ts';

/** The readable text of an encoded mail, and what of it could not be had. */
export interface DecodedMail {
  readonly text: string;
  readonly doubts: readonly Doubt[];
  /** What is attached and no text, to be opened as documents of their own. */
  readonly attachments: readonly Member[];
  /** What the packing says of what is in it. */
  readonly claims?: readonly Claim[];
}

const HEADER_LOOKED_AT = 64_000;
const LONGEST_ATTACHMENT = 4_000_000;
const TEXTUAL = /^(?:text\/|application\/(?:json|xml|csv)|message\/(?:rfc822|delivery-status))/;

/**
 * Decodes a mail whose words are not readable as they stand (base64, quoted-printable,
 * several parts, encoded header words, HTML): the headers that matter, the body as text,
 * the text of attachments that are text; others are named, and given as documents of their own. Null where the
 * file's own text is readable, so that quotations are the file's own characters.
 */
export async function decodeMail(bytes: Uint8Array, text: string): Promise<DecodedMail | null> {
  if (!isEncoded(text)) return null;
  let email: Email;
  try {
    email = await PostalMime.parse(bytes);
  } catch (cause) {
    return { text, doubts: [undecodable(cause)], attachments: [] };
  }
  const attachments: Member[] = [];
  const body = bodyOf(email);
  const attached = email.attachments.map((attachment) => attachmentText(attachment, attachments));
  const parts = [headersOf(email, text), '', body, ...attached.flatMap((part) => ['', part])];
  const decoded = canonicalText(parts.join('\n')).trimEnd();
  if (decoded.trim() === '') return { text, doubts: [undecodable(null)], attachments };
  return { text: `${decoded}\n`, doubts: [], attachments };
}

function isEncoded(text: string): boolean {
  const blank = /\n[ \t]*\n/.exec(text.slice(0, HEADER_LOOKED_AT));
  const header = text.slice(0, blank?.index ?? HEADER_LOOKED_AT);
  return (
    /^content-transfer-encoding:\s*(?:quoted-printable|base64)/im.test(header) ||
    /^content-type:\s*(?:multipart\/|text\/html)/im.test(header) ||
    /=\?[\w-]+\?[qb]\?[^?]*\?=/i.test(header)
  );
}

/** The headers that matter, decoded, one a line; the date as it stands, for it may be a bad one. */
function headersOf(email: Email, text: string): string {
  const raw = (key: string) =>
    email.headers
      .find((header) => header.key === key)
      ?.value.replace(/\s+/g, ' ')
      .trim() ?? null;
  const lines = [
    ['From', email.from === undefined ? null : addressText(email.from)],
    ['To', addressesText(email.to)],
    ['Cc', addressesText(email.cc)],
    ['Date', raw('date')],
    ['Subject', email.subject ?? null],
    ['Message-ID', raw('message-id')],
    ['In-Reply-To', raw('in-reply-to')],
    ['Content-Language', raw('content-language')],
  ] as const;
  const mbox = /^From \S+.*/.exec(text)?.[0];
  const written = lines
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${key}: ${value}`);
  return [...(mbox === undefined ? [] : [mbox]), ...written]
    .map((line) => line.replace(/[\r\n]+/g, ' '))
    .join('\n');
}

function addressText(address: Address): string {
  if (address.group !== undefined) return address.group.map(addressText).join(', ');
  if (address.address === '') return address.name;
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}

function addressesText(addresses: readonly Address[] | undefined): string | null {
  return addresses === undefined || addresses.length === 0 ? null : addresses.map(addressText).join(', ');
}

function bodyOf(email: Email): string {
  const plain = email.text?.trim() ?? '';
  if (plain !== '') return plain;
  return email.html === undefined ? '' : htmlText(email.html).trim();
}

function attachmentText(attachment: Attachment, attachments: Member[]): string {
  const name = attachment.filename ?? 'without a name';
  const bytes = contentBytes(attachment);
  const head = `----- Attachment: ${name.replace(/\s+/g, ' ')} (${attachment.mimeType}, ${bytes.byteLength} bytes) -----`;
  const words =
    TEXTUAL.test(attachment.mimeType) && bytes.byteLength <= LONGEST_ATTACHMENT
      ? textOf(bytes, attachment.mimeType)
      : null;
  if (words === null && bytes.byteLength > 0) attachments.push({ name, bytes });
  return words === null ? head : `${head}\n${words.trim()}`;
}

function contentBytes({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function textOf(bytes: Uint8Array, mimeType: string): string | null {
  try {
    const { text } = decodeText(bytes);
    return mimeType === 'text/html' ? htmlText(text) : text;
  } catch {
    // Empty or binary under a text's name: it is named, and not read.
    return null;
  }
}

function undecodable(cause: unknown): Doubt {
  const detail = cause instanceof Error ? ` (${cause.message})` : '';
  const text = `The mail's parts could not be decoded${detail}. Its text is shown as it stands in the file.`;
  return { code: 'intake/undecodable-mail', text, span: null };
}
