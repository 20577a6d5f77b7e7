/**
 * How much of Microsoft's public cases Hearsay's numbers and times read right, by language and
 * type, beside Microsoft's own JavaScript reader for English. `npm run bench:recognizers`,
 * with `-- --misses en/DateTimeModel` for the misses. Cases that the set marks as not supported
 * by any of its own readers are left out; what else is, is counted in the output.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as recognizers from '@microsoft/recognizers-text-suite';
import { tokenize } from '../src/language/tokenize.ts';
import { numberLexicon } from '../src/reading/figures/number-lexicon.ts';
import { decimalMarkOf } from '../src/reading/figures/read-digits.ts';
import { readFigures } from '../src/reading/figures/read-figures.ts';
import { numberAt } from '../src/reading/figures/read-number.ts';
import { splitItems } from '../src/reading/figures/split-items.ts';
import { readTimes } from '../src/reading/times/read-times.ts';
import type { Figure } from '../src/statement/quantity.ts';
import { passageOf } from './passage-of.ts';

interface Result {
  readonly Text: string;
  readonly TypeName: string;
  readonly Start?: number;
  readonly End?: number;
  readonly Resolution?: {
    readonly value?: string;
    readonly unit?: string;
    readonly values?: readonly {
      readonly type: string;
      readonly value?: string;
      readonly start?: string;
      readonly end?: string;
    }[];
  } | null;
}

interface PeerFound {
  readonly start: number;
  readonly end: number;
  readonly resolution: Readonly<Record<string, unknown>> | null;
}

interface Case {
  readonly Input: string;
  readonly Results: readonly Result[];
  readonly NotSupported?: string;
  readonly NotSupportedByDesign?: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
}

const LANGUAGES: Readonly<Record<string, string>> = {
  English: 'en',
  Turkish: 'tr',
  Arabic: 'ar',
  Spanish: 'es',
};
const PLATFORMS = ['dotnet', 'javascript', 'java', 'python'];
const folder = fileURLToPath(new URL('../../shared/data/recognizers-text/', import.meta.url));
const verbose = process.argv.includes('--misses')
  ? (process.argv[process.argv.indexOf('--misses') + 1] ?? 'all')
  : null;
// Ends of ranges by the set's own convention only.
const strict = process.argv.includes('--strict');
const suite = recognizers as unknown as Readonly<Record<string, (...given: unknown[]) => PeerFound[]>> &
  typeof recognizers;

function supported(each: Case): boolean {
  const not = (each.NotSupported ?? '').toLowerCase();
  return !PLATFORMS.every((platform) => not.includes(platform));
}

function numberIn(value: string | undefined, language: string): number {
  return Number(
    (value ?? '').replace('%', '').replace(',', language === 'en' || language === 'ar' ? ',' : '.'),
  );
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

/**
 * Every number of a text, whatever it counts: the set asks for numbers as such. What is glued to
 * letters ("180ml", "4th") the set calls a measure or an ordinal; there, and for a lone "one" that
 * may be a pronoun, only what Hearsay's figures give as a count is a number.
 */
function numbersOf(text: string, language: string): { start: number; end: number; value: number }[] {
  const items = splitItems(text, tokenize(text));
  const { figures } = readFigures(passageOf(text, language));
  const found: { start: number; end: number; value: number }[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const run = numberAt(
      { text, items, lexicon: numberLexicon(language), mark: decimalMarkOf(language) },
      at,
    );
    if (run === null) continue;
    if (run.value !== null && !isOther(text, run))
      found.push({ start: run.start, end: run.end, value: run.value });
    at = run.next - 1;
  }
  const more = figures.filter(
    (figure) =>
      figure.value !== null &&
      (figure.type === 'count' || !isOther(text, figure.numberSpan)) &&
      figure.type !== 'measure' &&
      !found.some((each) => each.start < figure.numberSpan.end && figure.numberSpan.start < each.end),
  );
  return [...found, ...more.map((figure) => ({ ...figure.numberSpan, value: figure.value ?? 0 }))];
}

function isOther(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const written = text.slice(start, end);
  if (/^one$/i.test(written)) return /\b(?:which|this|that|each|any|no) $/i.test(text.slice(0, start));
  return /\p{Nd}$/u.test(written) && /^\p{L}/u.test(text.slice(end));
}

function rightNumbers(each: Case, language: string): boolean {
  const found = numbersOf(each.Input, language);
  if (each.Results.length === 0) return found.length === 0;
  return each.Results.every((result) => {
    const wanted = numberIn(result.Resolution?.value, language);
    return found.some(
      (number) =>
        near(number.value, wanted) &&
        number.start <= (result.End ?? Number.POSITIVE_INFINITY) &&
        (result.Start ?? -1) < number.end,
    );
  });
}

// The two ends of a range may be one figure, or two that give one end each ("over 30 and under 40").
function rightRanges(each: Case, language: string): boolean {
  const { figures } = readFigures(passageOf(each.Input, language));
  return each.Results.every((result) => {
    const match = /^([[(])(-?[\d.,E+]*),(-?[\d.,E+]*)([\])])$/.exec(result.Resolution?.value ?? '');
    if (match === null) return false;
    const [, open, low = '', high = '', close] = match;
    const near = figures.filter(
      (figure) =>
        figure.span.start <= (result.End ?? Number.POSITIVE_INFINITY) &&
        (result.Start ?? -1) < figure.span.end,
    );
    const from = ({ quantity }: Figure): boolean => endFits(quantity.min, low, open === '(', 1);
    const to = ({ quantity }: Figure): boolean =>
      endFits(quantity.max, high, close === ')' && low === '', -1);
    if (near.some((figure) => from(figure) && to(figure))) return true;
    return (
      low !== '' &&
      high !== '' &&
      near.some((figure) => figure.quantity.max === null && from(figure)) &&
      near.some(
        (figure) => figure.quantity.min === null && endFits(figure.quantity.max, high, close === ')', -1),
      )
    );
  });
}

function endFits(end: number | null, wanted: string, strict: boolean, step: number): boolean {
  if (wanted === '') return end === null;
  const value = Number(wanted);
  return end !== null && (near(end, value) || (strict && near(end, value + step)));
}

function figureWith(figures: readonly Figure[], result: Result, test: (figure: Figure) => boolean): boolean {
  return figures.some(
    (figure) =>
      figure.span.start <= (result.End ?? Number.POSITIVE_INFINITY) &&
      (result.Start ?? -1) < figure.span.end &&
      test(figure),
  );
}

function rightUnits(each: Case, language: string, type: string): boolean {
  const { figures } = readFigures(passageOf(each.Input, language));
  return each.Results.every((result) => {
    if (result.Resolution?.value === undefined || result.Resolution.value === null) return true;
    const value = numberIn(result.Resolution.value, language);
    const types =
      type === 'Currency' ? ['money'] : type === 'Percent' ? ['percent'] : ['measure', 'duration'];
    return figureWith(
      figures,
      result,
      (figure) => types.includes(figure.type) && figure.value !== null && near(figure.value, value),
    );
  });
}

type ReadTime = ReturnType<typeof readTimes>[number];

function timesOf(each: Case, language: string): ReadTime[] {
  const date = each.Context?.ReferenceDateTime?.slice(0, 10) ?? '2016-11-07';
  const clock = each.Context?.ReferenceDateTime?.slice(11, 16) ?? null;
  return [...readTimes(passageOf(each.Input, language), { date, clock, basis: 'passage' })];
}

function rightTimes(each: Case, language: string): boolean {
  const times = timesOf(each, language);
  const { figures } = readFigures(passageOf(each.Input, language));
  if (each.Results.length === 0) return times.every((time) => time.recurring !== null);
  return each.Results.every((result) => {
    if (result.TypeName.endsWith('.duration'))
      return figureWith(figures, result, (figure) =>
        lasts(figure, Number(result.Resolution?.values?.[0]?.value)),
      );
    const near = times.filter(
      (time) => time.start <= (result.End ?? Number.POSITIVE_INFINITY) && (result.Start ?? -1) < time.end,
    );
    return (result.Resolution?.values ?? []).some((value) =>
      near.some((time) => timeFits(time.reading, value)),
    );
  });
}

const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  night: 86_400,
  week: 604_800,
  // As the set counts them.
  month: 2_592_000,
  year: 31_536_000,
};

function lasts(figure: Figure, seconds: number): boolean {
  const unit = SECONDS[figure.unit ?? ''];
  const { min, max } = figure.quantity;
  if (figure.type !== 'duration' || unit === undefined) return false;
  if (figure.value !== null) return near(figure.value * unit, seconds);
  return min !== null && max !== null && min * unit <= seconds && seconds <= max * unit;
}

type Wanted = {
  readonly type: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
};

interface ClockedTime {
  readonly from: string | null;
  readonly to: string | null;
  readonly clock: string | null;
  readonly clockTo?: string;
  readonly granularity: string;
}

// The set's ends are half-open, and it leaves the last month or year of a range out; Hearsay
// counts both ends. Either is right: what is asked is whether the same words were understood.
function timeFits(reading: ClockedTime, wanted: Wanted): boolean {
  if (wanted.value === 'not resolved') return true;
  const { value, start, end } = wanted;
  if (wanted.type === 'time') return value?.slice(0, 5) === reading.clock;
  if (wanted.type === 'timerange')
    return fitsClock(start, reading.clock) && fitsClock(end, reading.clockTo ?? null);
  if (value !== undefined)
    return (
      value.slice(0, 10) === reading.from && (reading.clock === null || value.slice(11, 16) === reading.clock)
    );
  if (start !== undefined && start.slice(0, 10) !== reading.from) return false;
  if (reading.clock !== null && start !== undefined && !fitsClock(start.slice(11), reading.clock))
    return false;
  return end === undefined ? true : fitsEnd(reading, end);
}

function fitsClock(wanted: string | undefined, clock: string | null): boolean {
  return wanted === undefined || wanted === '' || wanted.slice(0, 5) === clock;
}

function fitsEnd(reading: ClockedTime, end: string): boolean {
  const day = end.slice(0, 10);
  if (reading.to === null) return false;
  if (reading.clockTo !== undefined && !fitsClock(end.slice(11), reading.clockTo)) return false;
  if (reading.to === day || reading.to === shiftDay(day, -1)) return true;
  return !strict && reading.to === lastOf(day, reading.granularity);
}

function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The last day of the month or year that the day begins. */
function lastOf(day: string, granularity: string): string | null {
  if (granularity === 'year') return day.endsWith('-01-01') ? `${day.slice(0, 4)}-12-31` : null;
  if (granularity !== 'month' || !day.endsWith('-01')) return null;
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);
}

/** The kinds asked for; how often a thing comes back ("every Monday") is a mark without a value in both. */
const KINDS = /\.(?:date|daterange|datetime|datetimerange|time|timerange|duration)$/;

function isAsked(each: Case): boolean {
  return each.Results.every((result) => KINDS.test(result.TypeName));
}

function casesOf(path: string): Case[] {
  return (JSON.parse(readFileSync(`${folder}${path}`, 'utf8')) as Case[])
    .filter(supported)
    .map((each) => ({ ...each, Results: each.Results.map((result) => placed(each.Input, result)) }));
}

/** The result where its own words stand: some cases give offsets that hold other words. */
function placed(text: string, result: Result): Result {
  const { Start, End, Text } = result;
  if (Start === undefined || End === undefined) return result;
  if (text.slice(Start, End + 1).toLowerCase() === Text.toLowerCase()) return result;
  const at = text.toLowerCase().indexOf(Text.toLowerCase());
  return at < 0 ? result : { ...result, Start: at, End: at + Text.length - 1 };
}

function judge(each: Case, kind: string, model: string, language: string): boolean {
  if (kind === 'DateTime') return rightTimes(each, language);
  if (model === 'NumberModel') return rightNumbers(each, language);
  if (model === 'NumberRangeModel') return rightRanges(each, language);
  return rightUnits(each, language, model.replace('Model', ''));
}

// ---- the peer

type Found = { readonly start: number; readonly end: number; readonly values: readonly Wanted[] };

const READERS: Readonly<Record<string, string>> = {
  NumberModel: 'recognizeNumber',
  PercentModel: 'recognizePercentage',
  AgeModel: 'recognizeAge',
  CurrencyModel: 'recognizeCurrency',
  DimensionModel: 'recognizeDimension',
  TemperatureModel: 'recognizeTemperature',
  DateTimeModel: 'recognizeDateTime',
};

/** What the other program finds in a case, in the set's own form. */
function peerFinds(each: Case, model: string): Found[] {
  const reference = new Date(each.Context?.ReferenceDateTime ?? '2016-11-07T00:00:00');
  const more = model === 'DateTimeModel' ? [suite.DateTimeOptions.None, reference] : [];
  const read = suite[READERS[model] ?? ''];
  const found = read?.(each.Input, suite.Culture.English, ...more) ?? [];
  return found.map(({ start, end, resolution }) => ({
    start,
    end,
    values: (resolution?.values ?? [resolution ?? {}]) as Wanted[],
  }));
}

function peerRight(each: Case, model: string): boolean {
  const found = peerFinds(each, model);
  if (each.Results.length === 0) return found.length === 0;
  return each.Results.every((result) => {
    const wanted = (result.Resolution?.values ?? [result.Resolution ?? {}]) as Wanted[];
    return found.some(
      (time) =>
        time.start <= (result.End ?? Number.POSITIVE_INFINITY) &&
        (result.Start ?? -1) <= time.end &&
        wanted.some((value) => time.values.some((other) => sameValue(other, value))),
    );
  });
}

function sameValue(a: Wanted, b: Wanted): boolean {
  const same = (one: string | undefined, other: string | undefined): boolean =>
    (one ?? '') === (other ?? '') ||
    (one !== undefined &&
      other !== undefined &&
      near(Number.parseFloat(one), Number.parseFloat(other)) &&
      !/-|:/.test(one));
  return same(a.value, b.value) && same(a.start, b.start) && same(a.end, b.end);
}

// ---- the run

const MODELS =
  /^(?:NumberModel|NumberRangeModel|PercentModel|CurrencyModel|DimensionModel|TemperatureModel|AgeModel|DateTimeModel)$/;

function share(right: number, all: number): string {
  return `${((100 * right) / Math.max(1, all)).toFixed(1).padStart(5)} % (${right} of ${all})`.padEnd(24);
}

function measure(kind: string, name: string, language: string, model: string): void {
  const all = casesOf(`${kind}/${name}/${model}.json`);
  const cases = all.filter((each) => kind !== 'DateTime' || isAsked(each));
  const right = cases.filter((each) => judge(each, kind, model, language));
  const peer =
    name === 'English' && model in READERS
      ? share(cases.filter((each) => peerRight(each, model)).length, cases.length)
      : '';
  console.log(
    `${name.padEnd(8)} ${model.padEnd(17)} ${share(right.length, cases.length)} ${all.length - cases.length} of other kinds  ${peer}`,
  );
  if (verbose !== 'all' && verbose !== `${language}/${model}`) return;
  for (const each of cases.filter((other) => !right.includes(other)))
    console.log(`    ${missLine(each)} | got ${gotLine(each, kind, model, language)}`);
}

function missLine(each: Case): string {
  const wanted = each.Results.map(({ Text, Resolution }) => {
    const values = Resolution?.values?.map(
      (value) => value.value ?? `${value.start ?? ''}..${value.end ?? ''}`,
    );
    return `${Text} = ${JSON.stringify(Resolution?.value ?? values)}`;
  });
  return `${each.Input.slice(0, 160)} | ${wanted.join('; ')}`;
}

function gotLine(each: Case, kind: string, model: string, language: string): string {
  if (model === 'NumberModel')
    return numbersOf(each.Input, language)
      .map(({ start, end, value }) => `${each.Input.slice(start, end)} = ${value}`)
      .join('; ');
  if (kind === 'DateTime') return timesOf(each, language).map(timeLine).join('; ');
  return readFigures(passageOf(each.Input, language)).figures.map(figureLine).join('; ');
}

function timeLine({ reading }: ReadTime): string {
  const { from, to, clock, clockTo } = reading;
  return `${from}..${to} ${clock ?? ''}${clockTo === undefined ? '' : `-${clockTo}`}`;
}

function figureLine({ value, quantity, unit }: Figure): string {
  return `${value ?? ''} ${quantity.min}..${quantity.max} ${unit ?? quantity.of ?? '-'}`;
}

if (existsSync(folder)) {
  for (const kind of ['Number', 'NumberWithUnit', 'DateTime'])
    for (const [name, language] of Object.entries(LANGUAGES)) {
      if (!existsSync(`${folder}${kind}/${name}`)) continue;
      for (const file of readdirSync(`${folder}${kind}/${name}`)) {
        const model = file.replace('.json', '');
        if (MODELS.test(model)) measure(kind, name, language, model);
      }
    }
} else console.log('The case sets are not here: expected recognizers-text beside the checkout.');
