import { type Alignment, alignWords } from './align-words.ts';
import type { WordAt } from './fold-words.ts';
import type { Likeness } from './line-likeness.ts';
import type { Line } from './quoted-lines.ts';
import { isContent, isTelling, sameStem, turnsMeaning } from './word-senses.ts';

export const FEWEST_SHARED = 4;
const SHARED = 0.62;
/** In the original, too, the shared words stand close: at least this share of the words from first to last. */
const CLOSE = 0.55;

/** Two lines that are one quotation, and the words that only one of them has. */
export interface Altered {
  readonly printed: Line;
  readonly original: Line;
  readonly alignment: Alignment;
  readonly printedMarks: readonly WordAt[];
  readonly originalMarks: readonly WordAt[];
}

/** Null where the two are different sentences; `altered` null where they say the same. */
export function layBeside(
  printed: Line,
  original: Line,
  isLikely: Likeness,
): { pairs: number; altered: Altered | null } | null {
  const alignment = alignWords(printed.words, original.words);
  const pairs = alignment.pairs.length;
  const content = alignment.pairs.filter(([at]) => isContent(printed.words[at]?.word ?? '')).length;
  if (pairs < FEWEST_SHARED || content < 2 || pairs < printed.words.length * SHARED) return null;
  if (pairs < spreadOf(alignment, original) * CLOSE) return null;
  if (!isLikely(printed, alignment)) return null;
  const printedMarks = addedWords(printed, original, alignment);
  const originalMarks = droppedWords(printed, original, alignment, printedMarks);
  const tells = printedMarks.some(isTelling) || originalMarks.some(turnsMeaning);
  if (!tells) return { pairs, altered: null };
  return { pairs, altered: { printed, original, alignment, printedMarks, originalMarks } };
}

/** How many of the original's words the shared ones are spread over. */
function spreadOf(alignment: Alignment, original: Line): number {
  const first = alignment.pairs[0]?.[1] ?? 0;
  const last = alignment.pairs.at(-1)?.[1] ?? original.words.length;
  return last - first + 1;
}

/** Words that are printed and not in the original, other forms of its words left out. */
function addedWords(printed: Line, original: Line, alignment: Alignment): WordAt[] {
  const paired = new Set(alignment.pairs.map(([at]) => at));
  const around = wordsAround(original);
  return printed.words.filter(
    (word, at) => !paired.has(at) && !around.some((known) => sameStem(known, word.word)),
  );
}

/** What the original's neighbours offer: a quotation that joins two sentences changes no word. */
function wordsAround(line: Line): string[] {
  return line.words.map((known) => known.word);
}

/** Words of the original between shared words, or where printed words stand instead, that are not printed. */
function droppedWords(
  printed: Line,
  original: Line,
  alignment: Alignment,
  added: readonly WordAt[],
): WordAt[] {
  const paired = new Set(alignment.pairs.map(([, at]) => at));
  const first = alignment.pairs[0]?.[1] ?? 0;
  const last = alignment.pairs.at(-1)?.[1] ?? -1;
  const tail = tailLength(printed, alignment, added);
  const forms = printed.words.map((known) => known.word);
  return original.words.filter(
    (word, at) =>
      !paired.has(at) &&
      at > first &&
      at <= last + tail &&
      !forms.some((known) => sameStem(known, word.word)),
  );
}

/** How many words the printed quotation goes on after the last shared one. */
function tailLength(printed: Line, alignment: Alignment, added: readonly WordAt[]): number {
  const last = alignment.pairs.at(-1)?.[0] ?? -1;
  return added.length === 0 ? 0 : printed.words.length - 1 - last;
}
