/**
 * A half-open range `[start, end)` in UTF-16 code units, counted from zero, of a
 * source's canonical text. Every mention, quote and cell is one.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The exact words of a span. `sliceOf('ab cd', {start: 3, end: 5})` is `'cd'`. */
export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether two spans share at least one code unit. */
export function spansMeet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly in `outer`. */
export function spanHolds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The smallest span that holds both. */
export function spanOver(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
