/** How far off "about" may be. */
const ABOUT = 0.1;

export interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

/** The interval that "about" makes of a value or range: ten per cent to either side, whole numbers kept whole. */
export function aboutBounds(min: number, max: number): Bounds {
  return { min: tidy(min - Math.abs(min) * ABOUT), max: tidy(max + Math.abs(max) * ABOUT) };
}

/** More than `value`: the next whole number where whole things are counted. */
export function moreThan(value: number, whole: boolean): Bounds {
  return { min: whole && Number.isInteger(value) ? value + 1 : value, max: null };
}

/** Fewer than `value`. */
export function fewerThan(value: number, whole: boolean): Bounds {
  return { min: null, max: whole && Number.isInteger(value) ? value - 1 : value };
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
