import { createRequire } from 'node:module';
import type * as Library from '@kenjiuno/msgreader';
import type { FieldsData } from '@kenjiuno/msgreader';
import iconv from 'iconv-lite';
import { HearsayError } from '../../errors.ts';
import words from './msg-words.json' with { type: 'json' };

// Required and not imported: tools differ in what they take for the default of such a module.
const { default: MsgReader } = createRequire(import.meta.url)('@kenjiuno/msgreader') as {
  default: typeof Library.default.default;
};

/** An Outlook message, taken apart. */
export interface MsgFile {
  readonly fields: FieldsData;
  readonly recipients: readonly FieldsData[];
  readonly attachments: readonly MsgAttachment[];
}

export interface MsgAttachment {
  readonly name: string;
  readonly type: string;
  /** Null where it could not be taken; `fault` says why. */
  readonly bytes: Uint8Array | null;
  readonly fault: string | null;
  readonly isHidden: boolean;
}

/** Opens a message; strings without Unicode are read in the code page that the message names. */
export function openMsgFile(bytes: Uint8Array): MsgFile {
  try {
    return takeApart(bytes);
  } catch (error) {
    if (error instanceof HearsayError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new HearsayError(
      'intake/malformed',
      `The Outlook message is damaged or cut off (${detail}). Ask for it again, or save it as text in Outlook and read that.`,
      { cause: error },
    );
  }
}

function takeApart(bytes: Uint8Array): MsgFile {
  const first = fieldsIn(bytes, null).fields;
  const { reader, fields } = fieldsIn(bytes, encodingOf(first));
  if (fields.messageClass === undefined && fields.body === undefined && fields.subject === undefined)
    throw otherDocument();
  return {
    fields: soundFields(fields),
    recipients: (fields.recipients ?? []).map(soundFields),
    attachments: (fields.attachments ?? []).map((attachment) => attachmentOf(reader, attachment)),
  };
}

function fieldsIn(bytes: Uint8Array, ansiEncoding: string | null) {
  const reader = new MsgReader(new Uint8Array(bytes).buffer);
  reader.parserConfig = ansiEncoding === null ? {} : { ansiEncoding };
  const fields = reader.getFileData();
  if (fields.error !== undefined) throw new Error(fields.error);
  return { reader, fields };
}

const STRINGS: ReadonlySet<string> = new Set(words.strings);
const BYTES: ReadonlySet<string> = new Set(words.bytes);

/** Fields without those whose value is of another type than theirs: a damaged or forged property. */
function soundFields(fields: FieldsData): FieldsData {
  const sound = Object.entries(fields).filter(([key, value]) => {
    if (STRINGS.has(key)) return typeof value === 'string';
    return !BYTES.has(key) || value instanceof Uint8Array;
  });
  return Object.fromEntries(sound) as unknown as FieldsData;
}

/** iconv's name of the message's code page, or null where it names none that is known. */
function encodingOf({ messageCodepage, internetCodepage }: FieldsData): string | null {
  const pages = [messageCodepage, internetCodepage].filter((page) => page !== undefined);
  const names = pages.map((page) => (page === 65_001 ? 'utf-8' : `cp${page}`));
  return names.find((name) => iconv.encodingExists(name)) ?? null;
}

function attachmentOf(reader: InstanceType<typeof MsgReader>, attachment: FieldsData): MsgAttachment {
  const { fileName, name, extension = '', attachMimeTag, innerMsgContent } = soundFields(attachment);
  const within = innerMsgContent === true ? 'application/vnd.ms-outlook' : null;
  const known = {
    name: `${fileName ?? name ?? 'without a name'}${within === null ? '' : '.msg'}`,
    type: within ?? attachMimeTag ?? (extension === '' ? 'of an unknown kind' : extension.replace(/^\./, '')),
    isHidden: attachment.attachmentHidden === true,
  };
  try {
    const { content } = reader.getAttachment(attachment);
    return { ...known, bytes: new Uint8Array(content), fault: null };
  } catch (error) {
    return { ...known, bytes: null, fault: error instanceof Error ? error.message : String(error) };
  }
}

function otherDocument(): HearsayError {
  return new HearsayError(
    'intake/binary',
    'The file is an old Office document (DOC, XLS, PPT), which cannot be read yet. Save it as DOCX, text or CSV and read that.',
  );
}
