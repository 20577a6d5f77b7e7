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
  const glued = /^e(-?\d{1,3})$/.exec(mark.norm);
  if (glued !== null) return within(value * 10 ** Number(glued[1]), at + 1);
  const small = /^[x×](10-\d{1,3})$/.exec(mark.norm);
  if (small !== null && !Number.isInteger(value))
    return within(value * 10 ** Number(small[1]?.slice(2)), at + 1);
  if (mark.norm === 'e') return raised(context, at + 1, (power) => value * 10 ** power);
  return timesPower(context, at, value);
}

/** "1.3x10^6", "8x2^10", "2.48×10−5". */
function timesPower(
  context: NumberContext,
  at: number,
  value: number,
): { value: number; next: number } | null {
  const { items } = context;
  const times = /^[x×·*](\d{1,2})?$/.exec(items[at]?.norm ?? '');
  if (times === null) return null;
  const base = times[1] === undefined ? at + 1 : at;
  const ten = Number(times[1] ?? (items[base]?.kind === 'number' ? items[base].norm : Number.NaN));
  if (!(ten > 0)) return null;
  const apply = (power: number): number => value * ten ** power;
  if (items[base + 1]?.norm === '^') return raised(context, base + 2, apply);
  const minus = items[base + 1]?.norm === '−' || (items[base + 1]?.norm === '-' && !Number.isInteger(value));
  return ten === 10 && minus && items[base + 1]?.start === items[base]?.end
    ? raised(context, base + 1, apply)
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
