import type { Token } from '../../language/token.ts';
import type { Figure } from '../../statement/quantity.ts';
import type { FigureLexicon } from './figure-lexicon.ts';

/** A figure with its place among the items, while a passage is being read. */
export interface FigureDraft {
  figure: Figure;
  /** Index of the first item of its span, and of the first after it. */
  readonly from: number;
  readonly next: number;
  /** Index of the first item of the number words, and of the first after them. */
  readonly at: number;
  readonly numberNext: number;
  /** Case ending of the number word or numeral, folded. */
  readonly ending: string;
  /** Length, mass ... of its unit, or null. */
  readonly dimension: string | null;
  /** An article that counts one only in a list that sums ("and a child"). */
  readonly weak: boolean;
  /** The other reading of an unclear decimal mark. */
  readonly alternative: number | null;
  readonly total: boolean;
}

/** What reading a passage's figures goes by. */
export interface FigureContext {
  readonly text: string;
  readonly items: readonly Token[];
  readonly lexicon: FigureLexicon;
  readonly mark: '.' | ',' | null;
  readonly source: string;
  readonly passage: string;
}
