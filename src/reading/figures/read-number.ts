import {
  type Ending,
  fractionAfter,
  mixedFraction,
  namesPlace,
  opensFraction,
  pointAfter,
  VULGAR,
} from './number-fraction.ts';
import type { Atom, Numeral } from './number-lexicon.ts';
import { powerAfter } from './number-power.ts';
import {
  decimalsOf,
  type NumberContext,
  type NumberRun,
  PLAIN_END,
  scaleWord,
  spanOf,
} from './number-run.ts';
import { addPart, addUnit, feedAll, Sum, tidy } from './number-sum.ts';
import { mayFollow, takeFigures, unitsInFigures } from './take-figures.ts';

const MAX_ITEMS = 24;

/** The number that starts at item `at`, or null. */
export function numberAt(context: NumberContext, at: number): NumberRun | null {
  return (
    vagueAt(context, at) ??
    halfOf(context, at) ??
    vulgarAt(context, at) ??
    partOfNamed(context, at) ??
    plainAt(context, at)
  );
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

/** "half a million", "yarım milyon", "a quarter of a million", "half a dozen". */
function halfOf(context: NumberContext, at: number): NumberRun | null {
  const { items, lexicon } = context;
  const part = lexicon.half.has(items[at]?.norm ?? '') ? 2 : lexicon.portions.get(items[at]?.norm ?? '');
  if (part === undefined) return null;
  let next = at + 1;
  if (lexicon.articles.has(items[next]?.norm ?? '')) next += 1;
  const scale = scaleWord(context, next);
  if (scale === null) return null;
  const value = scale.value / part;
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

export function plainAt(context: NumberContext, from: number): NumberRun | null {
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
  if (namesPlace(context, at)) return null;
  const sum = new Sum();
  let rest = '';
  let compound = false;
  let alternative: number | null = null;
  const limit = Math.min(items.length, at + MAX_ITEMS);
  while (at < limit && !sum.closed) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind === 'number') {
      const digits = takeFigures(context, at, sum);
      if (digits === null) break;
      alternative = digits.alternative;
      at = digits.next;
      continue;
    }
    if (sum.atoms > 0 && lexicon.partAfter.has(item.norm)) {
      const part = lexicon.partAfter.find(items, at);
      if (part !== null) {
        const scale = sum.group === null ? scaleWord(context, at + part.length) : null;
        addPart(sum, part.value, scale?.value ?? null);
        at += part.length + (scale === null ? 0 : 1);
        continue;
      }
    }
    const tens = lastOfTens(context, at, sum);
    if (tens !== null) {
      addUnit(sum, tens);
      at += 2;
      continue;
    }
    if (item.kind === 'mark' || (sum.atoms > 0 && opensFraction(context, at))) break;
    if (sum.atoms > 0 && mixedFraction(context, at, sum.value()) !== null) break;
    const units = lexicon.and.has(item.norm) ? unitsInFigures(context, at + 1, sum) : null;
    if (units !== null) {
      addUnit(sum, units);
      at += 2;
      continue;
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

/** "ninety - five": the unit behind a dash, where the dash is no range because it would fall. */
function lastOfTens({ items, lexicon }: NumberContext, at: number, sum: Sum): number | null {
  if (lexicon.language !== 'en' || !/^[-–]$/.test(items[at]?.norm ?? '') || sum.slot !== 10) return null;
  const atom = lexicon.atom(items[at + 1]?.norm ?? '');
  return atom !== undefined && !atom.scale && atom.value > 0 && atom.value < 10 ? atom.value : null;
}

// "three dozens", "quince docenas".
function dozens(context: NumberContext, norm: string): Numeral | null {
  const atom = norm.endsWith('s') ? context.lexicon.atom(norm.slice(0, -1)) : undefined;
  return atom?.collective ? { atoms: [atom], rest: '', compound: false } : null;
}

function markJoined(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, index) => (index === 0 ? { ...atom, joined: true } : atom));
}

function isMinus(context: NumberContext, at: number): boolean {
  const { items, lexicon } = context;
  const item = items[at];
  if (item === undefined) return false;
  const next = items[at + 1];
  if (next === undefined) return false;
  if (item.kind === 'word')
    return (
      lexicon.minus.has(item.norm) &&
      !lexicon.notMinusAfter.has(items[at - 1]?.norm ?? '') &&
      (next.kind === 'number' || lexicon.numeral(next.norm) !== null)
    );
  if (item.norm !== '-' && item.norm !== '−') return false;
  const before = items[at - 1];
  const apart =
    before === undefined ||
    (before.end < item.start && before.kind !== 'number') ||
    before.norm === '(' ||
    before.norm === '=' ||
    /^\p{Sc}$/u.test(before.norm);
  return apart && next.kind === 'number' && next.start === item.end;
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
    (scale.value === 100 && sum.lastScale >= 1_000_000 && sum.lastScale < Number.POSITIVE_INFINITY) ||
    (scale.value > 100 && (sum.lastScale === Number.POSITIVE_INFINITY || scale.value < sum.lastScale))
  );
}

function finish(context: NumberContext, from: number, at: number, sum: Sum, ending: Ending): NumberRun {
  const pointed = pointAfter(context, at, sum);
  const whole = pointed?.value ?? sum.value();
  const after = pointed?.next ?? at;
  const fraction =
    (sum.figures ? powerAfter(context, after, whole) : null) ??
    ofScale(context, fractionAfter(context, after, whole, ending)) ??
    overAfter(context, after, whole);
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

/** "two thirds of a million": the scale that a fraction is of. */
function ofScale(
  context: NumberContext,
  fraction: { value: number; next: number } | null,
): { value: number; next: number } | null {
  const { items, lexicon } = context;
  if (fraction === null || lexicon.language !== 'en' || items[fraction.next]?.norm !== 'of') return fraction;
  if (!lexicon.articles.has(items[fraction.next + 1]?.norm ?? '')) return fraction;
  const scale = scaleWord(context, fraction.next + 2);
  return scale === null ? fraction : { value: tidy(fraction.value * scale.value), next: fraction.next + 3 };
}

/** "⅔" on its own. */
function vulgarAt(context: NumberContext, at: number): NumberRun | null {
  const value = VULGAR[context.items[at]?.norm ?? ''];
  return value === undefined ? null : partRun(context, at, value);
}

/** "خمس الساعة": what is counted is never definite, so the word is a part of what is named. */
function partOfNamed(context: NumberContext, at: number): NumberRun | null {
  const { items, lexicon } = context;
  const part = lexicon.valueOrPart.get(items[at]?.norm ?? '');
  const next = items[at + 1]?.norm ?? '';
  if (part === undefined || !/^ال.{2}/.test(next) || lexicon.numeral(next) !== null) return null;
  return partRun(context, at, 1 / part);
}

function partRun(context: NumberContext, at: number, value: number): NumberRun {
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

/** "three over four". The lower number is read alone, so that a chain of them stays short. */
function overAfter(
  context: NumberContext,
  at: number,
  value: number,
): { value: number; next: number } | null {
  const { items, lexicon } = context;
  const over = context.nested === true ? null : lexicon.over.find(items, at);
  const bottom = over === null ? null : plainAt({ ...context, nested: true }, at + over.length);
  if (bottom?.value == null || bottom.value <= 0) return null;
  const alone =
    lexicon.language === 'tr' ||
    over?.length === 2 ||
    (lexicon.language === 'ar' && value === 1) ||
    items[bottom.next]?.kind !== 'word';
  return alone ? { value: value / bottom.value, next: bottom.next } : null;
}
