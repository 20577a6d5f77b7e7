import type { NumberContext } from './number-run.ts';
import { readDigits } from './read-digits.ts';

const LARGEST = 308;

/** "1.1^23", "2,5^-1", "1.3x10^6", "12.32e+14": a power written right behind figures; null where there is none. */
export function powerAfter(
  context: NumberContext,
  at: number,
  value: number,
): { value: number; next: number } | null {
  const { items } = context;
  const mark = items[at];
  if (mark === undefined || items[at - 1]?.kind !== 'number' || mark.start !== items[at - 1]?.end)
    return null;
  if (mark.norm === '^') return raised(context, at + 1, (power) => value ** power);
  const glued = /^e(\d{1,3})$/.exec(mark.norm);
  if (glued !== null) return within(value * 10 ** Number(glued[1]), at + 1);
  if (mark.norm === 'e') return raised(context, at + 1, (power) => value * 10 ** power);
  const times = /^[x×·*](10)?$/.exec(mark.norm);
  if (times === null) return null;
  const base = times[1] === undefined ? at + 1 : at;
  const ten = base === at || items[base]?.norm === '10';
  return ten && items[base + 1]?.norm === '^'
    ? raised(context, base + 2, (power) => value * 10 ** power)
    : null;
}

function raised(
  { items, text, mark }: NumberContext,
  at: number,
  apply: (power: number) => number,
): { value: number; next: number } | null {
  const sign = items[at]?.norm;
  const from = sign === '-' || sign === '−' || sign === '+' ? at + 1 : at;
  const item = items[from];
  if (item?.kind !== 'number' || item.start !== items[from - 1]?.end) return null;
  const power = readDigits(text.slice(item.start, item.end), mark)?.value;
  if (power === undefined || power > LARGEST) return null;
  return within(apply(from > at && sign !== '+' ? -power : power), from + 1);
}

function within(value: number, next: number): { value: number; next: number } | null {
  return Number.isFinite(value) ? { value, next } : null;
}
