import type { Token } from '../../language/token.ts';
import type { Stamp } from '../../statement/stamp.ts';
import type { Sentence } from '../reading-passage.ts';
import type { TimeLexicon } from './time-lexicon.ts';
import type { ClockTime, TimePlan } from './time-plan.ts';

export interface TimeContext {
  readonly text: string;
  readonly items: readonly Token[];
  readonly lexicon: TimeLexicon;
  /** By where they start. */
  readonly stamps: ReadonlyMap<number, Stamp>;
  readonly sentences: readonly Sentence[];
}

/** A time expression of one piece, and the item after it. */
export interface Basic {
  readonly next: number;
  readonly plan: TimePlan;
  readonly clock?: ClockTime | null;
}
