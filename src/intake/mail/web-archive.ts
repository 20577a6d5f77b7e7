import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { Claim, Doubt } from '../../statement/source.ts';
import { canonicalText } from '../decode.ts';
import type { DecodedMail } from '../decode-mail.ts';

const HEADER = 16_000;

/** Whether a text is a saved web page (MHTML, RFC 2557): the parts of a page in the form of a mail that nobody sent. */
export function isWebArchive(head: string): boolean {
  const header = headerOf(head);
  if (!/^content-type:\s*multipart\/related/im.test(header)) return false;
  if (!/^content-type:\s*text\/html/im.test(head.slice(header.length))) return false;
  const saved = /^(?:snapshot-)?content-location:|^from:\s*[<"]*saved by/im.test(header);
  return saved || !/^(?:from|to|received):/im.test(header);
}

/**
 * Decodes a saved web page to its HTML, its frames after it; claims say where and when it was saved. Its pictures come as documents of their own; style sheets, scripts and
 * fonts are counted and left. Nothing is fetched: what the page only points to is not there.
 */
export async function decodeWebArchive(bytes: Uint8Array, text: string): Promise<DecodedMail> {
  const email = await PostalMime.parse(bytes).catch(() => null);
  const html = canonicalText(email?.html ?? '');
  if (email === null || html.trim() === '') return { text, doubts: [undecodable()], attachments: [] };
  const pictures = email.attachments.filter(({ mimeType }) => mimeType.startsWith('image/'));
  const left = email.attachments.length - pictures.length;
  return {
    text: html,
    doubts: isCutOff(text) ? [cutOff()] : [],
    attachments: pictures.map((picture, at) => ({ name: nameOf(picture, at), bytes: bytesOf(picture) })),
    claims: [
      ...claimsOf(email),
      ...(left === 0 ? [] : [claim('style sheets, scripts and fonts, not read', String(left))]),
    ],
  };
}

function headerOf(text: string): string {
  const head = text.slice(0, HEADER);
  return head.slice(0, /\n[ \t]*\n/.exec(head)?.index ?? HEADER);
}

const SAID = [
  ['snapshot-content-location', 'saved from'],
  ['content-location', 'saved from'],
  ['date', 'saved on'],
  ['from', 'saved by'],
  ['subject', 'title when saved'],
] as const;

function claimsOf(email: Email): Claim[] {
  return SAID.flatMap(([header, key]) => {
    const written = email.headers.find((each) => each.key === header)?.value ?? '';
    const value = header === 'subject' ? (email.subject ?? written) : written;
    return value.trim() === '' ? [] : [claim(key, value.replace(/\s+/g, ' ').trim())];
  });
}

function claim(key: string, value: string): Claim {
  return { key, value, span: null };
}

function nameOf({ filename, mimeType }: Attachment, at: number): string {
  return filename ?? `picture-${at + 1}.${mimeType.slice('image/'.length).replace(/\W.*/, '')}`;
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

/** Whether the line that ends the parts is missing. */
function isCutOff(text: string): boolean {
  const boundary = /boundary=(?:"([^"\n]{1,200})"|([^\s;]{1,200}))/i.exec(headerOf(text));
  const mark = boundary?.[1] ?? boundary?.[2];
  return mark !== undefined && !text.includes(`--${mark}--`, text.length - 4_000);
}

function cutOff(): Doubt {
  const text = 'The saved page ends in the middle: it was cut off. What stands before that was read.';
  return { code: 'intake/cut-off', text, span: null };
}

function undecodable(): Doubt {
  const text =
    'The saved page’s parts could not be decoded. Its text is shown as it stands in the file. Save the page anew, as HTML or PDF, and read that.';
  return { code: 'intake/undecodable-page', text, span: null };
}
