import { idOf } from '../statement/id.ts';
import type { Passage, Section, Speaker } from '../statement/source.ts';
import { type Span, sliceOf } from '../statement/span.ts';
import type { TimeReading } from '../statement/time.ts';
import type { FormatContext } from './format.ts';
import { type Draft, rewalkable } from './passage-draft.ts';
import { scanRows } from './tables/scan-rows.ts';
import { type BodyRow, bodyRows, type Layout } from './tables/settle-layout.ts';
import { filledCell, isSceneLabel, type SpokenColumns } from './tables/spoken-columns.ts';
import { isUnknownLabel, looksTurkish, readableName } from './transcript/label.ts';

/** A table's rows as turns of a transcript. `timeOf` gives a row's own time by its other columns. */
export interface SpokenRows {
  readonly columns: SpokenColumns;
  readonly timeOf: (cells: readonly Span[]) => TimeReading | null;
}

/** The section of a transcript that was received as a table. */
export function spokenSection(context: FormatContext, text: string, title: string | null): Section {
  return {
    id: idOf('sec', context.sourceId, 0),
    source: context.sourceId,
    index: 0,
    span: { start: 0, end: text.length },
    title,
    kind: 'text',
    time: null,
    parties: [],
    claims: [],
    table: null,
  };
}

/** One utterance a row, spoken by the row's speaker; rows of a scene and lines around the table are notes. */
export function spokenPassages(
  text: string,
  source: string,
  layout: Layout,
  rows: SpokenRows,
): Iterable<Passage> {
  const turkish = looksTurkish(text.slice(0, 20_000));
  return rewalkable(text, source, () => draftsOf(text, layout, rows, turkish));
}

function* draftsOf(text: string, layout: Layout, rows: SpokenRows, turkish: boolean): Generator<Draft> {
  for (const raw of scanRows(text, layout.delimiter, 0)) {
    if (raw.start >= layout.bodyStart) break;
    yield note('header', { start: raw.start, end: raw.end });
  }
  for (const row of bodyRows(text, layout)) yield* turnOf(text, row, rows, turkish);
}

function note(kind: 'header' | 'note', span: Span, body = span): Draft {
  return { kind, span, body, speaker: null, time: null, section: 0 };
}

function* turnOf(text: string, { raw }: BodyRow, rows: SpokenRows, turkish: boolean): Generator<Draft> {
  const span = { start: raw.start, end: raw.end };
  const speech = filledCell(text, raw.cells, rows.columns.speech);
  const label = filledCell(text, raw.cells, rows.columns.speaker);
  if (speech === null || label === null) yield note('note', span, speech ?? label ?? span);
  else if (isSceneLabel(sliceOf(text, label)) || isBracketed(sliceOf(text, speech)))
    yield note('note', span, speech);
  else {
    const speaker = speakerOf(sliceOf(text, label), label, turkish);
    yield { kind: 'utterance', span, body: speech, speaker, time: rows.timeOf(raw.cells), section: 0 };
  }
}

/** "[A door shuts.]" is told by whoever wrote it down. */
function isBracketed(words: string): boolean {
  return /^\s*(?:\[[^\]]*\]|\([^)]*\p{L}[^)]*\))[\s.]*$/u.test(words);
}

function speakerOf(written: string, span: Span, turkish: boolean): Speaker {
  const label = written
    .replace(/\s+/g, ' ')
    .replace(/[\s.:;,_–—-]+$/u, '')
    .trim();
  return { label, name: readableName(label, turkish), span, unknown: isUnknownLabel(label), guess: false };
}
