import type { Token } from '../../language/token.ts';
import type { Atom, NumberLexicon, Numeral } from './number-lexicon.ts';
import { readDigits } from './read-digits.ts';

/** Words or figures read as one number. */
export interface NumberRun {
  /** Index of the item after it. */
  readonly next: number;
  readonly start: number;
  readonly end: number;
  readonly min: number;
  readonly max: number;
  /** Null for vague words. */
  readonly value: number | null;
  readonly decimals: number;
  readonly kind: 'plain' | 'vague' | 'fraction';
  /** The other reading of an unclear mark, or null. */
  readonly alternative: number | null;
  /** Case ending ("'i", "ten") or the rest of a compound ("kilometre"), folded; empty where none. */
  readonly rest: string;
  readonly compound: boolean;
  /** Written in figures. */
  readonly figures: boolean;
}

export interface NumberContext {
  readonly text: string;
  readonly items: readonly Token[];
  readonly lexicon: NumberLexicon;
  readonly mark: '.' | ',' | null;
}

const MAX_ITEMS = 24;
const SCALE_LETTERS = new Set(['k', 'm', 'mm', 'mn', 'b', 'bn', 'tn']);

/** The number that starts at item `at`, or null. */
export function numberAt(context: NumberContext, at: number): NumberRun | null {
  return vagueAt(context, at) ?? halfOf(context, at) ?? vulgarAt(context, at) ?? plainAt(context, at);
}

function vagueAt(context: NumberContext, at: number): NumberRun | null {
  const { items, lexicon } = context;
  const found = lexicon.vague.find(items, at);
  if (found === null) return null;
  let next = at + found.length;
  let { min, max } = found.value;
  const link = items[next]?.norm === 'of' ? 1 : 0;
  const scale = scaleWord(context, next + link);
  if (scale !== null && scale.value >= 10 && scale.value !== 20) {
    max = max <= 3 || scale.collective ? max * scale.value : (max + 1) * scale.value - 1;
    min *= scale.value;
    next += link + 1;
  }
  return { ...spanOf(items, at, next), min, max, value: null, decimals: 0, kind: 'vague', ...PLAIN_END };
}

const PLAIN_END = { alternative: null, rest: '', compound: false, figures: false };

function spanOf(
  items: readonly Token[],
  at: number,
  next: number,
): { next: number; start: number; end: number } {
  return { next, start: items[at]?.start ?? 0, end: items[next - 1]?.end ?? 0 };
}

// A scale that may follow a vague word or a half, in the plural too ("tens of thousands").
function scaleWord(context: NumberContext, at: number): Atom | null {
  const word = context.items[at]?.norm ?? '';
  const plural = word.endsWith('s') ? word.slice(0, -1) : word;
  const atom = context.lexicon.atom(word) ?? context.lexicon.atom(plural);
  return atom?.scale && word.length > 2 ? atom : null;
}

/** "half a million", "yarım milyon", "a quarter of a million", "half a dozen". */
function halfOf(context: NumberContext, at: number): NumberRun | null {
  const { items, lexicon } = context;
  if (!lexicon.half.has(items[at]?.norm ?? '')) return null;
  let next = at + 1;
  if (lexicon.articles.has(items[next]?.norm ?? '')) next += 1;
  const scale = scaleWord(context, next);
  if (scale === null) return null;
  const value = scale.value / 2;
  return {
    ...spanOf(items, at, next + 1),
    min: value,
    max: value,
    value,
    decimals: decimalsOf(value, 0),
    kind: 'plain',
    ...PLAIN_END,
  };
}

class Sum {
  /** Finished parts with their scales, greatest first. */
  parts: { value: number; scale: number }[] = [];
  group: number | null = null;
  slot = Number.POSITIVE_INFINITY;
  atoms = 0;
  single: string | null = '';
  lastWasScale = false;
  lastValue = 0;
  closed = false;
  figures = false;
  decimals = 0;

  get total(): number {
    return this.parts.reduce((total, part) => total + part.value, 0);
  }

  get lastScale(): number {
    return this.parts.at(-1)?.scale ?? Number.POSITIVE_INFINITY;
  }

  value(): number {
    if (this.single !== null && this.single.length > 2) return Number(this.single);
    return tidy(this.total + (this.group ?? 0));
  }
}

function plainAt(context: NumberContext, from: number): NumberRun | null {
  const { items, lexicon } = context;
  let at = from;
  const negative = isMinus(context, at);
  if (negative) at += 1;
  if (
    lexicon.articles.has(items[at]?.norm ?? '') &&
    scaleWord(context, at + 1) !== null &&
    lexicon.language !== 'es'
  )
    at += 1;
  const sum = new Sum();
  let rest = '';
  let compound = false;
  let alternative: number | null = null;
  const limit = Math.min(items.length, at + MAX_ITEMS);
  while (at < limit && !sum.closed) {
    const item = items[at];
    if (item === undefined || item.kind === 'mark') break;
    if (item.kind === 'number') {
      const digits = takeFigures(context, at, sum);
      if (digits === null) break;
      alternative = digits.alternative;
      at = digits.next;
      continue;
    }
    if (sum.atoms > 0 && lexicon.halfAfter.has(item.norm)) {
      const half = lexicon.halfAfter.find(items, at);
      if (half !== null) {
        addHalf(sum);
        at += half.length;
        continue;
      }
    }
    if (lexicon.and.has(item.norm) && !joins(context, at, sum)) break;
    if (lexicon.and.has(item.norm)) {
      const numeral = lexicon.numeral(items[at + 1]?.norm ?? '');
      if (numeral === null || !feedAll(sum, markJoined(numeral.atoms), context)) break;
      rest = numeral.rest;
      compound = numeral.compound;
      at += 2;
    } else {
      if (!mayFollow(context, at, sum)) break;
      const numeral = lexicon.numeral(item.norm) ?? (sum.atoms > 0 ? dozens(context, item.norm) : null);
      if (numeral === null || !feedAll(sum, numeral.atoms, context)) break;
      rest = numeral.rest;
      compound = numeral.compound;
      at += 1;
    }
    if (rest !== '') break;
  }
  if (sum.atoms === 0) return null;
  return finish(context, from, at, sum, { negative, rest, compound, alternative });
}

// "three dozens", "quince docenas".
function dozens(context: NumberContext, norm: string): Numeral | null {
  const atom = norm.endsWith('s') ? context.lexicon.atom(norm.slice(0, -1)) : undefined;
  return atom?.collective ? { atoms: [atom], rest: '', compound: false } : null;
}

function markJoined(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, index) => (index === 0 ? { ...atom, joined: true } : atom));
}

// Letters such as k and m stand for a scale only right behind figures.
function mayFollow(context: NumberContext, at: number, sum: Sum): boolean {
  const item = context.items[at];
  if (item === undefined || !SCALE_LETTERS.has(item.norm)) return true;
  const before = context.items[at - 1];
  return (
    sum.figures &&
    before?.kind === 'number' &&
    (before.end === item.start || item.norm === 'bn' || item.norm === 'mn') &&
    !lowerM(context, item)
  );
}

// "5m" is metres, "5M" millions.
function lowerM(context: NumberContext, item: Token): boolean {
  return context.text.slice(item.start, item.end) === 'm';
}

function isMinus(context: NumberContext, at: number): boolean {
  const { items, lexicon } = context;
  const item = items[at];
  if (item === undefined) return false;
  const next = items[at + 1];
  if (next === undefined) return false;
  if (item.kind === 'word')
    return lexicon.minus.has(item.norm) && (next.kind === 'number' || lexicon.numeral(next.norm) !== null);
  if (item.norm !== '-' && item.norm !== '−') return false;
  const before = items[at - 1];
  const apart =
    before === undefined ||
    (before.end < item.start && before.kind !== 'number') ||
    before.norm === '(' ||
    before.norm === '=';
  return apart && next.kind === 'number' && next.start === item.end;
}

function takeFigures(
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

/** "3/4". */
function figuresFraction(context: NumberContext, at: number): { value: number; next: number } | null {
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

function addHalf(sum: Sum): void {
  if (sum.group !== null) sum.group += 0.5;
  else sum.parts.push({ value: sum.lastScale / 2, scale: 1 });
  sum.slot = 0;
}

// Whether an "and" before the next word goes on with the number.
function joins(context: NumberContext, at: number, sum: Sum): boolean {
  const { items, lexicon } = context;
  if (sum.atoms === 0) return false;
  const numeral = lexicon.numeral(items[at + 1]?.norm ?? '');
  const atom = numeral?.atoms[0];
  if (atom === undefined) return false;
  if (lexicon.language === 'ar' || lexicon.language === 'fa' || lexicon.language === 'ku') return true;
  if (lexicon.language === 'en')
    return sum.lastWasScale && !atom.scale && atom.value < 100 && staysSmall(context, at + 1, sum);
  if (atom.scale) return false;
  if (lexicon.language === 'es') return sum.lastValue >= 30 && sum.lastValue < 100 && atom.value < 10;
  return sum.lastWasScale ? atom.value < sum.slot : atom.value < sum.lastValue && sum.lastValue >= 20;
}

// "two thousand and three hundred guests" is a list, "a hundred and fifty thousand" a number.
function staysSmall(context: NumberContext, at: number, sum: Sum): boolean {
  const { items, lexicon } = context;
  let next = at + 1;
  const second = lexicon.numeral(items[next]?.norm ?? '')?.atoms[0];
  if (second !== undefined && !second.scale && second.value < 10) next += 1;
  const scale = lexicon.numeral(items[next]?.norm ?? '')?.atoms[0];
  return (
    !scale?.scale ||
    scale.collective === true ||
    (scale.value > 100 && (sum.lastScale === Number.POSITIVE_INFINITY || scale.value < sum.lastScale))
  );
}

function feedAll(sum: Sum, atoms: readonly Atom[], context: NumberContext): boolean {
  for (const [index, atom] of atoms.entries()) {
    if (!feed(sum, atom, context)) return index > 0;
  }
  return true;
}

function feed(sum: Sum, atom: Atom, context: NumberContext): boolean {
  const accepted = atom.scale ? feedScale(sum, atom) : feedValue(sum, atom, context.lexicon.language);
  if (accepted) sum.atoms += 1;
  return accepted;
}

function feedScale(sum: Sum, atom: Atom): boolean {
  const scale = atom.value;
  if (scale === 100) {
    if (sum.group !== null && (sum.group > 99 || sum.group === 0)) return false;
    sum.group = (sum.group ?? 1) * 100;
    sum.slot = 100;
  } else if (!closeGroup(sum, scale)) return false;
  sum.single = null;
  sum.lastWasScale = true;
  sum.lastValue = 0;
  sum.closed = atom.collective === true;
  return true;
}

// Multiplies what is smaller than the scale: "mil doscientos millones", "thousand million".
function closeGroup(sum: Sum, scale: number): boolean {
  if (sum.lastScale === scale) return false;
  let value = sum.group ?? 0;
  let smaller = sum.group !== null;
  while (sum.lastScale < scale) {
    value += sum.parts.pop()?.value ?? 0;
    smaller = true;
  }
  sum.parts.push({ value: tidy((smaller ? value : 1) * scale), scale });
  sum.group = null;
  sum.slot = Number.POSITIVE_INFINITY;
  return true;
}

function feedValue(sum: Sum, atom: Atom, language: string): boolean {
  const { value } = atom;
  const before = sum.group;
  if (sum.single !== null && value < 10 && sum.atoms === sum.single.length) sum.single += String(value);
  else if (sum.single !== null && sum.atoms > 0 && sum.single.length > 2) return false;
  else sum.single = null;
  if (before === null) {
    if (sum.total > 0 && language === 'ar' && !atom.joined && value > 99) return start(sum, value, language);
    if (value >= sum.lastScale) return false;
    return start(sum, value, language);
  }
  if (value > 0 && value < sum.slot) {
    if (
      language === 'ar' &&
      !atom.joined &&
      sum.slot > 10 &&
      value < 100 &&
      !sum.lastWasScale &&
      sum.lastValue < 100
    )
      return false;
    sum.group = before + value;
    sum.slot = slotAfter(value, language);
  } else if (unitFirst(before, sum, atom, language)) {
    sum.group = before + value;
    sum.slot = 1;
  } else if (spoken(before, sum, value, language)) {
    sum.group = before * 100 + value;
    sum.slot = slotAfter(value, language);
  } else if (sum.single === null) return false;
  sum.lastWasScale = false;
  sum.lastValue = value;
  return true;
}

function start(sum: Sum, value: number, language: string): boolean {
  // An Arabic dual of a scale: مليونان.
  if (value >= 2000) {
    sum.parts.push({ value, scale: value / 2 });
    sum.lastWasScale = true;
    return true;
  }
  sum.group = value;
  sum.slot = slotAfter(value, language);
  sum.lastWasScale = value >= 100;
  sum.lastValue = value;
  return true;
}

function slotAfter(value: number, language: string): number {
  if (value >= 100) return 100;
  if (language === 'fr' && (value === 60 || value === 80)) return 20;
  if (value >= 20) return value % 10 === 0 ? 10 : 1;
  return value === 10 && language === 'tr' ? 10 : 1;
}

// Arabic and German say the unit first: خمسة وعشرون, خمسة عشر.
function unitFirst(group: number, sum: Sum, atom: Atom, language: string): boolean {
  if (language !== 'ar' && language !== 'de') return false;
  const unit = group % 100;
  if (unit < 1 || unit > 9 || sum.lastValue > 9) return false;
  if (atom.joined) return atom.value >= 20 && atom.value < 100;
  return language === 'ar' && atom.value === 10;
}

// "three seventy-four", "nineteen eighty-six".
function spoken(group: number, sum: Sum, value: number, language: string): boolean {
  return (
    language === 'en' &&
    sum.total === 0 &&
    sum.atoms <= 2 &&
    group === sum.lastValue + (sum.atoms === 2 ? group - sum.lastValue : 0) &&
    group >= 1 &&
    group < 100 &&
    value >= 10 &&
    !sum.lastWasScale
  );
}

interface Ending {
  readonly negative: boolean;
  readonly rest: string;
  readonly compound: boolean;
  readonly alternative: number | null;
}

function finish(context: NumberContext, from: number, at: number, sum: Sum, ending: Ending): NumberRun {
  const pointed = pointAfter(context, at, sum);
  const whole = pointed?.value ?? sum.value();
  const fraction = fractionAfter(context, pointed?.next ?? at, whole, ending);
  const value = tidy((fraction?.value ?? whole) * (ending.negative ? -1 : 1));
  const next = fraction?.next ?? pointed?.next ?? at;
  const written = pointed?.decimals ?? (sum.lastScale === Number.POSITIVE_INFINITY ? sum.decimals : 0);
  return {
    ...spanOf(context.items, from, next),
    min: value,
    max: value,
    value,
    decimals: decimalsOf(value, written),
    kind: fraction === null ? 'plain' : 'fraction',
    alternative:
      ending.alternative === null || sum.lastScale !== Number.POSITIVE_INFINITY ? null : ending.alternative,
    rest: fraction === null ? ending.rest : '',
    compound: fraction === null && ending.compound,
    figures: sum.figures,
  };
}

/** "two hundred point seventy-one", "beş nokta yirmi beş". */
function pointAfter(
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

/** "two thirds", "üçte bir", "one hundred and three and two thirds", "three over four". */
function fractionAfter(
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
  const over = lexicon.over.find(items, at);
  if (over !== null) {
    const bottom = plainAt(context, at + over.length);
    if (
      bottom !== null &&
      bottom.value !== null &&
      bottom.value > 0 &&
      (lexicon.language === 'tr' || items[bottom.next]?.kind !== 'word')
    )
      return { value: value / bottom.value, next: bottom.next };
  }
  const part = lexicon.fractions.find(items, at);
  if (part !== null && value < 100 && Number.isInteger(value) && !(part.value === 2 && value === 1))
    return { value: value / part.value, next: at + part.length };
  return null;
}

const VULGAR: Readonly<Record<string, number>> = {
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

/** "⅔" on its own. */
function vulgarAt(context: NumberContext, at: number): NumberRun | null {
  const value = VULGAR[context.items[at]?.norm ?? ''];
  if (value === undefined) return null;
  return {
    ...spanOf(context.items, at, at + 1),
    min: value,
    max: value,
    value,
    decimals: decimalsOf(value, 0),
    kind: 'fraction',
    ...PLAIN_END,
  };
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

function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

/** Decimal places that the words give; negative for the zeros at the end of a whole number. */
export function decimalsOf(value: number, written: number): number {
  if (written > 0) return written;
  if (!Number.isInteger(value)) return Math.min(6, (String(value).split('.')[1] ?? '').length);
  let zeros = 0;
  for (let rest = Math.abs(value); rest > 0 && rest % 10 === 0; rest /= 10) zeros += 1;
  return zeros === 0 ? 0 : -zeros;
}
