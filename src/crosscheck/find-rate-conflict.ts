import type { Assumption, Finding, Holding } from '../statement/finding.ts';
import type { Per } from '../statement/quantity.ts';
import { capital, composeFinding, composeHolding, pictureRow, quotesOf, rankOfGap, step } from './compose.ts';
import { type Outcome, sortOutcome } from './family.ts';
import { formatInterval, formatRounded } from './format-number.ts';
import { columnSums, spokenSides } from './gather-sides.ts';
import { gapRatio, type Interval, intervalsMeet, scale, widen } from './interval.ts';
import type { PileIndex } from './pile-index.ts';
import { readGrids } from './read-columns.ts';
import { daysOf, type Period, periodsMeet, type Side } from './side.ts';
import { tellSide } from './tell-side.ts';

const DAYS_OF: Readonly<Record<Per, number | null>> = {
  day: 1,
  week: 7,
  month: 30.44,
  year: 365.25,
  event: null,
};
/** A total over fewer periods than this says little about a rate. */
const FEWEST_PERIODS = 3;
/** A mean leaves this much room: busy days and slack ones even out only roughly. */
const SLACK = 0.1;
/** A rate and a total must be this far apart, or the difference may be a matter of words. */
const FEWEST_TIMES = 1.25;

/** A rate that a voice gives, against a total that another gives for the time that it covers. */
export function findRateConflict(index: PileIndex): Outcome {
  const sides = spokenSides(index);
  const rates = sides.filter((side) => side.per !== null && DAYS_OF[side.per] !== null);
  if (rates.length === 0) return { findings: [], holdings: [] };
  const totals = [
    ...sides.filter((side) => side.per === null && !side.subset),
    ...columnSums(index, readGrids(index)).map((sum) => sum.side),
  ];
  return sortOutcome(rates.map((rate) => compareRate(index, rate, totals)));
}

interface RateMatch {
  readonly total: Side;
  readonly period: Period;
  readonly score: number;
  readonly assumes: readonly Assumption[];
}

/** The total that fits a rate best, and whether the two can both hold. */
function compareRate(index: PileIndex, rate: Side, totals: readonly Side[]): Finding | Holding | null {
  const matches = totals
    .map((total) => matchTotal(rate, total))
    .filter((match) => match !== null)
    .sort((a, b) => b.score - a.score || (a.total.source < b.total.source ? -1 : 1));
  const best = matches.find((match) => isConflict(rate, match)) ?? matches[0];
  if (best === undefined) return null;
  return isConflict(rate, best) ? rateFinding(index, rate, best) : rateHolding(index, rate, best);
}

/** Points that a rate and a total need: kind and time always, then what they share. */
const ENOUGH = 3;

function matchTotal(rate: Side, total: Side): RateMatch | null {
  if (rate.kind === null || rate.kind !== total.kind || rate.tally === total.tally) return null;
  if (rate.event !== null && total.event !== null && rate.event !== total.event) return null;
  const period = ownPeriod(total) ?? (total.total ? rate.period : null);
  if (period === null || daysOf(period) < FEWEST_PERIODS * (DAYS_OF[rate.per ?? 'day'] ?? 1)) return null;
  if (rate.period !== null && !periodsMeet(rate.period, period)) return null;
  const assumes: Assumption[] = [];
  let score = 0;
  if (rate.event !== null && rate.event === total.event) score += 2;
  else
    assumes.push({ label: 'same event', text: 'Not both say what happened to those counted.', guess: true });
  if (rate.period !== null && total.period !== null) score += 2;
  else assumes.push({ label: 'same time', text: 'Not both say over what time they count.', guess: true });
  if (total.total) score += 1;
  if (total.source === rate.source) score += 0.5;
  if (rate.kind !== 'person') score += 1;
  if ([...rate.names, ...rate.places].some((name) => total.names.has(name) || total.places.has(name)))
    score += 1;
  if (
    [...rate.places].length > 0 &&
    [...total.places].length > 0 &&
    ![...rate.places].some((place) => total.places.has(place))
  )
    return null;
  return score < ENOUGH ? null : { total, period, score, assumes };
}

/** A total of one day says nothing of what the other days had, unless it is a total. */
function ownPeriod(total: Side): Period | null {
  return total.period !== null && (total.total || daysOf(total.period) > 1) ? total.period : null;
}

/** What the rate comes to over the days of the total. */
function rateOver(rate: Side, period: Period): Interval {
  return scale(rate.interval, daysOf(period) / (DAYS_OF[rate.per ?? 'day'] ?? 1));
}

function isConflict(rate: Side, match: RateMatch): boolean {
  const over = rateOver(rate, match.period);
  const room = widen(over, (over.max ?? over.min ?? 0) * SLACK);
  return !intervalsMeet(room, match.total.interval) && gapRatio(over, match.total.interval) >= FEWEST_TIMES;
}

function stepsOf(rate: Side, match: RateMatch) {
  const days = daysOf(match.period);
  const length = DAYS_OF[rate.per ?? 'day'] ?? 1;
  const mean = scale(match.total.interval, length / days);
  return [
    step(`from ${match.period.from} to ${match.period.to}`, `= ${days} days`),
    step(
      `${formatInterval(rate.interval)} a ${rate.per} × ${formatRounded(days / length)}`,
      `= ${formatRoundedInterval(rateOver(rate, match.period))}`,
      0,
    ),
    step(`the total is`, `= ${formatInterval(match.total.interval)}`, 1),
    step(
      `${formatInterval(match.total.interval)} ÷ ${formatRounded(days / length)}`,
      `= ${formatRoundedInterval(mean)} a ${rate.per}`,
    ),
  ];
}

function formatRoundedInterval({ min, max }: Interval): string {
  if (min !== null && min === max) return formatRounded(min);
  if (max === null) return `at least ${formatRounded(min ?? 0)}`;
  return min === null ? `at most ${formatRounded(max)}` : `${formatRounded(min)} to ${formatRounded(max)}`;
}

function rateFinding(index: PileIndex, rate: Side, match: RateMatch): Finding {
  const days = daysOf(match.period);
  const length = DAYS_OF[rate.per ?? 'day'] ?? 1;
  const mean = scale(match.total.interval, length / days);
  const over = rateOver(rate, match.period);
  return composeFinding({
    kind: 'rate-conflict',
    why: `${capital(tellSide(index, rate))}. ${capital(tellSide(index, match.total))}: in ${days} days that is ${formatRoundedInterval(mean)} a ${rate.per}.`,
    quotes: [...(rate.tally === null ? rate.quotes : quotesOf([rate.tally])), ...match.total.quotes],
    steps: stepsOf(rate, match),
    assumes: match.assumes,
    rank: 0.25 + 0.75 * rankOfGap(gapRatio(over, match.total.interval)),
    picture: {
      type: 'intervals',
      unit: `${rate.kind ?? ''} a ${rate.per}`,
      rows: [
        pictureRow(match.total.voice, `mean of ${days} days`, mean, { derived: true }),
        pictureRow(rate.voice, 'as said', rate.interval, { alarm: true }),
      ],
    },
  });
}

function rateHolding(index: PileIndex, rate: Side, match: RateMatch): Holding {
  return composeHolding({
    kind: 'rate-conflict',
    why: `${capital(tellSide(index, rate))}. ${capital(tellSide(index, match.total))}. Over ${daysOf(match.period)} days the two fit.`,
    quotes: [...rate.quotes, ...match.total.quotes],
    steps: stepsOf(rate, match),
    assumes: match.assumes,
  });
}
