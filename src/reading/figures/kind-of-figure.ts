import type { FigureContext } from './figure-draft.ts';
import { type Kind, spanOfItems } from './figure-kind.ts';
import type { UnitEntry } from './figure-lexicon.ts';
import { type CountedNoun, nounAt, STATES } from './find-noun.ts';
import type { Surroundings } from './look-around.ts';
import type { Amount } from './read-amount.ts';
import { unitKind } from './unit-of-figure.ts';

// ---- kind, unit and noun

export function kindOf(
  context: FigureContext,
  amount: Amount,
  around: Surroundings,
  symbol: UnitEntry | null,
): Kind | 'identifier' {
  const next = afterEnding(context, amount);
  const plain: Kind = {
    type: 'count',
    unit: null,
    dimension: null,
    noun: null,
    nounSpan: null,
    next,
    ageYears: false,
  };
  if (symbol !== null) return moneyKind(context, plain, symbol);
  const percent = percentKind(context, amount, around, plain);
  if (percent !== null) return percent;
  const age = ageKind(context, around, plain);
  if (age !== null) return age;
  const unit = unitKind(context, amount, plain);
  if (unit !== null) return unit;
  if (amount.run.kind === 'fraction') return { ...plain, type: 'fraction' };
  const one = amount.max === 1;
  const noun = nounAfter(context, next, one);
  const first = context.items[amount.next];
  if (around.effects.has('identifier') && (noun === null || noun.entry === null)) return 'identifier';
  if (
    noun === null &&
    amount.run.figures &&
    first?.kind === 'word' &&
    first.start === amount.run.end &&
    amount.run.rest === ''
  )
    return 'identifier';
  if (noun === null) return plain;
  return { ...plain, noun, nounSpan: spanOfItems(context, noun.at, noun.next), next: noun.next };
}

// A Turkish ending set off by an apostrophe: "18'i".
export function afterEnding(context: FigureContext, amount: Amount): number {
  const [mark, word] = [context.items[amount.next], context.items[amount.next + 1]];
  if (mark === undefined || word?.kind !== 'word' || mark.start !== amount.run.end || word.start !== mark.end)
    return amount.next;
  return mark.norm === "'" || mark.norm === '’' || mark.norm === '‘' ? amount.next + 2 : amount.next;
}

function nounAfter(context: FigureContext, next: number, one: boolean): CountedNoun | null {
  const { items, lexicon } = context;
  const more = lexicon.right.find(items, next);
  if (more?.value === 'them') return null;
  if (more !== null && more.value !== 'total' && more.value !== 'none')
    return nounAt(context, next + more.length, one);
  const tight = items[next]?.norm === '-' && items[next]?.start === items[next - 1]?.end ? 1 : 0;
  const closing = items[next]?.norm === ')' && items[next - 2]?.norm === '(' ? 1 : 0;
  const direct = nounAt(context, next + Math.max(tight, closing), one);
  if (direct !== null) return direct;
  if (!lexicon.of.has(items[next]?.norm ?? '')) return null;
  if (lexicon.language === 'ar') return null;
  if (lexicon.language === 'en' && !isVagueWord(context, next - 1)) return nounOfAGroup(context, next + 1);
  return nounAt(context, next + 1, one);
}

const DEFINITE = new Set(['the', 'its', 'our', 'their', 'his', 'her', 'my', 'your', 'those', 'these']);

/** "nineteen of the drivers": some of a group that is known. */
function nounOfAGroup(context: FigureContext, at: number): CountedNoun | null {
  if (!DEFINITE.has(context.items[at]?.norm ?? '')) return null;
  const noun = nounAt(context, at + 1, false);
  // "four of the wounded were sent home": what they are is another event, not what is counted.
  return noun !== null && STATES.has(context.items[noun.at]?.norm ?? '') ? null : noun;
}

// "dozens of", "thousands of": the noun stands behind "of".
function isVagueWord(context: FigureContext, at: number): boolean {
  const norm = context.items[at]?.norm ?? '';
  return (
    norm.endsWith('s') ||
    norm === 'dozen' ||
    norm === 'couple' ||
    norm === 'score' ||
    norm === 'handful' ||
    norm === 'hundred' ||
    norm === 'pair'
  );
}

function moneyKind(context: FigureContext, plain: Kind, symbol: UnitEntry): Kind {
  const word = context.lexicon.units.find(context.items, plain.next);
  const repeated = word !== null && word.value.dimension === 'money' ? word.length : 0;
  return { ...plain, type: 'money', unit: symbol.unit, dimension: 'money', next: plain.next + repeated };
}

function percentKind(context: FigureContext, amount: Amount, around: Surroundings, plain: Kind): Kind | null {
  const right = context.lexicon.percentRight.find(context.items, plain.next);
  if (right !== null) return { ...plain, type: 'percent', unit: 'percent', next: plain.next + right.length };
  const left = context.lexicon.percentLeft.find(context.items, amount.at - 1);
  const sign = context.items[amount.at - 1];
  const signed =
    (sign?.norm === '%' || sign?.norm === '٪') &&
    (context.items[amount.at - 2]?.kind !== 'number' || context.items[amount.at - 2]?.end !== sign.start);
  if (left === null && !signed) return null;
  around.from = Math.min(around.from, amount.at - (left?.length ?? 1));
  return { ...plain, type: 'percent', unit: 'percent' };
}

function ageKind(context: FigureContext, around: Surroundings, plain: Kind): Kind | null {
  const { items, lexicon } = context;
  const skip = items[plain.next]?.norm === '-' ? 1 : 0;
  const right = lexicon.ageRight.find(items, plain.next + skip) ?? lexicon.ageRight.find(items, plain.next);
  const left = lexicon.ageLeft.find(items, around.from - 1);
  if (right === null && left === null) return null;
  return {
    ...plain,
    type: 'measure',
    unit: 'year',
    dimension: 'age',
    next: plain.next + (right === null ? 0 : right.length + skip),
    ageYears: true,
  };
}
