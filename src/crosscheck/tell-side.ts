import phrases from './event-phrases.json' with { type: 'json' };
import { formatInterval } from './format-number.ts';
import type { PileIndex } from './pile-index.ts';
import type { Side } from './side.ts';
import { type Tally, writtenAs } from './tally.ts';

const PHRASES: Readonly<Record<string, string>> = phrases;

/** What a side says, as a sentence without its full stop: `Kaya says that 312 were arrested`. */
export function tellSide(index: PileIndex, side: Side): string {
  const { tally } = side;
  const number = formatInterval(side.interval);
  if (side.worked !== null || tally === null) return side.worked ?? `${side.voice} has ${number}`;
  const phrase = side.event === null ? undefined : PHRASES[side.event];
  const isCount = tally.figure.type === 'count' && !tally.figure.approx;
  if (phrase !== undefined && isCount && side.interval.min === side.interval.max && tally.kind === 'person')
    return `${side.voice} says that ${number} ${phrase}`;
  return `${side.voice} says “${cutAround(index, tally)}”`;
}

const BASE_UNITS: Readonly<Record<string, string>> = { mass: ' kg', volume: ' litres' };

/** A side's number with its unit, where it was converted: `10,800 to 13,200 litres`. */
export function numberOf(side: Side): string {
  return `${formatInterval(side.interval)}${BASE_UNITS[side.kind ?? ''] ?? ''}`;
}

const LONGEST = 110;
const BEFORE = 45;

/** The quote on one line; a long one is cut to the words around its number. */
function cutAround(index: PileIndex, tally: Tally): string {
  const text = index.textOf(tally.source.id);
  const words = writtenAs(text, tally.quote);
  if (words.length <= LONGEST) return words.replace(/[.;,:]+$/u, '');
  const before = writtenAs(text, { start: tally.quote.start, end: tally.figure.span.start });
  const after = writtenAs(text, { start: tally.figure.span.start, end: tally.quote.end });
  const lead =
    before.length > BEFORE ? `… ${before.slice(before.indexOf(' ', before.length - BEFORE) + 1)}` : before;
  const room = LONGEST - lead.length;
  const tail =
    after.length > room ? `${after.slice(0, Math.max(after.lastIndexOf(' ', room), 20))} …` : after;
  return `${lead} ${tail}`.trim().replace(/[.;,:]+$/u, '');
}
