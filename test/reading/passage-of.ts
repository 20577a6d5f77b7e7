import { splitSentences } from '../../src/language/split-sentences.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import type { ReadingPassage } from '../../src/reading/reading-passage.ts';

/** A passage made ready from words alone, for tests of the readers. */
export function passageOf(text: string, language: string | null): ReadingPassage {
  const tokens = tokenize(text);
  const span = { start: 0, end: text.length };
  const source = {
    id: 'src_test',
    sha256: '0'.repeat(64),
    file: 'test.txt',
    path: 'test.txt',
    byteLength: text.length,
    mediaType: 'text/plain',
    encoding: null,
    kind: 'article' as const,
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
      id: 'sec_test',
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
      id: 'psg_test',
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
    sentences: splitSentences(text, tokens),
    language,
  };
}
