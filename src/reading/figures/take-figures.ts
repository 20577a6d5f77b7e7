import type { Token } from '../../language/token.ts';
import { figuresFraction } from './number-fraction.ts';
import { type NumberContext, scaleWord } from './number-run.ts';
import type { Sum } from './number-sum.ts';
import { readDigits } from './read-digits.ts';

const SCALE_LETTERS = new Set(['k', 'm', 'mm', 'mn', 'mil', 'b', 'bn', 't', 'tn']);

/** Those that may stand apart: "40 bn", "5 k". */
const APART = new Set(['k', 'bn', 'mn', 'mil']);

// Letters such as k and m stand for a scale only right behind figures.
export function mayFollow(context: NumberContext, at: number, sum: Sum): boolean {
  const item = context.items[at];
  const { lexicon } = context;
  if (item === undefined || !SCALE_LETTERS.has(item.norm)) return true;
  if (item.norm === 'mil' && lexicon.language !== 'en') return true;
  const before = context.items[at - 1];
  return (
    sum.figures &&
    before?.kind === 'number' &&
    (before.end === item.start || APART.has(item.norm)) &&
    !lowerM(context, item) &&
    (item.norm !== 't' || isTrillion(context, at))
  );
}

// "$2.1T" are trillions, "2.1t" and "40T" tonnes.
function isTrillion({ items, text }: NumberContext, at: number): boolean {
  const [symbol, item] = [items[at - 2], items[at]];
  return item !== undefined && text.charAt(item.start) === 'T' && /^\p{Sc}$/u.test(symbol?.norm ?? '');
}

// "5m" is metres, "5M" millions.
function lowerM(context: NumberContext, item: Token): boolean {
  return context.text.slice(item.start, item.end) === 'm';
}

export function takeFigures(
  context: NumberContext,
  at: number,
  sum: Sum,
): { next: number; alternative: number | null } | null {
  const item = context.items[at];
  if (item === undefined) return null;
  const written = context.text.slice(item.start, item.end);
  const digits = readDigits(written, context.mark);
  if (digits === null) return null;
  const leading = sum.atoms === 0 ? leadingPoint(context, at) : false;
  const fraction = figuresFraction(context, at);
  const value = leading ? Number(`0.${written.replace(/\D/g, '')}`) : digits.value;
  if (sum.atoms > 0) {
    const before = context.items[at - 1];
    if (fraction !== null && sum.group !== null && Number.isInteger(sum.group) && before?.kind === 'number') {
      sum.group += fraction.value;
      sum.closed = true;
      return { next: fraction.next, alternative: null };
    }
    if (
      !sum.lastWasScale ||
      sum.group !== null ||
      !Number.isInteger(value) ||
      value >= sum.lastScale ||
      before?.kind === 'number'
    )
      return null;
    if (value >= 1000 || (context.lexicon.language === 'en' && !scaleAfter(context, at))) return null;
  }
  sum.group = fraction?.value ?? value;
  sum.closed = fraction !== null && scaleWord(context, fraction.next) === null;
  sum.atoms += 1;
  sum.single = null;
  sum.slot = 0;
  sum.lastWasScale = false;
  sum.lastValue = 0;
  sum.figures = true;
  sum.decimals = leading ? written.length : digits.decimals;
  return { next: fraction?.next ?? at + 1, alternative: digits.alternative };
}

function scaleAfter(context: NumberContext, at: number): boolean {
  return context.lexicon.atom(context.items[at + 1]?.norm ?? '')?.scale ?? false;
}

/** ".5": a point right before the figures and nothing before it. */
function leadingPoint(context: NumberContext, at: number): boolean {
  const [before, point, item] = [context.items[at - 2], context.items[at - 1], context.items[at]];
  if (point === undefined || item === undefined || point.end !== item.start) return false;
  if (point.norm !== '.' && !(point.norm === ',' && context.mark === ',')) return false;
  return before === undefined || (before.end < point.start && before.kind !== 'number');
}

/** "3 hundred and 21": figures behind "and" go on only with what began in figures. */
export function unitsInFigures({ items, text, mark }: NumberContext, at: number, sum: Sum): number | null {
  const item = items[at];
  if (!sum.figures || (!sum.lastWasScale && sum.slot !== 100) || item?.kind !== 'number') return null;
  const value = readDigits(text.slice(item.start, item.end), mark)?.value ?? 0;
  return Number.isInteger(value) && value > 0 && value < 100 ? value : null;
}
