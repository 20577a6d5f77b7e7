import type { Alignment } from './align-words.ts';
import type { Line } from './quoted-lines.ts';
import { stockPhrasesIn, threesOf } from './stock-phrases.ts';
import { isContent } from './word-senses.ts';

/** A pile with fewer lines than this is small enough for any likeness to tell. */
const SMALL_PILE = 64;

/** Whether two lines that were laid beside each other may be one quotation. */
export type Likeness = (printed: Line, alignment: Alignment) => boolean;

/** What tells two lines of one pile to be one quotation: enough telling words in common, and in a large pile words of its own. */
export function likenessIn(lines: readonly Line[], isLarge: boolean): Likeness {
  return isLarge ? bothOf(likenessOver(lines), ownWordsOver(lines)) : likenessOver(lines);
}

function bothOf(a: Likeness, b: Likeness): Likeness {
  return (...laid) => a(...laid) && b(...laid);
}

/**
 * Whether shared words tell enough to hold two lines for one. A word that one line in 2^n has tells
 * n bits; among L lines, three times log2(L / 64) bits are asked for, since two lines of a large
 * pile share "at the end of the day" by chance and two of a small pile hardly do. Half of that must
 * be left once the printed words that are not shared are set against it.
 */
function likenessOver(lines: readonly Line[]): Likeness {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const word of new Set(line.words.map((known) => known.word)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const bitsOf = (words: readonly string[]) =>
    [...new Set(words)].reduce((bits, word) => bits + Math.log2(lines.length / (counts.get(word) ?? 1)), 0);
  const asked = 3 * Math.log2(lines.length / SMALL_PILE);
  return (printed, alignment) => {
    const paired = new Set(alignment.pairs.map(([at]) => at));
    const words = printed.words.map((known) => known.word);
    const shared = bitsOf(words.filter((_, at) => paired.has(at)));
    const unshared = bitsOf(words.filter((_, at) => !paired.has(at)));
    return shared >= asked && shared - unshared >= asked / 2;
  };
}

/** A long run of shared words is no stock phrase, however many print it. */
const LONG = 10;
const FEWEST_OWN = 3;

/**
 * In a large pile the shared words must be the speaker's own: "the next president of the United
 * States" is everybody's. Words within three in a row that many sources quote do not count, unless
 * the two share a long run.
 */
function ownWordsOver(lines: readonly Line[]): Likeness {
  const isStock = stockPhrasesIn(
    lines.map((line) => ({ source: line.of.source, words: line.words.map(({ word }) => word) })),
  );
  return (printed, { pairs }) => {
    if (pairs.length >= LONG) return true;
    const words = printed.words.map(({ word }) => word);
    const stock = new Set(
      threesOf(words).flatMap((three, at) => (isStock(three) ? [at, at + 1, at + 2] : [])),
    );
    const own = pairs.filter(([at]) => !stock.has(at) && isContent(words[at] ?? ''));
    return own.length >= FEWEST_OWN;
  };
}
