import { idOf } from '../../statement/id.ts';
import type { Figure } from '../../statement/quantity.ts';
import { type Span, sliceOf } from '../../statement/span.ts';
import type { FigureContext, FigureDraft } from './figure-draft.ts';
import type { Effect, UnitEntry } from './figure-lexicon.ts';
import { type CountedNoun, nounAt } from './find-noun.ts';
import { decimalsOf, type NumberRun, numberAt } from './read-number.ts';
import { aboutBounds, type Bounds, fewerThan, moreThan } from './widen.ts';

/** A number run, or two that make a range. */
interface Amount {
  readonly at: number;
  readonly next: number;
  readonly min: number;
  readonly max: number;
  readonly value: number | null;
  readonly run: NumberRun;
  /** Index of the first item of a range's opening words ("between"), else `at`. */
  readonly from: number;
}

/** What stands around the number. */
interface Surroundings {
  from: number;
  next: number;
  readonly effects: Set<Effect>;
  readonly qualifiers: string[];
}

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
const ORDINAL = new Set([
  'st',
  'nd',
  'rd',
  'th',
  'º',
  'ª',
  'er',
  'ème',
  'eme',
  'inci',
  'nci',
  'uncu',
  'ncu',
  'üncü',
]);
const ABLATIVE = /[dt][ae]n$/;

/** The figure that starts at item `at`, or null where the words there count nothing. */
export function figureAt(context: FigureContext, at: number): FigureDraft | null {
  const amount = amountAt(context, at) ?? null;
  if (amount === null) return dualAt(context, at) ?? articleAt(context, at);
  if (isIdentifier(context, amount)) return null;
  const around: Surroundings = { from: amount.from, next: amount.next, effects: new Set(), qualifiers: [] };
  const symbol = lookLeft(context, around);
  const kind = kindOf(context, amount, around, symbol);
  if (kind === 'identifier') return null;
  lookRight(context, around, kind);
  if (countsNothing(context, amount, around, kind)) return null;
  return draftOf(context, amount, around, kind);
}

// ---- the number itself

function amountAt(context: FigureContext, at: number): Amount | null {
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
  if (unit !== null && opened) at += unit.length;
  if (items[at]?.norm === "'" || items[at]?.norm === '’') at += 2;
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

// ---- what is no count at all

function isIdentifier(context: FigureContext, amount: Amount): boolean {
  const { items, text } = context;
  const first = items[amount.at];
  const after = items[amount.next];
  if (first === undefined) return true;
  if (after !== undefined && after.start === amount.run.end && amount.run.figures) {
    if (ORDINAL.has(after.norm)) return true;
    if (
      after.norm === '-' &&
      /[\p{Lu}\p{Nd}]/u.test(text.charAt(after.end)) &&
      items[amount.next + 1]?.start === after.end
    )
      return true;
    if (
      (after.norm === '/' || after.norm === '_') &&
      items[amount.next + 1]?.start === after.end &&
      items[amount.next + 1]?.kind === 'number'
    )
      return true;
  }
  if (!amount.run.figures) return false;
  const written = text.slice(first.start, first.end);
  if (/^0\d/.test(first.norm.replace(/[.,].*/, '')) || (written.length >= 9 && /^\p{Nd}+$/u.test(written)))
    return true;
  const before = items[amount.at - 1];
  if (
    before !== undefined &&
    before.end === first.start &&
    /^[/\\_@:]$/.test(before.norm) &&
    items[amount.at - 2]?.end === before.start
  )
    return true;
  if (before?.norm === '+' && before.end === first.start && written.length > 3) return true;
  return isListMark(context, amount) || isDigitRow(context, amount);
}

// "2. The convoy ...", "(3) ..." at the start of a passage or line.
function isListMark(context: FigureContext, amount: Amount): boolean {
  const { items, text } = context;
  const [before, first, mark, word] = [
    items[amount.at - 1],
    items[amount.at],
    items[amount.next],
    items[amount.next + 1],
  ];
  if (first === undefined || mark === undefined || word === undefined || first.norm.length > 2) return false;
  if (mark.start !== first.end || !(mark.norm === ')' || mark.norm === '.')) return false;
  const opening =
    before === undefined || before.norm === '(' || text.slice(before.end, first.start).includes('\n');
  const capital = /\p{Lu}/u.test(text.charAt(word.start)) || mark.norm === ')';
  return (
    opening &&
    capital &&
    word.start > mark.end &&
    (before?.norm !== '(' || items[amount.at - 2] === undefined)
  );
}

// "0532 111 22 33", "555-12-34": figures beside figures.
function isDigitRow(context: FigureContext, amount: Amount): boolean {
  const { items } = context;
  let count = 1;
  for (
    let index = amount.at - 1;
    index > amount.at - 8 && isRowPart(items[index]?.norm, items[index]?.kind);
    index -= 1
  )
    if (items[index]?.kind === 'number') count += 1;
  for (
    let index = amount.at + 1;
    index < amount.at + 8 && isRowPart(items[index]?.norm, items[index]?.kind);
    index += 1
  )
    if (items[index]?.kind === 'number') count += 1;
  return count >= 3;
}

function isRowPart(norm: string | undefined, kind: string | undefined): boolean {
  return kind === 'number' || norm === '-';
}

// ---- left of the number

function lookLeft(context: FigureContext, around: Surroundings): UnitEntry | null {
  const { items, lexicon } = context;
  let symbol: UnitEntry | null = null;
  for (let step = 0; step < 5; step += 1) {
    const at = around.from - 1;
    const money: ReturnType<typeof lexicon.symbolsBefore.find> =
      symbol === null ? lexicon.symbolsBefore.find(items, at) : null;
    if (money !== null && touches(context, at, around.from)) {
      symbol = money.value;
      around.from -= money.length;
      continue;
    }
    const found = lexicon.left.find(items, at);
    if (found === null || (found.value === 'identifier' && around.effects.size > 0)) break;
    if (found.value === 'exact' && !leadsToEffect(context, at - found.length)) break;
    if (isVerbUp(context, at, found.length) || isQuoteMark(context, at)) break;
    around.effects.add(found.value);
    if (found.value === 'identifier') break;
    around.from -= found.length;
  }
  return symbol;
}

// "$ 40" and "USD 40", not "... in USD. 40 men".
function touches(context: FigureContext, at: number, from: number): boolean {
  const [symbol, number] = [context.items[at], context.items[from]];
  return symbol !== undefined && number !== undefined && number.start - symbol.end <= 1;
}

// Articles are passed over only where an approximator stands before them ("about the 40").
function leadsToEffect(context: FigureContext, at: number): boolean {
  const found = context.lexicon.left.find(context.items, at);
  return found !== null && found.value !== 'exact' && found.value !== 'identifier';
}

// "picked up 40", "went over 40 fences" stay what they are only for "up to"; a lone "over" after a motion verb is left to the words.
function isVerbUp(context: FigureContext, at: number, length: number): boolean {
  return length === 1 && context.items[at]?.norm === 'some' && context.items[at - 1]?.norm === 'and';
}

// ">" opens the lines of a quoted mail; it compares only within a line.
function isQuoteMark(context: FigureContext, at: number): boolean {
  const mark = context.items[at];
  if (mark === undefined || !/^[<>]$/.test(mark.norm)) return false;
  const before = context.items[at - 1];
  return (
    before === undefined ||
    before.norm === '>' ||
    /\n/.test(context.text.slice(before.end, mark.start)) ||
    context.items[at + 1]?.kind !== 'number'
  );
}

// ---- kind, unit and noun

interface Kind {
  readonly type: Figure['type'];
  readonly unit: string | null;
  readonly dimension: string | null;
  readonly noun: CountedNoun | null;
  readonly nounSpan: Span | null;
  readonly next: number;
  readonly ageYears: boolean;
}

function kindOf(
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
function afterEnding(context: FigureContext, amount: Amount): number {
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
  if (lexicon.language === 'ar' || (lexicon.language === 'en' && !isVagueWord(context, next - 1)))
    return null;
  return nounAt(context, next + 1, one);
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

function unitKind(context: FigureContext, amount: Amount, plain: Kind): Kind | null {
  const { items, lexicon } = context;
  if (amount.run.compound) return compoundUnit(context, amount, plain);
  const item = items[plain.next];
  if (item === undefined) return null;
  const skip =
    (item.norm === '-' && item.start === items[plain.next - 1]?.end) ||
    item.norm === '{' ||
    item.norm === 'de'
      ? 1
      : 0;
  const found =
    lexicon.units.find(items, plain.next) ??
    (skip === 1 ? lexicon.units.find(items, plain.next + 1) : null) ??
    suffixedUnit(context, plain.next);
  if (found === null || falseUnit(context, amount, plain.next, found.value)) return null;
  const at = lexicon.units.find(items, plain.next) === null && skip === 1 ? plain.next + 1 : plain.next;
  return withPer(context, at, at + found.length, found.value, plain);
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
  const words = amount.run.rest.split('-').map((norm) => ({ start: 0, end: 0, kind: 'word' as const, norm }));
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

function spanOfItems(context: FigureContext, at: number, next: number): Span {
  return { start: context.items[at]?.start ?? 0, end: context.items[next - 1]?.end ?? 0 };
}

// ---- right of number and noun

function lookRight(context: FigureContext, around: Surroundings, kind: Kind): void {
  const { items, lexicon } = context;
  if (around.next < kind.next) {
    for (let at = around.next; at < kind.next; at += 1) noteEffect(context, around, at, at + 1 === kind.next);
    around.next = kind.next;
  }
  for (let step = 0; step < 4; step += 1) {
    const at =
      around.next +
      (items[around.next]?.norm === ',' && lexicon.right.find(items, around.next + 1)?.value === 'total'
        ? 1
        : 0);
    const found = lexicon.right.find(items, at);
    if (found === null || found.value === 'none') break;
    if (!fitsRight(context, found.value, at, items[at]?.norm ?? '')) break;
    around.effects.add(found.value);
    if (found.value === 'total' || found.value === 'them')
      around.qualifiers.push(
        sliceOf(context.text, spanOfItems(context, at, at + found.length)).toLowerCase(),
      );
    around.next = at + found.length;
  }
}

function noteEffect(context: FigureContext, around: Surroundings, at: number, last: boolean): void {
  const found = last ? null : context.lexicon.right.find(context.items, at);
  if (
    found !== null &&
    found.value !== 'none' &&
    found.value !== 'total' &&
    fitsRight(context, found.value, at, context.items[at]?.norm ?? '')
  )
    around.effects.add(found.value);
}

// Turkish "fazla", "az" widen a number only after an ablative ("100'den fazla").
function fitsRight(context: FigureContext, effect: Effect, at: number, norm: string): boolean {
  if (norm === '+') return context.items[at - 1]?.end === context.items[at]?.start;
  if (
    context.lexicon.language !== 'tr' ||
    (effect !== 'over' && effect !== 'under') ||
    norm === 'askin' ||
    norm === 'uzerinde' ||
    norm === 'ustunde' ||
    norm === 'altinda'
  )
    return true;
  return ABLATIVE.test(context.items[at - 1]?.norm ?? '');
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
