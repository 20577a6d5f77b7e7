import type { Bearer } from './bearer.ts';
import type { Frame } from './frame.ts';

const registers = new WeakMap<Frame, ReadonlyMap<Bearer, ReadonlySet<string>>>();

/**
 * Whether one table lists both, each in rows of its own: whoever keeps a register and writes
 * two names means two people.
 */
export function listedTogether(frame: Frame, a: Bearer, b: Bearer): boolean {
  const known = registers.get(frame) ?? tablesOf(frame);
  registers.set(frame, known);
  const own = new Set(frame.joins.membersOf(a).flatMap((one) => [...(known.get(one) ?? [])]));
  return frame.joins
    .membersOf(b)
    .some((other) => [...(known.get(other) ?? [])].some((table) => own.has(table)));
}

/** The tables in whose rows each name stands. */
function tablesOf(frame: Frame): Map<Bearer, Set<string>> {
  const tables = new Map<Bearer, Set<string>>();
  for (const [source, mentions] of frame.placed) {
    let at = 0;
    for (const passage of frame.scene?.passagesOf(source) ?? []) {
      if (at >= mentions.length) break;
      for (; (mentions[at]?.span.start ?? Number.POSITIVE_INFINITY) < passage.span.end; at += 1) {
        const bearer = frame.bearerOf.get(mentions[at]?.id ?? '');
        if (passage.kind !== 'row' || bearer === undefined) continue;
        tables.set(bearer, (tables.get(bearer) ?? new Set()).add(`${source} ${passage.section}`));
      }
    }
  }
  return tables;
}
