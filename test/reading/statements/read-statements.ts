import { detectLanguage } from '../../../src/language/detect-language.ts';
import { readSource } from '../../../src/reading/read-source.ts';
import { idOf } from '../../../src/statement/id.ts';
import type { Reading } from '../../../src/statement/reading.ts';
import type { Passage, Section, Source, SourceKind } from '../../../src/statement/source.ts';
import type { Statement } from '../../../src/statement/statement.ts';

/** A source of one section; `NAME: words` is an utterance where the source is a transcript. */
export function sourceOf(text: string, kind: SourceKind, language: string | null = null) {
  const id = 'src_00000000000000000000';
  const source: Source = {
    id,
    sha256: '0'.repeat(64),
    file: 'paper.txt',
    path: 'paper.txt',
    byteLength: text.length,
    mediaType: 'text/plain',
    encoding: null,
    kind,
    title: null,
    publisher: 'The Paper',
    date: '2020-05-14',
    language: language ?? detectLanguage(text).language,
    text,
    claims: [],
    doubts: [],
  };
  const section: Section = {
    id: idOf('sec', id, 0),
    source: id,
    index: 0,
    span: { start: 0, end: text.length },
    title: null,
    kind: kind === 'transcript' ? 'call' : 'text',
    time: null,
    parties: [],
    claims: [],
    table: null,
  };
  return { source, sections: [section], passages: passagesOf(text, id, kind) };
}

function passagesOf(text: string, source: string, kind: SourceKind): Passage[] {
  return [...text.matchAll(/[^\n]+/g)].map((line, index) => {
    const label = kind === 'transcript' ? /^([^:\n]{1,20}): /.exec(line[0]) : null;
    const name = label?.[1];
    const span = { start: line.index, end: line.index + line[0].length };
    return {
      id: idOf('psg', source, index),
      source,
      index,
      section: 0,
      kind: name === undefined ? 'paragraph' : 'utterance',
      span,
      body: { start: span.start + (label?.[0].length ?? 0), end: span.end },
      speaker:
        name === undefined
          ? null
          : {
              label: name,
              name,
              span: { start: span.start, end: span.start + name.length },
              unknown: false,
              guess: false,
            },
      time: null,
      cells: null,
      line: index + 1,
    };
  });
}

export function readText(
  text: string,
  kind: SourceKind = 'article',
  language: string | null = null,
): Reading {
  const { source, sections, passages } = sourceOf(text, kind, language);
  return readSource(source, sections, passages);
}

/** A statement on one line: event, sign, modality and quantity, then the quote. */
export function lineOf(text: string, statement: Statement): string {
  const { quantity } = statement;
  const number = quantity === null ? '' : ` ${quantity.min ?? ''}..${quantity.max ?? ''}`;
  const sign = statement.polarity === 'negative' ? ' not' : '';
  const modality = statement.modality === 'asserted' ? '' : ` ${statement.modality}`;
  return `${statement.event}${sign}${modality}${number} | ${text.slice(statement.span.start, statement.span.end)}`;
}

/** The lines of all statements whose confidence is at least `least`. */
export function linesOf(
  text: string,
  kind: SourceKind = 'article',
  language: string | null = null,
  least = 0.35,
): string[] {
  return readText(text, kind, language)
    .statements.filter((statement) => statement.confidence >= least)
    .map((statement) => lineOf(text, statement));
}
