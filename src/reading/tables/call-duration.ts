import { idOf } from '../../statement/id.ts';
import type { Figure } from '../../statement/quantity.ts';
import type { Doubt, Passage } from '../../statement/source.ts';
import { type Span, sliceOf } from '../../statement/span.ts';
import { asciiDigits } from '../../statement/stamp-pieces.ts';
import { type DurationUnit, durationUnit } from './call-columns.ts';

/** How long a call was, as a cell has it. */
export interface CallLength {
  readonly value: number;
  readonly unit: DurationUnit;
  /** What was taken for granted, in a sentence, or null where the cell and its header say all. */
  readonly assumed: string | null;
}

const SECONDS: Record<DurationUnit, number> = { second: 1, minute: 60, hour: 3600 };
const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]?\d)(?:\.\d+)?$/;
const PIECE = /(\d+(?:[.,]\d+)?)\s*([\p{L}\p{M}]+)\.?/gu;

/**
 * A duration as call records write it: `65`, `65 s`, `1 dk 5 sn`, `00:01:05`. A bare number is in
 * the unit of its header, else in seconds, as exchanges write them; a clock of two parts is minutes
 * and seconds. Null where the cell holds none of these.
 */
export function callLength(written: string, headerUnit: DurationUnit | null): CallLength | null {
  const cell = written.trim().replace(/\p{Nd}+/gu, asciiDigits);
  const clock = CLOCK.exec(cell);
  if (clock !== null) return clockLength(clock);
  if (/^\d+(?:[.,]\d+)?$/.test(cell)) {
    const assumed =
      headerUnit === null
        ? 'Neither the cell nor its header says in what the call was measured; seconds are usual.'
        : null;
    return { value: numberOf(cell), unit: headerUnit ?? 'second', assumed };
  }
  return wordedLength(cell);
}

function clockLength([, hours, minutes, seconds]: RegExpExecArray): CallLength {
  const value = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  const assumed =
    hours === undefined
      ? 'Two parts with a colon were read as minutes and seconds, not as hours and minutes.'
      : null;
  return { value, unit: 'second', assumed };
}

/** "1 dk 5 sn": pieces of a number and a unit and nothing else. */
function wordedLength(cell: string): CallLength | null {
  const pieces = [...cell.matchAll(PIECE)].map(([, number = '', word = '']) => ({
    number: numberOf(number),
    unit: durationUnit(word),
  }));
  const units = pieces.flatMap(({ unit }) => unit ?? []);
  if (pieces.length === 0 || units.length < pieces.length || /\d/.test(cell.replace(PIECE, ''))) return null;
  const [only] = units;
  if (units.length === 1 && only !== undefined)
    return { value: pieces[0]?.number ?? 0, unit: only, assumed: null };
  const value = pieces.reduce((sum, { number }, at) => sum + number * SECONDS[units[at] ?? 'second'], 0);
  return { value, unit: 'second', assumed: null };
}

function numberOf(written: string): number {
  return Number(written.replace(',', '.'));
}

/** The figure of a duration cell, with what was taken for granted; null where the cell holds no duration. */
export function readCallDuration(
  { id, source }: Passage,
  span: Span | null,
  headerUnit: DurationUnit | null,
  text: string,
): { figure: Figure; doubts: readonly Doubt[] } | null {
  const length = span === null ? null : callLength(sliceOf(text, span), headerUnit);
  if (span === null || length === null) return null;
  const { value, unit, assumed } = length;
  const figure: Figure = {
    id: idOf('fig', source, span.start, span.end),
    passage: id,
    ...{ span, numberSpan: span, nounSpan: null },
    quantity: { min: value, max: value, of: unit, per: null, cumulative: false },
    ...{ type: 'duration', unit, value, decimals: 0 },
    ...{ approx: false, increment: false, ofThem: false, qualifiers: [] },
  };
  return { figure, doubts: assumed === null ? [] : [{ code: 'tables/assumed-unit', text: assumed, span }] };
}
