import type { Altered } from './lay-beside.ts';
import type { Line } from './quoted-lines.ts';

/** Tellings of one change (a bilingual page, several papers) make one finding. */
export function joinTellings(altered: readonly Altered[]): Altered[][] {
  const groups: Altered[][] = [];
  const around = new Map<string, Set<number>>();
  for (const one of altered) {
    const stretches = stretchesOf(one);
    const near = [...new Set(stretches.flatMap((stretch) => [...(around.get(stretch) ?? [])]))];
    const known = near
      .sort((a, b) => a - b)
      .find((at) => groups[at]?.some((other) => sameTelling(one, other)));
    const at = known ?? groups.push([]) - 1;
    groups[at]?.push(one);
    for (const stretch of stretches) around.set(stretch, (around.get(stretch) ?? new Set()).add(at));
  }
  return groups;
}

/** Two lines further apart than this (in UTF-16 code units) are not of one telling. */
const NEAR = 400;

/** Where its two lines stand, in stretches of `NEAR`: two changes of one telling have one in common. */
function stretchesOf({ printed, original }: Altered): string[] {
  return [printed, original].flatMap(({ of: { source }, span }) => {
    const [first, last] = [Math.floor((span.start - NEAR) / NEAR), Math.floor((span.end + NEAR) / NEAR)];
    return Array.from({ length: last - first + 1 }, (_, at) => `${source} ${first + at}`);
  });
}

function sameTelling(a: Altered, b: Altered): boolean {
  if (sameLine(a.printed, b.original) && sameLine(a.original, b.printed)) return true;
  if (sameLine(a.original, b.original)) return true;
  return nearLines(a.printed, b.printed) && a.original.of.source === b.original.of.source;
}

function sameLine(a: Line, b: Line): boolean {
  return a.of.source === b.of.source && a.span.start < b.span.end && b.span.start < a.span.end;
}

function nearLines(a: Line, b: Line): boolean {
  return a.of.source === b.of.source && Math.abs(a.span.start - b.span.start) < NEAR;
}
