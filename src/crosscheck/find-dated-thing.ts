import { addDays } from '../statement/calendar.ts';
import type { Finding } from '../statement/finding.ts';
import { findStamps } from '../statement/stamp.ts';
import { yearlessDays } from '../statement/yearless-day.ts';
import {
  lookUpByMeaning,
  oncePerPassage,
  quoteOfLine,
  tellLine,
  type Weight,
  weightOf,
} from './by-meaning.ts';
import { composeFinding, step } from './compose.ts';
import type { Gathered } from './family.ts';
import { intervalsMeet } from './interval.ts';
import type { PileIndex } from './pile-index.ts';
import { areOfOthers, type ToldLine } from './told-lines.ts';

/** Weight of the meanings that both must have, and their share of the shorter line's. */
const ENOUGH = 1.6;
const COVERED = 0.35;
const FEWEST = 2;
const MOST_QUOTES = 4;
const MOST_MEANINGS = 24;
const LAST = 'last';
/** Of a happening and of what came of it the days differ. */
const AFTERMATH = ['inquiry', 'trial', 'funeral'];
/** `Date: Thu, 7 Mar`: of the paper, not of what it tells. */
const HEAD_LINE = /^\s*\p{L}[\p{L} -]{1,24}:\s+\S/u;

/** A line that writes out one day. */
interface Dated {
  readonly line: ToldLine;
  /** `MM-DD` of each day that is written in it. */
  readonly days: ReadonlySet<string>;
}

/**
 * Two lines of two sources that tell one thing in words that mean the same, each with a day written
 * out, and not the same day. In piles small enough to be of one matter; a line that names others,
 * or another numbered thing, is of something else.
 */
export function findDatedThing(index: PileIndex, { lines, weigh, cast, atlas }: Gathered): Finding[] {
  const dated = lines.flatMap((line) => datedOf(index, line) ?? []);
  const near = lookUpByMeaning(dated, ({ line }) => line.concepts);
  const told = new Set<ToldLine>();
  const findings: Finding[] = [];
  for (const one of dated) {
    if (told.has(one.line)) continue;
    const against = [...near(one.line.concepts)]
      .filter(
        (other) =>
          mayConflict(one, other) &&
          !countApart(one.line, other.line) &&
          !areOfOthers(index, cast, atlas, one.line, other.line),
      )
      .map((other) => ({ other, score: likeness(one.line, other.line, weigh) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ other }) => other.line);
    if (against.length === 0) continue;
    for (const line of [one.line, ...against]) told.add(line);
    findings.push(conflictOf(index, one.line, against));
  }
  return findings;
}

function datedOf(index: PileIndex, line: ToldLine): Dated | null {
  const words = index.wordsOf(line.source, line.span);
  if (line.isNegative || line.concepts.size > MOST_MEANINGS || HEAD_LINE.test(words)) return null;
  const written = [
    ...findStamps(words).flatMap(({ date, alternative }) => [date, alternative]),
    ...yearlessDays(words).map(
      ({ month, day }) => `2000-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    ),
  ].flatMap((date) => (date === null ? [] : [date.slice(5)]));
  const said = line.claim?.period ?? null;
  const days =
    written.length > 0 ? written : said !== null && said.from === said.to ? [said.from.slice(5)] : [];
  return days.length === 0 ? null : { line, days: new Set(days) };
}

function mayConflict(a: Dated, b: Dated): boolean {
  if (a.line.source === b.line.source || a.line.voice === b.line.voice) return false;
  return ![...a.days].some((day) => [...b.days].some((other) => areNear(day, other)));
}

/** A night is told by the day on which it begins or by the one on which it ends. */
function areNear(a: string, b: string): boolean {
  return a === b || addDays(`2000-${a}`, 1).slice(5) === b || addDays(`2000-${b}`, 1).slice(5) === a;
}

/** Two counts of two days are of two happenings. */
function countApart({ claim: a }: ToldLine, { claim: b }: ToldLine): boolean {
  const [one, other] = [a?.statement.quantity ?? null, b?.statement.quantity ?? null];
  return one !== null && other !== null && !intervalsMeet(one, other);
}

function likeness(a: ToldLine, b: ToldLine, weigh: Weight): number {
  const shared = [...a.concepts].filter((concept) => b.concepts.has(concept));
  if (AFTERMATH.some((concept) => a.concepts.has(concept) !== b.concepts.has(concept))) return 0;
  const weight = weightOf(shared, weigh) + (shared.includes(LAST) ? 1 : 0);
  if (shared.length < FEWEST || weight < ENOUGH) return 0;
  const least = Math.min(weightOf(a.concepts, weigh), weightOf(b.concepts, weigh));
  const share = weightOf(shared, weigh) / least;
  return share < COVERED ? 0 : weight;
}

function conflictOf(index: PileIndex, line: ToldLine, against: readonly ToldLine[]): Finding {
  const lines = [line, ...oncePerPassage(against, MOST_QUOTES - 1)];
  return composeFinding({
    kind: 'date-conflict',
    why: `${lines
      .slice(0, 2)
      .map((one) => tellLine(index, one))
      .join('. ')}.`,
    quotes: lines.map(quoteOfLine),
    steps: lines.map(({ voice }, at) => step(`${voice} gives a day`, null, at)),
    assumes: [
      {
        label: 'same thing',
        text: 'The words that mean the same in both are held to be of one happening.',
        guess: true,
      },
    ],
    rank: 0.6,
  });
}
