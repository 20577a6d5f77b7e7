import type { Token } from '../../language/token.ts';
import type { Stamp } from '../../statement/stamp.ts';
import type { NumberRun } from '../figures/number-run.ts';
import { numberAt } from '../figures/read-number.ts';
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
  /** Numbers read already, by the item that they start at. */
  readonly numbers: Map<number, NumberRun | null>;
  /** True while a time within another is read: such a time holds no third. */
  readonly nested?: true;
}

/** A time expression of one piece, and the item after it. */
export interface Basic {
  readonly next: number;
  readonly plan: TimePlan;
  readonly clock?: ClockTime | null;
  /** The end of a range of clock times. */
  readonly until?: ClockTime | null;
}

/** The number that starts at item `at`, or null; each is read once, for several readers of times ask. */
export function numberOf(context: TimeContext, at: number): NumberRun | null {
  const known = context.numbers.get(at);
  if (known !== undefined) return known;
  const { text, items, lexicon, numbers } = context;
  const run = numberAt({ text, items, lexicon: lexicon.figures.numbers, mark: null }, at);
  numbers.set(at, run);
  return run;
}
