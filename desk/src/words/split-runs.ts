import type { SpanView } from '../../../src/server/api/quote.ts';

/** A layer of marks over a text: what is marked, and as what. */
export interface Layer<Mark> {
  readonly span: SpanView;
  readonly mark: Mark;
}

/** A stretch of text over which the same marks lie, in the order of the layers. */
export interface Run<Mark> {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * Splits a text that starts at `textStart` of its source into runs. The runs' texts joined are
 * the text. Marks that lie outside of it are left out.
 */
export function splitRuns<Mark>(
  text: string,
  textStart: number,
  layers: readonly Layer<Mark>[],
): Run<Mark>[] {
  const end = textStart + text.length;
  const clip = (offset: number): number => Math.min(Math.max(offset, textStart), end);
  const edges = new Set([textStart, end]);
  const opened = new Map<number, number[]>();
  const closed = new Map<number, number[]>();
  for (const [place, { span }] of layers.entries()) {
    const [from, to] = [clip(span.start), clip(span.end)];
    if (from >= to) continue;
    edges.add(from).add(to);
    opened.set(from, [...(opened.get(from) ?? []), place]);
    closed.set(to, [...(closed.get(to) ?? []), place]);
  }
  const inOrder = [...edges].sort((a, b) => a - b);
  const active = new Set<number>();
  const runs: Run<Mark>[] = [];
  for (const [at, start] of inOrder.entries()) {
    for (const place of closed.get(start) ?? []) active.delete(place);
    for (const place of opened.get(start) ?? []) active.add(place);
    const next = inOrder[at + 1];
    if (next === undefined) break;
    const marks = [...active].sort((a, b) => a - b).flatMap((place) => layers[place]?.mark ?? []);
    runs.push({ start, text: text.slice(start - textStart, next - textStart), marks });
  }
  return runs;
}
