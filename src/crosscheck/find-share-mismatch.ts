import type { Finding, Holding } from '../statement/finding.ts';
import type { Figure } from '../statement/quantity.ts';
import { composeFinding, composeHolding, pictureRow, quotesOf, rankOfGap, step } from './compose.ts';
import { type Outcome, sortOutcome } from './family.ts';
import { formatNumber, formatRounded } from './format-number.ts';
import { exactly, gapRatio, type Interval, intervalsMeet, widen } from './interval.ts';
import type { PileIndex } from './pile-index.ts';
import { type Tally, writtenAs } from './tally.ts';

/** "A third" may be said of anything within this share of a third. */
const FRACTION_SLACK = 0.1;

/** A part of a whole that the words also give as a share: "16 of 64, or a quarter". */
export function findShareMismatch(index: PileIndex): Outcome {
  const results: (Finding | Holding | null)[] = [];
  for (const relation of index.relations) {
    if (relation.kind !== 'share') continue;
    const [whole, part, share] = relation.figures.map((id) => index.tallyOfFigure.get(id));
    if (whole !== undefined && part !== undefined && share !== undefined)
      results.push(compareShare(index, whole, part, share));
  }
  return sortOutcome(results);
}

function compareShare(index: PileIndex, whole: Tally, part: Tally, share: Tally): Finding | Holding | null {
  const worked = shareBetween(part.interval, whole.interval);
  const said = shareSaid(share.figure);
  const exact = exactShare(part.figure, whole.figure);
  if (worked === null || said === null || exact === null) return null;
  const written = writtenAs(index.textOf(share.source.id), share.figure.span);
  const counts = `${formatNumber(part.figure.value ?? 0)} of ${formatNumber(whole.figure.value ?? 0)}`;
  const quotes = quotesOf([whole, part, share]);
  const draft = {
    kind: 'share-mismatch' as const,
    quotes,
    steps: [
      step(`${counts} in per cent`, `= ${formatRounded(exact)} %`, 0),
      step(`the words give “${written}”`, `= ${formatShare(said)}`, quotes.length - 1),
    ],
  };
  if (intervalsMeet(worked, said))
    return composeHolding({
      ...draft,
      why: `${counts} is ${formatRounded(exact)} per cent: “${written}” holds.`,
    });
  return composeFinding({
    ...draft,
    why: `${share.voice} gives ${counts} as ${written}. ${counts} is ${formatRounded(exact)} per cent.`,
    rank: 0.15 + 0.8 * rankOfGap(gapRatio(worked, said)),
    picture: {
      type: 'intervals',
      unit: 'per cent',
      rows: [
        pictureRow(counts, 'worked out', worked, { derived: true }),
        pictureRow(written, 'as said', said, { alarm: true }),
      ],
    },
  });
}

/** What share of the whole the part is, in per cent. */
function shareBetween(part: Interval, whole: Interval): Interval | null {
  if (whole.min === null || whole.max === null || whole.min <= 0) return null;
  return {
    min: part.min === null ? null : (100 * part.min) / whole.max,
    max: part.max === null ? null : (100 * part.max) / whole.min,
  };
}

function exactShare(part: Figure, whole: Figure): number | null {
  if (part.value === null || whole.value === null || whole.value === 0) return null;
  return (100 * part.value) / whole.value;
}

/** The share in per cent that the words allow: 37..38.5 for "38 per cent", 30..36.7 for "a third". */
function shareSaid(figure: Figure): Interval | null {
  const { min, max } = figure.quantity;
  if (figure.value === null || figure.approx) return inPercent(figure, { min, max });
  if (figure.type === 'fraction') {
    const value = figure.value <= 1 ? figure.value * 100 : figure.value;
    return widen(exactly(value), value * FRACTION_SLACK);
  }
  const half = 0.5 * 10 ** -Math.max(0, figure.decimals);
  // Cut off instead of rounded is no error worth a reader's time: 37.9 printed as 37.
  return { min: figure.value - half, max: figure.value + 2 * half };
}

function inPercent(figure: Figure, interval: Interval): Interval {
  const isFraction = figure.type === 'fraction' && (interval.max ?? interval.min ?? 0) <= 1.5;
  if (!isFraction) return interval;
  return {
    min: interval.min === null ? null : interval.min * 100,
    max: interval.max === null ? null : interval.max * 100,
  };
}

function formatShare(interval: Interval): string {
  const low = interval.min === null ? '' : formatRounded(interval.min);
  const high = interval.max === null ? '' : formatRounded(interval.max);
  return `${low} to ${high} %`;
}
