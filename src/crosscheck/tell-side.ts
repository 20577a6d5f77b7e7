import phrases from './event-phrases.json' with { type: 'json' };
import { formatInterval } from './format-number.ts';
import type { PileIndex } from './pile-index.ts';
import type { Side } from './side.ts';
import { writtenAs } from './tally.ts';

const PHRASES: Readonly<Record<string, string>> = phrases;

/** What a side says, as a sentence without its full stop: `Kaya says that 312 were arrested`. */
export function tellSide(index: PileIndex, side: Side): string {
  const { tally } = side;
  const number = formatInterval(side.interval);
  if (tally === null) return `the rows of ${side.voice} add up to ${number}`;
  const phrase = side.event === null ? undefined : PHRASES[side.event];
  const isCount = tally.figure.type === 'count' && !tally.figure.approx;
  if (phrase !== undefined && isCount && side.interval.min === side.interval.max && tally.kind === 'person')
    return `${side.voice} says that ${number} ${phrase}`;
  return `${side.voice} says “${shortened(writtenAs(index.textOf(side.source), tally.quote))}”`;
}

const LONGEST = 110;

function shortened(words: string): string {
  const plain = words.replace(/[.;,:]+$/u, '');
  return plain.length > LONGEST ? `${plain.slice(0, plain.lastIndexOf(' ', LONGEST))} …` : plain;
}
