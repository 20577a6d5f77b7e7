import type { Bearer } from './bearer.ts';
import type { Frame } from './frame.ts';

/** A pile of so few sources is one story: every name in it tells. */
const FEW_SOURCES = 12;
/** Sources looked at on either side of a comparison. */
const MOST_SOURCES = 24;

/** Tells whether two bearers move in one circle: a source of each names a third that few others name. */
export function sharedNames(frame: Frame): (a: Bearer, b: Bearer) => boolean {
  // A name that half the case has says nothing of a circle.
  const all = new Set(frame.bearers.flatMap(({ sources }) => [...sources])).size;
  const most = Math.max(FEW_SOURCES, all * 0.2);
  const circles = new Map<string, Set<Bearer>>();
  for (const bearer of frame.bearers) {
    if (['role', 'phone'].includes(bearer.kind) || bearer.unknown || bearer.sources.size > most) continue;
    for (const source of bearer.sources) circles.set(source, (circles.get(source) ?? new Set()).add(bearer));
  }
  const circleOf = (bearer: Bearer) => {
    const circle = new Set<Bearer>();
    for (const source of [...bearer.sources].sort().slice(0, MOST_SOURCES))
      for (const other of circles.get(source) ?? []) circle.add(frame.joins.rootOf(other));
    return circle;
  };
  return (a, b) => {
    const own = new Set([frame.joins.rootOf(a), frame.joins.rootOf(b)]);
    const one = circleOf(a);
    for (const other of circleOf(b)) if (!own.has(other) && one.has(other)) return true;
    return false;
  };
}
