import type { Interval } from './interval.ts';

/** A number as it is printed: `1,386`, `33.6`. At most `decimals` decimal places, none that are zero. */
export function formatNumber(value: number, decimals = 2): string {
  const factor = 10 ** decimals;
  const rounded = Math.round((value + Number.EPSILON) * factor) / factor;
  return formatOf(decimals).format(rounded);
}

const formats = new Map<number, Intl.NumberFormat>();

function formatOf(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals) ?? new Intl.NumberFormat('en-GB', { maximumFractionDigits: decimals });
  formats.set(decimals, known);
  return known;
}

/** A number with about three digits that count: `3,170`, `33.6`, `0.25`. */
export function formatRounded(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 100) return formatNumber(Math.round(value), 0);
  return formatNumber(value, size >= 1 ? 1 : 3);
}

/** `about 85`, `more than 1,000`, `200 to 999`. Ends are given as they are. */
export function formatInterval(interval: Interval): string {
  const { min, max } = interval;
  if (min === null && max === null) return 'any number';
  if (min === null) return `at most ${formatNumber(max ?? 0)}`;
  if (max === null) return `at least ${formatNumber(min)}`;
  return min === max ? formatNumber(min) : `${formatNumber(min)} to ${formatNumber(max)}`;
}
