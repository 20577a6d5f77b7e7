import { UndirectedGraph } from 'graphology';
import layout from 'graphology-layout-forceatlas2';

// Its types say `default`, yet the function is the module itself.
const forceAtlas2 = layout as unknown as typeof layout.default;

/** A network to lay out: nodes are 0 to `nodes` less one, the nth tie goes from `from[n]` to `to[n]`. */
export interface LayoutTask {
  readonly nodes: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly weight: readonly number[];
}

export interface LayoutProgress {
  /** 0..1. */
  readonly done: number;
  /** x and y of each node, once all is done. */
  readonly places: Float32Array | null;
}

const STEPS = 10;
/** Steps of the layout: many for few ties, few for many, so that it takes seconds at most. */
const MOST_TURNS = 600;
const LEAST_TURNS = 60;
const WORK = 600_000;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Lays a network out by ForceAtlas2 (Jacomy et al., PLoS ONE 9(6), 2014), from a spiral: the same
 * network always lies the same way. Nothing is random.
 */
function layOut(task: LayoutTask, tell: (progress: LayoutProgress) => void): void {
  const graph = new UndirectedGraph();
  for (let node = 0; node < task.nodes; node += 1) {
    const radius = Math.sqrt(node + 1);
    graph.addNode(node, { x: radius * Math.cos(node * GOLDEN), y: radius * Math.sin(node * GOLDEN) });
  }
  for (let tie = 0; tie < task.from.length; tie += 1) {
    graph.mergeEdge(task.from[tie], task.to[tie], { weight: task.weight[tie] });
  }
  const turns = Math.max(LEAST_TURNS, Math.min(MOST_TURNS, Math.round(WORK / (graph.size + graph.order))));
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: graph.order > 400,
    gravity: 1.2,
    scalingRatio: 12,
    edgeWeightInfluence: 0.4,
  };
  for (let step = 0; step < STEPS; step += 1) {
    forceAtlas2.assign(graph, { iterations: Math.ceil(turns / STEPS), settings, getEdgeWeight: 'weight' });
    tell({ done: (step + 1) / STEPS, places: null });
  }
  const places = new Float32Array(task.nodes * 2);
  graph.forEachNode((node, { x, y }) => {
    places[Number(node) * 2] = x;
    places[Number(node) * 2 + 1] = y;
  });
  tell({ done: 1, places });
}

addEventListener('message', ({ data }: MessageEvent<LayoutTask>) =>
  layOut(data, (progress) => postMessage(progress)),
);
