import { splitSentences } from '../../src/language/split-sentences.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import type { ReadingPassage } from '../../src/reading/reading-passage.ts';
import type { SourceHead } from '../../src/statement/pile.ts';
import type { Section, SourceKind, Speaker } from '../../src/statement/source.ts';

export interface Made {
  readonly kind?: SourceKind;
  readonly language?: string;
  readonly publisher?: string;
  readonly title?: string;
}

/** A source of the given form, as readers are handed it. */
export function makeSource(made: Made = {}): SourceHead {
  return {
    id: 'src_test',
    sha256: '',
    file: 'test.txt',
    path: 'test.txt',
    byteLength: 0,
    mediaType: 'text/plain',
    encoding: null,
    kind: made.kind ?? 'article',
    title: made.title ?? null,
    publisher: made.publisher ?? null,
    date: null,
    language: made.language ?? 'en',
    claims: [],
    doubts: [],
  };
}

export function makeSection(title: string | null = null): Section {
  return {
    id: 'sec_test',
    source: 'src_test',
    index: 0,
    span: { start: 0, end: 0 },
    title,
    kind: 'text',
    time: null,
    parties: [],
    claims: [],
    table: null,
  };
}

export function makeSpeaker(label: string, start: number): Speaker {
  return { label, name: label, span: { start, end: start + label.length }, unknown: false, guess: false };
}

/** One passage a line; `NAME: words` is an utterance where the source is a transcript. */
export function makePassages(text: string, made: Made = {}): ReadingPassage[] {
  const source = makeSource(made);
  const section = makeSection();
  return [...text.matchAll(/[^\n]+/g)].map((line, index) => {
    const label = made.kind === 'transcript' ? /^([^:]{1,20}): /.exec(line[0]) : null;
    const start = line.index + (label?.[0].length ?? 0);
    const end = line.index + line[0].length;
    const tokens = tokenize(text.slice(start, end), start);
    return {
      source,
      section,
      text,
      tokens,
      sentences: splitSentences(text, tokens),
      language: made.language ?? 'en',
      passage: {
        id: `psg_${index}`,
        source: source.id,
        index,
        section: 0,
        kind: label === null ? 'paragraph' : 'utterance',
        span: { start: line.index, end },
        body: { start, end },
        speaker: label?.[1] === undefined ? null : makeSpeaker(label[1], line.index),
        time: null,
        cells: null,
        line: index + 1,
      },
    };
  });
}
