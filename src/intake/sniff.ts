import { HearsayError } from '../errors.ts';
import binaryFormats from './binary-formats.json' with { type: 'json' };
import { isFtm } from './entities/is-ftm.ts';
import type { Format, FormatName } from './format.ts';
import { isWebArchive } from './mail/web-archive.ts';

/** Code units of the text that decide. */
const HEAD = 32_768;

const MEDIA_TYPES: Record<FormatName, string> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  'chat-json': 'application/json',
  srt: 'application/x-subrip',
  vtt: 'text/vtt',
  html: 'text/html',
  'web-archive': 'multipart/related',
  mail: 'message/rfc822',
  vcard: 'text/vcard',
  ftm: 'application/json+ftm',
  table: 'text/csv',
};

const EXTENSIONS: Record<string, FormatName> = {
  md: 'markdown',
  markdown: 'markdown',
  srt: 'srt',
  vtt: 'vtt',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  eml: 'mail',
  csv: 'table',
  tsv: 'table',
  tab: 'table',
};

/**
 * Throws `intake/binary` where the first bytes are those of a format that cannot be read,
 * naming it and saying what to do. To be called before decoding.
 */
export function refuseBinary(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 40)).toString('hex');
  const known = binaryFormats.find((format) =>
    head.startsWith(format.hex, ('at' in format ? (format.at ?? 0) : 0) * 2),
  );
  if (known === undefined) return;
  throw new HearsayError(
    'intake/binary',
    `The file is ${known.name}, which cannot be read yet. ${known.todo}`,
  );
}

/** Which reader is to read a decoded text: by what it holds first, by its file's extension second. */
export function sniffFormat(text: string, file: string): Format {
  const extension = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const head = text.slice(0, HEAD);
  const name =
    byContent(head, text.length > HEAD) ??
    byExtension(head, extension) ??
    byColumns(head, text.length > HEAD) ??
    'text';
  const mediaType =
    name === 'table' && (extension === 'tsv' || extension === 'tab')
      ? 'text/tab-separated-values'
      : MEDIA_TYPES[name];
  return { name, mediaType: name === 'text' && isJson(head) ? 'application/json' : mediaType };
}

function byContent(head: string, cut: boolean): FormatName | null {
  if (/^WEBVTT(?:[ \t\n]|$)/.test(head)) return 'vtt';
  if (/^\s*(?:\d+\s*\n)?\s*-?\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/.test(head)) return 'srt';
  if (isFtm(head)) return 'ftm';
  if (isJson(head) && isChatJson(head, cut)) return 'chat-json';
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return 'html';
  if (/^\s*BEGIN:VCARD[ \t]*$/im.test(head.slice(0, 400))) return 'vcard';
  if (isWebArchive(head)) return 'web-archive';
  if (isMail(head)) return 'mail';
  return null;
}

function byExtension(head: string, extension: string): FormatName | null {
  const name = EXTENSIONS[extension] ?? null;
  if (name === 'srt' || name === 'vtt') return head.includes('-->') ? name : null;
  if (name === 'mail') return /^[A-Za-z-]{2,40}:/m.test(head) ? name : null;
  if (name !== null) return name;
  const tags = head.match(/<\/?(?:p|div|span|a|h[1-6]|ul|li|table|tr|td|br)\b[^>]*>/gi)?.length ?? 0;
  return tags >= 6 ? 'html' : null;
}

function isJson(head: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*[[{"\d])/.test(head);
}

/** An object or list whose records have somebody who says something. */
function isChatJson(head: string, cut: boolean): boolean {
  const said = /"(?:text|message|body|content|caption)"\s*:/i.test(head);
  const who = /"(?:from|sender|author|user|username|name|sender_name|from_name|source)"\s*:/i.test(head);
  const when =
    /"(?:date|time|timestamp|timestamp_ms|sent_at|created_at|datetime|date_unixtime|sent)"\s*:/i.test(head);
  return said && who && (when || /"messages"\s*:\s*\[/.test(head)) && (cut || parses(head));
}

function parses(text: string): boolean {
  if (/^\s*\{[^\n]*\}\s*\n\s*\{/.test(text)) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const MAIL_FIELD =
  /^(From|To|Cc|Bcc|Subject|Date|Sent|Received|Return-Path|Message-ID|MIME-Version|Reply-To|Delivered-To|Content-Type|X-[\w-]+|[A-Z][\w-]+):/i;

/** A block of header fields at the start, a sender among them and one more that mails have. */
function isMail(head: string): boolean {
  const fields = new Set<string>();
  for (const line of head.replace(/^From \S+.*\n/, '').split('\n', 60)) {
    if (line.trim() === '') break;
    const field = MAIL_FIELD.exec(line)?.[1]?.toLowerCase();
    if (field !== undefined) fields.add(field);
    else if (!/^[ \t]/.test(line)) return false;
  }
  const others = ['to', 'subject', 'date', 'received', 'message-id'].filter((field) => fields.has(field));
  return fields.has('from') && others.length >= 2;
}

/** Lines that all have the same number of one delimiter, at least two. */
function byColumns(head: string, cut: boolean): FormatName | null {
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  if (cut) lines.pop();
  if (lines.length < 3) return null;
  const regular = ['\t', ';', '|', ','].some((delimiter) => isRegular(lines, delimiter));
  return regular ? 'table' : null;
}

function isRegular(lines: readonly string[], delimiter: string): boolean {
  const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1);
  const usual = counts[counts.length - 1] ?? 0;
  if (usual < 2) return false;
  return counts.filter((count) => count === usual).length >= 0.9 * counts.length;
}
