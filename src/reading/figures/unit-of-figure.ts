import { tokenOf } from '../../language/token.ts';
import { wordOf } from '../../language/word.ts';
import { sliceOf } from '../../statement/span.ts';
import type { FigureContext } from './figure-draft.ts';
import { type Kind, spanOfItems } from './figure-kind.ts';
import type { UnitEntry } from './figure-lexicon.ts';
import type { Amount } from './read-amount.ts';

export function unitKind(context: FigureContext, amount: Amount, plain: Kind): Kind | null {
  const { items, lexicon } = context;
  if (amount.run.compound) return compoundUnit(context, amount, plain);
  const item = items[plain.next];
  if (item === undefined) return null;
  const skip =
    (item.norm === '-' && item.start === items[plain.next - 1]?.end) ||
    item.norm === '{' ||
    inBrackets(context, plain.next) ||
    item.norm === 'de'
      ? 1
      : 0;
  const found =
    lexicon.units.find(items, plain.next) ??
    (skip === 1 ? lexicon.units.find(items, plain.next + 1) : null) ??
    suffixedUnit(context, plain.next) ??
    inchAt(context, amount, plain.next);
  if (found === null || falseUnit(context, amount, plain.next, found.value)) return null;
  const at = lexicon.units.find(items, plain.next) === null && skip === 1 ? plain.next + 1 : plain.next;
  const power = powerOf(context, at + found.length, found.value);
  return withPer(context, at, at + found.length + power.length, power.unit, plain);
}

/** "20 (kg)". */
function inBrackets({ items, lexicon }: FigureContext, at: number): boolean {
  if (items[at]?.norm !== '(' || (items[at + 1]?.norm.length ?? 0) < 2) return false;
  const unit = lexicon.units.find(items, at + 1);
  return unit !== null && items[at + 1 + unit.length]?.norm === ')';
}

const INCH: UnitEntry = { unit: 'inch', dimension: 'length' };
const SIZES = new Set(['thick', 'wide', 'long', 'deep', 'high', 'tall', 'across', 'x', 'diameter']);

/** "12 ft 2 in", "4 in thick": "in" is inches only behind feet or before a word of size. */
function inchAt(
  { items, lexicon }: FigureContext,
  amount: Amount,
  at: number,
): { value: UnitEntry; length: number } | null {
  if (lexicon.language !== 'en' || items[at]?.norm !== 'in' || !amount.run.figures) return null;
  const behindFeet = lexicon.units.find(items, amount.at - 1)?.value.unit === 'foot';
  return behindFeet || SIZES.has(items[at + 1]?.norm ?? '') ? { value: INCH, length: 1 } : null;
}

const POWERS: Readonly<Record<string, 2 | 3>> = { squared: 2, cubed: 3, '^2': 2, '^3': 3 };

/** "km^2", "metres cubed": the length with the power that stands behind it. */
function powerOf({ items }: FigureContext, at: number, unit: UnitEntry): { unit: UnitEntry; length: number } {
  const mark = items[at]?.norm === '^' && items[at]?.start === items[at - 1]?.end;
  const power = POWERS[mark ? `^${items[at + 1]?.norm}` : (items[at]?.norm ?? '')];
  if (power === undefined || unit.dimension !== 'length') return { unit, length: 0 };
  const raised =
    power === 2
      ? { unit: `square ${unit.unit}`, dimension: 'area' }
      : { unit: `cubic ${unit.unit}`, dimension: 'volume' };
  return { unit: raised, length: mark ? 2 : 1 };
}

// One letter right after figures may be anything; apart, it must be a unit that is written so.
function falseUnit(context: FigureContext, amount: Amount, at: number, unit: UnitEntry): boolean {
  const item = context.items[at];
  if (item === undefined || item.kind !== 'word') return false;
  const written = sliceOf(context.text, item);
  if (written.length === 1 && !amount.run.figures) return true;
  if (
    written.length === 1 &&
    /[A-Z]/.test(written) &&
    written !== 'L' &&
    written !== 'C' &&
    written !== 'F' &&
    written !== 'W' &&
    written !== 'J'
  )
    return true;
  if (unit.dimension === 'money' && /^(?:all|top|try)$/.test(item.norm) && written !== written.toUpperCase())
    return true;
  return unit.unit === 'bar' && !amount.run.figures;
}

function compoundUnit(context: FigureContext, amount: Amount, plain: Kind): Kind | null {
  const words = amount.run.rest.split('-').map((norm) => tokenOf(wordOf(norm, 'word'), 0));
  if (/^years?-old/.test(amount.run.rest))
    return { ...plain, type: 'measure', unit: 'year', dimension: 'age', ageYears: true };
  const found = context.lexicon.units.find(words, 0);
  return found === null ? null : withPer(context, plain.next - 1, plain.next, found.value, plain);
}

// Turkish units with case endings: "kilometreye", "litreden".
function suffixedUnit(context: FigureContext, at: number): { value: UnitEntry; length: number } | null {
  const item = context.items[at];
  if (item?.kind !== 'word' || (context.lexicon.language !== 'tr' && context.lexicon.language !== 'ar'))
    return null;
  const bare = item.norm.replace(/'.*$/, '');
  for (let cut = 0; cut <= 6 && bare.length - cut >= 2; cut += 1) {
    const stem = bare.slice(0, bare.length - cut);
    const next = context.items[at + 1];
    const pair = next === undefined ? null : context.lexicon.units.find([{ ...item, norm: stem }, next], 0);
    const found = pair ?? context.lexicon.units.find([{ ...item, norm: stem }], 0);
    if (found !== null && (cut === 0 || stem.length > 2)) return found;
    if (!/^[a-z']+$/.test(bare)) return null;
  }
  return null;
}

/** "micrograms of styrene per litre", "km/h", "kilometres an hour". */
function withPer(context: FigureContext, at: number, next: number, unit: UnitEntry, plain: Kind): Kind {
  const { items, lexicon } = context;
  let link = next;
  if (items[link]?.norm === 'of' && ['per', 'a', 'an'].includes(items[link + 2]?.norm ?? '')) link += 2;
  const per = items[link]?.norm;
  if (
    per === '/' ||
    per === 'per' ||
    per === 'por' ||
    per === 'par' ||
    per === 'pro' ||
    per === 'an' ||
    per === 'a'
  ) {
    const second = lexicon.units.find(items, link + 1);
    if (
      second !== null &&
      (second.value.dimension !== 'duration' || unit.dimension === 'length') &&
      !isPeriod(second.value.unit)
    ) {
      const dimension = `${unit.dimension}/${second.value.dimension}`;
      const name = `${unit.unit} per ${second.value.unit}`;
      const real =
        unit.dimension === 'money'
          ? { ...plain, type: 'money' as const, unit: unit.unit, dimension: 'money' }
          : { ...plain, type: 'measure' as const, unit: name, dimension };
      return {
        ...real,
        nounSpan: spanOfItems(context, at, link + 1 + second.length),
        next: link + 1 + second.length,
      };
    }
  }
  const type = unit.dimension === 'money' ? 'money' : unit.dimension === 'duration' ? 'duration' : 'measure';
  return {
    ...plain,
    type,
    unit: unit.unit,
    dimension: unit.dimension,
    nounSpan: spanOfItems(context, at, next),
    next,
  };
}

function isPeriod(unit: string): boolean {
  return ['day', 'night', 'week', 'month', 'year'].includes(unit);
}
