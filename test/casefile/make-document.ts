import { hash } from 'node:crypto';
import type { ReadDocument, ReadPart } from '../../src/casefile/port.ts';
import { idOf, sourceIdOf } from '../../src/statement/id.ts';
import type { Figure, FigureRelation } from '../../src/statement/quantity.ts';
import type { Reading } from '../../src/statement/reading.ts';
import type { Doubt, Passage, Received, Section, Source } from '../../src/statement/source.ts';
import type { Mention, Statement } from '../../src/statement/statement.ts';
import type { TimeReading } from '../../src/statement/time.ts';

const TIME: TimeReading = {
  from: '2031-03-02',
  to: null,
  clock: '21:14',
  zone: 'UTC+2',
  granularity: 'minute',
  approx: true,
  basis: 'section',
  steps: ['the header says 2 March'],
};

/** A document of which every line is a passage, with one statement, figure, mention and doubt a line, cut into two parts. */
export function makeDocument(path: string, text: string, language: string | null = 'en'): ReadDocument {
  const original = Buffer.from(text, 'utf8');
  const sha256 = hash('sha256', original, 'hex');
  const source = makeSource(path, text, sha256, original.length, language);
  const passages = makePassages(source);
  const middle = Math.ceil(passages.length / 2);
  return {
    received: receivedAs(source),
    source,
    sections: [makeSection(source)],
    parts: [makePart(source, passages.slice(0, middle)), makePart(source, passages.slice(middle))],
    original,
  };
}

export function receivedAs(source: Source, changes: Partial<Received> = {}): Received {
  const { path, file, byteLength, sha256, id } = source;
  const received = { path, file, byteLength, sha256, outcome: 'read', source: id, code: null, reason: null };
  return { ...received, outcome: 'read', ...changes };
}

/** All that the parts of a document hold, in order. */
export function partsOf(document: ReadDocument): {
  passages: Passage[];
  statements: Statement[];
  figures: Figure[];
} {
  const parts = [...document.parts];
  return {
    passages: parts.flatMap((part) => part.passages),
    statements: parts.flatMap((part) => part.reading.statements),
    figures: parts.flatMap((part) => part.reading.figures),
  };
}

function makeSource(
  path: string,
  text: string,
  sha256: string,
  byteLength: number,
  language: string | null,
): Source {
  return {
    id: sourceIdOf(sha256),
    sha256,
    file: path.split('/').at(-1) ?? path,
    path,
    byteLength,
    mediaType: 'text/plain',
    encoding: { name: 'utf-8', confidence: 1 },
    kind: 'transcript',
    title: 'Tape 9',
    publisher: null,
    date: '2031-03-02',
    language,
    text,
    claims: [{ key: 'line', value: '0417', span: { start: 0, end: 1 } }],
    doubts: [{ code: 'intake/what', text: 'A guess.', span: null }],
  };
}

function makeSection(source: Source): Section {
  return {
    ...{ id: idOf('sec', source.id, 0), source: source.id, index: 0, title: 'tape 9', kind: 'call' },
    span: { start: 0, end: source.text.length },
    time: TIME,
    parties: [{ label: 'A', name: 'Ada Quill', number: '555', role: 'caller', span: null }],
    claims: [],
    table: null,
  };
}

function makePassages(source: Source): Passage[] {
  let start = 0;
  return source.text.split('\n').map((line, index) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return {
      ...{ id: idOf('psg', source.id, index), source: source.id, index, section: 0, span, line: index + 1 },
      kind: index % 3 === 2 ? 'row' : 'utterance',
      body: { start: Math.min(span.start + 1, span.end), end: span.end },
      speaker:
        index % 3 === 0
          ? { label: 'A', name: 'Ada Quill', span: index % 2 ? span : null, unknown: true, guess: false }
          : null,
      time: index % 3 === 1 ? TIME : null,
      cells: index % 3 === 2 ? [span, { start: span.start, end: span.start }] : null,
    };
  });
}

function makePart(source: Source, passages: readonly Passage[]): ReadPart {
  const reading: Reading = {
    mentions: passages.map((passage) => makeMention(source, passage)),
    figures: passages.map((passage) => makeFigure(source, passage)),
    relations: passages.map((passage) => makeRelation(source, passage)),
    statements: passages.map((passage) => makeStatement(source, passage)),
    doubts: passages.map((passage): Doubt => ({ code: 'reading/x', text: 'Unclear.', span: passage.span })),
  };
  return { passages, reading };
}

function makeMention(source: Source, { id, span }: Passage): Mention {
  const where = { id: idOf('men', source.id, span.start, span.end), source: source.id, passage: id, span };
  return { ...where, kind: 'person', name: 'Ada Quill', title: null };
}

function figureId(source: Source, { span }: Passage): string {
  return idOf('fig', source.id, span.start, span.end);
}

function makeFigure(source: Source, passage: Passage): Figure {
  const { id, span } = passage;
  return {
    ...{ id: figureId(source, passage), passage: id, span, numberSpan: span, nounSpan: null, type: 'count' },
    quantity: { min: 3, max: null, of: 'person', per: 'day', cumulative: false },
    ...{
      unit: null,
      value: 3,
      decimals: 0,
      approx: false,
      increment: false,
      ofThem: true,
      qualifiers: ['dead'],
    },
  };
}

function makeRelation(source: Source, passage: Passage): FigureRelation {
  return { kind: 'part', figures: [figureId(source, passage)], basis: 'of whom' };
}

function makeStatement(source: Source, passage: Passage): Statement {
  const { id, span, index } = passage;
  return {
    ...{ id: idOf('sta', source.id, span.start, index), source: source.id, passage: id, span },
    voice: [{ name: 'Tape 9', span: null, kind: 'document', guess: false }],
    event: index % 2 === 0 ? 'cross' : 'count',
    ...{ trigger: null, polarity: 'positive', modality: 'asserted' },
    agent: { mention: null, text: 'they', span },
    ...{ patient: null, place: null },
    quantity: { min: 3, max: null, of: 'person', per: 'day', cumulative: false },
    ...{ figure: figureId(source, passage), time: TIME, rule: 'family/rule', confidence: 0.75, doubts: [] },
  };
}
