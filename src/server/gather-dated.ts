import type { Statement } from '../statement/statement.ts';
import type { TimeReading } from '../statement/time.ts';

/** A statement whose days are known, at one end at least. */
export type Dated = Statement & { readonly time: TimeReading };

/** Days, both ends included; null is an open end. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

/** Statements with days, earliest first. */
export function gatherDated(statements: readonly Statement[]): Dated[] {
  return statements.filter(isDated).sort((a, b) => {
    const [one, other] = [firstDay(a), firstDay(b)];
    return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
  });
}

function isDated(statement: Statement): statement is Dated {
  return statement.time !== null && (statement.time.from !== null || statement.time.to !== null);
}

/** The first day that is said; an open start begins where it ends. */
export function firstDay({ time: { from, to } }: Dated): string {
  return from ?? to ?? '';
}

export function lastDay({ time: { from, to } }: Dated): string {
  return to ?? from ?? '';
}

/** Whether a time may lie within the days; one that is not known may not. */
export function liesWithin(time: TimeReading | null, { from, to }: Days): boolean {
  if (from === null && to === null) return true;
  if (time === null || (time.from === null && time.to === null)) return false;
  return (
    (from === null || time.to === null || time.to >= from) &&
    (to === null || time.from === null || time.from <= to)
  );
}
