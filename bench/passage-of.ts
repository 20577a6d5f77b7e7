import { tokenize } from '../src/language/tokenize.ts';
import type { ReadingPassage } from '../src/reading/reading-passage.ts';

/** A sentence as a passage of its own, for measuring readers on lists of sentences. */
export function passageOf(text: string, language: string): ReadingPassage {
  const tokens = tokenize(text);
  const span = { start: 0, end: text.length };
  const source = {
    id: `src_${language}`,
    sha256: '',
    file: '',
    path: '',
    byteLength: 0,
    mediaType: 'text/plain',
    encoding: null,
    kind: 'other' as const,
    title: null,
    publisher: null,
    date: null,
    language,
    claims: [],
    doubts: [],
  };
  return {
    source,
    section: {
      id: 'sec_0',
      source: source.id,
      index: 0,
      span,
      title: null,
      kind: 'text',
      time: null,
      parties: [],
      claims: [],
      table: null,
    },
    passage: {
      id: 'psg_0',
      source: source.id,
      index: 0,
      section: 0,
      kind: 'paragraph',
      span,
      body: span,
      speaker: null,
      time: null,
      cells: null,
      line: 1,
    },
    text,
    tokens,
    sentences: [{ ...span, firstToken: 0, endToken: tokens.length }],
    language,
  };
}
