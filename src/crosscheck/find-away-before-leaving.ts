import type { Finding } from '../statement/finding.ts';
import away from './away-words.json' with { type: 'json' };
import type { Cast } from './cast.ts';
import type { PileSense } from './compare-deeds.ts';
import { capital, composeFinding, step } from './compose.ts';
import type { Deed } from './deeds.ts';
import type { Gathered, Outcome } from './family.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { foldPhrase } from './says.ts';
import { quoteWords, timelineOf } from './tell-deed.ts';
import { minutesApart, tellSpan, tellWhen, type When } from './when.ts';

const AWAY = away.away.map(foldPhrase);
const DAY = 1440;
/** Clocks of two sources may differ by a little; by an hour where they are of two zones. */
const LEAST_MINUTES = 61;
const MOST_QUOTES = 4;
const CROWD = 60;

/** It left at a quarter to six, and was at the scene, by others, hours before. */
export function findAwayBeforeLeaving(index: PileIndex, { deeds, cast, sense }: Gathered): Outcome {
  const clocked = deeds.filter(isClocked);
  const byKey = groupBy(
    clocked.flatMap((deed) => keysOf(deed, cast).map((key) => ({ key, deed }))),
    ({ key, deed }) => `${key} ${dayOf(deed.when)}`,
  );
  const findings: Finding[] = [];
  for (const entries of byKey.values()) {
    if (entries.length > CROWD) continue;
    const key = entries[0]?.key ?? '';
    const all = [...new Set(entries.map(({ deed }) => deed))];
    for (const leaving of all.filter(({ kinds, places }) => kinds.has('departure') && places.size > 0)) {
      const before = all.filter((deed) => isAwayBefore(index, deed, leaving) && !returns(all, deed, leaving));
      if (before.length > 0) findings.push(awayFinding(index, key, leaving, before, sense));
    }
  }
  return { findings, holdings: [] };
}

interface Clocked extends Deed {
  readonly when: When & { readonly from: number };
}

function isClocked(deed: Deed): deed is Clocked {
  return deed.when?.isClock === true && deed.when.from !== null && deed.when.given !== 'by';
}

function keysOf(deed: Deed, cast: Cast): string[] {
  return [...deed.who].filter(cast.isMoving);
}

function dayOf(when: Clocked['when']): number {
  return Math.floor(when.from / DAY);
}

function isAwayBefore(index: PileIndex, deed: Clocked, leaving: Clocked): boolean {
  if (deed.source === leaving.source || deed.kinds.has('departure')) return false;
  if (leaving.when.from - deed.when.from < LEAST_MINUTES) return false;
  const words = foldPhrase(index.wordsOf(deed.source, deed.quote.span));
  return AWAY.some((phrase) => words.includes(phrase));
}

/** Somebody tells that it came back, or set out an earlier time. */
function returns(all: readonly Clocked[], deed: Clocked, leaving: Clocked): boolean {
  return all.some(
    (other) =>
      other !== leaving &&
      (other.kinds.has('departure') || other.kinds.has('arrival') || other.statement.event === 'return') &&
      other.when.from <= leaving.when.from &&
      other.statement.id !== deed.statement.id,
  );
}

function awayFinding(
  index: PileIndex,
  key: string,
  leaving: Clocked,
  before: readonly Clocked[],
  sense: PileSense,
): Finding {
  const shown = before.slice(0, MOST_QUOTES - 1);
  const [first] = shown;
  const who = sense.nameOf(key);
  const apart = first === undefined ? 0 : minutesApart(first.when, leaving.when);
  const say = (deed: Clocked) => `${deed.voice}, ${tellWhen(deed.when)}: “${quoteWords(index, deed)}”`;
  return composeFinding({
    kind: 'place-conflict',
    why: `${capital(leaving.voice)} has ${who} leave ${[...leaving.places].map(sense.nameOf).join(', ')} at ${tellWhen(leaving.when)}; by another it was away before that. ${first === undefined ? '' : capital(say(first))}.`,
    quotes: [leaving.quote, ...shown.map(({ quote }) => quote)],
    steps: [
      step(`${leaving.voice}: it leaves`, `= ${tellWhen(leaving.when)}`, 0),
      ...shown.map((deed, at) => step(`${deed.voice}: it is away`, `= ${tellWhen(deed.when)}`, at + 1)),
      step('away before it left', `by ${tellSpan(apart)}`),
    ],
    assumes: [
      { label: 'same thing', text: `Both are held to be of ${who}.`, guess: first?.isGuess ?? false },
      { label: 'same clock', text: 'Both are held to go by the clock of one place.', guess: true },
      { label: 'one way out', text: 'It is not told that it came back in between.', guess: false },
    ],
    rank: 0.9,
    picture: timelineOf([leaving, ...shown]),
  });
}
