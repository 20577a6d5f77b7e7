/**
 * How much of two public case sets Hearsay's numbers and times read right, by language and type.
 * Run by hand: `node bench/recognizers.ts [--misses TYPE]`. Cases that a set marks as not
 * supported by any of its own readers are left out, and so are fields that Hearsay does not have.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tokenize } from '../src/language/tokenize.ts';
import { numberLexicon } from '../src/reading/figures/number-lexicon.ts';
import { decimalMarkOf } from '../src/reading/figures/read-digits.ts';
import { readFigures } from '../src/reading/figures/read-figures.ts';
import { numberAt } from '../src/reading/figures/read-number.ts';
import { splitItems } from '../src/reading/figures/split-items.ts';
import type { ReadingPassage } from '../src/reading/reading-passage.ts';
import { readTimes } from '../src/reading/times/read-times.ts';
import type { Figure } from '../src/statement/quantity.ts';

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
const verbose = process.argv[2] === '--misses' ? (process.argv[3] ?? 'all') : null;

function passageOf(text: string, language: string): ReadingPassage {
  const tokens = tokenize(text);
  const span = { start: 0, end: text.length };
  const source = {
    id: `src_${language}`,
    sha256: '',
    file: '',
    path: '',
    byteLength: 0,
    mediaType: 'text/plain',
    encoding: null,
    kind: 'other' as const,
    title: null,
    publisher: null,
    date: null,
    language,
    claims: [],
    doubts: [],
  };
  return {
    source,
    section: {
      id: 'sec_0',
      source: source.id,
      index: 0,
      span,
      title: null,
      kind: 'text',
      time: null,
      parties: [],
      claims: [],
      table: null,
    },
    passage: {
      id: 'psg_0',
      source: source.id,
      index: 0,
      section: 0,
      kind: 'paragraph',
      span,
      body: span,
      speaker: null,
      time: null,
      cells: null,
      line: 1,
    },
    text,
    tokens,
    sentences: [{ ...span, firstToken: 0, endToken: tokens.length }],
    language,
  };
}

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

// Every number of a text, whatever it counts: the set asks for numbers as such.
function numbersOf(text: string, language: string): { start: number; end: number; value: number }[] {
  const items = splitItems(text, tokenize(text));
  const found: { start: number; end: number; value: number }[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const run = numberAt(
      { text, items, lexicon: numberLexicon(language), mark: decimalMarkOf(language) },
      at,
    );
    if (run === null) continue;
    if (run.value !== null) found.push({ start: run.start, end: run.end, value: run.value });
    at = run.next - 1;
  }
  const figures = readFigures(passageOf(text, language)).figures.filter(
    (figure) =>
      figure.value !== null &&
      !found.some((each) => each.start < figure.numberSpan.end && figure.numberSpan.start < each.end),
  );
  return [...found, ...figures.map((figure) => ({ ...figure.numberSpan, value: figure.value ?? 0 }))];
}

function rightNumbers(each: Case, language: string): boolean {
  const found = numbersOf(each.Input, language);
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

function rightRanges(each: Case, language: string): boolean {
  const { figures } = readFigures(passageOf(each.Input, language));
  return each.Results.every((result) => {
    const match = /^([[(])(-?[\d.,E+]*),(-?[\d.,E+]*)([\])])$/.exec(result.Resolution?.value ?? '');
    if (match === null) return false;
    const [, open, low, high, close] = match;
    return figures.some(
      (figure) =>
        figure.span.start <= (result.End ?? Number.POSITIVE_INFINITY) &&
        (result.Start ?? -1) < figure.span.end &&
        endFits(figure.quantity.min, low ?? '', open === '(', 1) &&
        endFits(figure.quantity.max, high ?? '', close === ')' && low === '', -1),
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

function rightTimes(each: Case, language: string): boolean {
  const date = each.Context?.ReferenceDateTime?.slice(0, 10) ?? '2016-11-07';
  const times = readTimes(passageOf(each.Input, language), { date, clock: null, basis: 'passage' });
  return each.Results.every((result) => {
    const values = result.Resolution?.values ?? [];
    const near = times.filter(
      (time) => time.start <= (result.End ?? Number.POSITIVE_INFINITY) && (result.Start ?? -1) < time.end,
    );
    return values.some((value) => near.some((time) => timeFits(time.reading, value)));
  });
}

type Wanted = {
  readonly type: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
};

function timeFits(
  reading: { from: string | null; to: string | null; clock: string | null },
  wanted: Wanted,
): boolean {
  const { value } = wanted;
  if (wanted.type === 'time') return value?.slice(0, 5) === reading.clock;
  if (value !== undefined)
    return (
      value.slice(0, 10) === reading.from &&
      (value.length < 12 || reading.clock === null || value.slice(11, 16) === reading.clock)
    );
  // Ends of the set are half-open.
  const end = wanted.end?.slice(0, 10);
  const last =
    end === undefined
      ? null
      : new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const startFits = wanted.start === undefined || wanted.start.slice(0, 10) === reading.from;
  return startFits && (end === undefined || reading.to === last || reading.to === end);
}

// Durations are figures, frequencies are marked, holidays and zones alone are not read.
function isAsked(each: Case): boolean {
  return (
    each.Results.length > 0 &&
    each.Results.every((result) => /\.(?:date|daterange|datetime|time)$/.test(result.TypeName))
  );
}

function casesOf(path: string): Case[] {
  return (JSON.parse(readFileSync(`${folder}${path}`, 'utf8')) as Case[]).filter(supported);
}

function judge(each: Case, kind: string, model: string, language: string): boolean {
  if (kind === 'DateTime') return rightTimes(each, language);
  if (model === 'NumberModel') return rightNumbers(each, language);
  if (model === 'NumberRangeModel') return rightRanges(each, language);
  return rightUnits(each, language, model.replace('Model', ''));
}

if (existsSync(folder)) {
  for (const kind of ['Number', 'NumberWithUnit', 'DateTime'])
    for (const [name, language] of Object.entries(LANGUAGES)) {
      if (!existsSync(`${folder}${kind}/${name}`)) continue;
      for (const file of readdirSync(`${folder}${kind}/${name}`)) {
        const model = file.replace('.json', '');
        if (
          !/^(?:NumberModel|NumberRangeModel|PercentModel|CurrencyModel|DimensionModel|TemperatureModel|AgeModel|DateTimeModel)$/.test(
            model,
          )
        )
          continue;
        const cases = casesOf(`${kind}/${name}/${file}`).filter(
          (each) => kind !== 'DateTime' || isAsked(each),
        );
        const wrong = cases.filter((each) => !judge(each, kind, model, language));
        const share = ((100 * (cases.length - wrong.length)) / Math.max(1, cases.length)).toFixed(1);
        console.log(
          `${name.padEnd(8)} ${model.padEnd(18)} ${share.padStart(5)} %  (${cases.length - wrong.length} of ${cases.length})`,
        );
        if (verbose === 'all' || verbose === `${language}/${model}`)
          for (const each of wrong)
            console.log(
              `    ${each.Input.slice(0, 110)} | ${each.Results.map((result) => `${result.Text} = ${JSON.stringify(result.Resolution?.value ?? result.Resolution?.values?.map((value) => value.value ?? `${value.start}..${value.end}`))}`).join('; ')}`,
            );
      }
    }
} else console.log('The case sets are not here: expected recognizers-text beside the checkout.');
