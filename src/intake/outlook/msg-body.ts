import { decompressRTF } from '@kenjiuno/decompressrtf';
import type { FieldsData } from '@kenjiuno/msgreader';
import type { Doubt } from '../../statement/source.ts';
import { decodeText } from '../decode.ts';
import { htmlText } from '../html/html-text.ts';
import { rtfParagraphs } from '../rtf/rtf-paragraphs.ts';

/** A message's body as text: the plain one, else that of its HTML, else that of its RTF. */
export function bodyOf(fields: FieldsData): { text: string; doubts: readonly Doubt[] } {
  const plain = fields.body?.trim() ?? '';
  if (plain !== '') return { text: plain, doubts: [] };
  const html = (fields.bodyHtml ?? htmlOf(fields.html)).trim();
  if (html !== '') return { text: htmlText(html), doubts: [] };
  if (fields.compressedRtf === undefined || fields.compressedRtf.length === 0)
    return { text: '', doubts: [] };
  return rtfBody(fields.compressedRtf);
}

function htmlOf(bytes: Uint8Array | undefined): string {
  try {
    return bytes === undefined ? '' : decodeText(bytes).text;
  } catch {
    // Empty, or no text at all: the RTF body may be.
    return '';
  }
}

/** Hidden words stay apart here too: each paragraph stands by itself, and a doubt says that some are not seen. */
function rtfBody(compressed: Uint8Array): { text: string; doubts: readonly Doubt[] } {
  try {
    const { paragraphs } = rtfParagraphs(Uint8Array.from(decompressRTF(Array.from(compressed))));
    const text = paragraphs.map((paragraph) => paragraph.text).join('\n\n');
    const hidden = paragraphs.filter((paragraph) => paragraph.hidden !== undefined).length;
    return { text, doubts: hidden === 0 ? [] : [hiddenWords(hidden)] };
  } catch (error) {
    const detail = error instanceof Error ? ` (${error.message})` : '';
    const text = `The message’s body could not be unpacked${detail}. Only its header was read. Save it as text in Outlook and read that.`;
    return { text: '', doubts: [{ code: 'intake/undecodable-mail', text, span: null }] };
  }
}

function hiddenWords(count: number): Doubt {
  const text = `${count === 1 ? 'One paragraph' : `${count} paragraphs`} of the message cannot be seen in a mail program: marked as hidden, deleted, or a comment.`;
  return { code: 'intake/hidden-text', text, span: null };
}
