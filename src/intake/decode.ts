import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { HearsayError } from '../errors.ts';
import type { Doubt, Encoding } from '../statement/source.ts';
import { guessWideEncoding } from './guess-wide-encoding.ts';
import { readablePage } from './readable-page.ts';
import { unshiftBytes } from './unshift-bytes.ts';

/** What bytes come to as text, and how sure that is. */
export interface DecodedText {
  /** Canonical: line ends are `\n`, no byte order mark, nothing else changed. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly doubts: readonly Doubt[];
}

/** Bytes that are enough to recognise an encoding by its letters' frequencies. */
const SAMPLE_BYTES = 65_536;

/** Names that iconv-lite knows an encoding by, where they differ from the usual ones. */
const ICONV_NAMES: Record<string, string> = { IBM855: 'CP855', 'x-mac-cyrillic': 'maccyrillic' };

/** Below this confidence of the encoding the analyst is told that it is uncertain. */
const UNSURE_BELOW = 0.6;

/** More control characters than one in so many code units is no text. */
const CONTROL_SHARE = 1 / 50;

/**
 * The text of a document's bytes, with its encoding and how sure that is (0..1). A byte order
 * mark or valid UTF-8 gives 1; UTF-16 and UTF-32 without a mark are known by the pattern of
 * their bytes; anything else by chardet. Bytes that mean nothing become U+FFFD and are counted
 * in a doubt. Throws `intake/empty` and `intake/binary`.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw emptyFile('The file has no bytes.');
  const { raw, encoding } = decodeBytes(bytes);
  const text = canonicalText(raw);
  if (text.trim() === '') throw emptyFile('The file holds only white space.');
  if (countControls(text) > text.length * CONTROL_SHARE) throw binaryFile();
  return { text, encoding, doubts: doubtsOf(text, encoding, bytes) };
}

/** `\r\n` and `\r` become `\n`; a byte order mark at the start is dropped. */
export function canonicalText(raw: string): string {
  const unmarked = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  return unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
}

interface RawText {
  raw: string;
  encoding: Encoding;
}

function decodeBytes(bytes: Uint8Array): RawText {
  const marked = markedEncoding(bytes);
  if (marked !== null) return decodeAs(bytes, marked, 1);
  const wide = guessWideEncoding(bytes);
  if (wide !== null) return decodeAs(bytes, wide.name, wide.confidence);
  if (bytes.subarray(0, SAMPLE_BYTES).includes(0x1b)) {
    const escaped = decodeGuessed(bytes, /^ISO-2022/);
    if (escaped !== null) return escaped;
  }
  const utf8 = decodeStrictUtf8(bytes);
  if (utf8 !== null) return { raw: utf8, encoding: { name: 'UTF-8', confidence: 1 } };
  return decodeDamagedUtf8(bytes) ?? decodeGuessed(bytes, /./) ?? decodeAs(bytes, 'windows-1252', 0.1);
}

/** UTF-8 of which some bytes are damaged: more letters beyond ASCII came out than were lost. */
function decodeDamagedUtf8(bytes: Uint8Array): RawText | null {
  const raw = decodeByName(bytes, 'UTF-8');
  const lost = countReplaced(raw);
  let beyond = 0;
  for (let at = 0; at < raw.length; at++) if (raw.charCodeAt(at) > 0x7f) beyond++;
  const kept = beyond - lost;
  if (kept <= lost) return null;
  return { raw, encoding: { name: 'UTF-8', confidence: kept / beyond } };
}

/** The encoding that a byte order mark names, or null. UTF-32 first: its mark begins with UTF-16's. */
function markedEncoding(bytes: Uint8Array): string | null {
  const starts = (...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return 'UTF-8';
  if (starts(0xff, 0xfe, 0, 0)) return 'UTF-32LE';
  if (starts(0, 0, 0xfe, 0xff)) return 'UTF-32BE';
  if (starts(0xff, 0xfe)) return 'UTF-16LE';
  if (starts(0xfe, 0xff)) return 'UTF-16BE';
  if (starts(0x84, 0x31, 0x95, 0x33)) return 'GB18030';
  return null;
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, name: string, confidence: number): RawText {
  return { raw: decodeByName(bytes, name), encoding: { name, confidence } };
}

function decodeByName(bytes: Uint8Array, name: string): string {
  if (name === 'ISO-2022-KR') return decodeByName(unshiftBytes(bytes), 'EUC-KR');
  if (name === 'ISO-2022-CN') return decodeByName(unshiftBytes(bytes), 'GB18030');
  if (name === 'ISO-2022-JP') return new TextDecoder('iso-2022-jp').decode(bytes);
  if (name === 'UTF-8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // iconv-lite reads only as many bytes as make whole units; TextDecoder is the better at UTF-16.
  if (/^UTF-16/.test(name)) return new TextDecoder(name, { ignoreBOM: true }).decode(bytes);
  return iconv.decode(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    ICONV_NAMES[name] ?? name,
    {
      stripBOM: false,
    },
  );
}

/** The best of what chardet holds possible, of the encodings whose name fits. */
function decodeGuessed(bytes: Uint8Array, names: RegExp): RawText | null {
  const sample = sampleOf(bytes);
  const guesses = analyse(sample)
    .filter((guess) => names.test(guess.name) && canDecode(guess.name))
    .map((guess) => ({ name: guess.name, confidence: settle(sample, guess.name, guess.confidence / 100) }));
  const best = guesses.reduce<Encoding | null>(
    (kept, guess) => (kept === null || guess.confidence > kept.confidence ? guess : kept),
    null,
  );
  if (best === null) return null;
  const other =
    names.source === '.' ? readablePage(sample, (name) => decodeByName(sample, name), best) : best;
  return decodeAs(bytes, other.name, Math.min(other.confidence, 0.99));
}

/** A guess that leaves undecodable bytes or C1 controls in the sample is worth less. */
function settle(sample: Uint8Array, name: string, confidence: number): number {
  const text = decodeByName(sample.subarray(0, 8192), name);
  const odd = text.match(/[\ufffd\u0080-\u009f]/g)?.length ?? 0;
  return confidence * Math.max(0.2, 1 - (20 * odd) / Math.max(text.length, 1));
}

function canDecode(name: string): boolean {
  return /^ISO-2022-(?:KR|CN|JP)$|^UTF-/.test(name) || iconv.encodingExists(name);
}

/** The first bytes, and those around the first that is not ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, Math.min(first, bytes.length - SAMPLE_BYTES));
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

/** C0 controls that no text has (tab, line ends, form feed and escape aside). */
function countControls(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d) && unit !== 0x1b) count++;
  }
  return count;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

function doubtsOf(text: string, encoding: Encoding, bytes: Uint8Array): Doubt[] {
  const doubts: Doubt[] = [];
  const replaced = countReplaced(text);
  if (replaced > 0 && !(encoding.name === 'UTF-8' && decodeStrictUtf8(bytes) !== null))
    doubts.push({
      code: 'intake/undecodable-bytes',
      text: `${replaced} ${replaced === 1 ? 'place' : 'places'} could not be decoded as ${encoding.name} and ${replaced === 1 ? 'stands' : 'stand'} as U+FFFD. Words there are not as the file has them.`,
      span: null,
    });
  if (encoding.confidence < UNSURE_BELOW)
    doubts.push({
      code: 'intake/encoding-uncertain',
      text: `The encoding was taken to be ${encoding.name} with a confidence of ${encoding.confidence.toFixed(2)}. Letters may be wrong: compare a quotation with the file before it is used.`,
      span: null,
    });
  const controls = countControls(text);
  if (controls > 0)
    doubts.push({
      code: 'intake/control-characters',
      text: `The text holds ${controls} control ${controls === 1 ? 'character' : 'characters'}, which were kept.`,
      span: null,
    });
  return doubts;
}

function emptyFile(what: string): HearsayError {
  return new HearsayError('intake/empty', `${what} There is nothing to read: ask for the file again.`);
}

function binaryFile(): HearsayError {
  return new HearsayError(
    'intake/binary',
    'The file is not text: too many of its bytes are control codes. Export it as text, CSV or HTML and read that.',
  );
}
