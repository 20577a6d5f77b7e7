import type { Finding } from '../statement/finding.ts';
import { distanceKm, type GazetteerPlace, isWithin } from '../statement/gazetteer.ts';
import type { Cast } from './cast.ts';
import type { PileSense } from './compare-deeds.ts';
import { capital, composeFinding, step } from './compose.ts';
import type { Deed } from './deeds.ts';
import type { Gathered, Outcome } from './family.ts';
import { formatRounded } from './format-number.ts';
import type { Atlas } from './pile-atlas.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { quoteWords } from './tell-deed.ts';
import { minutesApart, tellSpan, tellWhen, type When } from './when.ts';

/** Kilometres an hour that nobody beats on land or at sea, and by air with the ways to and from it. */
const BY_LAND = 130;
const BY_AIR = 700;
/** Nearer than this nobody flies. */
const FLIGHT_KM = 250;
/** Places nearer to each other than this are not told apart. */
const NEAREST_KM = 5;
/** More stays of one person or thing than this in one day are a log of moves. */
const CROWD = 60;
/** A clock without a date is tried on so many days. */
const MOST_DAYS = 3;
const DAY = 1440;

/** Somebody somewhere: a deed with a place and an hour. */
interface Stay {
  readonly deed: Deed;
  readonly key: string;
  readonly at: GazetteerPlace;
  readonly isGuess: boolean;
  readonly when: When;
  /** Days since 1970, or null where no date is known. */
  readonly day: number | null;
  readonly isDayless: boolean;
}

/** One person or thing in two places, at times between which nobody can travel. */
export function findPlaceConflict(index: PileIndex, { deeds, sense, atlas, cast }: Gathered): Outcome {
  const findings = new Map<string, Finding>();
  for (const stays of groupBy(staysIn(deeds, atlas, cast), ({ key, day }) => `${key} ${day}`).values()) {
    if (stays.length < 2 || stays.length > CROWD) continue;
    for (const [at, a] of stays.entries())
      for (const b of stays.slice(at + 1)) {
        const finding = compareStays(index, a, b, sense);
        if (finding !== null && !findings.has(pairKey(a, b))) findings.set(pairKey(a, b), finding);
      }
  }
  return { findings: [...findings.values()], holdings: [] };
}

function pairKey(a: Stay, b: Stay): string {
  return [a, b]
    .map(({ deed, at }) => `${deed.source} ${at.id}`)
    .sort()
    .join(' ');
}

/** Leaving and setting out name where somebody goes to as often as where they are. */
const ELSEWHERE = new Set([
  'leave',
  'depart',
  'go',
  'send',
  'load',
  'order',
  'call',
  'plan',
  'return',
  'travel',
  'measure',
]);

/** Stays with an hour. One whose source bears no date is of each day on which the same one is told to be somewhere. */
function staysIn(deeds: readonly Deed[], atlas: Atlas, cast: Cast): Stay[] {
  const all = deeds.flatMap((deed) => staysOf(deed, atlas, cast));
  const days = groupBy(
    all.filter((stay) => stay.day !== null),
    ({ key }) => key,
  );
  return all.flatMap((stay) => {
    if (stay.day !== null) return [stay];
    const known = new Set((days.get(stay.key) ?? []).map(({ day }) => day ?? 0));
    return known.size > MOST_DAYS
      ? []
      : [...known].map((day) => ({ ...stay, day, when: onDay(stay.when, day), isDayless: true }));
  });
}

function onDay(when: When, day: number): When {
  return { ...when, from: (when.from ?? 0) + day * DAY, to: (when.to ?? 0) + day * DAY };
}

function staysOf(deed: Deed, atlas: Atlas, cast: Cast): Stay[] {
  const when = deed.when ?? dayless(deed);
  if (when === null || !when.isClock || when.given === 'by' || when.from === null) return [];
  if (ELSEWHERE.has(deed.statement.event) || deed.places.size === 0) return [];
  const keys = [...deed.who].filter(cast.isMoving);
  const located = keys.length === 0 ? null : atlas.locate([...deed.places], deed.source);
  if (located === null) return [];
  const day = deed.when === null ? null : Math.floor(when.from / DAY);
  return keys.map((key) => ({
    deed,
    key,
    when,
    day,
    at: located.place,
    isGuess: located.isGuess,
    isDayless: false,
  }));
}

/** The hour of a stamped entry whose source bears no date, in minutes of some day. */
function dayless({ passage }: Deed): When | null {
  const clock = passage.time?.from === null ? passage.time.clock : null;
  if (clock === null) return null;
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return { from: hours * 60 + minutes, to: hours * 60 + minutes, isClock: true, given: 'moment' };
}

function compareStays(index: PileIndex, a: Stay, b: Stay, sense: PileSense): Finding | null {
  if (a.at.id === b.at.id || isWithin(a.at, b.at) || isWithin(b.at, a.at)) return null;
  if (a.deed.source === b.deed.source && (a.deed.voice === b.deed.voice || a.deed.isRow)) return null;
  const apart = distanceKm(a.at, b.at);
  const kilometres = apart - a.at.radiusKm - b.at.radiusKm;
  if (kilometres < NEAREST_KM) return null;
  const minutes = minutesApart(a.when, b.when);
  const limit = kilometres > FLIGHT_KM ? BY_AIR : BY_LAND;
  if (kilometres <= (limit * minutes) / 60) return null;
  return placeFinding(index, a, b, { apart, minutes, limit }, sense);
}

interface Journey {
  /** Kilometres in a straight line. */
  readonly apart: number;
  readonly minutes: number;
  /** Kilometres an hour. */
  readonly limit: number;
}

function placeFinding(
  index: PileIndex,
  a: Stay,
  b: Stay,
  { apart, minutes, limit }: Journey,
  sense: PileSense,
): Finding {
  const [first, second] = (a.when.from ?? 0) <= (b.when.from ?? 0) ? [a, b] : [b, a];
  const who = sense.nameOf(a.key);
  const say = ({ deed, at, when }: Stay) =>
    `${deed.voice} has ${who} at ${at.name} at ${tellWhen(when)} (“${quoteWords(index, deed)}”)`;
  const speed = minutes === 0 ? null : apart / (minutes / 60);
  return composeFinding({
    kind: 'place-conflict',
    why: `${capital(say(first))}. ${capital(say(second))}. The two places are ${formatRounded(apart)} km apart.`,
    quotes: [first.deed.quote, second.deed.quote],
    steps: [
      step(`${first.deed.voice}: ${first.at.name}`, `= ${tellWhen(first.when)}`, 0),
      step(`${second.deed.voice}: ${second.at.name}`, `= ${tellWhen(second.when)}`, 1),
      step(`${first.at.name} to ${second.at.name} in a straight line`, `= ${formatRounded(apart)} km`),
      step(
        `in ${tellSpan(minutes)}`,
        speed === null
          ? 'no time at all'
          : `= ${formatRounded(speed)} km/h; at most ${limit} km/h is taken for possible`,
      ),
    ],
    assumes: [
      {
        label: 'same person or thing',
        text: `Both are held to be of ${who}.`,
        guess: a.deed.isGuess || b.deed.isGuess,
      },
      {
        label: 'same clock',
        text: 'Both are held to go by the clock of one place.',
        guess: a.deed.source !== b.deed.source,
      },
      ...(a.isDayless || b.isDayless
        ? [{ label: 'same day', text: 'One of the two sources bears no date.', guess: true }]
        : []),
      ...(a.isGuess || b.isGuess
        ? [
            {
              label: 'where it is',
              text: 'A place that no gazetteer has is held to lie in the town that its source is from.',
              guess: true,
            },
          ]
        : []),
    ],
    rank: 0.9,
    picture: {
      type: 'route',
      stops: [first, second].map(({ deed, at, when }) => ({
        label: deed.voice,
        place: at.name,
        latitude: at.latitude,
        longitude: at.longitude,
        at: new Date((when.from ?? 0) * 60_000).toISOString().slice(0, 16),
      })),
      kilometres: Math.round(apart),
      minutes,
      kilometresAnHour: speed === null ? null : Math.round(speed),
    },
  });
}
