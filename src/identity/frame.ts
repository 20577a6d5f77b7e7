import type { Gazetteer } from '../statement/gazetteer.ts';
import type { Span } from '../statement/span.ts';
import { type Bearer, gatherBearers, type NamedMention } from './bearer.ts';
import { type Joins, startJoins } from './joins.ts';
import type { Scene } from './scene.ts';

/** A stretch of a source. */
export interface Place {
  readonly source: string;
  readonly span: Span;
}

/** Two bearers that are probably one, and why; never joined without an analyst. */
export interface Proposal {
  readonly a: Bearer;
  readonly b: Bearer;
  /** How probable it is, 0..1. */
  readonly chance: number;
  /** A clause: `the same sound in two scripts`. */
  readonly reason: string;
  /** The words that say so, or null where the names alone do. */
  readonly at: Place | null;
  /** Whether the two were joined on it; it is told all the same, since it was worked out and not read. */
  readonly joined?: boolean;
}

/** One name that two bear, and what shows it. */
export interface Clash {
  readonly bearers: readonly Bearer[];
  readonly name: string;
  readonly reason: string;
  readonly at: readonly Place[];
}

/** What the rules of joining work on: the bearers, what is joined so far, and what was noted. */
export interface Frame {
  readonly bearers: readonly Bearer[];
  readonly joins: Joins;
  readonly scene: Scene | null;
  readonly bearerOf: ReadonlyMap<string, Bearer>;
  /** Mentions with spans of a source, in order. */
  readonly placed: ReadonlyMap<string, readonly PlacedMention[]>;
  readonly proposals: Proposal[];
  readonly clashes: Clash[];
}

export type PlacedMention = NamedMention & { readonly span: Span };

export function makeFrame(
  mentions: readonly NamedMention[],
  scene: Scene | null,
  gazetteer: Gazetteer | null = null,
): Frame {
  const bearers = gatherBearers(mentions, scene, gazetteer);
  const bearerOf = new Map<string, Bearer>();
  for (const bearer of bearers) for (const mention of bearer.mentions) bearerOf.set(mention.id, bearer);
  return {
    ...{ bearers, bearerOf, scene: scene && inOrder(scene), joins: startJoins(bearers) },
    placed: scene === null ? new Map() : placeMentions(mentions),
    proposals: [],
    clashes: [],
  };
}

/** The order in which sources came in tells nothing. */
function inOrder(scene: Scene): Scene {
  const sections = scene.sections.toSorted((a, b) =>
    a.source === b.source ? a.index - b.index : a.source < b.source ? -1 : 1,
  );
  return { sections, textOf: scene.textOf, passagesOf: scene.passagesOf };
}

function placeMentions(mentions: readonly NamedMention[]): Map<string, PlacedMention[]> {
  const placed = new Map<string, PlacedMention[]>();
  for (const mention of mentions) {
    if (mention.span === undefined) continue;
    const list = placed.get(mention.source) ?? [];
    list.push({ ...mention, span: mention.span });
    placed.set(mention.source, list);
  }
  for (const list of placed.values())
    list.sort((a, b) => a.span.start - b.span.start || (a.id < b.id ? -1 : 1));
  return new Map([...placed].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Index of the first mention that starts at or after `start`. */
export function firstFrom(mentions: readonly PlacedMention[], start: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether some source names both. */
export function standTogether(a: Bearer, b: Bearer): boolean {
  const [few, many] = a.sources.size < b.sources.size ? [a.sources, b.sources] : [b.sources, a.sources];
  for (const source of few) if (many.has(source)) return true;
  return false;
}

/** The name of a bearer as it is most often written. */
export function nameOf(bearer: Bearer): string {
  const counts = new Map<string, number>();
  for (const { name } of bearer.mentions) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [main] = [...counts].sort(
    (a, b) => shouts(a[0]) - shouts(b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
  );
  return main?.[0] ?? bearer.key;
}

function shouts(name: string): number {
  return name === name.toUpperCase() && name !== name.toLowerCase() ? 1 : 0;
}
