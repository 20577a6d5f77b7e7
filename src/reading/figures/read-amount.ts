import type { FigureContext } from './figure-draft.ts';
import { decimalsOf, type NumberRun } from './number-run.ts';
import { numberAt } from './read-number.ts';

/** A number run, or two that make a range. */
export interface Amount {
  readonly at: number;
  readonly next: number;
  readonly min: number;
  readonly max: number;
  readonly value: number | null;
  readonly run: NumberRun;
  /** Index of the first item of a range's opening words ("between"), else `at`. */
  readonly from: number;
}

const WAITS = new Set(['to', 'or']);

// ---- the number itself

export function amountAt(context: FigureContext, at: number): Amount | null {
  const { lexicon } = context;
  const numbers = { text: context.text, items: context.items, lexicon: lexicon.numbers, mark: context.mark };
  const run = numberAt(numbers, at);
  if (run === null) return bareFraction(context, at);
  const from = openingOf(context, at);
  const link = run.kind === 'vague' ? null : linkAfter(context, run, from < at);
  if (link === null)
    return { at, next: run.next, min: run.min, max: run.max, value: run.value, run, from: at };
  const second = numberAt(numbers, link.next);
  if (second === null || second.kind === 'vague')
    return { at, next: run.next, min: run.min, max: run.max, value: run.value, run, from: at };
  const low = scaledLike(context, run, second);
  if (low >= second.max || (link.weak && second.max !== low + 1))
    return { at, next: run.next, min: run.min, max: run.max, value: run.value, run, from: at };
  return { at, next: second.next, min: low, max: second.max, value: null, run: second, from };
}

// "la clase media", "así medio triste": the middle, or somewhat; only before a measure is it a half.
function isMiddle(word: string, next: string): boolean {
  return (
    /^(?:medi[oa]s?|mei[oa]|mezz[oa])$/.test(word) &&
    !/^(?:hora|d[ií]a|docena|mill[oó]n|tonelada|kilo|litro|metro|mes|a[ñn]o|siglo|cuadra|milla|hect[aá]rea|kil[oó]metro|d[uú]zia|milhão|ora|chilo|dozzina|tonnellata|chilometro)$/.test(
      next,
    )
  );
}

// "a third", "half of", "la mitad", "ثلث": a fraction that no number word leads.
function bareFraction(context: FigureContext, at: number): Amount | null {
  const { items, lexicon } = context;
  const article = lexicon.numbers.articles.has(items[at]?.norm ?? '') || items[at]?.norm === 'la' ? 1 : 0;
  const found = lexicon.numbers.fractions.find(items, at + article);
  if (found === null) return null;
  const next = at + article + found.length;
  const half = found.value === 2;
  if (lexicon.language === 'en' && !half && article === 0) return null;
  if (
    lexicon.language === 'en' &&
    !half &&
    items[next]?.kind === 'word' &&
    !lexicon.of.has(items[next]?.norm ?? '') &&
    !lexicon.stop.has(items[next]?.norm ?? '')
  )
    return null;
  if (['es', 'pt', 'it', 'de', 'fr'].includes(lexicon.language) && article === 0 && !half) return null;
  if (
    half &&
    lexicon.language === 'en' &&
    /^(?:past|way|time|hour|an|day|brother|sister)$/.test(items[next]?.norm ?? '')
  )
    return null;
  if (isMiddle(items[next - 1]?.norm ?? '', items[next]?.norm ?? '')) return null;
  const value = 1 / found.value;
  const run: NumberRun = {
    next,
    start: items[at]?.start ?? 0,
    end: items[next - 1]?.end ?? 0,
    min: value,
    max: value,
    value,
    decimals: decimalsOf(value, 0),
    kind: 'fraction',
    alternative: null,
    rest: '',
    compound: false,
    figures: false,
  };
  return { at, next, min: value, max: value, value, run, from: at };
}

function openingOf(context: FigureContext, at: number): number {
  let from = at;
  const symbol = context.lexicon.symbolsBefore.find(context.items, at - 1);
  if (symbol !== null) from -= symbol.length;
  const found = context.lexicon.rangeFrom.find(context.items, from - 1);
  return found === null ? at : from - found.length;
}

function linkAfter(
  context: FigureContext,
  run: NumberRun,
  opened: boolean,
): { next: number; weak: boolean } | null {
  const { items, lexicon } = context;
  let at = run.next;
  const unit = lexicon.percentRight.find(items, at) ?? lexicon.units.find(items, at);
  if (unit !== null) {
    const repeated = repeatsUnit(context, at, at + unit.length);
    if (repeated === false || (!opened && repeated === null)) return null;
    at += unit.length;
  }
  if (items[at]?.norm === "'" || items[at]?.norm === '’') at += 2;
  // "8- to 16-metre": the first number's hyphen waits for the word behind the second.
  if (
    items[at]?.norm === '-' &&
    items[at]?.start === items[at - 1]?.end &&
    WAITS.has(items[at + 1]?.norm ?? '')
  )
    at += 1;
  const mark = items[at];
  if (mark === undefined) return null;
  let next = at;
  const or = lexicon.rangeOr.find(items, at);
  if (or !== null) return { next: at + or.length, weak: true };
  const found = lexicon.rangeTo.find(items, at);
  if (found === null) return opened || run.figures ? null : adjacent(context, run);
  next = at + found.length;
  const symbol = lexicon.symbolsBefore.find(items, next);
  if (symbol !== null && items[next]?.kind === 'mark') next += 1;
  if (mark.kind === 'mark') return { next, weak: false };
  const joinsList =
    lexicon.numbers.and.has(mark.norm) ||
    mark.norm === 'ile' ||
    mark.norm === 've' ||
    mark.norm === 'y' ||
    mark.norm === 'a' ||
    mark.norm === 'e';
  if (joinsList && !opened && !closesRange(context, next)) return null;
  return { next, weak: false };
}

// "44 mg to 50 mg" is a range, "44 ml to 50 mg" is none; null where the second number has no unit yet.
function repeatsUnit(context: FigureContext, from: number, at: number): boolean | null {
  const { items, lexicon } = context;
  const link = lexicon.rangeTo.find(items, at);
  const number = at + (link?.length ?? 0);
  if (link === null || items[number]?.kind !== 'number') return null;
  const text = (start: number, length: number): string =>
    items
      .slice(start, start + length)
      .map((item) => item.norm)
      .join(' ');
  const first = lexicon.units.find(items, from);
  const second = lexicon.units.find(items, number + 1);
  if (first === null || second === null) return null;
  return (
    first.value.unit === second.value.unit || text(from, first.length) === text(number + 1, second.length)
  );
}

// Turkish closes a range with a word behind it: "30 ile 40 arasında".
function closesRange(context: FigureContext, at: number): boolean {
  for (let index = at; index < at + 8; index += 1)
    if (context.lexicon.rangeEnd.find(context.items, index) !== null) return true;
  return false;
}

// "two three people", "iki üç kişi".
function adjacent(context: FigureContext, run: NumberRun): { next: number; weak: boolean } | null {
  const next = context.items[run.next];
  if (next?.kind !== 'word' || run.max > 9 || run.rest !== '') return null;
  return context.lexicon.numbers.atom(next.norm)?.value === run.max + 1
    ? { next: run.next, weak: true }
    : null;
}

// "2-3 million", "two to three hundred": the scale is said once.
function scaledLike(context: FigureContext, run: NumberRun, second: NumberRun): number {
  const scale = context.lexicon.numbers.atom(context.items[second.next - 1]?.norm ?? '');
  if (
    !scale?.scale ||
    run.max >= 1000 ||
    context.lexicon.numbers.atom(context.items[run.next - 1]?.norm ?? '')?.scale
  )
    return run.min;
  const scaled = run.min * scale.value;
  return scaled < second.max ? scaled : run.min;
}
