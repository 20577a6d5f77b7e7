/**
 * How many of quantulum3's own cases (quantities with units in English sentences) Hearsay reads
 * right: every expected quantity found on its words with its value, and its unit where Hearsay
 * knows that unit. Run by hand: `npm run bench:quantulum`, with `-- --misses` for the misses.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFigures } from '../src/reading/figures/read-figures.ts';
import { readTimes } from '../src/reading/times/read-times.ts';
import type { Figure } from '../src/statement/quantity.ts';
import { passageOf } from './passage-of.ts';

interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly surface: string;
  readonly uncertainty?: number;
}

interface Case {
  readonly req: string;
  readonly res: readonly Quantity[];
}

const folder = fileURLToPath(
  new URL('../../shared/data/quantulum3/quantulum3/_lang/en_US/tests/', import.meta.url),
);
const verbose = process.argv.includes('--misses');

function casesOf(file: string): Case[] {
  return JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Case[];
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** The value of a range is its middle, and its uncertainty half its width. */
function valueFits(figure: Figure, wanted: Quantity): boolean {
  const { min, max } = figure.quantity;
  const value = wanted.unit === 'dozen' ? 12 * wanted.value : wanted.value;
  if (figure.value !== null && near(figure.value, value)) return true;
  if (wanted.uncertainty === undefined || min === null || max === null) return false;
  const [low, high] = [value - wanted.uncertainty, value + wanted.uncertainty];
  // "around 10-15" is widened by a tenth.
  if (figure.approx) return near(min, low * 0.9) && near(max, high * 1.1);
  return near(min, low) && near(max, high);
}

/** A year is no count to Hearsay but a time. */
function isYearRead(each: Case, wanted: Quantity): boolean {
  if (wanted.unit !== 'dimensionless' || !/^(?:19|20)\d\ds?$/.test(wanted.surface.trim())) return false;
  const times = readTimes(passageOf(each.req, 'en'), { date: null, clock: null, basis: 'source' });
  return times.some(
    ({ start, end, reading }) =>
      each.req.slice(start, end).includes(wanted.surface.trim()) && reading.from === `${wanted.value}-01-01`,
  );
}

function isRight(each: Case, withUnits: boolean): boolean {
  const { figures } = readFigures(passageOf(each.req, 'en'));
  let from = 0;
  return each.res.every((wanted) => {
    const at = each.req.indexOf(wanted.surface, from);
    const start = at < 0 ? 0 : at;
    const end = at < 0 ? each.req.length : at + wanted.surface.length;
    if (at >= 0) from = at;
    if (isYearRead(each, wanted)) return true;
    return figures.some(
      (figure) =>
        figure.span.start < end &&
        start < figure.span.end &&
        valueFits(figure, wanted) &&
        (!withUnits || unitFits(figure, wanted.unit)),
    );
  });
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

/** Units by name; theirs that are no unit of Hearsay's ("dimensionless" for counted things) fit any count. */
function unitFits({ unit, type, quantity }: Figure, wanted: string): boolean {
  if (wanted === 'dimensionless') return type === 'count' || type === 'fraction' || type === 'ordinal';
  if (wanted === 'percentage') return type === 'percent';
  if (wanted === 'dozen') return type === 'count';
  const per = quantity.per === null ? '' : ` per ${quantity.per}`;
  const ours = plain(`${unit ?? quantity.of ?? ''}${wanted.includes(' per ') ? per : ''}`);
  return ours !== '' && (ours === plain(wanted) || ALIKE[plain(wanted)] === ours);
}

const ALIKE: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('./quantulum-units.json', import.meta.url), 'utf8'),
) as Record<string, string>;

function run(file: string): void {
  const cases = casesOf(file);
  const values = cases.filter((each) => isRight(each, false));
  const both = cases.filter((each) => isRight(each, true));
  const share = (some: readonly Case[]): string =>
    `${((100 * some.length) / cases.length).toFixed(1)} % (${some.length} of ${cases.length})`;
  console.log(`${file.padEnd(28)} values ${share(values)}, values and units ${share(both)}`);
  if (!verbose) return;
  for (const each of cases.filter((other) => !both.includes(other))) {
    const ours = readFigures(passageOf(each.req, 'en')).figures.map(
      (figure) =>
        `${figure.value ?? `${figure.quantity.min}..${figure.quantity.max}`} ${figure.unit ?? figure.quantity.of ?? '-'}${figure.quantity.per === null ? '' : ` per ${figure.quantity.per}`}`,
    );
    const wanted = each.res.map(({ value, unit }) => `${value} ${unit}`);
    console.log(
      `  ${values.includes(each) ? 'unit ' : 'value'} ${each.req.slice(0, 200)} | want ${wanted.join(', ')} | got ${ours.join(', ')}`,
    );
  }
}

if (existsSync(folder)) for (const file of ['quantities.json', 'quantities.ambiguity.json']) run(file);
else console.log('The cases are not here: expected quantulum3 beside the checkout.');
