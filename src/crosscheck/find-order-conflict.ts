import type { Finding } from '../statement/finding.ts';
import { compareDeeds, ONE_HAPPENING, type PileSense } from './compare-deeds.ts';
import { capital, composeFinding, step } from './compose.ts';
import type { Deed } from './deeds.ts';
import orders from './event-orders.json' with { type: 'json' };
import type { Gathered, Outcome } from './family.ts';
import { befalls, type HappeningKind } from './happening-kinds.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { quoteWords, timelineOf } from './tell-deed.ts';
import { isBefore, minutesApart, tellSpan, tellWhen } from './when.ts';

const DAY = 1440;
/** Beyond so many days it is rather another time that somebody was taken, left or loaded. */
const MOST_DAYS = 40;
const CROWD = 60;
const MOST_QUOTES = 4;

interface Order {
  readonly first: HappeningKind;
  readonly then: HappeningKind;
  readonly why: string;
}

const ORDERS = orders as readonly Order[];

/** What can only come first, and what came before it. */
export /** Two clocks may differ by so many minutes. */
const CLOCK_SLACK = 10;

interface Breach {
  readonly first: Deed;
  readonly then: Deed;
  readonly order: Order;
  readonly score: number;
}

/** What can only come after, told as coming before: one person let go on the 6th and taken on the 7th. */
export function findOrderConflict(index: PileIndex, gathered: Gathered): Outcome {
  const groups = joinBreaches(breachesIn(gathered));
  return { findings: groups.map((group) => orderFinding(index, group, gathered.sense)), holdings: [] };
}

/** Every pair of deeds that breaks a known order. Linear but for keys of which little is told. */
export function breachesIn({ deeds, sense, ties }: Gathered): Breach[] {
  const timed = deeds.filter(({ when, kinds }) => when !== null && kinds.size > 0);
  const byKey = groupBy(
    timed.flatMap((deed) =>
      [...deed.kinds].flatMap((kind) => [...deed.core].map((key) => ({ at: `${kind} ${key}`, deed }))),
    ),
    ({ at }) => at,
  );
  const keys = new Set(timed.flatMap(({ core }) => [...core]));
  const breaches: Breach[] = [];
  for (const order of ORDERS)
    for (const key of keys) {
      const firsts = (byKey.get(`${order.first} ${key}`) ?? []).map(({ deed }) => deed);
      const thens = (byKey.get(`${order.then} ${key}`) ?? []).map(({ deed }) => deed);
      if (firsts.length === 0 || thens.length === 0 || firsts.length + thens.length > CROWD) continue;
      breaches.push(...breachesAmong(firsts, thens, order, sense));
    }
  return ties.isLarge
    ? breaches.filter(({ first, then }) => ties.areTied(first.words, then.words))
    : breaches;
}

function breachesAmong(
  firsts: readonly Deed[],
  thens: readonly Deed[],
  order: Order,
  sense: PileSense,
): Breach[] {
  return thens.flatMap((then) => {
    // Somebody says that it came first: then the other is rather a second time.
    if (firsts.some((first) => first.source === then.source && mayPrecede(first, then))) return [];
    return firsts.flatMap((first) => {
      if (!breaks(first, then)) return [];
      const score = scoreOf(first, then, order, sense);
      return score === null || score < ONE_HAPPENING ? [] : [{ first, then, order, score }];
    });
  });
}

function mayPrecede(first: Deed, then: Deed): boolean {
  return first.when?.given === 'said' && then.when !== null && isBefore(first.when, then.when);
}

function breaks(first: Deed, then: Deed): boolean {
  if (first.when === null || then.when === null) return false;
  if (first.when.given !== 'said' || !isBefore(then.when, first.when)) return false;
  const apart = minutesApart(first.when, then.when);
  if (apart > MOST_DAYS * DAY) return false;
  if (first.source === then.source)
    return first.isRow && then.isRow ? first.passage.id === then.passage.id : first.voice !== then.voice;
  const isClock = first.when.isClock && then.when.isClock;
  return isClock ? apart > CLOCK_SLACK : apart > 0;
}

/** How much speaks for both being of one matter: as for one happening, told of two kinds. */
function scoreOf(first: Deed, then: Deed, order: Order, sense: PileSense): number | null {
  if (first.isRow && then.isRow && first.passage.id === then.passage.id) return ONE_HAPPENING;
  const likeness = compareDeeds(first, then, order.then, { ...sense, placesFit: () => true });
  if (likeness === null) return null;
  const shared = [...first.core].some((key) => then.core.has(key));
  return shared ? likeness.score + (befalls(order.then) ? 0.5 : 0) : null;
}

/** Breaches that share a telling are one finding. */
function joinBreaches(breaches: readonly Breach[]): Breach[][] {
  const groupOf = new Map<string, Breach[]>();
  const all = new Set<Breach[]>();
  for (const breach of [...breaches].sort((a, b) => b.score - a.score)) {
    const keys = [breach.first, breach.then].map(({ passage }) => passage.id);
    const group = keys.map((key) => groupOf.get(key)).find((known) => known !== undefined) ?? [];
    group.push(breach);
    all.add(group);
    for (const key of keys) groupOf.set(key, group);
  }
  return [...all];
}

function orderFinding(index: PileIndex, group: readonly Breach[], sense: PileSense): Finding {
  const [best] = group;
  if (best === undefined) throw new RangeError('a group of breaches is never empty');
  const { first, then, order } = best;
  const deeds = oncePerQuote(group.flatMap((breach) => [breach.then, breach.first])).slice(0, MOST_QUOTES);
  const who = [...first.core]
    .filter((key) => then.core.has(key))
    .map(sense.nameOf)
    .join(', ');
  const apart = first.when === null || then.when === null ? 0 : minutesApart(first.when, then.when);
  const say = (deed: Deed) =>
    `${deed.voice} (${deed.when === null ? 'undated' : tellWhen(deed.when)}): “${quoteWords(index, deed)}”`;
  return composeFinding({
    kind: 'order-conflict',
    why: `${capital(order.why)}. ${capital(say(then))}. ${capital(say(first))}.`,
    quotes: deeds.map(({ quote }) => quote),
    steps: [
      step(
        `${order.then}: ${then.voice}`,
        then.when === null ? null : `= ${tellWhen(then.when)}`,
        deeds.indexOf(then),
      ),
      step(
        `${order.first}: ${first.voice}`,
        first.when === null ? null : `= ${tellWhen(first.when)}`,
        Math.max(
          0,
          deeds.findIndex(
            ({ quote }) => quote.span.start === first.quote.span.start && quote.source === first.quote.source,
          ),
        ),
      ),
      step(order.why, `${tellSpan(apart)} too early`),
    ],
    assumes: [
      {
        label: 'same person or thing',
        text: `Both are of ${who === '' ? 'one row' : who}.`,
        guess: first.isGuess || then.isGuess,
      },
      { label: 'one time only', text: 'It is held to have happened once.', guess: false },
    ],
    rank: 0.85,
    picture: timelineOf([then, first]),
  });
}

function oncePerQuote(deeds: readonly Deed[]): Deed[] {
  return [...new Map(deeds.map((deed) => [`${deed.source} ${deed.quote.span.start}`, deed])).values()];
}
