import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf, standTogether } from './frame.ts';
import { listedTogether } from './listed-together.ts';
import { sharedNames } from './shared-names.ts';
import { sharesTitle } from './shares-title.ts';

/**
 * A full name and a fuller one: "Anatol Brodin" and "Anatol Petrov Brodin", "Rosa Solano" and
 * "Solano Paz Rosa". Joined where nobody else's name holds it and both stand in one source,
 * have one title or move in one circle; else proposed.
 */
export function linkLonger(frame: Frame, persons: readonly Bearer[]): void {
  const byPart = new Map<string, Bearer[]>();
  for (const bearer of persons) {
    if (bearer.shape.parts.length < 3) continue;
    for (const key of new Set(keysOf(bearer))) addTo(byPart, key, bearer);
  }
  const circle = sharedNames(frame);
  for (const short of persons) {
    if (short.shape.parts.length < 2 || short.shape.parts.some((part) => part.is !== 'word')) continue;
    const holders = (byPart.get(keysOf(short).at(-1) ?? '') ?? []).filter((long) => holds(long, short));
    const roots = new Set(holders.map((long) => frame.joins.rootOf(long)));
    const [long] = holders;
    if (long === undefined || roots.size > 1 || !isInOrder(keysOf(short), keysOf(long))) continue;
    if (listedTogether(frame, short, long)) continue;
    if (standTogether(short, long) || sharesTitle(short, long) || circle(short, long))
      frame.joins.join(
        short,
        long,
        `“${nameOf(long)}” is “${nameOf(short)}” with one name more, and nobody else’s name holds it.`,
      );
    else
      frame.proposals.push({
        ...{ a: short, b: long, chance: 0.6 },
        ...{ reason: 'one name has all parts of the other', at: null },
      });
  }
}

function keysOf({ shape }: Bearer): string[] {
  return shape.parts.map(({ key }) => key);
}

function holds(long: Bearer, short: Bearer): boolean {
  const keys = new Set(keysOf(long));
  return keys.size > short.shape.parts.length && keysOf(short).every((key) => keys.has(key));
}

/** The same first name and the others in order; or, where the longer begins with the family, its first name there and the given names at its end. */
function isInOrder(short: readonly string[], long: readonly string[]): boolean {
  if (short[0] === long[0]) {
    let at = 0;
    for (const key of long) if (key === short[at]) at += 1;
    return at === short.length;
  }
  const given = short.slice(0, -1);
  return long[0] === short.at(-1) && long.slice(-given.length).join(' ') === given.join(' ');
}
