import type { Finding, Holding } from '../statement/finding.ts';
import { capital, composeFinding, composeHolding, pictureRow, quotesOf, rankOfGap, step } from './compose.ts';
import { type Outcome, sortOutcome } from './family.ts';
import { formatInterval } from './format-number.ts';
import { gapRatio, type Interval, intervalsMeet, sumOf, widen } from './interval.ts';
import type { PileIndex } from './pile-index.ts';
import { type Tally, writtenAs } from './tally.ts';
import { asWritten } from './written-precision.ts';

/** Parts that the words themselves say make up a whole. Tables are added up in find-table-mismatch.ts. */
export function findSumMismatch(index: PileIndex): Outcome {
  const results: (Finding | Holding | null)[] = [];
  for (const relation of index.relations) {
    if (relation.kind !== 'sum') continue;
    const [whole, ...parts] = relation.figures.map((id) => index.tallyOfFigure.get(id));
    if (whole === undefined || whole.passage.cells !== null) continue;
    const known = parts.filter((part) => part !== undefined);
    if (known.length < 2 || known.length < parts.length) continue;
    results.push(compareSum(index, whole, known));
  }
  return sortOutcome(results);
}

function compareSum(index: PileIndex, whole: Tally, parts: readonly Tally[]): Finding | Holding {
  const sum = widen(sumOf(parts.map((part) => part.interval)), roundingOf(parts));
  const said = wholeAsSaid(whole, parts);
  const addition = `${parts.map((part) => formatInterval(part.interval)).join(' + ')}`;
  const total = formatInterval(sumOf(parts.map((part) => part.interval)));
  const written = writtenAs(index.textOf(whole.source.id), whole.figure.span);
  const quotes = quotesOf([whole, ...parts]);
  const draft = {
    kind: 'sum-mismatch' as const,
    quotes,
    steps: [
      step(addition, `= ${total}`, 0),
      step(`the words give “${written}”`, `= ${formatInterval(whole.interval)}`, 0),
    ],
  };
  if (intervalsMeet(sum, said)) {
    return composeHolding({ ...draft, why: `${addition} is ${total}, as said.` });
  }
  return composeFinding({
    ...draft,
    why: `${capital(whole.voice)} gives ${formatInterval(whole.interval)} in all. The parts, ${addition}, add up to ${total}.`,
    rank: 0.2 + 0.75 * rankOfGap(1 + 4 * (gapRatio(sum, said) - 1)),
    picture: {
      type: 'parts',
      unit: whole.kind ?? '',
      whole: pictureRow(written, 'as said', said, { alarm: true }),
      parts: parts.map((part) =>
        pictureRow(writtenAs(index.textOf(part.source.id), part.figure.span), '', part.interval),
      ),
    },
  });
}

/** Decimal parts may each be off by half their last place; counted wholes are not rounded. */
function roundingOf(parts: readonly Tally[]): number {
  return parts.reduce((sum, { figure }) => sum + (figure.decimals > 0 ? 0.5 * 10 ** -figure.decimals : 0), 0);
}

/** A whole that is rounder than every part ("103 and 99, 200 in all") may be rounded. */
function wholeAsSaid(whole: Tally, parts: readonly Tally[]): Interval {
  const rounder = parts.every((part) => part.figure.decimals > whole.figure.decimals);
  const isCount = whole.figure.type === 'count' && whole.figure.decimals >= 0;
  return rounder && !isCount ? asWritten(whole.figure) : whole.interval;
}
