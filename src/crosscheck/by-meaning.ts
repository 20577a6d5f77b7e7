import type { Finding } from '../statement/finding.ts';
import { capital } from './compose.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import type { ToldLine } from './told-lines.ts';

/** Passages of the pile that may have a meaning before it counts for less, and for next to nothing. */
const RARE = 6;
const COMMON = 14;
/** A meaning that more lines than this have leads to none of them. */
const CROWD = 60;

/** How much a meaning tells: the fewer passages of the pile have it, the more. */
export type Weight = (concept: string) => number;

export function weighOver(lines: readonly ToldLine[]): Weight {
  const passages = new Map<string, Set<string>>();
  for (const { concepts, passage } of lines)
    for (const concept of concepts)
      passages.set(concept, (passages.get(concept) ?? new Set()).add(passage.id));
  return (concept) => {
    const count = passages.get(concept)?.size ?? 0;
    return count <= RARE ? 1 : count <= COMMON ? 0.6 : 0.25;
  };
}

/** What several meanings tell together. */
export function weightOf(concepts: Iterable<string>, weigh: Weight): number {
  return [...concepts].reduce((total, concept) => total + weigh(concept), 0);
}

/** Those of `items` that have any of some meanings, each once. Linear but for meanings that at most `CROWD` share. */
export function lookUpByMeaning<T>(
  items: readonly T[],
  conceptsOf: (item: T) => Iterable<string>,
): (concepts: Iterable<string>) => Set<T> {
  const byConcept = groupBy(
    items.flatMap((item) => [...conceptsOf(item)].map((concept) => ({ concept, item }))),
    ({ concept }) => concept,
  );
  return (concepts) =>
    new Set(
      [...concepts].flatMap((concept) => {
        const known = byConcept.get(concept) ?? [];
        return known.length > CROWD ? [] : known.map(({ item }) => item);
      }),
    );
}

/** `Ada Brook: “The door was shut”`. */
export function tellLine(index: PileIndex, line: ToldLine): string {
  return `${capital(line.voice)}: “${wordsOfLine(index, line)}”`;
}

export function wordsOfLine(index: PileIndex, { source, span }: Pick<ToldLine, 'source' | 'span'>): string {
  return index
    .wordsOf(source, span)
    .replace(/\s+/gu, ' ')
    .replace(/[.;,]+$/u, '');
}

export function quoteOfLine({ source, span, claim }: ToldLine): Finding['quotes'][number] {
  return { source, span, statement: claim?.statement.id ?? null, marks: [] };
}

/** The best line of each passage, at most so many. */
export function oncePerPassage(lines: readonly ToldLine[], most: number): ToldLine[] {
  return [...groupBy(lines, ({ passage }) => passage.id).values()]
    .flatMap(([first]) => first ?? [])
    .slice(0, most);
}
