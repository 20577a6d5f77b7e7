import type { Span } from '../../statement/span.ts';
import type { TimeReading } from '../../statement/time.ts';
import {
  addDays,
  type DateOrder,
  dateOrderOf,
  offsetSeconds,
  passageTime,
  statedTime,
} from '../section-time.ts';
import type { PartNotes } from './part-notes.ts';
import type { HeaderField } from './read-header.ts';

/** When a part says it happened. A clock alone takes the day of the part before. */
export function partTime(
  text: string,
  part: PartNotes,
  fields: readonly HeaderField[],
  order: DateOrder | null,
  before: TimeReading | null,
): TimeReading | null {
  const durations = fields
    .filter((field) => ['duration', 'number', 'participants', 'staff'].includes(field.about ?? ''))
    .map((field) => field.span);
  const lines = part.headers.map((span) =>
    without(text.slice(span.start, Math.min(span.end, span.start + 1000)), span.start, durations),
  );
  const stated =
    statedTime(lines, order) ??
    statedTime(
      part.stamps.slice(0, 1).filter((stamp) => /\p{Nd}[-./]\p{Nd}/u.test(stamp)),
      order,
    );
  if (stated === null)
    return before?.from == null
      ? null
      : {
          ...before,
          clock: null,
          granularity: 'day',
          basis: 'source',
          steps: [`day of the part before: ${before.from}`],
        };
  if (stated.from !== null || before?.from == null) return stated;
  return {
    ...stated,
    from: before.from,
    to: before.to,
    basis: 'source',
    steps: [`day of the part before: ${before.from}`],
  };
}

/** A line with some stretches blotted out. */
function without(line: string, offset: number, spans: readonly Span[]): string {
  let blotted = line;
  for (const span of spans) {
    const [start, end] = [span.start - offset, span.end - offset];
    if (start >= 0 && start < line.length)
      blotted = blotted.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + blotted.slice(end);
  }
  return blotted;
}

/** Stamps without a day that begin near nought count from the start of the recording. */
export function areOffsets(stamps: readonly string[]): boolean {
  const [first, ...rest] = stamps;
  if (first === undefined || /\p{Nd}[-./]\p{Nd}{1,2}[-./]|[a-z]/iu.test(first)) return false;
  const seconds = offsetSeconds(first);
  if (seconds === null) return false;
  return (
    Math.abs(seconds) < 1200 &&
    (rest.length === 0 ||
      first.split(':').length > 2 ||
      rest.some((stamp) => /:[3-5]\p{Nd}$/u.test(stamp)) ||
      seconds < 120)
  );
}

/** Clocks that run past midnight: where one falls back by half a day, the next day has begun. */
export class DayCount {
  private section = -1;
  private last = '';
  private added = 0;

  settle(time: TimeReading | null, section: number): TimeReading | null {
    if (section !== this.section) this.reset(section);
    if (time === null || time.clock === null || time.basis !== 'section' || time.from === null) return time;
    if (Number(this.last.slice(0, 2)) - Number(time.clock.slice(0, 2)) >= 12) this.added++;
    this.last = time.clock;
    if (this.added === 0) return time;
    const day = addDays(time.from, this.added);
    return { ...time, from: day, to: day, steps: [...time.steps, 'the clock has passed midnight'] };
  }

  private reset(section: number): void {
    this.section = section;
    this.last = '';
    this.added = 0;
  }
}

/** The last day that a part's stamps name. */
export function lastDay(stamps: readonly string[]): string | null {
  const order = dateOrderOf(stamps);
  const days = stamps
    .map((stamp) => passageTime(stamp, null, order)?.from ?? null)
    .filter((day) => day !== null);
  return days.toSorted().at(-1) ?? null;
}
