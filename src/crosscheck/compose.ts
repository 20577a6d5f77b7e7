import type {
  Assumption,
  Finding,
  FindingKind,
  Holding,
  Picture,
  PictureRow,
  Quote,
  Step,
} from '../statement/finding.ts';
import { idOf } from '../statement/id.ts';
import type { Span } from '../statement/span.ts';
import type { Interval } from './interval.ts';
import type { Tally } from './tally.ts';

/** What a family hands in; the id follows from the kind and the quotes. */
export interface Draft {
  readonly kind: FindingKind;
  readonly why: string;
  readonly quotes: readonly Quote[];
  readonly steps: readonly Step[];
  readonly assumes?: readonly Assumption[];
}

export interface FindingDraft extends Draft {
  /** 0..1 before guesses are taken off. */
  readonly rank: number;
  readonly picture?: Picture | null;
}

/** Each guess takes a quarter off what a finding weighs. */
const GUESS_WEIGHT = 0.75;

export function composeFinding(draft: FindingDraft): Finding {
  const assumes = draft.assumes ?? [];
  const guesses = assumes.filter((assumption) => assumption.guess).length;
  return {
    id: idOf('fin', draft.kind, ...quoteKeys(draft.quotes)),
    kind: draft.kind,
    why: draft.why,
    quotes: draft.quotes,
    steps: draft.steps,
    assumes,
    rank: roundRank(draft.rank * GUESS_WEIGHT ** guesses),
    picture: draft.picture ?? null,
  };
}

export function composeHolding(draft: Draft, compared = true): Holding {
  return {
    id: idOf('hol', draft.kind, ...quoteKeys(draft.quotes)),
    kind: draft.kind,
    why: draft.why,
    quotes: draft.quotes,
    steps: draft.steps,
    assumes: draft.assumes ?? [],
    compared,
  };
}

function quoteKeys(quotes: readonly Quote[]): string[] {
  return quotes
    .map(
      (quote) =>
        `${quote.source}:${quote.span.start}-${quote.span.end}:${quote.marks.map((mark) => mark.start).join('+')}`,
    )
    .sort();
}

function roundRank(rank: number): number {
  return Math.round(Math.min(1, Math.max(0, rank)) * 1000) / 1000;
}

/** A rank for a gap: 0.35 for one that is barely there, 0.9 and more for ten times too many. */
export function rankOfGap(ratio: number): number {
  if (!Number.isFinite(ratio)) return 0.95;
  return 0.95 - 0.6 / Math.max(1, ratio) ** 0.8;
}

/** The words of a tally as a quote, with its number marked. */
export function quoteOf(tally: Tally, marks: readonly Span[] = [tally.figure.numberSpan]): Quote {
  return { source: tally.source.id, span: tally.quote, statement: tally.statement?.id ?? null, marks };
}

/** The words of several tallies as quotes: those of one source whose words overlap stand in one quote. */
export function quotesOf(tallies: readonly Tally[]): Quote[] {
  const quotes: Quote[] = [];
  for (const tally of tallies) {
    const at = quotes.findIndex(
      (quote) =>
        quote.source === tally.source.id &&
        quote.span.start < tally.quote.end &&
        tally.quote.start < quote.span.end,
    );
    const known = quotes[at];
    if (known === undefined) quotes.push(quoteOf(tally));
    else quotes[at] = joinQuote(known, tally);
  }
  return quotes;
}

function joinQuote(quote: Quote, tally: Tally): Quote {
  const marks = [...quote.marks];
  const own = tally.figure.numberSpan;
  if (!marks.some((mark) => mark.start === own.start)) marks.push(own);
  return {
    source: quote.source,
    span: {
      start: Math.min(quote.span.start, tally.quote.start),
      end: Math.max(quote.span.end, tally.quote.end),
    },
    statement: quote.statement ?? tally.statement?.id ?? null,
    marks: marks.sort((a, b) => a.start - b.start),
  };
}

/** Index of the quote that shows a tally, or null. */
export function quoteIndex(quotes: readonly Quote[], tally: Tally): number | null {
  const at = quotes.findIndex(
    (quote) =>
      quote.source === tally.source.id &&
      quote.span.start <= tally.figure.numberSpan.start &&
      tally.figure.numberSpan.end <= quote.span.end,
  );
  return at < 0 ? null : at;
}

export function pictureRow(
  label: string,
  note: string,
  interval: Interval,
  state: { derived?: boolean; alarm?: boolean } = {},
): PictureRow {
  return {
    label,
    note,
    min: interval.min,
    max: interval.max,
    derived: state.derived ?? false,
    alarm: state.alarm ?? false,
  };
}

export function step(text: string, result: string | null = null, quote: number | null = null): Step {
  return { text, result, quote };
}

/** A sentence's first letter as a capital. */
export function capital(words: string): string {
  const [first = ''] = words;
  return first.toLocaleUpperCase('en') + words.slice(first.length);
}
