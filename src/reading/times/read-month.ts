import { numberOf, type TimeContext } from './time-context.ts';
import { MAY } from './time-starts.ts';

const LINKS = new Set(['of', 'de', 'del', '.', '-', '/', ',', 'من', 'den', 'lui']);

const AMBIGUOUS_MONTHS = new Set([
  'may',
  'march',
  'mart',
  'ocak',
  'ekim',
  'mai',
  'mars',
  'مارس',
  'set',
  'out',
  'aralik',
  'kasim',
  'مه',
  'می',
  'مي',
  'august',
  'mar',
  'jan',
]);

const ORDINAL_END = new Set(['st', 'nd', 'rd', 'th', 'º', 'o', '°', 'er', 'a']);

// ---- day and month

interface DayNumber {
  readonly day: number;
  readonly next: number;
  readonly ordinal: boolean;
}

export function dayNumberAt(context: TimeContext, at: number): DayNumber | null {
  const item = context.items[at];
  if (item === undefined) return null;
  if (item.kind === 'number') {
    if (!/^\p{Nd}{1,2}$/u.test(context.text.slice(item.start, item.end))) return null;
    const day = Number(item.norm.replace(/\D/g, '') || '0');
    const after = context.items[at + 1];
    const ordinal = after !== undefined && after.start === item.end && ORDINAL_END.has(after.norm);
    return inMonth(day, at + (ordinal ? 2 : 1), ordinal);
  }
  if (item.kind !== 'word') return null;
  const ordinal = context.lexicon.ordinals.get(item.norm);
  if (ordinal !== undefined) {
    const unit = context.lexicon.ordinals.get(context.items[at + 1]?.norm ?? '');
    return unit !== undefined && ordinal >= 20 && unit < 10
      ? inMonth(ordinal + unit, at + 2, true)
      : inMonth(ordinal, at + 1, true);
  }
  const { numbers } = context.lexicon.figures;
  const numeral = numbers.numeral(item.norm);
  if (numeral === null || numeral.atoms.some((atom) => atom.scale)) return null;
  const run = numberOf(context, at);
  if (run === null || run.kind !== 'plain' || run.compound || run.value === null) return null;
  if (run.value > 31) return tensAndUnit(context, at);
  const unit =
    run.value === 20 || run.value === 30
      ? context.lexicon.ordinals.get(context.items[run.next]?.norm ?? '')
      : undefined;
  return unit !== undefined && unit < 10
    ? inMonth(run.value + unit, run.next + 1, true)
    : inMonth(run.value, run.next, false);
}

// "twenty five nineteen eighty six": the day ends where the year begins.
function tensAndUnit({ items, lexicon }: TimeContext, at: number): DayNumber | null {
  const { numbers } = lexicon.figures;
  const [tens, unit] = [at, at + 1].map((index) => numbers.atom(items[index]?.norm ?? '')?.value ?? 0);
  if (tens === undefined || unit === undefined || lexicon.language !== 'en') return null;
  return (tens === 20 || tens === 30) && unit > 0 && unit < 10
    ? inMonth(tens + unit, at + 2, false)
    : inMonth(tens, at + 1, false);
}

function inMonth(day: number, next: number, ordinal: boolean): DayNumber | null {
  return Number.isInteger(day) && day >= 1 && day <= 31 ? { day, next, ordinal } : null;
}

export function skipLinks(context: TimeContext, at: number): number {
  let next = at;
  while (next < at + 2 && LINKS.has(context.items[next]?.norm ?? '') && !endsSentence(context, next))
    next += 1;
  return next;
}

/** "... in June. Nineteen of them ...": a stop after a whole word and before a word is no abbreviation's. */
function endsSentence(context: TimeContext, at: number): boolean {
  const [before, stop, after] = [context.items[at - 1], context.items[at], context.items[at + 1]];
  if (stop?.norm !== '.' || before?.kind !== 'word' || after?.kind !== 'word') return false;
  return before.end - before.start >= 4 && after.start > stop.end;
}

interface MonthName {
  readonly month: number;
  readonly next: number;
  /** The word may be something else and does not look like a month here. */
  readonly doubtful: boolean;
}

export function monthNameAt(context: TimeContext, at: number): MonthName | null {
  const item = context.items[at];
  if (item?.kind !== 'word' || (context.lexicon.starts.mayAt(item) & MAY.named) === 0) return null;
  const { months, language } = context.lexicon;
  const pair = months.get(`${item.norm} ${context.items[at + 1]?.norm ?? ''}`);
  if (pair !== undefined) return { month: pair, next: at + 2, doubtful: false };
  const bare = item.norm.replace(/'.*$/, '');
  const month = months.get(item.norm) ?? months.get(bare) ?? caseMonth(context, item.norm);
  if (month === undefined) return null;
  const capital = isCapital(context, at);
  const dot =
    context.items[at + 1]?.norm === '.' &&
    bare.length <= 4 &&
    context.items[at + 1]?.start === item.end &&
    !endsSentence(context, at + 1)
      ? 1
      : 0;
  const doubtful =
    (AMBIGUOUS_MONTHS.has(bare) && (!capital || bare === 'may' || bare === 'march')) ||
    (bare.length <= 3 && bare !== 'may') ||
    (['en', 'tr', 'de'].includes(language) && !capital);
  return { month, next: at + 1 + dot, doubtful };
}

// "martta", "Şubatta", "marzo": Turkish endings without an apostrophe.
function caseMonth(context: TimeContext, norm: string): number | undefined {
  if (context.lexicon.language !== 'tr') return undefined;
  const stem = norm.replace(/(?:[dt][ae]n?|[iu]n|[ae]|[iu])$/, '');
  return stem.length > 3 ? context.lexicon.months.get(stem) : undefined;
}

export function isCapital(context: TimeContext, at: number): boolean {
  return /^\p{Lu}/u.test(context.text.charAt(context.items[at]?.start ?? 0));
}

export function yearNumberAt(context: TimeContext, at: number): { year: number; next: number } | null {
  const item = context.items[at];
  if (item?.kind !== 'number') return null;
  const written = context.text.slice(item.start, item.end);
  if (!/^\p{Nd}{4}$/u.test(written)) return null;
  const year = Number(item.norm);
  return year >= 1800 && year < 2200 ? { year, next: at + 1 } : null;
}

/**
 * The year behind a month: "2019", "of 2019", "in 2019", "nineteen eighty-six", "of 87". Behind a
 * day, years in words only: figures there are read with the rest of the date.
 */
export function yearBehind(
  context: TimeContext,
  at: number,
  spoken = false,
): { year: number; next: number } | null {
  const from = skipLinks(context, at);
  const link = context.items[from]?.norm;
  const plain = spoken
    ? null
    : (yearNumberAt(context, from) ??
      (link === 'in' || link === 'en' ? yearNumberAt(context, from + 1) : null));
  return plain ?? spokenYear(context, from) ?? (spoken ? null : shortYear(context, at, from));
}

function spokenYear(context: TimeContext, at: number): { year: number; next: number } | null {
  if (context.items[at]?.kind !== 'word') return null;
  const run = numberOf(context, at);
  if (run?.value == null || run.kind !== 'plain' || run.figures || isCount(context, run.next)) return null;
  return run.value >= 1800 && run.value < 2200 && Number.isInteger(run.value)
    ? { year: run.value, next: run.next }
    : null;
}

// "in April of 87": two figures that are too great for a day.
function shortYear(context: TimeContext, at: number, from: number): { year: number; next: number } | null {
  const item = context.items[from];
  if (item?.kind !== 'number' || !/^(?:of|de|del)$/.test(context.items[at]?.norm ?? '')) return null;
  const year = Number(item.norm);
  return /^\d{2}$/.test(item.norm) && year > 31 && !isCount(context, from + 1)
    ? { year: 1900 + year, next: from + 1 }
    : null;
}

// "in May 40 people": the number is no day.
export function isCount(context: TimeContext, at: number): boolean {
  const word = context.items[at];
  return (
    word?.kind === 'word' &&
    (context.lexicon.figures.noun(word.norm) !== null || context.lexicon.figures.units.has(word.norm))
  );
}
