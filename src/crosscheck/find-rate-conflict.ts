import type { Assumption, Finding, Holding, Step } from '../statement/finding.ts';
import type { Per } from '../statement/quantity.ts';
import { capital, composeFinding, composeHolding, pictureRow, quotesOf, rankOfGap, step } from './compose.ts';
import { unitOf } from './convert-unit.ts';
import { type Gathered, type Outcome, sortOutcome } from './family.ts';
import { formatInterval, formatRounded } from './format-number.ts';
import { columnSums, rowCounts } from './gather-sides.ts';
import { gapRatio, type Interval, intervalsMeet, scale, widen } from './interval.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { says } from './says.ts';
import { daysOf, periodsMeet, type Side } from './side.ts';
import type { Tally } from './tally.ts';
import { tellSide } from './tell-side.ts';

const DAYS_OF: Readonly<Record<Per, number | null>> = {
  day: 1,
  week: 7,
  month: 30.44,
  year: 365.25,
  event: null,
};
/** A total over fewer of a rate's periods than this says little about the rate. */
const FEWEST_PERIODS = 3;
/** A mean leaves this much room: busy days and slack ones even out only roughly. */
const SLACK = 0.1;
/** A rate and a total must be this far apart, or the difference may be a matter of words. */
const FEWEST_TIMES = 1.25;

/** A rate that a voice gives, against a total that another gives for the time that it covers. */
export function findRateConflict(index: PileIndex, gathered: Gathered): Outcome {
  const { sides } = gathered;
  const rates = sides.filter((side) => side.per !== null && DAYS_OF[side.per] !== null);
  if (rates.length === 0) return { findings: [], holdings: [] };
  const { grids } = gathered;
  const totals = [
    ...sides.filter((side) => side.per === null && !side.subset),
    ...columnSums(index, grids).map((sum) => sum.side),
    ...rowCounts(index, grids),
  ];
  const totalsFor = tiedTotals(sides, totals);
  const tellings = groupBy(
    rates,
    (rate) => `${rate.kind} ${rate.per} ${rate.interval.min} ${rate.interval.max}`,
  );
  return sortOutcome([...tellings.values()].map((group) => compareRates(index, group, totalsFor)));
}

/** The time over which a total was counted. */
interface Stretch {
  readonly days: number;
  readonly told: string;
}

interface RateMatch {
  readonly rate: Side;
  readonly total: Side;
  readonly stretch: Stretch;
  readonly score: number;
  readonly assumes: readonly Assumption[];
}

/** One rate, told once or more: the total that fits it best, and whether the two can both hold. */
function compareRates(
  index: PileIndex,
  rates: readonly Side[],
  totalsFor: (rate: Side) => readonly Side[],
): Finding | Holding | null {
  const matches = rates
    .flatMap((rate) => totalsFor(rate).map((total) => matchTotal(index, rate, total)))
    .filter((match) => match !== null)
    .sort((a, b) => b.score - a.score || (a.total.source < b.total.source ? -1 : 1));
  const best = matches.find(isConflict) ?? matches[0];
  if (best === undefined) return null;
  return isConflict(best) ? rateFinding(index, best, rates) : rateHolding(index, best);
}

/** What more sources than this tell of is no tie between two of them. */
const MANY = 20;

/**
 * The totals that may be of one matter with a rate. In a pile where few count such things, that is
 * enough; where many do (money in a thousand articles), the two must stand in one source or share
 * a name or place that few have. Looked up by what they share, never each with each.
 */
function tiedTotals(sides: readonly Side[], totals: readonly Side[]): (rate: Side) => readonly Side[] {
  const sources = new Map<string, Set<string>>();
  for (const side of sides)
    for (const key of [measureOf(side), ...namesOf(side)])
      sources.set(key, (sources.get(key) ?? new Set()).add(side.source));
  const isRare = (key: string) => (sources.get(key)?.size ?? 0) <= MANY;
  const rareKeys = (keys: readonly string[]) => keys.filter((key) => isRare(key));
  const known = groupBy(
    totals.flatMap((total) => {
      const rare = isRare(measureOf(total)) ? ['rare', `event ${total.event}`] : [];
      const keys = [`source ${total.source}`, ...rareKeys(namesOf(total)), ...rare];
      return keys.map((key) => ({ key: `${total.kind} ${key}`, total }));
    }),
    ({ key }) => key,
  );
  return (rate) => {
    const events = rate.event === null ? ['rare'] : [`event ${rate.event}`, 'event null'];
    const rare = isRare(measureOf(rate)) ? events : [];
    const keys = [`source ${rate.source}`, ...rareKeys(namesOf(rate)), ...rare];
    const tied = keys.flatMap((key) => known.get(`${rate.kind} ${key}`) ?? []);
    return [...new Set(tied.map(({ total }) => total))];
  };
}

function namesOf(side: Side): string[] {
  return [...side.names, ...side.places].map((name) => `name ${name}`);
}

function measureOf(side: Side): string {
  return `${side.kind} ${side.event}`;
}

/** Points that a rate and a total need: kind and time always, then what they share. */
const ENOUGH = 3;

function matchTotal(index: PileIndex, rate: Side, total: Side): RateMatch | null {
  if (!canBeCompared(rate, total)) return null;
  const stretch = stretchOf(index, rate, total);
  if (stretch === null || stretch.days < FEWEST_PERIODS * (DAYS_OF[rate.per ?? 'day'] ?? 1)) return null;
  const assumes: Assumption[] = [];
  let score = 0;
  if (rate.event !== null && rate.event === total.event) score += 2;
  else
    assumes.push({ label: 'same event', text: 'Not both say what happened to those counted.', guess: true });
  if (rate.period !== null && total.period !== null) score += 2;
  else if (stretch.told !== 'rate') score += 2;
  if (stretch.told !== 'total')
    assumes.push({
      label: 'same time',
      text: 'Not both say from which day to which they count.',
      guess: true,
    });
  if (isTotal(index, total)) score += 1;
  if (total.source === rate.source) score += 0.5;
  if (rate.kind !== 'person') score += 1;
  if (sharesName(rate, total)) score += 1;
  return score < ENOUGH ? null : { rate, total, stretch, score, assumes };
}

function canBeCompared(rate: Side, total: Side): boolean {
  if (rate.kind === null || rate.kind !== total.kind || rate.group !== total.group) return false;
  if (rate.tally === total.tally) return false;
  if (rate.event !== null && total.event !== null && rate.event !== total.event) return false;
  if (rate.period !== null && total.period !== null && !periodsMeet(rate.period, total.period)) return false;
  const apart = rate.places.size > 0 && total.places.size > 0;
  return !apart || [...rate.places].some((place) => total.places.has(place));
}

function sharesName(a: Side, b: Side): boolean {
  return [...a.names, ...a.places].some((name) => b.names.has(name) || b.places.has(name));
}

function isTotal(index: PileIndex, side: Side): boolean {
  if (side.total || side.tally === null) return true;
  return says(index.wordsOf(side.source, side.tally.sentence), 'total');
}

/** Days of a total: of the time that it names, of a length that stands beside it, else of the rate's time. */
function stretchOf(index: PileIndex, rate: Side, total: Side): Stretch | null {
  if (total.period !== null && (total.total || daysOf(total.period) > 1))
    return { days: daysOf(total.period), told: 'total' };
  if (!isTotal(index, total)) return null;
  const length = total.tally === null ? null : lengthBeside(index, total.tally);
  if (length !== null) return { days: length, told: 'beside' };
  return rate.period === null ? null : { days: daysOf(rate.period), told: 'rate' };
}

const NEARBY = 60;

/** A length of time told right before a total, in the same breath: "Twenty-six days. 1,386 heads in all." */
function lengthBeside(index: PileIndex, total: Tally): number | null {
  const before = (index.talliesOfSource.get(total.source.id) ?? []).filter(
    (tally) =>
      tally.passage.id === total.passage.id &&
      tally.figure.type === 'duration' &&
      tally.figure.span.end <= total.figure.span.start &&
      total.figure.span.start - tally.figure.span.end < NEARBY,
  );
  const nearest = before.at(-1)?.figure;
  const unit = unitOf(nearest?.unit ?? null);
  if (nearest?.value == null || unit?.dimension !== 'duration') return null;
  return Math.round((nearest.value * unit.factor) / 86_400);
}

/** What the rate comes to over the days of the total. */
function rateOver({ rate, stretch }: RateMatch): Interval {
  return scale(rate.interval, stretch.days / (DAYS_OF[rate.per ?? 'day'] ?? 1));
}

function isConflict(match: RateMatch): boolean {
  const over = rateOver(match);
  const room = widen(over, (over.max ?? over.min ?? 0) * SLACK);
  return !intervalsMeet(room, match.total.interval) && gapRatio(over, match.total.interval) >= FEWEST_TIMES;
}

function meanOf({ rate, total, stretch }: RateMatch): Interval {
  return scale(total.interval, (DAYS_OF[rate.per ?? 'day'] ?? 1) / stretch.days);
}

function stepsOf(match: RateMatch): Step[] {
  const { rate, total, stretch } = match;
  const times = formatRounded(stretch.days / (DAYS_OF[rate.per ?? 'day'] ?? 1));
  const period = total.period ?? rate.period;
  const stated = period === null ? 'the time that is told' : `from ${period.from} to ${period.to}`;
  return [
    step(stretch.told === 'beside' ? 'the time told beside the total' : stated, `= ${stretch.days} days`),
    step(`${formatInterval(rate.interval)} a ${rate.per} × ${times}`, `= ${rounded(rateOver(match))}`, 0),
    step('the total is', `= ${formatInterval(total.interval)}`, 1),
    step(`${formatInterval(total.interval)} ÷ ${times}`, `= ${rounded(meanOf(match))} a ${rate.per}`),
  ];
}

function rounded({ min, max }: Interval): string {
  if (min !== null && min === max) return formatRounded(min);
  if (max === null) return `at least ${formatRounded(min ?? 0)}`;
  return min === null ? `at most ${formatRounded(max)}` : `${formatRounded(min)} to ${formatRounded(max)}`;
}

function rateFinding(index: PileIndex, match: RateMatch, tellings: readonly Side[]): Finding {
  const { rate, total, stretch } = match;
  const mean = meanOf(match);
  const others = tellings.filter((side) => side !== rate);
  return composeFinding({
    kind: 'rate-conflict',
    why: `${capital(tellSide(index, rate))}. ${capital(tellSide(index, total))}: in ${stretch.days} days that is ${rounded(mean)} a ${rate.per}.`,
    quotes: [...ownQuotes(rate), ...total.quotes, ...others.flatMap(ownQuotes)].slice(0, 6),
    steps: stepsOf(match),
    assumes: match.assumes,
    rank: 0.25 + 0.75 * rankOfGap(gapRatio(rateOver(match), total.interval)),
    picture: {
      type: 'intervals',
      unit: `${rate.kind ?? ''} a ${rate.per}`,
      rows: [
        pictureRow(total.voice, `mean of ${stretch.days} days`, mean, { derived: true }),
        pictureRow(rate.voice, 'as said', rate.interval, { alarm: true }),
      ],
    },
  });
}

function ownQuotes(side: Side) {
  return side.tally === null ? side.quotes : quotesOf([side.tally]);
}

function rateHolding(index: PileIndex, match: RateMatch): Holding {
  const { rate, total, stretch } = match;
  return composeHolding({
    kind: 'rate-conflict',
    why: `${capital(tellSide(index, rate))}. ${capital(tellSide(index, total))}. Over ${stretch.days} days the two fit.`,
    quotes: [...rate.quotes, ...total.quotes],
    steps: stepsOf(match),
    assumes: match.assumes,
  });
}
