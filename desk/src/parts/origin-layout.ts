import { Graph, layout } from '@dagrejs/dagre';

/** Pixels; a name of two lines fits. */
export const CARD = { width: 216, height: 66 };

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface OriginLayout {
  readonly width: number;
  readonly height: number;
  /** Middle of each card, in the order of the tellers. */
  readonly cards: readonly Point[];
  /** The bends of each line, from who tells to whom it rests on, in the order of the rests. */
  readonly lines: readonly (readonly Point[])[];
}

interface Rest {
  readonly from: number;
  readonly to: number;
}

/**
 * Lays out who rests on whom in columns, whoever tells first, origins last (Gansner et al., A
 * Technique for Drawing Directed Graphs, 1993, by dagre). A ring has a line that goes back. The
 * same graph always lies the same way.
 */
export function layOutOrigins(count: number, rests: readonly Rest[], mirrored: boolean): OriginLayout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: mirrored ? 'RL' : 'LR', nodesep: 20, ranksep: 108, marginx: 2, marginy: 6 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (let card = 0; card < count; card += 1) graph.setNode(String(card), { ...CARD });
  for (const [place, { from, to }] of rests.entries())
    graph.setEdge(String(from), String(to), {}, String(place));
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    cards: Array.from({ length: count }, (_, card) => pointOf(graph.node(String(card)))),
    lines: rests.map(({ from, to }, place) =>
      (graph.edge(String(from), String(to), String(place))?.points ?? []).map(pointOf),
    ),
  };
}

function pointOf({ x, y }: Point): Point {
  return { x, y };
}

/** A line through its bends, soft between them, as an SVG path. */
export function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let at = first;
  const steps = rest.map((point) => {
    const half = (at.x + point.x) / 2;
    const step = `C${half} ${at.y} ${half} ${point.y} ${point.x} ${point.y}`;
    at = point;
    return step;
  });
  return `M${first.x} ${first.y}${steps.join('')}`;
}
