import { idOf } from '../../statement/id.ts';
import type { Figure } from '../../statement/quantity.ts';
import { sliceOf } from '../../statement/span.ts';
import type { FigureContext, FigureDraft } from './figure-draft.ts';
import { type Kind, spanOfItems } from './figure-kind.ts';
import type { Effect } from './figure-lexicon.ts';
import { nounAt } from './find-noun.ts';
import { isIdentifier } from './is-identifier.ts';
import { afterEnding, kindOf } from './kind-of-figure.ts';
import { lookLeft, lookRight, type Surroundings } from './look-around.ts';
import { decimalsOf } from './number-run.ts';
import { type Amount, amountAt } from './read-amount.ts';
import { aboutBounds, type Bounds, fewerThan, moreThan } from './widen.ts';

const ARTICLES_AS_ONE: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['one']),
  tr: new Set(['bir']),
  es: new Set(['un', 'una', 'uno']),
  fr: new Set(['un', 'une']),
  pt: new Set(['um', 'uma']),
  de: new Set(['ein', 'eine', 'einen', 'einem', 'einer', 'eins']),
  it: new Set(['un', 'una', 'uno']),
  ro: new Set(['un', 'o', 'unu', 'una']),
  ar: new Set(['واحد', 'واحدة', 'احد', 'احدي']),
};

/** The figure that starts at item `at`, or null where the words there count nothing. */
export function figureAt(context: FigureContext, at: number): FigureDraft | null {
  const amount = amountAt(context, at) ?? null;
  if (amount === null) return dualAt(context, at) ?? measureOfAt(context, at) ?? articleAt(context, at);
  if (isIdentifier(context, amount)) return null;
  const around: Surroundings = { from: amount.from, next: amount.next, effects: new Set(), qualifiers: [] };
  const symbol = lookLeft(context, around);
  const kind = kindOf(context, amount, around, symbol);
  if (kind === 'identifier') return null;
  lookRight(context, around, kind);
  if (countsNothing(context, amount, around, kind)) return null;
  return draftOf(context, amount, around, kind);
}

function countsNothing(context: FigureContext, amount: Amount, around: Surroundings, kind: Kind): boolean {
  if (kind.type !== 'count') return false;
  const word = context.items[amount.at]?.norm ?? '';
  const single = amount.max === 1 && !amount.run.figures && amount.next === amount.at + 1;
  if (single && ARTICLES_AS_ONE[context.lexicon.language]?.has(word)) {
    const counts =
      context.lexicon.language === 'en' && kind.noun?.entry !== undefined && kind.noun.entry !== null;
    return (
      !counts &&
      !around.effects.has('them') &&
      !['least', 'most', 'over', 'about', 'more'].some((effect) => around.effects.has(effect as Effect))
    );
  }
  return isYear(context, amount, around, kind);
}

function isYear(context: FigureContext, amount: Amount, around: Surroundings, kind: Kind): boolean {
  if (amount.value === null || kind.noun !== null || around.effects.size > 0) return false;
  const written = sliceOf(context.text, context.items[amount.at] ?? { start: 0, end: 0 });
  const figures = amount.run.figures && amount.next === amount.at + 1 && /^\p{Nd}{4}$/u.test(written);
  const before = context.items[amount.at - 1]?.norm ?? '';
  return (
    (figures || /^(?:nineteen|twenty)$/.test(written.toLowerCase())) &&
    amount.value >= 1900 &&
    amount.value < 2100 &&
    before !== '='
  );
}

// ---- putting it together

function draftOf(context: FigureContext, amount: Amount, around: Surroundings, kind: Kind): FigureDraft {
  const integral = settle(amount, kind);
  const bounds = boundsOf(integral, around.effects, kind);
  const span = {
    start: context.items[around.from]?.start ?? 0,
    end: context.items[around.next - 1]?.end ?? 0,
  };
  const of = kind.type === 'count' ? (kind.noun?.of ?? null) : kind.unit;
  const ending =
    amount.run.rest !== '' && !amount.run.compound ? amount.run.rest : endingWord(context, amount);
  const figure: Figure = {
    id: idOf('fig', context.source, span.start, span.end),
    passage: context.passage,
    span,
    numberSpan: { start: context.items[amount.at]?.start ?? 0, end: amount.run.end },
    nounSpan: kind.nounSpan,
    quantity: { ...bounds, of, per: null, cumulative: around.effects.has('total') },
    type: kind.type,
    unit: kind.type === 'count' || kind.type === 'fraction' ? null : kind.unit,
    value: integral.value,
    decimals: integral.value === null ? 0 : integral.decimals,
    approx: around.effects.has('about'),
    increment: around.effects.has('more'),
    ofThem: around.effects.has('them'),
    qualifiers: [...(kind.noun?.adjectives ?? []), ...(kind.ageYears ? ['old'] : []), ...around.qualifiers],
  };
  return {
    figure,
    from: around.from,
    next: around.next,
    at: amount.at,
    numberNext: amount.next,
    ending,
    dimension: kind.dimension,
    weak: false,
    alternative: amount.run.alternative,
    total: around.effects.has('total'),
  };
}

function endingWord(context: FigureContext, amount: Amount): string {
  return afterEnding(context, amount) > amount.next ? (context.items[amount.next + 1]?.norm ?? '') : '';
}

// Whole things are counted in whole numbers: "1.400 people" are not one and four tenths.
function settle(
  amount: Amount,
  kind: Kind,
): { min: number; max: number; value: number | null; decimals: number } {
  const { alternative } = amount.run;
  const whole =
    kind.type === 'count' && kind.noun !== null && amount.value !== null && !Number.isInteger(amount.value);
  if (whole && alternative !== null && amount.min === amount.max)
    return { min: alternative, max: alternative, value: alternative, decimals: decimalsOf(alternative, 0) };
  return { min: amount.min, max: amount.max, value: amount.value, decimals: amount.run.decimals };
}

function boundsOf(amount: { min: number; max: number }, effects: ReadonlySet<Effect>, kind: Kind): Bounds {
  const whole = kind.type === 'count' || kind.type === 'money';
  if (effects.has('equal') && effects.has('over')) return { min: amount.min, max: null };
  if (effects.has('equal') && effects.has('under')) return { min: null, max: amount.max };
  if (effects.has('over'))
    return moreThan(
      amount.max === amount.min ? amount.min : amount.min,
      kind.type === 'count' || (whole && Number.isInteger(amount.min)),
    );
  if (effects.has('least')) return { min: amount.min, max: null };
  if (effects.has('under')) return fewerThan(amount.max, kind.type === 'count');
  if (effects.has('most')) return { min: null, max: amount.max };
  if (effects.has('about')) return aboutBounds(amount.min, amount.max);
  return { min: amount.min, max: amount.max };
}

// ---- words that count without a number

/** Arabic duals: رجلان are two men. */
function dualAt(context: FigureContext, at: number): FigureDraft | null {
  const { items, lexicon } = context;
  const item = items[at];
  if (item === undefined || lexicon.language !== 'ar') return null;
  const entry = lexicon.noun(item.norm);
  if (entry?.dual !== true) return null;
  return wordFigure(
    context,
    at,
    at + 1,
    2,
    {
      noun: entry.people ? 'person' : entry.noun,
      qualifiers: entry.people && entry.noun !== 'person' ? [entry.noun] : [],
    },
    false,
  );
}

/** "a gallon of milk": one of a measure that something is weighed or filled in. */
function measureOfAt(context: FigureContext, at: number): FigureDraft | null {
  const { items, lexicon } = context;
  if (lexicon.language !== 'en' || !lexicon.numbers.articles.has(items[at]?.norm ?? '')) return null;
  const unit = lexicon.units.find(items, at + 1);
  if (unit === null || !/^(?:mass|volume)$/.test(unit.value.dimension)) return null;
  const next = at + 1 + unit.length;
  if (items[next]?.norm !== 'of' || items[at - 1]?.kind === 'number') return null;
  const draft = wordFigure(context, at, next, 1, { noun: unit.value.unit, qualifiers: [] }, false);
  return {
    ...draft,
    dimension: unit.value.dimension,
    figure: { ...draft.figure, type: 'measure', unit: unit.value.unit },
  };
}

/** "a child": counts only where a list sums, so the draft is weak. */
function articleAt(context: FigureContext, at: number): FigureDraft | null {
  const { items, lexicon } = context;
  if (!lexicon.numbers.articles.has(items[at]?.norm ?? '')) return null;
  const noun = nounAt(context, at + 1, true);
  if (noun === null || noun.entry === null || noun.entry.noun === 'group') return null;
  return wordFigure(context, at, noun.next, 1, { noun: noun.of, qualifiers: noun.adjectives }, true);
}

function wordFigure(
  context: FigureContext,
  at: number,
  next: number,
  value: number,
  noun: { noun: string; qualifiers: readonly string[] },
  weak: boolean,
): FigureDraft {
  const span = spanOfItems(context, at, next);
  const figure: Figure = {
    id: idOf('fig', context.source, span.start, span.end),
    passage: context.passage,
    span,
    numberSpan: spanOfItems(context, at, at + 1),
    nounSpan: spanOfItems(context, next - 1, next),
    quantity: { min: value, max: value, of: noun.noun, per: null, cumulative: false },
    type: 'count',
    unit: null,
    value,
    decimals: 0,
    approx: false,
    increment: false,
    ofThem: false,
    qualifiers: noun.qualifiers,
  };
  return {
    figure,
    from: at,
    next,
    at,
    numberNext: at + 1,
    ending: '',
    dimension: null,
    weak,
    alternative: null,
    total: false,
  };
}
