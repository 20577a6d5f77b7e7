/** What an axis is laid out for. */
export interface Ends {
  readonly min: number | null;
  readonly max: number | null;
}

export type ScaleForm = 'log' | 'even';

/** An axis: where a value stands on it, 0..1, and the values to name below it. */
export interface Scale {
  readonly form: ScaleForm;
  readonly ticks: readonly number[];
  at(value: number): number;
}

function endsOf(rows: readonly Ends[]): number[] {
  return rows.flatMap((row) => [row.min ?? [], row.max ?? []].flat());
}

/** A log axis has no zero and nothing below it. */
export function mayBeLog(rows: readonly Ends[]): boolean {
  const ends = endsOf(rows);
  return ends.length > 0 && ends.every((end) => end > 0);
}

/** A log axis where the rows are more than a factor of twelve apart; else an even one, on which a small gap looks small. */
export function fittingForm(rows: readonly Ends[]): ScaleForm {
  const ends = endsOf(rows);
  return mayBeLog(rows) && Math.max(...ends) / Math.min(...ends) > 12 ? 'log' : 'even';
}

export function scaleFor(rows: readonly Ends[], form: ScaleForm): Scale {
  const ends = endsOf(rows);
  const [least, most] = ends.length ? [Math.min(...ends), Math.max(...ends)] : [0, 1];
  return form === 'log' && least > 0 ? logScale(least, most) : evenScale(least, most, openEnded(rows));
}

function openEnded(rows: readonly Ends[]): boolean {
  return rows.some((row) => row.max === null);
}

function logScale(least: number, most: number): Scale {
  const from = Math.floor(Math.log10(least * 0.999));
  const to = Math.max(from + 1, Math.ceil(Math.log10(most * 1.2)));
  const step = Math.ceil((to - from) / 5);
  const ticks: number[] = [];
  for (let power = from; power <= to; power += step) ticks.push(10 ** power);
  return { form: 'log', ticks, at: (value) => (Math.log10(value) - from) / (to - from) };
}

/** From zero, unless everything lies in the last third: then close around what is said. */
function evenScale(least: number, most: number, open: boolean): Scale {
  const close = least > 0 && (most - least) / most < 0.34;
  const room = Math.max(
    (most - least) * (close ? 0.6 : 0.1),
    open ? most * 0.15 : 0,
    Math.abs(most) * 0.01,
    0.5,
  );
  const low = close ? least - room : Math.min(0, least);
  const step = roundStep((most + room - low) / 4);
  const from = Math.floor(low / step) * step;
  const to = Math.ceil((most + room) / step) * step;
  const ticks: number[] = [];
  for (let place = 0; from + place * step <= to + step / 2; place += 1) {
    ticks.push(Number((from + place * step).toPrecision(12)));
  }
  return { form: 'even', ticks, at: (value) => (value - from) / (to - from) };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  return (lead > 5 ? 10 : lead > 2 ? 5 : lead > 1 ? 2 : 1) * power;
}

/** Where nothing that is said meets: between the rows that do not fit and all others; null where they touch. */
export function gapIn(
  rows: readonly (Ends & { readonly alarm: boolean })[],
): { from: number; to: number } | null {
  const [odd, rest] = [rows.filter((row) => row.alarm), rows.filter((row) => !row.alarm)];
  if (odd.length === 0 || rest.length === 0) return null;
  const [a, b] = [hullOf(odd), hullOf(rest)];
  if (b.max < a.min) return { from: b.max, to: a.min };
  return a.max < b.min ? { from: a.max, to: b.min } : null;
}

function hullOf(rows: readonly Ends[]): { min: number; max: number } {
  return {
    min: Math.min(...rows.map((row) => row.min ?? Number.NEGATIVE_INFINITY)),
    max: Math.max(...rows.map((row) => row.max ?? Number.POSITIVE_INFINITY)),
  };
}
