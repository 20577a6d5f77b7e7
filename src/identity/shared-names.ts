import type { Bearer } from './bearer.ts';
import type { Frame } from './frame.ts';

/** A pile of so few sources is one story: every name in it tells. */
const FEW_SOURCES = 12;
/** Sources looked at on either side of a comparison. */
const MOST_SOURCES = 24;

/** Tells whether two bearers move in one circle: a source of each names a third that few others name. */
export function sharedNames(frame: Frame): (a: Bearer, b: Bearer) => boolean {
  const sourcesOf = new Map<string, Set<string>>();
  for (const bearer of frame.bearers) {
    const { kind, key, shape, unknown, sources } = bearer;
    if (kind === 'role' || kind === 'phone' || unknown || key.length < 3) continue;
    const family = kind === 'person' ? (shape.parts.at(-1)?.key ?? key) : key;
    // What was joined already is one name, in whatever script.
    const whole = frame.joins.rootOf(bearer).address;
    for (const name of new Set([key, family, whole])) {
      const known = sourcesOf.get(name) ?? new Set<string>();
      for (const source of sources) known.add(source);
      sourcesOf.set(name, known);
    }
  }
  // A name that half of a large case has says nothing of a circle.
  const all = new Set([...sourcesOf.values()].flatMap((sources) => [...sources])).size;
  const most = Math.max(FEW_SOURCES, all * 0.2);
  const circles = new Map<string, Set<string>>();
  for (const [key, sources] of sourcesOf) {
    if (sources.size < 2 || sources.size > most) continue;
    for (const source of sources) circles.set(source, (circles.get(source) ?? new Set()).add(key));
  }
  return (a, b) => {
    const own = new Set([...ownKeys(frame, a), ...ownKeys(frame, b)]);
    const one = circleOf(circles, frame.joins.membersOf(a));
    for (const key of circleOf(circles, frame.joins.membersOf(b)))
      if (!own.has(key) && one.has(key)) return true;
    return false;
  };
}

function ownKeys(frame: Frame, bearer: Bearer): string[] {
  return frame.joins
    .membersOf(bearer)
    .flatMap(({ key, address, shape }) => [key, address, ...shape.parts.map((part) => part.key)]);
}

function circleOf(
  circles: ReadonlyMap<string, ReadonlySet<string>>,
  members: readonly Bearer[],
): Set<string> {
  const sources = new Set(members.flatMap((bearer) => [...bearer.sources]));
  const circle = new Set<string>();
  for (const source of [...sources].sort().slice(0, MOST_SOURCES))
    for (const key of circles.get(source) ?? []) circle.add(key);
  return circle;
}
