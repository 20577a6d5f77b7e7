import type { Numeral } from './number-lexicon.ts';
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
  const { lexicon } = context;
  if (ending.compound) {
    const part = lexicon.fractions.find([{ start: 0, end: 0, kind: 'word', norm: ending.rest }], 0);
    return part === null ? null : { value: value / part.value, next: at };
  }
  if (lexicon.language === 'tr' && /^[dt][ae]$/.test(ending.rest)) return turkishFraction(context, at, value);
  const mixed = mixedFraction(context, at, value);
  if (mixed !== null) return mixed;
  const part = denominatorAt(context, at);
  if (part !== null && value < 1000 && Number.isInteger(value) && !(part.value === 2 && value === 1))
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

/** "five and a quarter", "a hundred and three and two thirds", "veinte con tres quintos", "عشرون وثلاثة أخماس", "10½". */
export function mixedFraction(
  context: NumberContext,
  at: number,
  value: number,
): { value: number; next: number } | null {
  const { items, lexicon } = context;
  if (!Number.isInteger(value)) return null;
  const vulgar = VULGAR[items[at]?.norm ?? ''];
  if (vulgar !== undefined) return { value: value + vulgar, next: at + 1 };
  const within =
    lexicon.language === 'ar' && lexicon.numeral(items[at]?.norm ?? '')?.atoms[0]?.joined === true;
  if (!within && !lexicon.fractionAnd.has(items[at]?.norm ?? '')) return null;
  const from = within ? at : at + 1;
  const top = lexicon.articles.has(items[from]?.norm ?? '')
    ? 1
    : topOf(lexicon.numeral(items[from]?.norm ?? ''));
  const part = denominatorAt(context, from + 1);
  if (top === null || part === null || part.value <= top) return null;
  return { value: value + top / part.value, next: from + 1 + part.length };
}

function topOf(numeral: Numeral | null): number | null {
  if (numeral === null || numeral.rest !== '' || numeral.atoms.some((atom) => atom.scale)) return null;
  return numeral.atoms.reduce((total, atom) => total + atom.value, 0);
}

/** "thirds", "hundredths", "veintiunavos". */
function denominatorAt(
  { items, lexicon }: NumberContext,
  at: number,
): { value: number; length: number } | null {
  const known = lexicon.fractions.find(items, at);
  if (known !== null || lexicon.language !== 'es') return known;
  const stem = /^(.{3,}?)(?:avos?|avas?)$/.exec(items[at]?.norm ?? '')?.[1];
  const value = stem === undefined ? null : topOf(lexicon.numeral(stem));
  return value === null || value < 11 ? null : { value, length: 1 };
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
