import type { Span } from '../../statement/span.ts';
import { sliceOf } from '../../statement/span.ts';
import { foldLabel } from './header-words.ts';
import { type BodyRow, bodyRows, type Layout } from './settle-layout.ts';
import words from './spoken-words.json' with { type: 'json' };

/** The columns of a table that is a transcript: who speaks, and what is said. */
export interface SpokenColumns {
  readonly speaker: number;
  readonly speech: number;
}

const SPEAKER = new Set(words.speaker.map(foldLabel));
const SPEECH = new Set(words.speech.map(foldLabel));
const SCENE = new Set(words.scene.map(foldLabel));
/** Rows looked at to see whether the speech column holds words. */
const SAMPLE = 60;

/**
 * Which columns make a table a transcript: one headed as the speaker, another as the words, whose
 * cells are mostly words and not numbers. Null for every other table.
 */
export function spokenColumns(text: string, layout: Layout): SpokenColumns | null {
  const [header] = layout.headers;
  if (header === undefined) return null;
  const labels = header.cells.map((cell) => foldLabel(sliceOf(text, cell)));
  const speaker = labels.findIndex((label) => SPEAKER.has(label));
  const speech = labels.findIndex((label, at) => at !== speaker && SPEECH.has(label));
  if (speaker < 0 || speech < 0) return null;
  return holdsWords(text, layout, speech) ? { speaker, speech } : null;
}

function holdsWords(text: string, layout: Layout, column: number): boolean {
  let seen = 0;
  let spoken = 0;
  for (const row of bodyRows(text, layout)) {
    if (seen >= SAMPLE) break;
    const words = cellText(text, row, column);
    if (words === '') continue;
    seen += 1;
    if (/\p{L}{2}/u.test(words)) spoken += 1;
  }
  return seen > 0 && spoken * 10 >= seen * 6;
}

function cellText(text: string, row: BodyRow, column: number): string {
  const cell = row.raw.cells[column];
  return cell === undefined ? '' : sliceOf(text, cell).trim();
}

/** Whether a label says that nobody speaks: `Background`, `NOTE`. */
export function isSceneLabel(label: string): boolean {
  return SCENE.has(foldLabel(label));
}

/** The span of one cell of a row, or null where the row is too short or the cell empty. */
export function filledCell(text: string, cells: readonly Span[], column: number): Span | null {
  const cell = cells[column];
  return cell === undefined || sliceOf(text, cell).trim() === ''
    ? null
    : { start: cell.start, end: cell.end };
}
