import type { TimeReading } from '../../statement/time.ts';
import { headerLines, type PartNotes } from './part-notes.ts';
import type { HeaderField } from './read-header.ts';
import { marksIn, titleOf } from './section-mark.ts';

/** What a part calls itself: its product, tape, ticket ... number; else `call of 2 March 2021`. */
export function partTitle(
  text: string,
  part: PartNotes,
  fields: readonly HeaderField[],
  time: TimeReading | null,
  several: boolean,
): string | null {
  const pieces = fields.map((field) => text.slice(field.span.start, field.span.end));
  const mark = marksIn([...pieces, ...headerLines(text, part)])[0];
  if (mark !== undefined) return titleOf(mark, part.labels.has('q') ? 'interview' : 'part');
  if (!several || time?.from == null) return null;
  return `call of ${dayInWords(time.from)}`;
}

function dayInWords(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
