import { tokenOf } from '../../language/token.ts';
import { wordOf } from '../../language/word.ts';
import type { NumberLexicon, Numeral } from './number-lexicon.ts';
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
  const dash = items[at]?.norm === '-' && value < 10 ? denominatorAt(context, at + 1) : null;
  if (dash !== null && lexicon.language === 'en' && dash.value > 2)
    return { value: value / dash.value, next: at + 1 + dash.length };
  if (ending.compound) {
    const part = lexicon.fractions.find([tokenOf(wordOf(ending.rest, 'word'), 0)], 0);
    return part === null ? null : { value: value / part.value, next: at };
  }
  if (lexicon.language === 'tr' && /^[dt][ae]$/.test(ending.rest)) return turkishFraction(context, at, value);
  const mixed = mixedFraction(context, at, value);
  if (mixed !== null) return mixed;
  const part = denominatorAt(context, at);
  const several =
    lexicon.language === 'en' && (context.items[at + (part?.length ?? 1) - 1]?.norm.endsWith('s') ?? false);
  if (
    part !== null &&
    (value < 1000 || several) &&
    Number.isInteger(value) &&
    !(part.value === 2 && value === 1)
  )
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
  // "و ثلثين": and two thirds.
  const dual = lexicon.fractions.find(items, from);
  if (dual !== null && !within && dual.value > 1 && dual.value < 2)
    return { value: value + 1 / dual.value, next: from + dual.length };
  const top = lexicon.articles.has(items[from]?.norm ?? '')
    ? 1
    : topOf(lexicon.numeral(items[from]?.norm ?? ''));
  const part = denominatorAt(context, from + 1);
  if (top === null || part === null || part.value <= top) return null;
  return { value: value + (top / part.value) * scaleSaid(context, at, value), next: from + 1 + part.length };
}

// "nine million and five ninths": a fraction behind millions is of a million.
function scaleSaid({ items, lexicon }: NumberContext, at: number, value: number): number {
  const atom =
    lexicon.atom(items[at - 1]?.norm ?? '') ?? lexicon.atom((items[at - 1]?.norm ?? '').replace(/e?s$/, ''));
  return atom?.scale && atom.value >= 1_000_000 && atom.value <= value ? atom.value : 1;
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
  const known =
    lexicon.fractions.find(items, at) ?? unitAsPart(lexicon, items[at]?.norm, items[at - 1]?.norm);
  if (known !== null || lexicon.language !== 'es') return known;
  const stem = /^(.{3,}?)(?:avos?|avas?)$/.exec(items[at]?.norm ?? '')?.[1];
  const value = stem === undefined ? null : topOf(lexicon.numeral(stem));
  return value === null || value < 11 ? null : { value, length: 1 };
}

/** "ثلاثون خمس": behind tens a unit without "and" is a part, خمس a fifth. */
function unitAsPart(
  lexicon: NumberLexicon,
  norm: string | undefined,
  before: string | undefined,
): { value: number; length: number } | null {
  const part = lexicon.valueOrPart.get(norm ?? '');
  const atom = lexicon.numeral(before ?? '')?.atoms[0];
  return part === undefined || atom === undefined || atom.value < 20 || atom.value > 90
    ? null
    : { value: part, length: 1 };
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

/** "one twenty-fifth", "six twenty fifths": the words there name a fraction as a whole. */
export function opensFraction({ items, lexicon }: NumberContext, at: number): boolean {
  if (unitAsPart(lexicon, items[at]?.norm, items[at - 1]?.norm) !== null) return true;
  const found = lexicon.fractions.find(items, at);
  // "a hundred twenty seconds" are a length of time.
  if (found === null || items[at + found.length - 1]?.norm === 'seconds') return false;
  return found.length > 1 || (items[at]?.norm.includes('-') ?? false);
}

/** "the twenty-fifth": which one it is, not how many. */
export function namesPlace({ items, lexicon }: NumberContext, at: number): boolean {
  return (items[at]?.norm.includes('-') ?? false) && (lexicon.fractions.find(items, at)?.value ?? 0) > 20;
}
