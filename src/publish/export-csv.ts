import { sliceOf } from '../statement/span.ts';
import type { Publication } from './publication.ts';

const COLUMNS = [
  'id',
  'file',
  'quote',
  'start',
  'end',
  'voice',
  'event',
  'polarity',
  'modality',
  'agent',
  'patient',
  'place',
  'min',
  'max',
  'of',
  'per',
  'cumulative',
  'from',
  'to',
  'rule',
  'confidence',
] as const;

/**
 * The statements as CSV: UTF-8, header row, every cell quoted, lines ended by LF (the
 * dialect that FollowTheMoney's tools write). The voice chain is joined by " > ", outermost first.
 */
export async function* exportCsv(publication: Publication): AsyncGenerator<string> {
  yield rowOf(COLUMNS);
  for (const source of publication.sources) {
    const statements = await publication.statementsOf(source.id);
    if (statements.length === 0) continue;
    const text = await publication.textOf(source.id);
    for (const statement of statements) {
      const { quantity, time, span } = statement;
      yield rowOf([
        statement.id,
        source.file,
        sliceOf(text, span),
        span.start,
        span.end,
        statement.voice.map(({ name }) => name).join(' > '),
        statement.event,
        statement.polarity,
        statement.modality,
        statement.agent?.text,
        statement.patient?.text,
        statement.place?.text,
        quantity?.min,
        quantity?.max,
        quantity?.of,
        quantity?.per,
        quantity?.cumulative,
        time?.from,
        time?.to,
        statement.rule,
        statement.confidence,
      ]);
    }
  }
}

function rowOf(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(cellOf).join(',')}\n`;
}

/** A cell that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV injection). */
function cellOf(value: string | number | boolean | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
