import { createHash } from 'node:crypto';
import { sourceIdOf } from '../statement/id.ts';
import type { Intake } from '../statement/reading.ts';
import type { Doubt } from '../statement/source.ts';
import { readVcard } from './contacts/read-vcard.ts';
import type { Member } from './containers/member.ts';
import { dateOfName } from './date-of-name.ts';
import { dayOfWeekdays } from './day-of-weekdays.ts';
import { decodeText } from './decode.ts';
import { type DecodedMail, decodeMail } from './decode-mail.ts';
import type { FormatName, FormatReader } from './format.ts';
import { decodeWebArchive } from './mail/web-archive.ts';
import { readSrt, readVtt } from './read-captions.ts';
import { readChatJson } from './read-chat-json.ts';
import { readHtml } from './read-html.ts';
import { readMail } from './read-mail.ts';
import { readTable } from './read-table.ts';
import { readMarkdown, readText } from './read-text.ts';
import { refuseBinary, sniffFormat } from './sniff.ts';

const READERS: Record<Exclude<FormatName, 'ftm'>, FormatReader> = {
  text: readText,
  markdown: readMarkdown,
  'chat-json': readChatJson,
  srt: readSrt,
  vtt: readVtt,
  html: readHtml,
  'web-archive': readHtml,
  mail: readMail,
  vcard: readVcard,
  table: readTable,
};

/** The model of entities takes longer to load than all else, and few piles need it. */
async function readerOf(format: FormatName): Promise<FormatReader> {
  return format === 'ftm' ? (await import('./entities/read-ftm.ts')).readFtm : READERS[format];
}

/** Formats whose words are packed in parts and are unpacked before they are read. */
const UNPACKERS: Partial<
  Record<FormatName, (bytes: Uint8Array, text: string) => Promise<DecodedMail | null>>
> = { mail: decodeMail, 'web-archive': decodeWebArchive };

/**
 * One text document's bytes as a source with its sections and passages. What it holds that
 * is a document of its own (a mail's attachments, a card's picture) is added to `attachments`.
 * The source's id is made of its bytes. Throws `intake/empty`, `intake/binary` and
 * `intake/malformed`; everything less is a doubt of the source.
 */
export async function readDocument(
  bytes: Uint8Array,
  origin: { path: string; file: string },
  attachments: Member[] = [],
): Promise<Intake> {
  refuseBinary(bytes);
  const decoded = decodeText(bytes);
  const format = sniffFormat(decoded.text, origin.file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sourceId = sourceIdOf(sha256);
  const unpacked = (await UNPACKERS[format.name]?.(bytes, decoded.text)) ?? null;
  const read = await readerOf(format.name);
  const reading = read(unpacked?.text ?? decoded.text, { sourceId, file: origin.file });
  attachments.push(...(unpacked?.attachments ?? []), ...(reading.members ?? []));
  const { text, kind, title, publisher, sections, passages } = reading;
  const own = reading.date === null ? dayOfWeekdays(kind, text) : null;
  const named = reading.date === null && own === null ? dateOfName(origin.file) : null;
  return {
    source: {
      id: sourceId,
      sha256,
      file: origin.file,
      path: origin.path,
      byteLength: bytes.byteLength,
      // The file's extension knows tabs; the reader knows what it found.
      mediaType: format.mediaType === 'text/csv' ? reading.mediaType : format.mediaType,
      encoding: decoded.encoding,
      kind,
      title,
      publisher,
      date: reading.date ?? own?.date ?? named,
      language: reading.language ?? null,
      text,
      claims: [...reading.claims, ...(unpacked?.claims ?? [])],
      doubts: [
        ...decoded.doubts,
        ...(unpacked?.doubts ?? []),
        ...reading.doubts,
        ...(own?.doubts ?? []),
        ...doubtsOfName(named),
      ],
    },
    sections,
    passages,
  };
}

function doubtsOfName(date: string | null): Doubt[] {
  if (date === null) return [];
  const text = `The text names no day of its own: ${date} is taken from the file's name.`;
  return [{ code: 'intake/date-from-name', text, span: null }];
}
