import type { Figure } from '../../statement/quantity.ts';
import type { Span } from '../../statement/span.ts';
import type { FigureContext } from './figure-draft.ts';
import type { CountedNoun } from './find-noun.ts';

export interface Kind {
  readonly type: Figure['type'];
  readonly unit: string | null;
  readonly dimension: string | null;
  readonly noun: CountedNoun | null;
  readonly nounSpan: Span | null;
  readonly next: number;
  readonly ageYears: boolean;
}

export function spanOfItems(context: FigureContext, at: number, next: number): Span {
  return { start: context.items[at]?.start ?? 0, end: context.items[next - 1]?.end ?? 0 };
}
