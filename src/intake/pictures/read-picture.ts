import { HearsayError } from '../../errors.ts';
import type { Claim, Doubt } from '../../statement/source.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { readLaidOut } from '../laid-out-text.ts';
import { type PictureHead, pictureHead } from './picture-head.ts';
import { type RecognisedParagraph, type RecognisedWord, recogniseText } from './recognise-text.ts';

/** Below this confidence, of 100, a word is said to be unsure. */
const SURE = 60;
const VERY_SURE = 85;
/** A picture of more pixels would need more memory than a document may have: some A4 sheet at 600 dots an inch. */
const MOST_PIXELS = 60_000_000;
/** Letters are not to be read in a picture lower or narrower than this many pixels. */
const FEWEST_PIXELS = 16;

const MEDIA_TYPES = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  tiff: 'image/tiff',
  bmp: 'image/bmp',
  webp: 'image/webp',
} as const;

/**
 * A picture's text, recognised by a machine: read like any text, with a doubt that it is so and one
 * for each word that the recogniser is not sure of; the confidence of every word is a claim. Paragraphs
 * of which no word is sure (leaves, stones, a signature) are counted and left. Throws
 * `intake/no-text`, `intake/too-large`, and `intake/malformed` where it cannot be decoded.
 */
export async function readPicture(
  bytes: Uint8Array,
  context: FormatContext,
): Promise<{ reading: FormatReading }> {
  const head = pictureHead(bytes);
  if (head === null) throw undecodable();
  const { width = FEWEST_PIXELS, height = FEWEST_PIXELS } = head.size ?? {};
  if (width * height > MOST_PIXELS) throw tooLarge(width, height);
  if (Math.min(width, height) < FEWEST_PIXELS) throw noText(0);
  const found = await recogniseText(bytes, head.orientation);
  if (found === null) throw undecodable();
  return { reading: readingOf(found, head, bytes, context) };
}

function readingOf(
  found: readonly RecognisedParagraph[],
  head: PictureHead,
  bytes: Uint8Array,
  context: FormatContext,
): FormatReading {
  const paragraphs = found.filter((paragraph) => paragraph.flat().some(isSureWord));
  const words = paragraphs.flat(2);
  if (words.length === 0) throw noText(found.length);
  const reading = readLaidOut(
    paragraphs.map((lines) => ({ text: lines.map(lineText).join('\n') })),
    context,
  );
  const later = head.kind === 'tiff' ? tiffPages(bytes) - 1 : 0;
  return {
    ...reading,
    mediaType: MEDIA_TYPES[head.kind],
    claims: [...reading.claims, ...claimsOf(words)],
    doubts: [
      recognised(words),
      ...unsureWords(words, reading.text),
      ...(found.length > paragraphs.length ? [leftOut(found.length - paragraphs.length)] : []),
      ...(later > 0 ? [laterPages(later)] : []),
      ...reading.doubts,
    ],
  };
}

function lineText(line: readonly RecognisedWord[]): string {
  return line.map(({ text }) => text).join(' ');
}

/** Letters and pairs of them are found in any texture: they show no text unless they are very clear. */
function isSureWord({ text, confidence }: RecognisedWord): boolean {
  if (confidence < SURE) return false;
  return /[\p{L}\p{Nd}]{3}/u.test(text) || (confidence >= VERY_SURE && /[\p{L}\p{Nd}]{2}/u.test(text));
}

function claimsOf(words: readonly RecognisedWord[]): Claim[] {
  const said = (key: string, value: string) => ({ key, value, span: null });
  return [
    said('text recognised by', 'Tesseract 5, in English, Turkish, Spanish and Arabic'),
    said('confidence of each word, of 100', words.map(({ confidence }) => Math.round(confidence)).join(' ')),
  ];
}

/** Words stand in the text in their order, so that each is looked for behind the one before. */
function unsureWords(words: readonly RecognisedWord[], text: string): Doubt[] {
  const doubts: Doubt[] = [];
  let at = 0;
  for (const { text: word, confidence } of words) {
    const start = text.indexOf(word, at);
    if (start < 0) continue;
    at = start + word.length;
    if (confidence >= SURE) continue;
    const says = `This word was recognised in a picture with a confidence of ${Math.round(confidence)} of 100: look at the picture before you rely on it.`;
    doubts.push({ code: 'intake/unsure-word', text: says, span: { start, end: at } });
  }
  return doubts;
}

function recognised(words: readonly RecognisedWord[]): Doubt {
  const unsure = words.filter(({ confidence }) => confidence < SURE).length;
  const text = `The text was recognised in a picture by a machine: letters may be wrong, figures too. ${unsure} of ${words.length} words are unsure, and pointed out.`;
  return { code: 'intake/recognised-text', text, span: null };
}

function leftOut(count: number): Doubt {
  const text = `${count === 1 ? 'One part' : `${count} parts`} of the picture looked like text and gave no word that the recogniser is sure of: handwriting, a stamp, or no text at all. Look at the picture.`;
  return { code: 'intake/text-not-recognised', text, span: null };
}

function laterPages(count: number): Doubt {
  const text = `Only the first page of this picture was read: ${count === 1 ? 'one page follows' : `${count} pages follow`}. Save each as a picture of its own, or all as PDF, and read that.`;
  return { code: 'intake/page-not-read', text, span: null };
}

/** Pages of a TIFF: its directories, each of which names the next (TIFF 6.0, section 2). */
function tiffPages(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const seen = new Set<number>();
  for (let at = view.getUint32(4, little); at !== 0 && !seen.has(at); ) {
    if (at + 2 > bytes.byteLength) break;
    const next = at + 2 + 12 * view.getUint16(at, little);
    seen.add(at);
    if (next + 4 > bytes.byteLength) break;
    at = view.getUint32(next, little);
  }
  return seen.size;
}

function undecodable(): HearsayError {
  return new HearsayError(
    'intake/malformed',
    'The picture could not be decoded. It may be cut off or damaged: open it in another program, save it as PNG, and read that.',
  );
}

function tooLarge(width: number, height: number): HearsayError {
  return new HearsayError(
    'intake/too-large',
    `The picture says that it is ${width} by ${height} pixels, more than can be held. It may be made to exhaust a reader. If you trust it, save it smaller, or in parts, and read those.`,
  );
}

function noText(parts: number): HearsayError {
  const seen = parts === 0 ? '' : ' Something in it looked like text, and no word of it was sure.';
  return new HearsayError(
    'intake/no-text',
    `No text was recognised in the picture.${seen} If it shows text (handwriting, another language than English, Turkish, Spanish or Arabic), have it typed out and read that.`,
  );
}
