import type { PileIndex } from './pile-index.ts';
import { contentWords } from './tally.ts';

/** Up to so many sources, what two statements share is read as before: in few, a likeness tells. */
const SMALL_PILE = 20;
/** What stands in more sources than this is no tie between two of them. */
const HANDFUL = 5;
const BITS_FOR_DOUBLE = 3;
/** A word of more than every eighth source tells nothing. */
const FEWEST_BITS = 3;

/**
 * What can tie two statements of a pile together. In a large one nearly any two share a name that
 * everybody writes about; only words that a handful of sources have can tie them, and the more
 * sources there are, the more of them it takes.
 */
export interface PileTies {
  readonly isLarge: boolean;
  /** How many rare words it takes: none in a small pile, 1 up to 200 sources, 2 up to 2,000. */
  readonly needed: number;
  /** Whether so few sources have this word that it can tie two of them. */
  isRare(word: string): boolean;
  /** Bits that clauses must share to be of one matter: three for each doubling of the pile beyond a small one. */
  readonly asked: number;
  /** Bits that words tell: three for a word of every eighth source, one more for half as many; none for commoner ones. */
  bitsOf(words: Iterable<string>): number;
  /** Whether what two statements share is enough; always so in a small pile. */
  areTied(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean;
}

/** Reads in how many sources each telling word stands. Linear in the pile's text; nothing is read of a small one. */
export function tiesIn(index: PileIndex): PileTies {
  const { sources } = index.pile;
  const isLarge = sources.length > SMALL_PILE;
  const needed = isLarge ? Math.ceil(Math.log10(sources.length / SMALL_PILE)) : 0;
  const counts = new Map<string, number>();
  for (const source of isLarge ? sources : [])
    for (const word of wordsOfSource(index, source.id)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const isRare = (word: string) => (counts.get(word) ?? 0) <= HANDFUL;
  return {
    isLarge,
    needed,
    isRare,
    asked: isLarge ? BITS_FOR_DOUBLE * Math.log2(sources.length / SMALL_PILE) : 0,
    bitsOf: (words) =>
      [...words]
        .map((word) => Math.log2(sources.length / (counts.get(word) ?? 1)))
        .filter((bits) => bits >= FEWEST_BITS)
        .reduce((sum, bits) => sum + bits, 0),
    areTied: (a, b) => [...a].filter((word) => isRare(word) && b.has(word)).length >= needed,
  };
}

function wordsOfSource(index: PileIndex, source: string): Set<string> {
  const kept = new Set<string>();
  const text = index.textOf(source);
  for (const passage of index.pile.passagesOf(source))
    for (const word of contentWords(text.slice(passage.body.start, passage.body.end))) kept.add(word);
  return kept;
}
