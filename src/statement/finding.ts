import type { Span } from './span.ts';

export const FINDING_KINDS = [
  'count-conflict',
  'rate-conflict',
  'part-exceeds-whole',
  'sum-mismatch',
  'unit-mismatch',
  'share-mismatch',
  'running-total-drop',
  'date-conflict',
  'order-conflict',
  'place-conflict',
  'single-origin',
  'circular-reporting',
  'near-duplicate',
  'quote-altered',
  'denial',
  'self-contradiction',
  'alias',
  'name-clash',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** The words that a finding rests on. */
export interface Quote {
  readonly source: string;
  readonly span: Span;
  /** The statement that it carries, or null. */
  readonly statement: string | null;
  /** Spans within it that do not fit: the number, the changed words. */
  readonly marks: readonly Span[];
}

/** One line of a derivation. `result` is what it comes to: `= 53.3 a day`. */
export interface Step {
  readonly text: string;
  readonly result: string | null;
  /** Index into the quotes, or null where the step is worked out from others. */
  readonly quote: number | null;
}

/** What a comparison takes for granted. `guess` is true where nothing in the sources says it. */
export interface Assumption {
  /** A word or two: `same thing`, `same month`. */
  readonly label: string;
  readonly text: string;
  readonly guess: boolean;
}

/** One bar of an interval picture; an open end is null. */
export interface PictureRow {
  readonly label: string;
  readonly note: string;
  readonly min: number | null;
  readonly max: number | null;
  /** Worked out, not said. */
  readonly derived: boolean;
  /** Does not fit the others. */
  readonly alarm: boolean;
}

/** One telling on a line of time. */
export interface TimelineRow {
  readonly label: string;
  readonly note: string;
  /** `YYYY-MM-DDTHH:MM` on the clock of its source; null is an open end. */
  readonly from: string | null;
  readonly to: string | null;
  /** Whether the hour is known, not the day alone. */
  readonly clock: boolean;
  /** Does not fit the others. */
  readonly alarm: boolean;
}

/** One stop of a journey that cannot be. */
export interface RouteStop {
  readonly label: string;
  readonly place: string;
  /** Null where no gazetteer has it. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** `YYYY-MM-DDTHH:MM` on the clock of its source. */
  readonly at: string;
}

/** What to draw beside a finding. */
export type Picture =
  | { readonly type: 'timeline'; readonly rows: readonly TimelineRow[] }
  | {
      readonly type: 'route';
      readonly stops: readonly RouteStop[];
      /** In a straight line; null where a place is not known. */
      readonly kilometres: number | null;
      readonly minutes: number;
      /** The speed that would be needed; null where it takes no time at all. */
      readonly kilometresAnHour: number | null;
    }
  | { readonly type: 'intervals'; readonly unit: string; readonly rows: readonly PictureRow[] }
  | { readonly type: 'words'; readonly rows: readonly (readonly DiffPart[])[] }
  | {
      readonly type: 'parts';
      readonly unit: string;
      readonly whole: PictureRow;
      readonly parts: readonly PictureRow[];
    };

/** A run of words of a quotation, the same in both texts or not. */
export interface DiffPart {
  readonly text: string;
  readonly differs: boolean;
}

interface Comparison {
  readonly id: string;
  readonly kind: FindingKind;
  /** One sentence with its numbers, in the microcopy's voice ("X says that ..."). */
  readonly why: string;
  readonly quotes: readonly Quote[];
  readonly steps: readonly Step[];
  readonly assumes: readonly Assumption[];
}

/** What cross-checking turned up. Its id does not change when the case is read again. */
export interface Finding extends Comparison {
  /** How much it matters, 0..1, greatest first. */
  readonly rank: number;
  readonly picture: Picture | null;
}

/** A comparison that was made and holds, or two figures that were rightly not compared. Never counted among the findings. */
export interface Holding extends Comparison {
  readonly compared: boolean;
}
