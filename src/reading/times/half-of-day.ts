import type { TimeContext } from './time-context.ts';
import type { ClockTime } from './time-plan.ts';

const HALVES: readonly (readonly [RegExp, number, boolean])[] = [
  [/^(?:in the (?:evening|afternoon)|de la (?:tarde|noche)|of the evening)$/, 3, true],
  [/^(?:in the morning|de la (?:manana|madrugada)|por la manana)$/, 3, false],
  [/^at night$/, 2, true],
  [/^p\.m$/, 1, true],
  [/^a\.m$/, 1, false],
  [/^(?:مساء|ليلا)$/, 1, true],
];

/** "in the evening", "at night", "de la tarde": which half of the day the words at `at` name, and the item after; null where they name none. */
export function halfOfDay(context: TimeContext, at: number): { next: number; later: boolean } | null {
  const words = context.items.slice(at, at + 3).map((item) => item.norm);
  for (const [pattern, length, later] of HALVES)
    if (words.length >= length && pattern.test(words.slice(0, length).join(' ')))
      return { next: at + length, later };
  return null;
}

/** "8 pm menos cuarto": a quarter of an hour before; null where no such words stand at `at`. */
export function quarterLess({ items }: TimeContext, at: number, clock: ClockTime): ClockTime | null {
  if (items[at]?.norm !== 'menos' || items[at + 1]?.norm !== 'cuarto') return null;
  const [hour = 0, minute = 0] = clock.clock.split(':').map(Number);
  const minutes = (hour * 60 + minute + 1425) % 1440;
  const text = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return { ...clock, clock: text };
}

/** The clock time in the second half of the day. */
export function laterClock(clock: ClockTime): ClockTime {
  const hour = Number(clock.clock.slice(0, 2));
  return hour < 12 && hour > 0
    ? { ...clock, clock: `${String(hour + 12).padStart(2, '0')}${clock.clock.slice(2)}` }
    : clock;
}
