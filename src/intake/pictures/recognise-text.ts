import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import loadCore from 'tesseract.js-core/tesseract-core-simd-lstm.js';

/** A word that was recognised. `confidence` is 0 to 100: how sure the recogniser is of its letters. */
export interface RecognisedWord {
  readonly text: string;
  readonly confidence: number;
}

/** A paragraph as the picture has it: lines of words. */
export type RecognisedParagraph = readonly (readonly RecognisedWord[])[];

/** Together: which of them a picture is in is not known before it is read, and each word takes the one that fits it. */
const LANGUAGES = ['eng', 'tur', 'spa', 'ara'] as const;
const LSTM_ONLY = 1;
const WORD_LEVEL = '5';

const require = createRequire(import.meta.url);

/**
 * The words in a picture (PNG, JPEG, TIFF, GIF, BMP, WebP), by Tesseract compiled to WebAssembly, in
 * English, Turkish, Spanish and Arabic; null where it cannot be decoded. `orientation` is EXIF's, 1 is
 * upright. Same picture, same words: it runs in this thread, and always with the same instructions
 * (the relaxed ones that newer machines have round in ways of their own). Nothing is fetched.
 */
export async function recogniseText(
  picture: Uint8Array,
  orientation: number,
): Promise<RecognisedParagraph[] | null> {
  const silent = () => undefined;
  const core = await loadCore({ TesseractProgress: silent, print: silent, printErr: silent });
  for (const language of LANGUAGES) core.FS.writeFile(`${language}.traineddata`, dataOf(language));
  const api = new core.TessBaseAPI();
  if (api.Init(null, LANGUAGES.join('+'), LSTM_ONLY) !== 0) throw new Error('the recogniser did not start');
  core.FS.writeFile('/input', picture);
  if (api.SetImageFile(orientation, 0) !== 0) return null;
  return api.Recognize(null) === 0 ? paragraphsIn(api.GetTSVText(0)) : null;
}

function dataOf(language: (typeof LANGUAGES)[number]): Uint8Array {
  const path = require.resolve(`@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`);
  return gunzipSync(readFileSync(path));
}

/** Tesseract's table: level, page, block, paragraph, line, word, four measures, confidence, text with marks of direction. */
export function paragraphsIn(table: string): RecognisedParagraph[] {
  const paragraphs = new Map<string, Map<string, RecognisedWord[]>>();
  for (const row of table.split('\n')) {
    const [level, page, block, paragraph, line, , , , , , confidence = '', ...text] = row.split('\t');
    const word = text
      .join(' ')
      .replace(/[\u200e\u200f\u202a-\u202e]/g, '')
      .trim();
    if (level !== WORD_LEVEL || word === '') continue;
    const lines = entryOf(
      paragraphs,
      `${page} ${block} ${paragraph}`,
      () => new Map<string, RecognisedWord[]>(),
    );
    entryOf(lines, line ?? '', () => []).push({ text: word, confidence: Number(confidence) });
  }
  return [...paragraphs.values()].map((lines) => [...lines.values()]);
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
