import {
  addDays,
  addMonths,
  dateOf,
  dayNumber,
  daysInMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../statement/calendar.ts';
import type { Granularity, TimeReading } from '../../statement/time.ts';
import {
  type Days,
  datedWeekday,
  edgeOf,
  holidayIn,
  nthWithin,
  numberedWeek,
  periodAround,
  seasonDays,
  weekAround,
  yearOfTurn,
} from './resolve-period.ts';
import type { Period, SimpleTime, TimeAnchor, TimeMatch, TimePlan, TimeUnit } from './time-plan.ts';

/** An interval worked out, with what it leans on. */
interface Worked {
  readonly from: string;
  readonly to: string;
  readonly granularity: Granularity;
  /** True where the day of the words was needed. */
  readonly leaned: boolean;
  readonly steps: readonly string[];
}

/** A date so far ahead of the words is held to be the last one of its name. */
const AHEAD_DAYS = 120;
const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A found time against the day of the words. What cannot be worked out keeps its clock and says `unresolved`. */
export function resolveTime(match: TimeMatch, anchor: TimeAnchor): TimeReading {
  const clock = match.clock?.clock ?? null;
  const zone = match.clock?.zone ?? null;
  const needsDay = anchor.rough === true && !YEARS_OWN.has(match.plan.type);
  const worked = match.plan.type === 'recurring' || needsDay ? null : workOut(match.plan, anchor.date);
  if (worked === null) {
    const basis = match.plan.type === 'recurring' ? 'stated' : 'unresolved';
    const granularity = clock === null ? 'day' : 'minute';
    const until = match.until == null ? {} : { clockTo: match.until.clock };
    return {
      from: null,
      to: null,
      clock,
      ...until,
      zone,
      granularity,
      approx: match.approx,
      basis,
      steps: [],
    };
  }
  const whole = match.night
    ? { ...worked, to: addDays(worked.to, 1), steps: [...worked.steps, 'A night runs into the next day.'] }
    : worked;
  return {
    ...bounded(whole, match, anchor),
    clock,
    ...(match.until == null ? {} : { clockTo: match.until.clock }),
    zone,
    granularity:
      clock !== null
        ? 'minute'
        : match.part && worked.granularity === 'day'
          ? 'part-of-day'
          : worked.granularity,
    approx: match.approx || match.plan.type === 'edge' || match.plan.type === 'season',
    basis: worked.leaned ? anchor.basis : 'stated',
  };
}

// A plan that needs no more of the day of the words than its year.
const YEARS_OWN: ReadonlySet<TimePlan['type']> = new Set(['date', 'year', 'day', 'month', 'range']);

function bounded(
  worked: Worked,
  match: TimeMatch,
  anchor: TimeAnchor,
): Pick<TimeReading, 'from' | 'to' | 'steps'> {
  const { from, to, steps } = worked;
  if (match.bound === 'since') {
    const end = anchor.date !== null && anchor.date >= from ? anchor.date : null;
    return { from, to: end, steps: end === null ? steps : [...steps, `Until the day of the words, ${end}.`] };
  }
  if (match.bound === 'until') return { from: null, to, steps };
  const long = LONG.has(worked.granularity);
  // "before 2018" ends with 2017; "before Friday" may be on Friday still.
  if (match.bound === 'before') return { from: null, to: long ? addDays(from, -1) : to, steps };
  if (match.bound === 'after') return { from: long ? addDays(to, 1) : from, to: null, steps };
  return { from, to, steps };
}

const LONG: ReadonlySet<Granularity> = new Set(['month', 'year', 'season']);

function workOut(plan: TimePlan, anchor: string | null): Worked | null {
  switch (plan.type) {
    case 'date':
      return stated(
        plan.date,
        plan.date,
        'day',
        plan.alternative === null ? [] : [`Day and month could be swapped: ${plan.alternative}.`],
      );
    case 'year':
      return stated(`${plan.year}-01-01`, `${plan.year}-12-31`, 'year');
    case 'day':
      return workOutDay(plan, anchor);
    case 'month':
      return workOutMonth(plan, anchor);
    case 'range':
      return workOutRange(plan, anchor);
    case 'decade':
      return stated(`${plan.year}-01-01`, `${plan.year + 9}-12-31`, 'year');
    case 'run':
      return workOutRun(plan, anchor);
    case 'nth':
    case 'edge':
    case 'shift':
    case 'week-of':
      return workOutWithin(plan, anchor);
    case 'week':
    case 'season':
    case 'holiday':
      return workOutYearly(plan, anchor);
    case 'clock':
      return anchor === null ? null : leaned(anchor, anchor, 'minute', []);
    default:
      return anchor === null ? null : workOutRelative(plan, anchor);
  }
}

/** What lies within, or so long from, another time. */
function workOutWithin(
  plan: TimePlan & { type: 'nth' | 'edge' | 'shift' | 'week-of' },
  anchor: string | null,
): Worked | null {
  const of = workOut(plan.of, anchor);
  if (of === null) return null;
  if (plan.type === 'week-of') return { ...of, ...weekAround(of.from), granularity: 'week' };
  if (plan.type === 'edge') return { ...of, ...edgeOf(of, plan.edge, of.granularity), granularity: 'day' };
  if (plan.type === 'shift') {
    const day = moved(of.from, plan.count, plan.unit);
    const step = `${Math.abs(plan.count)} ${plan.unit}s ${plan.count < 0 ? 'before' : 'after'} ${of.from}.`;
    return { ...of, from: day, to: day, granularity: 'day', steps: [...of.steps, step] };
  }
  const days = nthWithin(of, plan.nth, plan.unit, plan.weekday);
  return days === null ? null : { ...of, ...days, granularity: granularityOf(plan.unit) };
}

function workOutRun(plan: TimePlan & { type: 'run' }, anchor: string | null): Worked | null {
  const of = workOut(plan.of, anchor);
  if (of === null) return null;
  const { side, count, unit } = plan;
  const [near, far] = [side, side * count].map((nth) => nthWithin(of, nth, unit, null));
  if (near == null || far == null) return null;
  const [from, to] = side === 1 ? [near.from, far.to] : [far.from, near.to];
  const step = `The ${side === 1 ? 'first' : 'last'} ${count} ${unit}s.`;
  return { ...of, from, to, granularity: granularityOf(unit), steps: [...of.steps, step] };
}

function granularityOf(unit: Period): Granularity {
  if (unit === 'week' || unit === 'month') return unit;
  return unit === 'quarter' || unit === 'half' || unit === 'year' || unit === 'decade' ? 'month' : 'day';
}

/** What comes once a year. */
function workOutYearly(
  plan: TimePlan & { type: 'week' | 'season' | 'holiday' },
  anchor: string | null,
): Worked | null {
  if (plan.year === null && anchor === null) return null;
  const make = (year: number): Days | null => {
    if (plan.type === 'week') return numberedWeek(year, plan.week);
    if (plan.type === 'season') return seasonDays(plan.season, year);
    const day = holidayIn(plan.holiday, year);
    return day === null ? null : { from: day, to: day };
  };
  const turn = plan.type === 'week' ? 0 : plan.turn;
  const year = plan.year ?? yearOfTurn((each) => make(each)?.from ?? null, turn, anchor ?? '');
  const days = make(year);
  if (days === null) return null;
  const granularity = plan.type === 'week' ? 'week' : plan.type === 'season' ? 'season' : 'day';
  const steps = plan.type === 'season' ? ['Seasons are taken as in the north, three whole months each.'] : [];
  return plan.year === null
    ? leaned(days.from, days.to, granularity, [...steps, `No year is written: ${anchor} gives ${year}.`])
    : stated(days.from, days.to, granularity, steps);
}

function stated(from: string, to: string, granularity: Granularity, steps: readonly string[] = []): Worked {
  return { from, to, granularity, leaned: false, steps };
}

function leaned(from: string, to: string, granularity: Granularity, steps: readonly string[]): Worked {
  return { from, to, granularity, leaned: true, steps };
}

function workOutDay(plan: TimePlan & { type: 'day' }, anchor: string | null): Worked | null {
  if (plan.month !== null && plan.year !== null) {
    const date = dateOf(plan.year, plan.month, plan.day);
    return date === null ? null : stated(date, date, 'day');
  }
  if (anchor === null) return null;
  if (plan.month === null) return dayOfMonth(plan.day, plan.future, anchor);
  const { month, day } = plan;
  const year = yearFor((candidate) => dateOf(candidate, month, day), plan, anchor);
  const date = year === null ? null : dateOf(year, month, day);
  return date === null ? null : leaned(date, date, 'day', [`No year is written: ${anchor} gives ${year}.`]);
}

/** "the fourteenth": of the month of the words; of the month before where it would lie well ahead. */
function dayOfMonth(day: number, future: boolean, anchor: string): Worked | null {
  const here = dateOf(yearOf(anchor), monthOf(anchor), day);
  const before = addMonths(`${anchor.slice(0, 7)}-01`, -1);
  const last = dateOf(yearOf(before), monthOf(before), day);
  const ahead = here === null || (!future && dayNumber(here) - dayNumber(anchor) > 7);
  const date = ahead ? (last ?? here) : here;
  return date === null
    ? null
    : leaned(date, date, 'day', [`No month is written: ${anchor} gives ${date.slice(0, 7)}.`]);
}

function yearFor(
  make: (year: number) => string | null,
  { future, past = false }: { readonly future: boolean; readonly past?: boolean },
  anchor: string,
): number | null {
  const year = yearOf(anchor);
  for (const candidate of [year, year - 1, year + 1, year - 2, year - 3, year - 4]) {
    const date = make(candidate);
    if (date === null) continue;
    const ahead = dayNumber(date) - dayNumber(anchor);
    if (future ? ahead >= -31 : ahead <= (candidate === year && !past ? AHEAD_DAYS : 0)) return candidate;
  }
  return null;
}

function workOutMonth(plan: TimePlan & { type: 'month' }, anchor: string | null): Worked | null {
  if (plan.year !== null) return monthSpan(plan.year, plan.month, false, []);
  if (anchor === null) return null;
  const first = (candidate: number): string | null => dateOf(candidate, plan.month, 1);
  const year = plan.turn === undefined ? yearFor(first, plan, anchor) : yearOfTurn(first, plan.turn, anchor);
  return year === null
    ? null
    : monthSpan(year, plan.month, true, [`No year is written: ${anchor} gives ${year}.`]);
}

function monthSpan(year: number, month: number, needed: boolean, steps: readonly string[]): Worked | null {
  const from = dateOf(year, month, 1);
  const to = dateOf(year, month, daysInMonth(year, month));
  return from === null || to === null ? null : { from, to, granularity: 'month', leaned: needed, steps };
}

/** "from next Monday to Friday": the second weekday comes after the first. */
function weekdayAfter(plan: TimePlan & { type: 'range' }, anchor: string | null): TimePlan | null {
  const { from, to } = plan;
  if (from.type !== 'weekday' || to.type !== 'weekday' || anchor === null) return null;
  if (to.side !== 'past' && to.side !== 'future') return null;
  const first = workOutWeekday(from, anchor).from;
  const date = addDays(first, (to.weekday - from.weekday + 7) % 7);
  return { type: 'date', date, alternative: null };
}

function workOutRange(plan: TimePlan & { type: 'range' }, anchor: string | null): Worked | null {
  const to = workOut(weekdayAfter(plan, anchor) ?? plan.to, anchor);
  // The end settles the year of the beginning: "from 28 December to 3 January".
  const from =
    to === null
      ? null
      : plan.from.type === 'day' || plan.from.type === 'month'
        ? workOut({ ...plan.from, future: false }, to.to)
        : workOut(plan.from, anchor);
  if (from === null || to === null || from.from > to.to) return null;
  return {
    from: from.from,
    to: to.to,
    granularity: to.granularity,
    leaned: to.leaned || (from.leaned && !hasYear(plan.to)),
    steps: to.steps,
  };
}

function hasYear(plan: TimePlan): boolean {
  return (
    plan.type === 'date' ||
    plan.type === 'year' ||
    ((plan.type === 'day' || plan.type === 'month') && plan.year !== null)
  );
}

function workOutRelative(plan: TimePlan, anchor: string): Worked | null {
  switch (plan.type) {
    case 'simple':
      return workOutSimple(plan.simple, anchor);
    case 'weekday':
      return workOutWeekday(plan, anchor);
    case 'ago': {
      const date = moved(anchor, -plan.count, plan.unit);
      const granularity = plan.unit === 'minute' || plan.unit === 'hour' ? 'day' : plan.unit;
      const span = aroundUnit(date, plan.unit);
      return leaned(span.from, span.to, granularity, [
        `${plan.count} ${plan.unit}${plan.count === 1 ? '' : 's'} before ${anchor}.`,
      ]);
    }
    case 'lately':
      return leaned(moved(anchor, -plan.count, plan.unit), anchor, 'day', [
        `The ${plan.count} ${plan.unit}s before ${anchor}.`,
      ]);
    case 'ahead':
      return leaned(addDays(anchor, 1), moved(anchor, plan.count, plan.unit), 'day', [
        `The ${plan.count} ${plan.unit}s after ${anchor}.`,
      ]);
    case 'turn': {
      const { from, to } = periodAround(anchor, plan.unit, plan.offset);
      const granularity = plan.unit === 'year' || plan.unit === 'decade' ? 'year' : granularityOf(plan.unit);
      return leaned(from, to, granularity, [`Counted from the day of the words, ${anchor}.`]);
    }
    case 'quarters': {
      const [first, last] = plan.count < 0 ? [plan.count, -1] : [1, plan.count];
      return leaned(
        periodAround(anchor, 'quarter', first).from,
        periodAround(anchor, 'quarter', last).to,
        'month',
        [`${Math.abs(plan.count)} whole quarters, counted from ${anchor}.`],
      );
    }
    case 'weekday-date': {
      const day = datedWeekday(plan.weekday, plan.day, anchor);
      return day === null
        ? null
        : leaned(day, day, 'day', [
            `The ${WEEKDAYS[plan.weekday]} that is a ${plan.day}th, nearest to ${anchor}.`,
          ]);
    }
    default:
      return null;
  }
}

function moved(date: string, count: number, unit: TimeUnit): string {
  const whole = Math.round(count);
  if (unit === 'month') return addMonths(date, whole);
  if (unit === 'year') return addMonths(date, whole * 12);
  if (unit === 'week') return addDays(date, Math.round(count * 7));
  return unit === 'day' ? addDays(date, whole) : date;
}

// "two months ago" is not a day.
function aroundUnit(date: string, unit: TimeUnit): Days {
  return unit === 'minute' || unit === 'hour' ? { from: date, to: date } : periodAround(date, unit);
}

function workOutSimple(simple: SimpleTime, anchor: string): Worked {
  const { kind, offset } = simple;
  const step = [`Counted from the day of the words, ${anchor}.`];
  if (kind === 'week') return leaned(...ends(weekAround(addDays(anchor, offset * 7))), 'week', step);
  if (kind === 'weekend') {
    const week = weekAround(addDays(anchor, offset * 7));
    return leaned(addDays(week.from, 5), week.to, 'day', step);
  }
  if (kind === 'month') return leaned(...ends(aroundUnit(addMonths(anchor, offset), 'month')), 'month', step);
  if (kind === 'year')
    return leaned(...ends(aroundUnit(addMonths(anchor, offset * 12), 'year')), 'year', step);
  if (kind === 'newyear')
    return leaned(`${anchor.slice(0, 4)}-01-01`, `${anchor.slice(0, 4)}-01-01`, 'day', step);
  const day = addDays(anchor, offset);
  if (kind === 'night') return leaned(day, addDays(day, 1), 'part-of-day', step);
  return leaned(day, day, kind === 'part' ? 'part-of-day' : 'day', step);
}

function ends(span: Days): [string, string] {
  return [span.from, span.to];
}

function workOutWeekday(plan: TimePlan & { type: 'weekday' }, anchor: string): Worked {
  const gap = (weekdayOf(anchor) - plan.weekday + 7) % 7;
  const name = WEEKDAYS[plan.weekday] ?? '';
  const past = plan.side === 'past' || plan.side === 'last';
  const back = plan.side === 'last' && gap === 0 ? 7 : gap;
  const ahead = (7 - gap) % 7 === 0 ? 7 : 7 - gap;
  if (plan.side === 'next') {
    const day = addDays(weekAround(addDays(anchor, 7)).from, plan.weekday - 1);
    return leaned(day, day, 'day', [`The ${name} of the week after ${anchor}.`]);
  }
  const day = past
    ? addDays(anchor, -back)
    : addDays(anchor, plan.side === 'future' && gap === 0 ? 0 : ahead);
  return leaned(day, day, 'day', [`The ${name} ${past ? 'on or before' : 'after'} ${anchor}.`]);
}
