import type { Quote } from '../statement/finding.ts';
import type { Per } from '../statement/quantity.ts';
import type { Statement } from '../statement/statement.ts';
import type { TimeReading } from '../statement/time.ts';
import { quoteOf } from './compose.ts';
import { unitOf } from './convert-unit.ts';
import groups from './event-groups.json' with { type: 'json' };
import { eventOfWords } from './event-of-words.ts';
import { foldForm } from './fold-words.ts';
import { type Interval, scale } from './interval.ts';
import { kindFamily } from './kind-of.ts';
import { foldPhrase, says, saysFolded } from './says.ts';
import type { Tally } from './tally.ts';

/** A period of calendar days, both ends included, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * One side of a comparison of counts: what a voice says, or what the rows of a table come to.
 * Its measure is the counted kind, the event, the place, the period and what narrows them.
 */
export interface Side {
  readonly source: string;
  readonly voice: string;
  /** The figure that it was read from, or null for a sum of rows. */
  readonly tally: Tally | null;
  readonly interval: Interval;
  /** Counted kind; for measures of stuff the dimension (`mass`, `volume`), in its base unit. */
  readonly kind: string | null;
  /** The narrower group that is counted (`woman`, `officer`), or null for people at large and things. */
  readonly group: string | null;
  /** What a measure of stuff is of (`styrene`), or null. */
  readonly stuff: string | null;
  /** Group of events that count the same thing, or null where the words do not say. */
  readonly event: string | null;
  readonly period: Period | null;
  /** Day on which it was told: of the passage, the section, else the source; or null. */
  readonly told: string | null;
  readonly per: Per | null;
  readonly places: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Said to be all of it: "in all", "so far", a totals row. */
  readonly total: boolean;
  /** A total of what has happened until it was told: "so far", "since January". */
  readonly running: boolean;
  /** The words name parts of it. */
  readonly whole: boolean;
  /** Said to be some of it only: "alone", "ours", "of them", "another". */
  readonly subset: boolean;
  readonly quotes: readonly Quote[];
  /** What was worked out, as a clause (`the rows of “caught” in the log add up to 297`); null for what a voice says. */
  readonly worked: string | null;
}

const GROUP_OF = new Map(
  Object.entries(groups.groups).flatMap(([group, events]) => events.map((event) => [event, group] as const)),
);
const VOLUME_GROUP = new Map(
  Object.entries(groups.volumes).flatMap(([group, events]) => events.map((event) => [event, group] as const)),
);
const VAGUE = new Set(groups.vague);
const STUFF = new Set(['mass', 'volume']);
const OF_PEOPLE = new Set(groups.ofPeople);
/** A group name of what is counted by an event, or null where the verb says nothing of it. */
export function eventGroup(event: string | null, kind: string | null): string | null {
  if (event === null) return null;
  const ofStuff = kind !== null && STUFF.has(kind) ? VOLUME_GROUP.get(event) : undefined;
  if (ofStuff !== undefined) return ofStuff;
  if (VAGUE.has(event)) return null;
  return GROUP_OF.get(event) ?? event;
}

const COUNTED = new Set(Object.keys(groups.groups));
/** Whether an event is one by which people and things are counted ("arrested", "aboard"), so that two of them are two measures. */
export function isCounted(event: string | null): boolean {
  return event !== null && COUNTED.has(event);
}

/** The words around a figure that say what it counts. */
export interface SideWords {
  /** Its clause, without the number. */
  readonly phrase: string;
  readonly sentence: string;
  /** The words make it the whole of parts that they name, or such a part. */
  readonly isWhole: boolean;
  readonly isPart: boolean;
}

/** What happened to what is counted: by a verb that says so, else by the nouns of the clause, else by any verb. */
function eventOf(tally: Tally, kind: string | null, phrase: string): string | null {
  // Goods are aboard whatever was done with them.
  if (tally.event === 'board' && kind !== null && STUFF.has(kind)) return null;
  if (says(phrase, 'enrolled')) return null;
  const group = eventGroup(tally.event, kind);
  if (tally.event !== null && GROUP_OF.has(tally.event) && group !== null) return group;
  return group !== null && group !== tally.event ? group : (eventOfWords(phrase) ?? group);
}

/** A tally as one side of a comparison, or null where it counts nothing that can be compared. */
export function sideOf(tally: Tally, { phrase, sentence, isWhole, isPart }: SideWords): Side | null {
  const { figure } = tally;
  if (figure.type !== 'count' && figure.type !== 'measure' && figure.type !== 'money') return null;
  const base = inBaseUnit(tally);
  if (base === null) return null;
  const event = eventOf(tally, base.kind, phrase);
  const folded = foldPhrase(phrase).replaceAll(MORE_THAN, ' ');
  const told = tally.passage.time?.from ?? tally.section?.time?.from ?? tally.source.date;
  return {
    source: tally.source.id,
    voice: tally.voice,
    tally,
    interval: base.interval,
    kind: base.kind ?? (event !== null && OF_PEOPLE.has(event) ? 'person' : null),
    group: groupOf(tally),
    stuff: base.kind !== null && !isPeople(base.kind) ? stuffOf(phrase) : null,
    event,
    period: saidPeriod(tally.statement, told),
    told,
    per: figure.quantity.per,
    places: tally.places,
    names: tally.names,
    words: tally.words,
    total: figure.quantity.cumulative || saysFolded(folded, 'total'),
    running: figure.quantity.cumulative || saysFolded(folded, 'running'),
    whole: isWhole,
    subset:
      isPart ||
      isForOne(base.kind, phrase) ||
      figure.increment ||
      figure.ofThem ||
      saysFolded(folded, 'subset') ||
      says(sentence, 'rest'),
    quotes: [quoteOf(tally)],
    worked: null,
  };
}

/** "More than 300" are not some more. */
const MORE_THAN = / (?:more|mas|mais|plus|mehr) (?:than|de|que|do que|als) /gu;

const NARROW = new Set(groups.narrow);

/** The narrower group that a count of people names, by its noun. */
export function groupOf(tally: Tally): string | null {
  const { quantity, qualifiers } = tally.figure;
  if (quantity.of !== null && NARROW.has(quantity.of)) return quantity.of;
  const named = qualifiers.map((word) => word.replace(/s$/u, '')).find((word) => NARROW.has(word));
  return named ?? null;
}

function isPeople(kind: string): boolean {
  return kind === 'person' || kind === 'vote';
}

/** Votes for somebody are some of the votes. */
function isForOne(kind: string | null, phrase: string): boolean {
  return kind === 'vote' && /\s(?:for|para|por|pour|für|за)\s/iu.test(phrase);
}

/** What a measure is of: `styrene` of "38,000 litres of styrene". */
function stuffOf(phrase: string): string | null {
  const match = /(?<!\bout)(?:^|\s)(?:of|de|d'|di|von)\s+(?:the\s+)?(\p{Ll}{3,}|\p{Lo}{3,})/u.exec(phrase);
  return match?.[1] === undefined ? null : foldForm(match[1]);
}

/** Counts as they are; stuff in kilograms or litres; lengths, durations and the like are not compared. */
function inBaseUnit(tally: Tally): { interval: Interval; kind: string | null } | null {
  const { figure, interval } = tally;
  const unit = unitOf(figure.unit) ?? (figure.type === 'count' ? unitOf(tally.kind) : null);
  if (unit === null)
    return { interval, kind: figure.type === 'money' ? (figure.unit ?? tally.kind) : kindFamily(tally.kind) };
  if (!STUFF.has(unit.dimension)) return null;
  return { interval: scale(interval, unit.factor), kind: unit.dimension };
}

/**
 * The days that the words themselves give. A time carried over from an earlier sentence, or the
 * day of the words for want of any other, is too weak to part or join two counts.
 */
export function saidPeriod(statement: Statement | null, told: string | null): Period | null {
  const time = statement?.time ?? null;
  const period = periodOf(time);
  if (statement === null || time === null || period === null) return null;
  if (statement.doubts.some((doubt) => doubt.code === 'reading/carried-time')) return null;
  const isDayOfWords =
    time.basis !== 'stated' && period.from === told && period.to === told && time.clock === null;
  return isDayOfWords ? null : period;
}

/** The days that a time reading covers, where both ends are known. */
export function periodOf(time: TimeReading | null): Period | null {
  if (time === null || time.from === null || time.to === null) return null;
  return { from: time.from, to: time.to };
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Whether `inner` lies in `outer` and is shorter. */
export function partOfPeriod(inner: Period, outer: Period): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && !samePeriod(inner, outer);
}

export function periodsMeet(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Length in days, both ends included. */
export function daysOf(period: Period): number {
  return Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000) + 1;
}
