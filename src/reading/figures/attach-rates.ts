import type { Per } from '../../statement/quantity.ts';
import type { FigureContext, FigureDraft } from './figure-draft.ts';

const CLAUSE_MARKS = new Set([';', '.', '!', '?', ':', '؟', '؛']);
const ARTICLES = new Set(['a', 'an', 'al', 'por', 'per', 'par', 'à', 'pro', 'am', 'im', 'el']);
const REACH = 14;

interface Marker<T> {
  readonly at: number;
  readonly next: number;
  readonly value: T;
}

/** Gives each rate that the words say ("a day", "every night") to the figure it belongs to: the one right before it, else the nearest of its clause. */
export function attachRates(context: FigureContext, drafts: FigureDraft[]): void {
  if (drafts.length === 0) return;
  for (let at = 0; at < context.items.length; at += 1) {
    const found = context.lexicon.per.find(context.items, at);
    if (found === null) continue;
    const marker = { at, next: at + found.length, value: found.value };
    const draft =
      touching(drafts, marker) ?? (looseRate(context, marker) ? nearest(context, drafts, marker) : null);
    if (draft !== null && isRated(context, draft, marker)) setPer(draft, marker);
    at = marker.next - 1;
  }
}

function setPer(draft: FigureDraft, marker: Marker<Per>): void {
  draft.figure = {
    ...draft.figure,
    quantity: { ...draft.figure.quantity, per: marker.value, cumulative: false },
  };
}

function isRated(context: FigureContext, draft: FigureDraft, marker: Marker<Per>): boolean {
  if (draft.figure.quantity.per !== null || draft.weak) return false;
  const after = context.items[marker.next]?.norm ?? '';
  if (/^(?:ago|later|earlier|before|after|old|long|off)$/.test(after)) return false;
  return (
    draft.figure.type === 'count' ||
    draft.figure.type === 'measure' ||
    draft.figure.type === 'money' ||
    (draft.figure.type === 'duration' && draft.next === marker.at)
  );
}

// "twelve carts a day": nothing but a word or two between.
function touching(drafts: readonly FigureDraft[], marker: Marker<Per>): FigureDraft | null {
  for (const draft of drafts) if (draft.next <= marker.at && marker.at - draft.next <= 1) return draft;
  for (const draft of drafts) if (draft.from <= marker.at && marker.next <= draft.next) return draft;
  return null;
}

// "a day" needs its figure beside it; "every day" and "daily" may stand anywhere in the clause.
function looseRate(context: FigureContext, marker: Marker<Per>): boolean {
  return !ARTICLES.has(context.items[marker.at]?.norm ?? '');
}

function nearest<T>(
  context: FigureContext,
  drafts: readonly FigureDraft[],
  marker: Marker<T>,
): FigureDraft | null {
  let best: FigureDraft | null = null;
  let distance = REACH + 1;
  for (const draft of drafts) {
    if (
      draft.weak ||
      draft.figure.type === 'percent' ||
      draft.figure.type === 'fraction' ||
      draft.figure.type === 'duration'
    )
      continue;
    const gap = draft.next <= marker.at ? marker.at - draft.next : draft.from - marker.next;
    if (gap < 0 || gap >= distance || crosses(context, draft, marker)) continue;
    best = draft;
    distance = gap;
  }
  return best;
}

function crosses<T>(context: FigureContext, draft: FigureDraft, marker: Marker<T>): boolean {
  const [from, to] = draft.next <= marker.at ? [draft.next, marker.at] : [marker.next, draft.from];
  for (let index = from; index < to; index += 1) {
    const norm = context.items[index]?.norm ?? '';
    if (CLAUSE_MARKS.has(norm) && !(norm === ':' && to - index < 4) && !isAbbreviation(context, index))
      return true;
  }
  return false;
}

// The stop of "No. 9" ends no clause.
function isAbbreviation(context: FigureContext, index: number): boolean {
  const [word, stop] = [context.items[index - 1], context.items[index]];
  return (
    stop?.norm === '.' &&
    word?.kind === 'word' &&
    word.norm.length <= 3 &&
    word.end === stop.start &&
    context.items[index + 1] !== undefined
  );
}

/** Marks as running totals the figures beside words such as "so far", "in all", "since". */
export function attachTotals(context: FigureContext, drafts: FigureDraft[]): void {
  if (drafts.length === 0) return;
  for (let at = 0; at < context.items.length; at += 1) {
    const found = context.lexicon.clauseTotal.find(context.items, at);
    if (found === null) continue;
    const marker = { at, next: at + found.length, value: true };
    const draft = drafts.some((each) => each.from <= at && at < each.next)
      ? null
      : nearest(context, drafts, marker);
    if (draft !== null && draft.figure.quantity.per === null)
      draft.figure = { ...draft.figure, quantity: { ...draft.figure.quantity, cumulative: true } };
    at = marker.next - 1;
  }
}
