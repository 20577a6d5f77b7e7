import type { CSSProperties } from 'react';
import type { Scale } from './scale.ts';

/** Custom properties are set on the element by script, which the content security policy allows. */
export function placeAt(values: Record<string, number>): CSSProperties {
  const percents = Object.entries(values).map(([key, value]) => [`--${key}`, `${(value * 100).toFixed(2)}%`]);
  return Object.fromEntries(percents) as CSSProperties;
}

/** What a mark shows: an interval, whether it was worked out, whether it does not fit. */
export interface Marked {
  readonly min: number | null;
  readonly max: number | null;
  readonly derived: boolean;
  readonly alarm: boolean;
}

/** Where a mark stands on its axis, 0..1; an open end reaches the edge. */
export function placesOf({ min, max }: Marked, scale: Scale): { from: number; to: number } {
  return { from: min === null ? 0 : scale.at(min), to: max === null ? 1 : scale.at(max) };
}

/** The mark alone: solid said, hollow worked out, an arrow where it is open. */
export function FigureMark({ figure, scale }: { figure: Marked; scale: Scale }) {
  const { min, max, derived, alarm } = figure;
  const { from, to } = placesOf(figure, scale);
  const form = [
    'bar',
    min !== null && min === max && 'pt',
    max === null && 'up',
    min === null && 'down',
    derived && 'der',
    alarm && 'hot',
  ];
  return (
    <i
      className={form.filter((name) => name).join(' ')}
      style={placeAt({ a: from, b: to })}
      aria-hidden="true"
    />
  );
}
