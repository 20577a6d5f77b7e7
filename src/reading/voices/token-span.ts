import type { Span } from '../../statement/span.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import type { TokenRange } from './draft.ts';

/** The span of tokens `[first, end)`, or null where there are none. */
export function spanOfTokens(words: ReadingPassage, { first, end }: TokenRange): Span | null {
  const start = words.tokens[first];
  const last = words.tokens[end - 1];
  return end <= first || start === undefined || last === undefined
    ? null
    : { start: start.start, end: last.end };
}
