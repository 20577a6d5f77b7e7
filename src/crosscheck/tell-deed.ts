import type { Picture } from '../statement/finding.ts';
import type { Deed } from './deeds.ts';
import type { PileIndex } from './pile-index.ts';

const LONGEST = 160;

/** The words of a deed's quote, on one line and not too long. */
export function quoteWords(index: PileIndex, deed: Deed): string {
  const words = index
    .wordsOf(deed.source, deed.quote.span)
    .replace(/\s+/gu, ' ')
    .replace(/[.;,]+$/u, '');
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST)}…`;
}

/** Tellings on a line of time, one a row. */
export function timelineOf(deeds: readonly Deed[]): Picture {
  return {
    type: 'timeline',
    rows: deeds.flatMap(({ when, voice, kinds }, at) =>
      when === null
        ? []
        : [
            {
              label: voice,
              note: [...kinds].join(', '),
              from: instant(when.from),
              to: instant(when.to),
              clock: when.isClock,
              alarm: at < 2,
            },
          ],
    ),
  };
}

function instant(minutes: number | null): string | null {
  return minutes === null ? null : new Date(minutes * 60_000).toISOString().slice(0, 16);
}
