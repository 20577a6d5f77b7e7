import type { Reading } from '../statement/reading.ts';
import type { Passage, Section, Source } from '../statement/source.ts';
import type { Statement } from '../statement/statement.ts';
import { CORE_BOOK, type EventBook } from './events/event-book.ts';
import { findMoreNames } from './names/find-more-names.ts';
import { learnNames } from './names/learn-names.ts';
import { readNames } from './names/read-names.ts';
import { PassageReader } from './passage-reader.ts';
import { headOf, preparePassages } from './prepare-passages.ts';
import { readRows } from './tables/read-rows.ts';
import { type Attribution, readVoices } from './voices/read-voices.ts';

/** Kinds of passage that say nothing of their own; rows are read table by table. */
const SILENT: ReadonlySet<Passage['kind']> = new Set(['boilerplate', 'row']);

/**
 * Reads one document: who is said to have said what, with every mention, figure, time and voice
 * on the way. Spans count in `source.text`; statements stand in the order of their passages.
 * `events` are the events that are looked for: the core's, with those of the case.
 * Never throws on any text; what could not be understood is told as doubts. Linear in the
 * length of the text.
 */
export function readSource(
  source: Source,
  sections: readonly Section[],
  passages: readonly Passage[],
  events: EventBook = CORE_BOOK,
): Reading {
  const spoken = preparePassages(
    source,
    sections,
    passages.filter((passage) => !SILENT.has(passage.kind)),
    events,
  );
  const memory = learnNames(spoken);
  const mentionsOf = new Map(spoken.map((words) => [words.passage.id, readNames(words, memory)]));
  const mentions = [...mentionsOf.values()].flat();
  const attributions = Map.groupBy(
    readVoices(spoken, mentions),
    (attribution: Attribution) => attribution.passage,
  );
  const reader = new PassageReader(spoken);
  for (const words of spoken) {
    const { id, kind } = words.passage;
    if (kind !== 'header') reader.read(words, mentionsOf.get(id) ?? [], attributions.get(id) ?? []);
  }
  const tables = readTables(source, sections, passages);
  const named = [...mentions, ...tables.flatMap((table) => table.mentions)];
  return {
    mentions: [...named, ...findMoreNames(source, passages, spoken, named)],
    figures: [...reader.figures, ...tables.flatMap((table) => table.figures)],
    relations: [...reader.relations, ...tables.flatMap((table) => table.relations)],
    statements: inOrder([...reader.statements, ...tables.flatMap((table) => table.statements)]),
    doubts: [...reader.doubts, ...tables.flatMap((table) => table.doubts)],
  };
}

function readTables(source: Source, sections: readonly Section[], passages: readonly Passage[]): Reading[] {
  const head = headOf(source);
  const rows = Map.groupBy(
    passages.filter((passage) => passage.kind === 'row'),
    (passage) => passage.section,
  );
  return sections.flatMap((section) => {
    const own = section.table === null ? undefined : rows.get(section.index);
    return own === undefined ? [] : [readRows(head, section, own, source.text)];
  });
}

// One statement an id: two rules may read the same of the same words.
function inOrder(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>();
  const unique = statements.filter((statement) => !seen.has(statement.id) && seen.add(statement.id));
  return unique.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.id < b.id ? -1 : 1),
  );
}
