import type { Finding } from '../../src/statement/finding.ts';
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
    else if (times === 100) current *= 100;
    else if (times !== undefined) {
      total += current * times;
      current = 0;
    } else if (word !== 'and' && word !== 'a') return null;
  }
  return total + current;
}

const MARKED_KINDS = new Set([
  'unit-mismatch',
  'sum-mismatch',
  'share-mismatch',
  'part-exceeds-whole',
  'count-conflict',
  'running-total-drop',
]);
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
  if (!MARKED_KINDS.has(finding.kind)) return 'unchecked';
  const marks = finding.quotes.flatMap((quote) =>
    quote.marks.map((mark) => ({
      value: readMarked(pile.textOf(quote.source).slice(mark.start, mark.end)),
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
    case 'part-exceeds-whole':
      return Math.max(...numbers) > Math.min(...numbers) ? 'stands' : 'the numbers are equal';
    case 'count-conflict':
    case 'running-total-drop':
      return new Set(numbers).size > 1 ? 'stands' : 'all numbers are equal';
    case 'share-mismatch':
      return checkShare(numbers);
    case 'unit-mismatch':
      return checkUnits(marks.map((mark, at) => ({ value: numbers[at] ?? 0, unit: unitIn(mark.after) })));
    default:
      return 'unchecked';
  }
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
