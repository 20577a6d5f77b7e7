import type { NumberContext } from './number-run.ts';
import type { Sum } from './number-sum.ts';
import { readDigits } from './read-digits.ts';

/** "3/4". */
export function figuresFraction(context: NumberContext, at: number): { value: number; next: number } | null {
  const [top, slash, bottom, after] = context.items.slice(at, at + 4);
  if (top === undefined || slash === undefined || bottom === undefined) return null;
  if (
    (slash.norm !== '/' && slash.norm !== '⁄') ||
    slash.start !== top.end ||
    bottom.start !== slash.end ||
    bottom.kind !== 'number'
  )
    return null;
  if (after?.norm === '/' && after.start === bottom.end) return null;
  const [a, b] = [top, bottom].map(
    (item) => readDigits(context.text.slice(item.start, item.end), context.mark)?.value ?? 0,
  );
  if (a === undefined || !b || a > 99 || b > 1000) return null;
  return { value: a / b, next: at + 3 };
}

export interface Ending {
  readonly negative: boolean;
  readonly rest: string;
  readonly compound: boolean;
  readonly alternative: number | null;
}

/** "two hundred point seventy-one", "beş nokta yirmi beş". */
export function pointAfter(
  context: NumberContext,
  at: number,
  sum: Sum,
): { value: number; next: number; decimals: number } | null {
  const { items, lexicon } = context;
  if (!lexicon.point.has(items[at]?.norm ?? '')) return null;
  let digits = '';
  let next = at + 1;
  while (next < at + 12) {
    const numeral = lexicon.numeral(items[next]?.norm ?? '');
    if (numeral === null || numeral.atoms.some((atom) => atom.scale || atom.value > 99)) break;
    const value = numeral.atoms.reduce((total, atom) => total + atom.value, 0);
    digits =
      digits.length > 0 && value < 10 && /[1-9]0$/.test(digits)
        ? digits.slice(0, -1) + String(value)
        : digits + String(value);
    next += 1;
  }
  if (digits === '') return null;
  return { value: Number(`${sum.value()}.${digits}`), next, decimals: digits.length };
}

/** "two thirds", "üçte bir", "one hundred and three and two thirds". */
export function fractionAfter(
  context: NumberContext,
  at: number,
  value: number,
  ending: Ending,
): { value: number; next: number } | null {
  const { items, lexicon } = context;
  if (ending.compound) {
    const part = lexicon.fractions.find([{ start: 0, end: 0, kind: 'word', norm: ending.rest }], 0);
    return part === null ? null : { value: value / part.value, next: at };
  }
  if (lexicon.language === 'tr' && /^[dt][ae]$/.test(ending.rest)) return turkishFraction(context, at, value);
  const mixed = mixedFraction(context, at, value);
  if (mixed !== null) return mixed;
  const part = lexicon.fractions.find(items, at);
  if (part !== null && value < 100 && Number.isInteger(value) && !(part.value === 2 && value === 1))
    return { value: value / part.value, next: at + part.length };
  return null;
}

export const VULGAR: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};

/** "five and a quarter", "a hundred and three and two thirds", "10½". */
function mixedFraction(
  context: NumberContext,
  at: number,
  value: number,
): { value: number; next: number } | null {
  const { items, lexicon } = context;
  if (!Number.isInteger(value)) return null;
  const vulgar = VULGAR[items[at]?.norm ?? ''];
  if (vulgar !== undefined) return { value: value + vulgar, next: at + 1 };
  if (!lexicon.and.has(items[at]?.norm ?? '')) return null;
  const article = lexicon.articles.has(items[at + 1]?.norm ?? '') ? 1 : 0;
  const top = article === 1 ? 1 : lexicon.numeral(items[at + 1]?.norm ?? '')?.atoms[0]?.value;
  const part = lexicon.fractions.find(items, at + 2);
  if (top === undefined || top > 20 || part === null || part.value <= top) return null;
  return { value: value + top / part.value, next: at + 2 + part.length };
}

function turkishFraction(
  context: NumberContext,
  at: number,
  value: number,
): { value: number; next: number } | null {
  const top = context.lexicon.numeral(context.items[at]?.norm ?? '');
  const atom = top?.atoms[0];
  if (
    top === null ||
    atom === undefined ||
    atom.scale ||
    top.atoms.length > 1 ||
    atom.value >= value ||
    value > 20
  )
    return null;
  return { value: atom.value / value, next: at + 1 };
}
