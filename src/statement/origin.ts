import type { Quote } from './finding.ts';

/** Somebody or something that telling goes out from: an outlet with all its sources, or a source without a publisher. */
export interface OriginNode {
  /** `outlet:` and the name's key, or the id of a source. */
  readonly id: string;
  /** Fit to be printed. */
  readonly name: string;
  /** Ids of the sources that it stands for; none where it is only named. */
  readonly sources: readonly string[];
}

/** One rests on another, by the words of a source. */
export interface OriginEdge {
  /** Who tells. */
  readonly from: string;
  /** On whom it rests. */
  readonly to: string;
  /** `credit`: the teller names the other. `copied`: most of its text stands in the other's, which is earlier. */
  readonly basis: 'credit' | 'copied';
  /** The words that say so; for a copy one run of the shared words on each side. */
  readonly quotes: readonly Quote[];
}

/** Who rests on whom over a whole pile. Nodes without an edge have no origin found; that is not to say that they have none. */
export interface Origins {
  readonly nodes: readonly OriginNode[];
  readonly edges: readonly OriginEdge[];
}
