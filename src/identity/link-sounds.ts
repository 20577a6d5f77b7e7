import type { Bearer } from './bearer.ts';
import { type Frame, standTogether } from './frame.ts';
import { blocksOfPart, soundBlocks } from './link-full-names.ts';
import { partsSoundAlike } from './parse-name.ts';

/** A sound that so many clusters share is too common to tell anything. */
const MOST_ALIKE = 6;

/**
 * Proposes names of one part that sound alike and are written otherwise, and full names of which
 * one part is the same and the other is a letter off. Nothing is joined here.
 */
export function linkSounds(frame: Frame): void {
  const persons = frame.bearers.filter((bearer) => bearer.kind === 'person' && !bearer.unknown);
  const blocks = soundBlocks(persons);
  const singles = persons.filter(({ shape, key }) => shape.parts.length === 1 && key.length > 2);
  for (const bearer of singles) proposeSingle(frame, bearer, blocks);
  proposeMisspelled(
    frame,
    persons.filter(({ shape }) => shape.parts.length > 1),
  );
}

function proposeSingle(frame: Frame, bearer: Bearer, blocks: ReadonlyMap<string, Bearer[]>): void {
  const [part] = bearer.shape.parts;
  if (part === undefined || blocksOfPart(part).every((block) => block.replaceAll('a', '').length < 3)) return;
  const block = new Set(blocksOfPart(part).flatMap((name) => (blocks.get(name) ?? []).slice(0, 200)));
  const alike = [...block].filter((other) => soundsLike(bearer, other) && !frame.joins.barred(bearer, other));
  const clusters = new Set(alike.map((other) => frame.joins.rootOf(other)));
  clusters.delete(frame.joins.rootOf(bearer));
  if (clusters.size === 0 || clusters.size > MOST_ALIKE) return;
  for (const other of alike) {
    if (other.address <= bearer.address && other.shape.parts.length === 1) continue;
    if (frame.joins.rootOf(other) === frame.joins.rootOf(bearer)) continue;
    const kunya = part.is !== 'word';
    // One writer who spells two names apart means two people, unless he writes two scripts.
    if (standTogether(bearer, other) && !kunya && scriptOf(bearer.key) === scriptOf(other.key)) continue;
    const scripts = scriptOf(bearer.key) !== scriptOf(other.key) ? ' in two scripts' : ', spelled otherwise';
    const chance = kunya ? 0.75 : other.shape.parts.length === 1 ? 0.65 : 0.6;
    frame.proposals.push({ a: bearer, b: other, chance, reason: `the same sound${scripts}`, at: null });
  }
}

/** The whole of a short name sounds like the whole or the family name of the other, and is spelled otherwise. */
function soundsLike(bearer: Bearer, other: Bearer): boolean {
  const [part] = bearer.shape.parts;
  const last = other.shape.parts.at(-1);
  if (part === undefined || last === undefined || part.key === last.key) return false;
  return partsSoundAlike(part, last);
}

export function scriptOf(key: string): string {
  if (/\p{Script=Arabic}/u.test(key)) return 'Arabic';
  return /\p{Script=Cyrillic}/u.test(key) ? 'Cyrillic' : 'Latin';
}

/** Two full names, one part the same, the other one letter off, never in one source. */
function proposeMisspelled(frame: Frame, full: readonly Bearer[]): void {
  const byHole = new Map<string, Bearer[]>();
  for (const bearer of full) {
    if (bearer.shape.parts.length !== 2) continue;
    for (const hole of holesOf(bearer)) byHole.set(hole, [...(byHole.get(hole) ?? []), bearer]);
  }
  const proposed = new Set<string>();
  for (const [one, other, ...rest] of byHole.values()) {
    if (one === undefined || other === undefined || rest.length > 2 || one === other) continue;
    const pair = [one.address, other.address].sort().join('\u0001');
    if (proposed.has(pair) || standTogether(one, other) || differInGender(one, other)) continue;
    if (frame.joins.rootOf(one) === frame.joins.rootOf(other)) continue;
    proposed.add(pair);
    frame.proposals.push({ a: one, b: other, chance: 0.6, reason: 'one letter apart', at: null });
  }
}

/** A last a or e tells a woman's name from a man's in many languages. */
function differInGender(a: Bearer, b: Bearer): boolean {
  return a.shape.parts.some((part, at) => {
    const other = b.shape.parts[at]?.key ?? '';
    return [`${part.key}a`, `${part.key}e`].includes(other) || [`${other}a`, `${other}e`].includes(part.key);
  });
}

/** The name with each one letter of each longer part taken out: names a letter apart share one. */
function* holesOf({ shape }: Bearer): Generator<string> {
  for (const [at, part] of shape.parts.entries()) {
    if (part.is !== 'word' || part.key.length < 5 || part.key.length > 24) continue;
    const others = shape.parts.map((other, index) => (index === at ? '_' : other.key)).join(' ');
    for (let letter = 1; letter < part.key.length; letter += 1)
      yield `${others}:${part.key.slice(0, letter)}${part.key.slice(letter + 1)}`;
    yield `${others}:${part.key}`;
  }
}
