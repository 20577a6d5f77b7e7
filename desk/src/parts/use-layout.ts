import { useEffect, useState } from 'react';
import type { NetworkReply } from '../../../src/server/api/network.ts';
import type { LayoutProgress, LayoutTask } from './layout-worker.ts';

/** Where each node lies, by its id. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** The last layouts, so that going back to a network shows it at once, and as it lay. */
const kept = new Map<string, Places>();
const MOST_KEPT = 4;

/** Lays a network out beside the page; `done` is 0..1 while it lasts. */
export function useLayout(network: NetworkReply | undefined): { places: Places | null; done: number } {
  const [places, setPlaces] = useState<Places | null>(null);
  const [done, setDone] = useState(0);
  useEffect(() => {
    if (!network) return;
    const key = keyOf(network);
    const known = kept.get(key);
    if (known) return setPlaces(known);
    setDone(0);
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<LayoutProgress>) => {
      setDone(data.done);
      if (!data.places) return;
      const found = placesOf(network, data.places);
      keep(key, found);
      setPlaces(found);
      worker.terminate();
    };
    worker.postMessage(taskOf(network));
    return () => worker.terminate();
  }, [network]);
  return { places, done };
}

function taskOf({ nodes, ties }: NetworkReply): LayoutTask {
  const weight = ties.count.map((count) => Math.log2(1 + count));
  return { nodes: nodes.length, from: ties.from, to: ties.to, weight };
}

function keyOf({ nodes, ties, tieCount }: NetworkReply): string {
  return `${tieCount} ${ties.count.reduce((sum, count) => sum + count, 0)} ${nodes.map(({ id }) => id).join()}`;
}

function placesOf({ nodes }: NetworkReply, places: Float32Array): Places {
  return new Map(
    nodes.map(({ id }, node) => [id, { x: places[node * 2] ?? 0, y: places[node * 2 + 1] ?? 0 }]),
  );
}

function keep(key: string, places: Places): void {
  kept.set(key, places);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
