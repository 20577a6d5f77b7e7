import type { Finding, Holding } from '../statement/finding.ts';
import type { Weight } from './by-meaning.ts';
import type { Cast } from './cast.ts';
import type { Claim } from './claims.ts';
import type { OriginLines } from './collect-credits.ts';
import type { PileSense } from './compare-deeds.ts';
import type { Deed } from './deeds.ts';
import type { Atlas } from './pile-atlas.ts';
import type { PileIndex } from './pile-index.ts';
import type { PileTies } from './pile-ties.ts';
import type { Grid } from './read-columns.ts';
import type { Side } from './side.ts';
import type { ToldLine } from './told-lines.ts';

/** What a family of comparisons gives. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly holdings: readonly Holding[];
}

/** What several families compare, gathered once. */
export interface Gathered {
  /** Figures that voices assert of something counted, outside tables. */
  readonly sides: readonly Side[];
  readonly grids: readonly Grid[];
  readonly ties: PileTies;
  readonly origins: OriginLines;
  /** What voices assert and order, outside tables. */
  readonly claims: readonly Claim[];
  /** What is told to have happened, in text and in rows. */
  readonly deeds: readonly Deed[];
  readonly sense: PileSense;
  readonly atlas: Atlas;
  readonly cast: Cast;
  /** Clauses and sentences by what they mean; none of a large pile, where the same words are of many matters. */
  readonly lines: readonly ToldLine[];
  readonly weigh: Weight;
}

/** One file each: reads the index, gives what does not fit and what was compared and holds. */
export type Family = (index: PileIndex, gathered: Gathered) => Outcome;

/** Sorts what comparisons gave into findings and holdings; null is a comparison that could not be made. */
export function sortOutcome(results: Iterable<Finding | Holding | null>): Outcome {
  const findings: Finding[] = [];
  const holdings: Holding[] = [];
  for (const result of results) {
    if (result === null) continue;
    if ('rank' in result) findings.push(result);
    else holdings.push(result);
  }
  return { findings, holdings };
}
