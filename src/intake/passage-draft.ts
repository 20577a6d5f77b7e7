import { idOf } from '../statement/id.ts';
import type { Passage, PassageKind, Section, Speaker } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import type { TimeReading } from '../statement/time.ts';

/** A passage before it has its place and id. */
export interface Draft {
  readonly kind: PassageKind;
  readonly span: Span;
  readonly body: Span;
  readonly speaker: Speaker | null;
  readonly time: TimeReading | null;
  /** Index of its section. */
  readonly section: number;
}

/** A section before it has its id; its span is found from its passages. */
export type SectionDraft = Omit<Section, 'id' | 'source' | 'index'>;

/** No passage is longer than this, in code units. */
export const LONGEST_PASSAGE = 8_000;

const SPACE = /[\s\ufeff]/;

/**
 * The passages of drafts that come in order. Spans lose the white space at their ends; what is
 * longer than `LONGEST_PASSAGE` is cut at white space, each piece with the same speaker and time.
 */
export function* passagesOf(text: string, source: string, drafts: Iterable<Draft>): Generator<Passage> {
  let index = 0;
  let line = 1;
  let newline = text.indexOf('\n');
  for (const draft of drafts) {
    for (const piece of cutLong(text, draft)) {
      for (; newline >= 0 && newline < piece.span.start; newline = text.indexOf('\n', newline + 1)) line++;
      yield { id: idOf('psg', source, index), source, index, cells: null, line, ...piece };
      index++;
    }
  }
}

/** Passages that may be walked again and again, drafted anew each time. */
export function rewalkable(text: string, source: string, draft: () => Iterable<Draft>): Iterable<Passage> {
  return { [Symbol.iterator]: () => passagesOf(text, source, draft()) };
}

function* cutLong(text: string, draft: Draft): Generator<Draft> {
  const span = trimSpan(text, draft.span);
  if (span.start >= span.end) return;
  const body = trimSpan(text, clampSpan(draft.body, span));
  if (span.end - span.start <= LONGEST_PASSAGE) {
    yield { ...draft, span, body };
    return;
  }
  for (let start = span.start; start < span.end; ) {
    const end = cutPoint(text, start, span.end);
    const piece = trimSpan(text, { start, end });
    if (piece.start < piece.end)
      yield { ...draft, span: piece, body: trimSpan(text, clampSpan(body, piece)) };
    start = end;
  }
}

/** Where to cut: the last white space of the second half, else between two whole characters. */
function cutPoint(text: string, start: number, end: number): number {
  const limit = start + LONGEST_PASSAGE;
  if (limit >= end) return end;
  for (let at = limit; at > start + LONGEST_PASSAGE / 2; at--) if (SPACE.test(text.charAt(at))) return at;
  const unit = text.charCodeAt(limit);
  return unit >= 0xdc00 && unit < 0xe000 ? limit - 1 : limit;
}

function clampSpan(inner: Span, outer: Span): Span {
  const start = Math.min(Math.max(inner.start, outer.start), outer.end);
  return { start, end: Math.min(Math.max(inner.end, start), outer.end) };
}

/** A span without the white space at its ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && SPACE.test(text.charAt(start))) start++;
  while (end > start && SPACE.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** Sections with their ids. */
export function sectionsOf(source: string, drafts: readonly SectionDraft[]): Section[] {
  return drafts.map((draft, index) => ({ id: idOf('sec', source, index), source, index, ...draft }));
}
