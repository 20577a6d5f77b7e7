import type { FormatReading } from '../../src/intake/format.ts';
import { LONGEST_PASSAGE } from '../../src/intake/passage-draft.ts';

/** What every reading of a text must hold to; says which law is broken, or nothing. */
export function brokenLaw({
  text,
  sections,
  passages,
}: Pick<FormatReading, 'text' | 'sections' | 'passages'>): string | null {
  let at = 0;
  let index = 0;
  let line = 1;
  for (const passage of passages) {
    const { span, body } = passage;
    if (passage.index !== index++) return 'indexes count up from zero';
    if (span.start < at) return `passages do not overlap, at ${at}`;
    if (span.end > text.length || span.start >= span.end) return 'a span lies in the text and is not empty';
    if (body.start < span.start || body.end > span.end || body.end < body.start)
      return `a body lies in its span, at ${span.start}`;
    if (/[^\s\ufeff]/.test(text.slice(at, span.start))) return `every character is covered, at ${at}`;
    if (span.end - span.start > LONGEST_PASSAGE) return 'no passage is too long';
    line += text.slice(at, span.start).split('\n').length - 1;
    if (passage.line !== line) return `a passage knows its line (${passage.line}, ${line})`;
    line += text.slice(span.start, span.end).split('\n').length - 1;
    const section = sections[passage.section];
    if (section === undefined || section.span.start > span.start || section.span.end < span.end)
      return `a section holds its passages, at ${span.start}`;
    const label = passage.speaker?.span;
    if (label != null && (label.start < span.start || label.end > span.end))
      return 'a label lies in its passage';
    at = span.end;
  }
  if (/[^\s\ufeff]/.test(text.slice(at))) return `every character is covered, at the end (${at})`;
  return null;
}
