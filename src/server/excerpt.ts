import type { Span } from '../statement/span.ts';

/** A cut never falls inside a surrogate pair. */
function wholeLetterAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff && index > 0 ? index - 1 : index;
}

/** The next place to cut between words, looked for within 24 code units; else where it is. */
function wordEdge(text: string, index: number, step: 1 | -1, within: Span): number {
  for (let tried = 0, at = index; tried < 24; tried += 1, at += step) {
    if (at <= within.start || at >= within.end) break;
    if (/\s/.test(text.charAt(at - 1))) return at;
  }
  return wholeLetterAt(text, index);
}

/**
 * The part of a span, at most about `limit` code units, that shows its first mark; the whole
 * span where it is short enough.
 */
export function excerptOf(text: string, span: Span, marks: readonly Span[], limit: number): Span {
  if (span.end - span.start <= limit) return span;
  const mark = marks[0] ?? { start: span.start, end: span.start };
  const lead = Math.max(0, Math.floor((limit - Math.min(limit, mark.end - mark.start)) / 2));
  const wanted = Math.min(Math.max(span.start, mark.start - lead), span.end - limit);
  const start = wanted <= span.start ? span.start : wordEdge(text, wanted, 1, span);
  const last = Math.min(span.end, start + limit);
  const end = last >= span.end ? span.end : Math.max(start + 1, wordEdge(text, last, -1, span));
  return { start, end };
}

const SENTENCE_END = /[.!?…؟。！？:;"”»)\]\n]$/u;
/** What opens a quotation or a bracket begins anew, as a full stop ends. */
const OPENING = /[“«„‘([—–]$/u;

/** Whether words of the same sentence stand before `start` in the passage's body. */
export function cutsBefore(text: string, body: Span, start: number): boolean {
  const before = text.slice(Math.max(body.start, start - 40), start).trimEnd();
  return before !== '' && !SENTENCE_END.test(before) && !OPENING.test(before);
}

/** Whether the sentence goes on after `end` in the passage's body. */
export function cutsAfter(text: string, body: Span, end: number): boolean {
  const after = text.slice(end, Math.min(body.end, end + 40)).trimStart();
  if (after === '' || /^[.!?…؟。！？"”»]/u.test(after)) return false;
  return !SENTENCE_END.test(text.slice(Math.max(body.start, end - 40), end).trimEnd());
}
