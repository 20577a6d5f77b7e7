import type { Side } from './side.ts';

/** A key that more sides than this share tells too little to compare them all by it. */
const CROWD = 60;

/**
 * Pairs of sides worth comparing: those of one kind that share an event, a name, a place or a
 * rare word. Each pair once. Linear but for keys that at most `CROWD` sides share.
 */
export function* pairSides(
  sides: readonly Side[],
  rarity: (word: string) => number,
): Iterable<readonly [Side, Side]> {
  const seen = new Set<string>();
  for (const group of blocks(sides, rarity)) {
    for (let i = 0; i < group.length; i++) {
      for (let j = i + 1; j < group.length; j++) {
        const [first, second] = [group[i] ?? 0, group[j] ?? 0];
        const key = `${first} ${second}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const a = sides[first];
        const b = sides[second];
        if (a !== undefined && b !== undefined) yield [a, b];
      }
    }
  }
}

function blocks(sides: readonly Side[], rarity: (word: string) => number): number[][] {
  const byKey = new Map<string, number[]>();
  const put = (key: string, at: number) => {
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [at]);
    else known.push(at);
  };
  for (const [at, side] of sides.entries()) {
    if (side.kind === null) continue;
    for (const key of keysOf(side, rarity)) put(`${side.kind} ${key}`, at);
  }
  return [...byKey.values()].filter((group) => group.length > 1 && group.length <= CROWD);
}

function* keysOf(side: Side, rarity: (word: string) => number): Iterable<string> {
  if (side.event !== null) {
    yield `event ${side.event}`;
    // In a large case an event alone is shared by too many: the month or the place parts them.
    if (side.period !== null) yield `month ${side.event} ${side.period.to.slice(0, 7)}`;
    for (const place of side.places) {
      yield `place ${side.event} ${place}`;
      if (side.period !== null) yield `day ${side.event} ${place} ${side.period.from}`;
    }
  }
  for (const name of side.names) yield `name ${name}`;
  for (const word of side.words) if (rarity(word) >= 0.6) yield `word ${word}`;
}
