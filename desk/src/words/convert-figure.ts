import type { NumberView } from '../../../src/server/api/numbers.ts';

export const FORMS = ['said', 'day', 'total'] as const;
/** As the sources have it, all a day, or all as totals of their own periods. */
export type Form = (typeof FORMS)[number];

/** The fewest and the most days that a rate's period can have. */
const DAYS: Record<string, readonly [number, number]> = {
  day: [1, 1],
  week: [7, 7],
  month: [28, 31],
  year: [365, 366],
};

/** A figure in the unit of its axis. */
export function onAxis(figure: NumberView): NumberView {
  const { min, max, factor } = figure;
  return { ...figure, min: min === null ? null : min * factor, max: max === null ? null : max * factor };
}

/** A figure brought to one form; null where the words do not say over how long. */
export function convertFigure(figure: NumberView, form: Form): NumberView | null {
  if (form === 'said') return figure;
  // What a finding worked out is a rate or a total already, in words of its own.
  if (figure.derived) return null;
  return form === 'day' ? aDay(figure) : asTotal(figure);
}

function aDay(figure: NumberView): NumberView | null {
  const { per, days } = figure;
  if (per === 'day') return figure;
  const length: readonly [number, number] | undefined = per ? DAYS[per] : days ? [days, days] : undefined;
  if (!length) return null;
  const [fewest, most] = length;
  return workedOut(
    figure,
    'day',
    (value) => value / most,
    (value) => value / fewest,
  );
}

function asTotal(figure: NumberView): NumberView | null {
  const { per, days } = figure;
  if (!per) return figure;
  const length = DAYS[per];
  if (!length || !days) return null;
  const [fewest, most] = length;
  return workedOut(
    figure,
    null,
    (value) => (value * days) / most,
    (value) => (value * days) / fewest,
  );
}

function workedOut(
  figure: NumberView,
  per: string | null,
  low: (value: number) => number,
  high: (value: number) => number,
): NumberView {
  const { min, max } = figure;
  return {
    ...figure,
    per,
    derived: true,
    min: min === null ? null : low(min),
    max: max === null ? null : high(max),
  };
}
