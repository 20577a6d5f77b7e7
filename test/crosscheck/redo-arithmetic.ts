import type { Finding, Quote, Step } from '../../src/statement/finding.ts';
import type { Pile } from '../../src/statement/pile.ts';

/** Shares no code with src/crosscheck: it reads the marked words of a finding's quotes and counts again. */

const NUMBER_WORDS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, at) => [word, 20 + 10 * at] as const),
);
const TIMES = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
]);

/** What a marked run of words comes to: `1,386`, `two hundred and ten`, `18`. Null where it is no plain number. */
export function readMarked(words: string): number | null {
  const digits = /^[\d.,]+$/.exec(words.trim());
  if (digits !== null) {
    const plain = words.trim();
    const grouped = /^\d{1,3}([.,]\d{3})+$/.test(plain);
    return Number(grouped ? plain.replace(/[.,]/g, '') : plain.replace(',', '.'));
  }
  let total = 0;
  let current = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const small = NUMBER_WORDS.get(word) ?? TENS.get(word);
    const times = TIMES.get(word);
    if (small !== undefined) current += small;
    else if (times === 100) current = Math.max(1, current) * 100;
    else if (times !== undefined) {
      total += Math.max(1, current) * times;
      current = 0;
    } else if (word !== 'and' && word !== 'a') return null;
  }
  return total + current;
}

/** Least and most; an open end is infinite. */
interface Range {
  readonly min: number;
  readonly max: number;
}

const VAGUE: Readonly<Record<string, Range>> = {
  'a couple': { min: 2, max: 3 },
  several: { min: 3, max: 9 },
  dozens: { min: 24, max: 99 },
  scores: { min: 40, max: 99 },
  hundreds: { min: 200, max: 999 },
  thousands: { min: 2000, max: 9999 },
};

/** What a number and the words right before it leave room for: `about 620` is 558 to 682. Null where it is not plain. */
export function rangeOf(before: string, words: string): Range | null {
  const vague = VAGUE[words.trim().toLowerCase()];
  if (vague !== undefined) return vague;
  const value = readMarked(words);
  if (value === null) return null;
  const lead = before.trimEnd().toLowerCase();
  if (/\b(?:about|around|some|roughly|nearly|almost|approximately)$/.test(lead))
    return { min: value * 0.9, max: value * 1.1 };
  if (/\b(?:more than|over|at least)$/.test(lead)) return { min: value, max: Number.POSITIVE_INFINITY };
  if (/\b(?:up to|at most|fewer than|less than|under)$/.test(lead)) return { min: 0, max: value };
  return { min: value, max: value };
}

function meet(a: Range, b: Range): boolean {
  return a.min <= b.max && b.min <= a.max;
}

/** The ranges that a quote marks, in order. */
function rangesIn(pile: Pile, quote: Quote | undefined): (Range | null)[] {
  if (quote === undefined) return [];
  const text = pile.textOf(quote.source);
  return quote.marks.map(({ start, end }) =>
    rangeOf(text.slice(Math.max(0, start - 24), start), text.slice(start, end)),
  );
}

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4, year: 365 };
const DAY_MS = 86_400_000;

/** The days that the first step names, counted again from its dates; null where it names none. */
function daysTold({ text, result }: Step): number | string | null {
  const told = Number(/^= (\d+) days$/.exec(result ?? '')?.[1]);
  const [, from, to] = /from (\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)/.exec(text) ?? [];
  if (Number.isNaN(told)) return null;
  if (from === undefined || to === undefined) return told;
  const counted = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  return counted === told ? told : `from ${from} to ${to} are ${counted} days, not ${told}`;
}

/** A rate over so many days, and the total: both as the quotes have them, or the total as the sum of what they mark. */
function checkRate(pile: Pile, { quotes, steps }: Finding): string {
  const [length, rateStep, totalStep] = steps;
  const days = length === undefined ? null : daysTold(length);
  if (typeof days === 'string') return days;
  const per = DAYS[/ a (day|week|month|year) ×/.exec(rateStep?.text ?? '')?.[1] ?? ''];
  const [rate] = rangesIn(pile, quotes[rateStep?.quote ?? 0]);
  const totals = rangesIn(pile, quotes[totalStep?.quote ?? 1]);
  if (days === null || per === undefined || rate == null || totals.length === 0) return 'unchecked';
  if (totals.some((total) => total === null)) return 'unchecked';
  const total = totals.reduce<Range>(
    (sum, part) => ({ min: sum.min + (part?.min ?? 0), max: sum.max + (part?.max ?? 0) }),
    { min: 0, max: 0 },
  );
  const over = { min: (rate.min * days) / per, max: (rate.max * days) / per };
  return meet(over, total) ? 'the rate over the days meets the total' : 'stands';
}

/** Of these kinds one range must lie clear of another. */
function checkApart(ranges: readonly (Range | null)[]): string {
  const known = ranges.filter((range) => range !== null);
  if (known.length < 2 || known.length < ranges.length) return 'unchecked';
  return known.some((one) => known.some((other) => !meet(one, other))) ? 'stands' : 'all numbers meet';
}

const MARKED_KINDS = new Set([
  'unit-mismatch',
  'sum-mismatch',
  'share-mismatch',
  'part-exceeds-whole',
  'count-conflict',
  'running-total-drop',
]);
/** Fractions in words, per cent. */
const FRACTIONS = new Map([
  ['half', 50],
  ['a half', 50],
  ['a third', 100 / 3],
  ['two thirds', 200 / 3],
  ['a quarter', 25],
  ['three quarters', 75],
  ['a fifth', 20],
]);
const APART_KINDS = new Set(['part-exceeds-whole', 'count-conflict', 'running-total-drop']);
const IN_BASE: Readonly<Record<string, number>> = {
  km: 1000,
  kilometre: 1000,
  kilometres: 1000,
  mile: 1609.344,
  miles: 1609.344,
  'nautical miles': 1852,
  m: 1,
  metres: 1,
  feet: 0.3048,
  foot: 0.3048,
  kg: 1,
  tonnes: 1000,
  tonne: 1000,
  pounds: 0.45359,
  lb: 0.45359,
  litres: 1,
  l: 1,
  gallons: 3.7854,
  'us gallons': 3.7854,
};

/** Null where the finding stands; else what is wrong with it. `unchecked` where its words are not plain numbers. */
export function redoArithmetic(pile: Pile, finding: Finding): 'stands' | 'unchecked' | string {
  if (TIMED_KINDS.has(finding.kind)) return checkTimes(finding);
  if (finding.kind === 'rate-conflict') return checkRate(pile, finding);
  if (!MARKED_KINDS.has(finding.kind)) return 'unchecked';
  if (APART_KINDS.has(finding.kind))
    return checkApart(finding.quotes.flatMap((quote) => rangesIn(pile, quote)));
  const marks = finding.quotes.flatMap((quote) =>
    quote.marks.map((mark) => ({
      value: valueIn(pile.textOf(quote.source).slice(mark.start, mark.end)),
      after: pile
        .textOf(quote.source)
        .slice(mark.end, mark.end + 20)
        .toLowerCase(),
    })),
  );
  const values = marks.map((mark) => mark.value);
  if (values.length < 2 || values.some((value) => value === null)) return 'unchecked';
  const numbers = values.map((value) => value ?? 0);
  switch (finding.kind) {
    case 'sum-mismatch':
      return checkSum(numbers);
    case 'share-mismatch':
      return checkShare(numbers);
    case 'unit-mismatch':
      return checkUnits(marks.map((mark, at) => ({ value: numbers[at] ?? 0, unit: unitIn(mark.after) })));
    default:
      return 'unchecked';
  }
}

function valueIn(words: string): number | null {
  return FRACTIONS.get(words.toLowerCase()) ?? readMarked(words);
}

/** One of the numbers is the whole; the others add up to something else. */
function checkSum(numbers: readonly number[]): string {
  const total = numbers.reduce((sum, number) => sum + number, 0);
  const adds = numbers.some((whole) => Math.abs(total - whole - whole) < 1e-6);
  return adds ? 'one of the numbers is the sum of the others' : 'stands';
}

function checkShare(numbers: readonly number[]): string {
  const [whole = 0, part = 0, share = 0] = [...numbers].sort((a, b) => b - a);
  if (numbers.length !== 3) return 'unchecked';
  const orders = [
    [whole, part, share],
    [whole, share, part],
  ];
  return orders.every(([w = 1, p = 0, s = 0]) => Math.abs((100 * p) / w - s) > 1)
    ? 'stands'
    : 'the share is right';
}

function unitIn(after: string): number | null {
  const words = after.trim().replace(/^[-(]/, '');
  const names = Object.keys(IN_BASE).sort((a, b) => b.length - a.length);
  const name = names.find((candidate) => new RegExp(`^${candidate}\\b`).test(words));
  return name === undefined ? null : (IN_BASE[name] ?? null);
}

function checkUnits(sides: readonly { value: number; unit: number | null }[]): string {
  const [a, b] = sides;
  if (a?.unit == null || b?.unit == null) return 'unchecked';
  const ratio = (a.value * a.unit) / (b.value * b.unit);
  return Math.abs(Math.log(ratio)) > Math.log(1.03) ? 'stands' : `${a.value} and ${b.value} are one measure`;
}

// ---------- times and places ----------

const TIMED_KINDS = new Set(['date-conflict', 'order-conflict', 'place-conflict']);
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MOMENT = /(\d{1,2}) (\p{Lu}\p{L}+) (\d{4})(?:, (\d\d):(\d\d))?/gu;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretch that a step's result names, in minutes; a day alone is all of it. */
function stretchOf(result: string): Stretch | null {
  const moments = [...result.matchAll(MOMENT)].map(([, day, month = '', year, hour, minute]) => {
    const start = Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)) / 60_000;
    if (hour === undefined) return { from: start, to: start + 1439 };
    const at = start + Number(hour) * 60 + Number(minute);
    return { from: at, to: at };
  });
  const [first] = moments;
  const last = moments.at(-1);
  if (first === undefined || last === undefined) return null;
  return { from: /^= (?:by|until) /.test(result) ? Number.NEGATIVE_INFINITY : first.from, to: last.to };
}

/** The dates that the steps name are apart by what the last step says, and two places by what a globe says. */
function checkTimes({ kind, steps, picture }: Finding): string {
  const stretches = steps.flatMap(({ result }) => stretchOf(result ?? '') ?? []);
  const [a, b] = stretches;
  if (a === undefined || b === undefined) return 'unchecked';
  if (kind !== 'place-conflict') {
    const isApart = stretches.some((one) => stretches.some((other) => one.to < other.from));
    return isApart ? 'stands' : 'the times meet';
  }
  if (picture?.type !== 'route') return a.from === b.from ? 'the times are equal' : 'stands';
  const [here, there] = picture.stops;
  if (here?.latitude == null || there?.latitude == null) return 'unchecked';
  const kilometres = greatCircle(here.latitude, here.longitude ?? 0, there.latitude, there.longitude ?? 0);
  const hours = Math.abs(a.from - b.from) / 60;
  if (Math.abs(kilometres - (picture.kilometres ?? 0)) > 1 + kilometres / 100)
    return `it is ${kilometres} km`;
  return kilometres > 90 * hours ? 'stands' : 'there was time to go there';
}

/** Kilometres between two points of a globe (spherical law of cosines). */
function greatCircle(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const cosine =
    Math.sin(lat1 * rad) * Math.sin(lat2 * rad) +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.cos((lon2 - lon1) * rad);
  return 6371 * Math.acos(Math.min(1, cosine));
}
