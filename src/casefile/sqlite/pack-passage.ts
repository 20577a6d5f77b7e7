import type { Hidden, PageBox, Passage, PassageKind, Speaker } from '../../statement/source.ts';
import type { Span } from '../../statement/span.ts';
import type { TimeReading } from '../../statement/time.ts';

/** A row of the table `passage`, with the id of its source. */
export interface PassageRow {
  readonly key: number;
  readonly id: string;
  readonly source: string;
  readonly section: number;
  readonly kind: PassageKind;
  readonly start: number;
  readonly end: number;
  readonly body_start: number;
  readonly body_end: number;
  readonly line: number;
  readonly rest: string | null;
}

type PackedSpeaker = [string, string, number | null, number | null, 0 | 1, 0 | 1];
type PackedTime = [
  TimeReading['from'],
  TimeReading['to'],
  TimeReading['clock'],
  TimeReading['zone'],
  TimeReading['granularity'],
  0 | 1,
  TimeReading['basis'],
  TimeReading['steps'],
];
type PackedBox = [number, number, number, number, number];
/** The last two are left out where a passage has neither, as in every case made before they were. */
type Rest = [PackedSpeaker | 0, PackedTime | 0, number[] | 0, (PackedBox | 0)?, (Hidden | 0)?];

/** Speaker, time, cells, place on a page and what hides it as an array without names, or null where a passage has none: names alone would double the case. */
export function packRest(passage: Passage): string | null {
  const { speaker, time, cells, box, hidden } = passage;
  const laidOut = box !== undefined || hidden !== undefined;
  if (speaker === null && time === null && cells === null && !laidOut) return null;
  const rest: Rest = [packSpeaker(speaker), packTime(time), packCells(cells)];
  if (laidOut) rest.push(packBox(box), hidden ?? 0);
  return JSON.stringify(rest);
}

/** The passage of a row. `first` is the key of its source's first passage. */
export function unpackPassage(row: PassageRow, first: number): Passage {
  const [speaker, time, cells, box = 0, hidden = 0]: Rest =
    row.rest === null ? [0, 0, 0] : (JSON.parse(row.rest) as Rest);
  return {
    id: row.id,
    source: row.source,
    index: row.key - first,
    section: row.section,
    kind: row.kind,
    span: { start: row.start, end: row.end },
    body: { start: row.body_start, end: row.body_end },
    speaker: speaker === 0 ? null : unpackSpeaker(speaker),
    time: time === 0 ? null : unpackTime(time),
    cells: cells === 0 ? null : unpackCells(cells),
    line: row.line,
    ...(box === 0 ? {} : { box: unpackBox(box) }),
    ...(hidden === 0 ? {} : { hidden }),
  };
}

function packBox(box: PageBox | undefined): PackedBox | 0 {
  return box === undefined ? 0 : [box.page, box.x, box.y, box.width, box.height];
}

function unpackBox([page, x, y, width, height]: PackedBox): PageBox {
  return { page, x, y, width, height };
}

function packSpeaker(speaker: Speaker | null): PackedSpeaker | 0 {
  if (speaker === null) return 0;
  const { label, name, span, unknown, guess } = speaker;
  return [label, name, span?.start ?? null, span?.end ?? null, unknown ? 1 : 0, guess ? 1 : 0];
}

function unpackSpeaker([label, name, start, end, unknown, guess]: PackedSpeaker): Speaker {
  const span = start === null || end === null ? null : { start, end };
  return { label, name, span, unknown: unknown === 1, guess: guess === 1 };
}

function packTime(time: TimeReading | null): PackedTime | 0 {
  if (time === null) return 0;
  const { from, to, clock, zone, granularity, approx, basis, steps } = time;
  return [from, to, clock, zone, granularity, approx ? 1 : 0, basis, steps];
}

function unpackTime([from, to, clock, zone, granularity, approx, basis, steps]: PackedTime): TimeReading {
  return { from, to, clock, zone, granularity, approx: approx === 1, basis, steps };
}

function packCells(cells: readonly Span[] | null): number[] | 0 {
  return cells === null ? 0 : cells.flatMap(({ start, end }) => [start, end]);
}

function unpackCells(packed: readonly number[]): Span[] {
  return Array.from({ length: packed.length / 2 }, (_, index) => ({
    start: packed[2 * index] ?? 0,
    end: packed[2 * index + 1] ?? 0,
  }));
}
