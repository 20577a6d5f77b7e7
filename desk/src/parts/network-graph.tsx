import { DirectedGraph } from 'graphology';
import { useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import { EdgeArrowProgram } from 'sigma/rendering';
import type { NetworkReply } from '../../../src/server/api/network.ts';
import { t } from '../language/language.ts';
import type { Pair } from './ties.ts';
import { type Colours, useColours } from './use-colours.ts';
import type { Places } from './use-layout.ts';

interface NetworkGraphProps {
  readonly nodes: NetworkReply['nodes'];
  readonly pairs: readonly Pair[];
  readonly places: Places;
  /** Id of the chosen pair. */
  readonly chosen: string | undefined;
  /** Whose ties alone are drawn strong. */
  readonly who: string | undefined;
  readonly label: string;
  readonly onPair: (id: string) => void;
  readonly onNode: (id: string) => void;
}

/** The network, drawn by WebGL: it stays where it was laid; who looks moves and zooms it. */
export function NetworkGraph(props: NetworkGraphProps) {
  const { nodes, pairs, places, chosen, who, label } = props;
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const colours = useColours();
  const [failed, fail] = useState(false);
  const drawn = useRef<Sigma | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen repaints, and draws nothing anew
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    try {
      const sigma = draw(element, graphOf(latest.current, colours), colours);
      sigma.on('clickEdge', ({ edge }) => latest.current.onPair(edge));
      sigma.on('clickNode', ({ node }) => latest.current.onNode(node));
      drawn.current = sigma;
      // The wheel scrolls the page, as everywhere; with Ctrl, and by pinching, it zooms.
      const scroll = (event: WheelEvent): void => {
        if (!event.ctrlKey) event.stopPropagation();
      };
      element.addEventListener('wheel', scroll, { capture: true, passive: true });
      return () => {
        drawn.current = null;
        element.removeEventListener('wheel', scroll, { capture: true });
        sigma.kill();
      };
    } catch {
      fail(true);
    }
  }, [nodes, pairs, places, colours]);
  useEffect(() => {
    const graph = drawn.current?.getGraph();
    if (!graph) return;
    const byId = new Map(pairs.map((pair) => [pair.id, pair]));
    graph.updateEachEdgeAttributes((id, known) => {
      const pair = byId.get(id);
      return pair ? { ...known, ...paintOf(pair, chosen, who, colours) } : known;
    });
  }, [pairs, chosen, who, colours]);
  const zoom = (by: 'animatedZoom' | 'animatedUnzoom' | 'animatedReset'): void =>
    void drawn.current?.getCamera()[by]({ duration: 0 });
  if (failed) return <p className="meta">{t('network.noWebgl')}</p>;
  return (
    <div className="graph">
      <div ref={box} className="stage" role="img" aria-label={label} />
      <p className="zoom">
        <button
          type="button"
          className="btn"
          aria-label={t('network.closer')}
          onClick={() => zoom('animatedZoom')}
        >
          +
        </button>
        <button
          type="button"
          className="btn"
          aria-label={t('network.farther')}
          onClick={() => zoom('animatedUnzoom')}
        >
          −
        </button>
        <button type="button" className="btn" onClick={() => zoom('animatedReset')}>
          {t('network.whole')}
        </button>
      </p>
    </div>
  );
}

function draw(box: HTMLElement, graph: DirectedGraph, colours: Colours): Sigma {
  return new Sigma(graph, box, {
    allowInvalidContainer: true,
    edgeProgramClasses: { arrow: EdgeArrowProgram },
    enableEdgeEvents: true,
    stagePadding: 60,
    labelFont: 'Helvetica Neue, Nimbus Sans, Liberation Sans, Noto Sans Arabic, Arial, sans-serif',
    labelSize: 13,
    labelColor: { color: colours.ink },
    labelRenderedSizeThreshold: 4,
    labelDensity: 1.2,
    minEdgeThickness: 1,
    zIndex: true,
    defaultDrawNodeLabel: (context, { x, y, size, label }, { labelSize, labelFont }) => {
      if (!label) return;
      context.font = `600 ${labelSize}px ${labelFont}`;
      // A rim of the ground keeps letters legible where lines pass below them.
      context.lineWidth = 5;
      context.lineJoin = 'round';
      context.strokeStyle = colours.ground;
      context.fillStyle = colours.ink;
      context.strokeText(label, x + size + 4, y + labelSize / 3);
      context.fillText(label, x + size + 4, y + labelSize / 3);
    },
    defaultDrawNodeHover: (context, { x, y, size }) => {
      context.beginPath();
      context.arc(x, y, size + 4, 0, Math.PI * 2);
      context.lineWidth = 2;
      context.strokeStyle = colours.accent;
      context.stroke();
    },
  });
}

type Drawing = Pick<NetworkGraphProps, 'nodes' | 'pairs' | 'places' | 'chosen' | 'who'>;

/** Black: on record. Grey: somebody says so. Vermilion: in a finding. Petrol: chosen. */
function graphOf({ nodes, pairs, places, chosen, who }: Drawing, colours: Colours): DirectedGraph {
  const graph = new DirectedGraph();
  const degree = new Map<string, number>();
  for (const { a, b, count } of pairs)
    for (const id of [a, b]) degree.set(id, (degree.get(id) ?? 0) + Math.sqrt(count));
  for (const { id, name, kind } of nodes) {
    const weight = degree.get(id);
    const place = places.get(id);
    if (weight === undefined || !place) continue;
    graph.addNode(id, {
      ...place,
      label: name,
      size: Math.min(10, 3 + Math.sqrt(weight) * 1.2),
      color:
        kind === 'unknown' || kind === 'document' || kind === 'publisher' ? colours['ink-3'] : colours.ink,
    });
  }
  for (const pair of pairs) {
    if (!graph.hasNode(pair.a) || !graph.hasNode(pair.b)) continue;
    const [from, to] = pair.to === 'a' ? [pair.b, pair.a] : [pair.a, pair.b];
    graph.addEdgeWithKey(pair.id, from, to, {
      ...paintOf(pair, chosen, who, colours),
      type: pair.to ? 'arrow' : 'line',
    });
  }
  return graph;
}

function paintOf(pair: Pair, chosen: string | undefined, who: string | undefined, colours: Colours) {
  const aside = who !== undefined && pair.a !== who && pair.b !== who;
  const size = Math.min(5, 0.8 + Math.log2(1 + pair.count) * 0.5) + (pair.id === chosen ? 1.5 : 0);
  const zIndex = pair.id === chosen ? 3 : aside ? 0 : pair.hot ? 2 : 1;
  return { size, zIndex, color: colourOf(pair, chosen, aside, colours) };
}

function colourOf(pair: Pair, chosen: string | undefined, aside: boolean, colours: Colours): string {
  if (pair.id === chosen) return colours.accent;
  if (aside) return colours.line;
  if (pair.hot) return colours.alarm;
  return pair.types.has('speaks') ? colours.ink : colours['line-2'];
}
