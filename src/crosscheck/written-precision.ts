import type { Figure } from '../statement/quantity.ts';
import { exactly, type Interval, span, widen } from './interval.ts';

/** Of a whole that ends in zeros ("12,000"), rounding may hide at most this share. */
const ROUND_SHARE = 0.08;

/**
 * All values that, rounded as the words round, give the figure: 24.5..25.5 for "25",
 * 15.45..15.55 for "15.5", 11,500..12,500 for "12,000". An approximator's interval is kept
 * where it is wider. A range keeps its ends.
 */
export function asWritten(figure: Figure): Interval {
  const { quantity, value } = figure;
  const said = { min: quantity.min, max: quantity.max };
  if (value === null) return said;
  const rounded = widen(exactly(value), halfUnit(value, figure.decimals));
  return said.min === null || said.max === null ? said : span(said, rounded);
}

/** Half a unit of the last place that counts. */
function halfUnit(value: number, decimals: number): number {
  const half = 0.5 * 10 ** -decimals;
  if (decimals >= 0) return half;
  return Math.max(0.5, Math.min(half, Math.abs(value) * ROUND_SHARE));
}
