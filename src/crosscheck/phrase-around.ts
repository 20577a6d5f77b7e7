import type { PileIndex } from './pile-index.ts';
import type { Tally } from './tally.ts';

const CLAUSE_END = /[;:,()\n،؛]\s|[()\n]/u;

/** The clause that a figure stands in: back to the last stop, on to the next, without the number. */
export function phraseAround(index: PileIndex, tally: Tally): string {
  const text = index.textOf(tally.source.id);
  const { span, numberSpan } = tally.figure;
  const before = text.slice(tally.sentence.start, tally.figure.span.start);
  const after = text.slice(tally.figure.span.end, tally.sentence.end);
  // A colon between name and number ("rescued so far: 79") belongs to the clause.
  const lead =
    before
      .replace(/[:(]\s*$/u, ' ')
      .split(/[;,()\n،؛]\s/u)
      .at(-1) ?? '';
  const [tail = ''] = after.split(CLAUSE_END);
  const figure = `${text.slice(span.start, numberSpan.start)} ${text.slice(numberSpan.end, span.end)}`;
  return `${lead} ${figure} ${tail}`.replace(/\s+/gu, ' ').trim();
}
