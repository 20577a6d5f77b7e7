import { HearsayError } from '../../errors.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { readLaidOut } from '../laid-out-text.ts';
import { rtfParagraphs } from './rtf-paragraphs.ts';

/**
 * An RTF document: its text in any code page, notes, heads and feet; hidden and deleted words and
 * comments labelled. Objects and pictures are counted and not opened, links are claims. A file that
 * was cut off is read as far as it goes, with a doubt. Throws `intake/no-text`.
 */
export function readRtf(bytes: Uint8Array, context: FormatContext): { reading: FormatReading } {
  const { paragraphs, said, cutOff } = rtfParagraphs(bytes);
  if (paragraphs.length === 0)
    throw new HearsayError(
      'intake/no-text',
      'The RTF document holds no text. It may hold only pictures or objects: print it as PDF and have its text recognised (OCR).',
    );
  const reading = readLaidOut(paragraphs, context);
  const text = 'The document ends in the middle: it was cut off. What stands before that was read.';
  return {
    reading: {
      ...reading,
      mediaType: 'application/rtf',
      claims: [...reading.claims, ...said.map((claim) => ({ ...claim, span: null }))],
      doubts: [...reading.doubts, ...(cutOff ? [{ code: 'intake/cut-off', text, span: null }] : [])],
    },
  };
}
