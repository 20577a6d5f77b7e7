import type { Finding } from '../statement/finding.ts';
import { composeFinding, pictureRow, quotesOf, rankOfGap, step } from './compose.ts';
import type { Outcome } from './family.ts';
import { formatInterval } from './format-number.ts';
import { guessTongue } from './guess-tongue.ts';
import { gapRatio, intervalsMeet } from './interval.ts';
import { kindFamily } from './kind-of.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import type { Tally } from './tally.ts';

/** Beyond this many numbers a language, two texts are not one and its translation. */
const LONGEST = 120;
const FEWEST_AGREEING = 2;

/** A number that a source gives in one language and, in the same place of the same telling, otherwise in another. */
export function findTranslationConflict(index: PileIndex): Outcome {
  const findings: Finding[] = [];
  for (const tallies of groupBy(index.tallies, (tally) => tally.source.id).values()) {
    const tongues = groupBy(
      tallies.filter((tally) => tally.passage.cells === null && tally.figure.type !== 'identifier'),
      (tally) => tongueOf(index, tally),
    );
    tongues.delete(null);
    const [first, second] = [...tongues.values()].sort((a, b) => b.length - a.length);
    if (first === undefined || second === undefined || first.length > LONGEST) continue;
    for (const [a, b] of rivalsOf(first, second)) findings.push(translationFinding(index, a, b));
  }
  return { findings, holdings: [] };
}

/** Where sentence and passage tell of two languages, either may be a few words of chance. */
function tongueOf(index: PileIndex, tally: Tally): string | null {
  const sentence = guessTongue(index.wordsOf(tally.source.id, tally.sentence));
  const passage = guessTongue(index.wordsOf(tally.source.id, tally.passage.body));
  if (sentence === null || passage === null) return sentence ?? passage;
  return sentence === passage ? sentence : null;
}

/** Numbers that stand alone between two that agree, of one kind, and do not meet. */
function rivalsOf(first: readonly Tally[], second: readonly Tally[]): [Tally, Tally][] {
  const pairs = alignTallies(first, second);
  if (pairs.length < FEWEST_AGREEING || pairs.length < second.length * 0.5) return [];
  const fences = [[-1, -1], ...pairs, [first.length, second.length]] as const;
  const rivals: [Tally, Tally][] = [];
  for (const [at, [i, j]] of fences.entries()) {
    const [nextI, nextJ] = fences[at + 1] ?? [i, j];
    const gap = first.slice(i + 1, nextI);
    const other = second.slice(j + 1, nextJ);
    const [b] = other;
    if (other.length !== 1 || b === undefined) continue;
    const a = gap.filter((tally) => kindFamily(tally.kind) === kindFamily(b.kind) && tally.kind !== null);
    if (a.length === 1 && a[0] !== undefined && !intervalsMeet(a[0].interval, b.interval))
      rivals.push([a[0], b]);
  }
  return rivals;
}

/** Longest common subsequence of two runs of numbers; same number and, where both say, same kind. */
function alignTallies(a: readonly Tally[], b: readonly Tally[]): (readonly [number, number])[] {
  const same = (x: Tally | undefined, y: Tally | undefined) =>
    x !== undefined &&
    y !== undefined &&
    x.figure.value !== null &&
    x.figure.value === y.figure.value &&
    (x.kind === null || y.kind === null || kindFamily(x.kind) === kindFamily(y.kind));
  const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = best[i];
      if (row !== undefined)
        row[j] = same(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(a[i], b[j])) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function translationFinding(index: PileIndex, a: Tally, b: Tally): Finding {
  const name = index.sources.get(a.source.id)?.file ?? 'The source';
  const quotes = quotesOf([a, b]);
  return composeFinding({
    kind: 'count-conflict',
    why: `${name} has ${formatInterval(a.interval)} in one language and ${formatInterval(b.interval)} in the other.`,
    quotes,
    steps: [
      step('in one language', `= ${formatInterval(a.interval)}`, 0),
      step('in the other', `= ${formatInterval(b.interval)}`, 1),
    ],
    assumes: [
      {
        label: 'translation',
        text: 'The numbers before and after agree in both languages, and both count the same kind of thing.',
        guess: false,
      },
    ],
    rank: 0.3 + 0.65 * rankOfGap(gapRatio(a.interval, b.interval)),
    picture: {
      type: 'intervals',
      unit: a.kind ?? '',
      rows: [
        pictureRow('one language', '', a.interval),
        pictureRow('the other', '', b.interval, { alarm: true }),
      ],
    },
  });
}
