import type { Finding, Quote } from '../statement/finding.ts';
import { compareDeeds, type Likeness, ONE_HAPPENING } from './compare-deeds.ts';
import { capital, composeFinding, step } from './compose.ts';
import type { Deed } from './deeds.ts';
import type { Gathered, Outcome } from './family.ts';
import { breachesIn } from './find-order-conflict.ts';
import { guessTongue } from './guess-tongue.ts';
import { befalls, type HappeningKind, isOnce } from './happening-kinds.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { quoteWords, timelineOf } from './tell-deed.ts';
import { areNumberedApart, meaningOf } from './told-lines.ts';
import { minutesApart, tellSpan, tellWhen, timesMeet, type When } from './when.ts';

const DAY = 1440;
/** Beyond so many days two tellings are rather of two happenings. */
const MOST_DAYS = 40;
/** What has more different times than this is a stream of happenings, not one. */
const CROWD = 40;
const MOST_QUOTES = 5;
const SHARED_WORDS = 3;
const TRANSLATED = 1;

interface Conflict {
  readonly a: Deed;
  readonly b: Deed;
  readonly likeness: Likeness;
}

/** One happening that two voices put at times that do not meet. */
export function findDateConflict(index: PileIndex, gathered: Gathered): Outcome {
  const { deeds, sense, ties } = gathered;
  const inOrder = new Set(breachesIn(gathered).map(({ first, then }) => passagePair(first, then)));
  const conflicts = [...pairsByKind(deeds)].flatMap(([a, b, kind]) => {
    if (!mayConflict(index, a, b) || inOrder.has(passagePair(a, b))) return [];
    const likeness = compareDeeds(a, b, kind, sense);
    const told = likeness === null ? 0 : likeness.score + (isTranslation(index, a, b) ? TRANSLATED : 0);
    if (likeness === null || told < neededFor(a, b)) return [];
    if (ties.isLarge && !ties.areTied(a.words, b.words)) return [];
    return [{ a, b, likeness }];
  });
  const tellings = saidTellings(deeds);
  return {
    findings: clusters(conflicts).map((cluster) => conflictFinding(index, cluster, tellings)),
    holdings: [],
  };
}

/** One matter is told once: what breaks a known order is told as that. */
function passagePair(a: Deed, b: Deed): string {
  return [a.passage.id, b.passage.id].sort().join(' ');
}

/** Pairs of deeds of one kind that share somebody or a place, one a pair of times. Linear but for keys with few times. */
function* pairsByKind(deeds: readonly Deed[]): Iterable<readonly [Deed, Deed, HappeningKind]> {
  const timed = deeds.filter(({ when, kinds }) => when !== null && kinds.size > 0);
  const shared = sharedKeys(timed);
  const blocks = new Map<string, { kind: HappeningKind; deeds: Map<string, Deed> }>();
  for (const deed of timed) {
    const at = lazily(
      () =>
        `${deed.source} ${deed.voice} ${deed.when?.from} ${deed.when?.to} ${guessTongue([...deed.words].join(' '))}`,
    );
    for (const kind of deed.kinds)
      for (const key of keysOf(deed, kind)) {
        if (!shared.has(`${kind} ${key}`)) continue;
        const block = blocks.get(`${kind} ${key}`) ?? { kind, deeds: new Map() };
        blocks.set(`${kind} ${key}`, block);
        // One more than a crowd tells that it is one; the rest need not be kept.
        if (block.deeds.size > CROWD) continue;
        if (!block.deeds.has(at()) || block.deeds.get(at())?.isGuess) block.deeds.set(at(), deed);
      }
  }
  const seen = new Set<string>();
  for (const { kind, deeds: block } of blocks.values()) {
    if (block.size < 2 || block.size > CROWD) continue;
    const all = [...block.values()];
    for (const [at, a] of all.entries())
      for (const b of all.slice(at + 1)) {
        const key = `${a.statement.id} ${b.statement.id} ${kind}`;
        if (seen.has(key)) continue;
        seen.add(key);
        yield [a, b, kind];
      }
  }
}

/** Keys of a kind that two deeds have at least: most are of one alone, and nothing is kept of those. */
function sharedKeys(deeds: readonly Deed[]): Set<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const deed of deeds)
    for (const kind of deed.kinds)
      for (const key of keysOf(deed, kind)) {
        const at = `${kind} ${key}`;
        if (once.has(at)) twice.add(at);
        else once.add(at);
      }
  return twice;
}

function lazily<T>(work: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= work();
    return made;
  };
}

function keysOf(deed: Deed, kind: HappeningKind): Set<string> {
  const around = isOnce(kind) && !befalls(kind) ? [...deed.setting, ...deed.words] : [];
  return new Set([...deed.core, ...deed.places, ...deed.who, ...around]);
}

function mayConflict(index: PileIndex, a: Deed, b: Deed): boolean {
  if (a.when === null || b.when === null || timesMeet(a.when, b.when)) return false;
  if (a.when.given !== 'said' && b.when.given !== 'said') return false;
  const apart = minutesApart(a.when, b.when);
  if (apart > MOST_DAYS * DAY || apart < slackOf(a, b)) return false;
  if (areNumberedApart(meaningOf(quoteWords(index, a)), meaningOf(quoteWords(index, b)))) return false;
  if (a.source !== b.source) return true;
  if (a.isRow && b.isRow) return false;
  return a.voice !== b.voice || isTranslation(index, a, b);
}

/** That it was past when it was told is a weaker date than one that is said: more must speak for one happening. */
function neededFor(a: Deed, b: Deed): number {
  return a.when?.given === 'said' && b.when?.given === 'said' ? ONE_HAPPENING : ONE_HAPPENING + 1;
}

/** One source tells it in two languages: then it is rather the same. */
function isTranslation(index: PileIndex, a: Deed, b: Deed): boolean {
  return a.source === b.source && a.voice === b.voice && tongueOf(index, a) !== tongueOf(index, b);
}

function tongueOf(index: PileIndex, deed: Deed): string | null {
  return guessTongue(index.wordsOf(deed.source, deed.passage.body));
}

/**
 * Minutes that are no conflict: a log's row may be booked on the next morning's day, and clocks of
 * two sources may be in two zones.
 */
function slackOf(a: Deed, b: Deed): number {
  const dayRows = [a, b].some(({ isRow, when }) => isRow && when?.isClock === false);
  if (dayRows) return DAY + 1;
  const isClock = a.when?.isClock === true && b.when?.isClock === true;
  return isClock ? 14 * 60 : 1;
}

/** Conflicts that share a telling are one finding. */
function clusters(conflicts: readonly Conflict[]): Conflict[][] {
  const clusterOf = new Map<string, Conflict[]>();
  const all = new Set<Conflict[]>();
  for (const conflict of [...conflicts].sort((x, y) => y.likeness.score - x.likeness.score)) {
    const keys = [conflict.a, conflict.b].map(({ statement }) => statement.passage);
    const known =
      keys
        .map((key) => clusterOf.get(`${conflict.likeness.kind} ${key}`))
        .find((found) => found !== undefined) ?? [];
    known.push(conflict);
    all.add(known);
    for (const key of keys) clusterOf.set(`${conflict.likeness.kind} ${key}`, known);
  }
  return [...all];
}

/** What is told with a time that is said, to look up the other tellings of a conflict. */
interface SaidTellings {
  /** By kind and times, each with its place in the pile. */
  readonly at: ReadonlyMap<string, readonly { readonly deed: Deed; readonly place: number }[]>;
  readonly ofPassage: ReadonlyMap<string, readonly Deed[]>;
}

function saidTellings(deeds: readonly Deed[]): SaidTellings {
  const said = deeds.filter(({ when }) => when?.given === 'said');
  const keyed = said.flatMap((deed, place) =>
    [...deed.kinds].map((kind) => ({ key: timeKey(kind, deed), deed, place })),
  );
  return { at: groupBy(keyed, ({ key }) => key), ofPassage: groupBy(said, ({ passage }) => passage.id) };
}

function timeKey(kind: HappeningKind, { when }: Deed): string {
  return `${kind} ${when?.from} ${when?.to}`;
}

function conflictFinding(index: PileIndex, cluster: readonly Conflict[], all: SaidTellings): Finding {
  const [best] = cluster;
  if (best === undefined) throw new RangeError('a cluster is never empty');
  const { a, b, likeness } = best;
  const members = cluster.flatMap((one) => [one.a, one.b]);
  const deeds = oncePerQuote([...members, ...tellingTheSame(members, likeness.kind, all)]).slice(
    0,
    MOST_QUOTES,
  );
  const told = (deed: Deed) =>
    `${deed.voice} has it ${deed.when === null ? 'at no time' : deed.when.given === 'by' ? `as past ${tellWhen(deed.when)}` : `on ${tellWhen(deed.when)}`}: “${quoteWords(index, deed)}”`;
  const apart = a.when === null || b.when === null ? 0 : minutesApart(a.when, b.when);
  return composeFinding({
    kind: 'date-conflict',
    why: `${capital(told(a))}. ${capital(told(b))}.`,
    quotes: deeds.map((deed) => wholeQuote(deed, all)),
    steps: [
      ...deeds.map((deed, at) =>
        step(deed.voice, deed.when === null ? null : `= ${tellWhen(deed.when)}`, at),
      ),
      step('the two do not meet', `${tellSpan(apart)} apart`),
    ],
    assumes: [
      {
        label: 'one happening',
        text: `Both say ${likeness.shared.join('; ')}.`,
        guess: likeness.shared.length < 2,
      },
      ...likeness.assumes,
    ],
    rank: 0.8,
    picture: timelineOf(deeds),
  });
}

function oncePerQuote(deeds: readonly Deed[]): Deed[] {
  return [...new Map(deeds.map((deed) => [`${deed.source} ${deed.quote.span.start}`, deed])).values()];
}

/** Others that put the same kind of happening at one of the two times, in words that a member has too. */
function tellingTheSame(members: readonly Deed[], kind: HappeningKind, all: SaidTellings): Deed[] {
  const byTime = groupBy(members, (member) => timeKey(kind, member));
  const alike = [...byTime].flatMap(([time, tellers]) =>
    (all.at.get(time) ?? []).filter(({ deed }) => tellers.some((member) => sharesWords(member, deed))),
  );
  return alike.sort((a, b) => a.place - b.place).map(({ deed }) => deed);
}

function sharesWords(a: Deed, b: Deed): boolean {
  return a.source !== b.source && [...a.words].filter((word) => b.words.has(word)).length >= SHARED_WORDS;
}

/** Whether a stretch lies within another: "at four on the second" lies on the second. */
function liesWithin(inner: Pick<When, 'from' | 'to'>, outer: Pick<When, 'from' | 'to'>): boolean {
  const { from, to } = outer;
  if (from === null || to === null) return inner.from === from && inner.to === to;
  return inner.from !== null && inner.to !== null && inner.from >= from && inner.to <= to;
}

/** A date that a speaker says twice is quoted with both sentences. */
function wholeQuote(deed: Deed, all: SaidTellings): Quote {
  if (deed.passage.speaker === null || deed.when?.given !== 'said') return deed.quote;
  const { from, to } = deed.when;
  const next = (all.ofPassage.get(deed.passage.id) ?? []).find(
    (other) =>
      other.statement.span.start >= deed.quote.span.end &&
      other.when !== null &&
      liesWithin(other.when, { from, to }),
  );
  if (next === undefined) return deed.quote;
  return { ...deed.quote, span: { start: deed.quote.span.start, end: next.statement.span.end } };
}
