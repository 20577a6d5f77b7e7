import {
  dayNumberAt,
  isCapital,
  isCount,
  monthNameAt,
  skipLinks,
  yearBehind,
  yearNumberAt,
} from './read-month.ts';
import { shortPartAt, yearThenPart } from './read-short-period.ts';
import type { Basic, TimeContext } from './time-context.ts';
import type { Period, TimePlan } from './time-plan.ts';

/** Reads a time that stands within another. */
type Inner = (context: TimeContext, at: number) => Basic | null;

/**
 * A part of the calendar that words name by its place in a greater one: "the second quarter of
 * 2013", "Q1 2017", "the last week of December", "early May", "week 31", "the 1990s", "next
 * quarter", "Christmas 2019". `inner` reads the greater one. Null where none starts at `at`.
 */
export function periodAt(context: TimeContext, at: number, inner: Inner): Basic | null {
  const nested = context.nested === true;
  if (context.items[at]?.kind === 'number')
    return nthAt(context, at, inner) ?? yearThenPart(context, at) ?? decadeAt(context, at);
  return (
    nthAt(context, at, inner) ??
    (nested ? null : edgeAt(context, at, inner)) ??
    turnAt(context, at) ??
    shortPartAt(context, at) ??
    weekNumberAt(context, at, inner) ??
    decadeAt(context, at) ??
    holidayAt(context, at) ??
    seasonAt(context, at)
  );
}

function within(context: TimeContext): TimeContext {
  return { ...context, nested: true };
}

// ---- the nth of a greater one

function nthAt(context: TimeContext, at: number, inner: Inner): Basic | null {
  if (context.nested === true) return null;
  const nth =
    context.items[at]?.kind === 'number'
      ? figureNth(context, at)
      : context.lexicon.nth.find(context.items, at);
  if (nth === null) return null;
  const unit = unitAt(context, at + nth.length);
  if (unit === null) return null;
  const of = greaterAt(context, unit.next, inner);
  if (of === null) return null;
  const { weekday } = unit;
  return { next: of.next, plan: { type: 'nth', nth: nth.value, unit: unit.unit, weekday, of: of.plan } };
}

function figureNth(context: TimeContext, at: number): { value: number; length: number } | null {
  const day = dayNumberAt(context, at);
  return day?.ordinal === true ? { value: day.day, length: day.next - at } : null;
}

interface UnitAt {
  readonly unit: Period;
  readonly weekday: number | null;
  readonly next: number;
}

function unitAt(context: TimeContext, at: number): UnitAt | null {
  const { items, lexicon } = context;
  const unit = lexicon.periods.find(items, at);
  if (unit !== null) return { unit: unit.value, weekday: null, next: at + unit.length };
  const weekday = lexicon.weekdays.get(items[at]?.norm ?? '');
  return weekday === undefined ? null : { unit: 'weekday', weekday, next: at + 1 };
}

/** What a part is of: "of 2019", "in May", "of the month", "of next month"; a year may stand right behind. */
function greaterAt(context: TimeContext, at: number, inner: Inner): Basic | null {
  const { items, lexicon } = context;
  const link = lexicon.phrase('partOf').find(items, at);
  const bare = yearNumberAt(context, at);
  if (link === null)
    return bare === null || isCount(context, bare.next)
      ? null
      : { next: bare.next, plan: { type: 'year', year: bare.year } };
  const from = at + link.length;
  const article = lexicon.phrase('article').find(items, from);
  const after = from + (article?.length ?? 0);
  const year = yearNumberAt(context, yearLead(context, after));
  if (year !== null) return { next: year.next, plan: { type: 'year', year: year.year } };
  if (link.length > 1 && lexicon.periods.find(items, from - 1)?.value === 'year')
    return { next: from, plan: { type: 'turn', unit: 'year', offset: 0 } };
  const unit = article === null ? null : lexicon.periods.find(items, after);
  if (unit !== null && unit.value !== 'day')
    return { next: after + unit.length, plan: { type: 'turn', unit: unit.value, offset: 0 } };
  const month = monthNameAt(context, after);
  return inner(within(context), from) ?? inner(within(context), after) ?? monthAlone(context, month);
}

function yearLead(context: TimeContext, at: number): number {
  const unit = context.lexicon.periods.find(context.items, at);
  return unit?.value === 'year' ? skipLinks(context, at + unit.length) : at;
}

function monthAlone(context: TimeContext, month: { month: number; next: number } | null): Basic | null {
  if (month === null) return null;
  const year = yearNumberAt(context, skipLinks(context, month.next));
  const plan: TimePlan = { type: 'month', month: month.month, year: year?.year ?? null, future: false };
  return { next: year?.next ?? month.next, plan };
}

// ---- early, middle, late

function edgeAt(context: TimeContext, at: number, inner: Inner): Basic | null {
  const found = context.lexicon.edge.find(context.items, at);
  if (found === null) return null;
  const from = at + found.length;
  const of = wholeSaid(context, from) ?? wholeAt(context, from, inner);
  if (of === null || !WIDE.has(of.plan.type) || isDaySaid(of.plan)) return null;
  return { next: of.next, plan: { type: 'edge', edge: found.value, of: of.plan } };
}

/** What an edge is of: a year, "the month" (in Spanish "mes" too: "a fines de mes"), or another time. */
function wholeAt(context: TimeContext, from: number, inner: Inner): Basic | null {
  const { items, lexicon } = context;
  const article = lexicon.phrase('article').find(items, from);
  const after = from + (article?.length ?? 0);
  const year = yearNumberAt(context, yearLead(context, after));
  if (year !== null && !isCount(context, year.next))
    return { next: year.next, plan: { type: 'year', year: year.year } };
  const unit = article === null && lexicon.language !== 'es' ? null : lexicon.periods.find(items, after);
  if (unit !== null && unit.value !== 'day' && items[after - 1]?.norm !== 'in')
    return { next: after + unit.length, plan: { type: 'turn', unit: unit.value, offset: 0 } };
  return monthAlone(context, monthNameAt(context, after)) ?? inner(within(context), after);
}

/** "la semana pasada" behind "a inicios de": a phrase of its own. */
function wholeSaid({ items, lexicon }: TimeContext, at: number): Basic | null {
  const found = lexicon.simple.find(items, at);
  return found === null ? null : { next: at + found.length, plan: { type: 'simple', simple: found.value } };
}

// "later today" is a day like any other.
function isDaySaid(plan: TimePlan): boolean {
  return plan.type === 'simple' && !/^(?:week|month|year)$/.test(plan.simple.kind);
}

const WIDE: ReadonlySet<TimePlan['type']> = new Set([
  'month',
  'year',
  'turn',
  'nth',
  'decade',
  'simple',
  'season',
]);

// ---- this, next and last

function turnAt(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  const side = lexicon.turns.find(items, at);
  if (side === null) return turnBehind(context, at);
  const from = at + side.length;
  const unit = lexicon.periods.find(items, from);
  if (unit !== null && FEW.has(unit.value))
    return { next: from + unit.length, plan: { type: 'turn', unit: unit.value, offset: side.value } };
  const month = monthNameAt(context, from);
  if (
    month !== null &&
    (!month.doubtful || isCapital(context, from)) &&
    yearNumberAt(context, skipLinks(context, month.next)) === null &&
    !isDay(context, month.next)
  )
    return {
      next: month.next,
      plan: { type: 'month', month: month.month, year: null, future: false, turn: side.value },
    };
  const season = lexicon.season.find(items, from);
  return season === null
    ? null
    : {
        next: from + season.length,
        plan: { type: 'season', season: season.value, year: null, turn: side.value },
      };
}

/** "trimestre siguiente", "semestre actual". */
function turnBehind({ items, lexicon }: TimeContext, at: number): Basic | null {
  const unit = lexicon.language === 'es' ? lexicon.periods.find(items, at) : null;
  const side = unit === null ? null : lexicon.turns.find(items, at + unit.length);
  if (unit === null || side === null || !FEW.has(unit.value)) return null;
  return {
    next: at + unit.length + side.length,
    plan: { type: 'turn', unit: unit.value, offset: side.value },
  };
}

// Weeks, months and years are phrases of their own ("last week").
const FEW: ReadonlySet<Period> = new Set(['quarter', 'half', 'decade']);

function isDay(context: TimeContext, at: number): boolean {
  return dayNumberAt(context, at) !== null;
}

// ---- weeks

/** "week 31", "the week of 10 April", "the week beginning 4 February". */
function weekNumberAt(context: TimeContext, at: number, inner: Inner): Basic | null {
  const { items, lexicon } = context;
  const week = lexicon.periods.find(items, at);
  if (week?.value !== 'week' || context.nested === true) return null;
  const from = at + week.length;
  const starting = lexicon.phrase('weekOf').find(items, from);
  if (starting !== null) {
    const after = from + starting.length;
    const article = lexicon.phrase('article').find(items, after);
    const day = inner(within(context), after + (article?.length ?? 0));
    return day === null || WIDE.has(day.plan.type)
      ? null
      : { next: day.next, plan: { type: 'week-of', of: day.plan } };
  }
  const item = items[from];
  if (
    item?.kind !== 'number' ||
    !/^\d{1,2}$/.test(item.norm) ||
    Number(item.norm) < 1 ||
    Number(item.norm) > 53
  )
    return null;
  const year = yearBehind(context, from + 1);
  return {
    next: year?.next ?? from + 1,
    plan: { type: 'week', week: Number(item.norm), year: year?.year ?? null },
  };
}

// ---- decades

/** "the 1990s", "the nineties", "la década de 1990", "1990'lar". */
function decadeAt(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  const word = lexicon.decades.find(items, at);
  if (word !== null) return { next: at + word.length, plan: { type: 'decade', year: word.value } };
  const lead = lexicon.phrase('decadeOf').find(items, at);
  const from = at + (lead?.length ?? 0);
  const item = items[from];
  if (item?.kind !== 'number' || !/^(?:\d0|(?:1[5-9]|20)\d0)$/.test(item.norm)) return null;
  const year = item.norm.length === 2 ? 1900 + Number(item.norm) : Number(item.norm);
  if (lead !== null) return { next: from + 1, plan: { type: 'decade', year } };
  const mark = /^['’]$/.test(items[from + 1]?.norm ?? '') ? 1 : 0;
  const ending = items[from + 1 + mark];
  if (!lexicon.phrase('decadeAfter').has(ending?.norm ?? '') || (ending?.start ?? 0) > item.end + 1)
    return null;
  return { next: from + 2 + mark, plan: { type: 'decade', year } };
}

// ---- holidays and seasons

function holidayAt(context: TimeContext, at: number): Basic | null {
  const found = context.lexicon.holidays.find(context.items, at);
  if (found === null) return null;
  const after = at + found.length;
  const year = yearNumberAt(context, skipLinks(context, after));
  const before = context.lexicon.turns.find(context.items, at - 1);
  return {
    next: year?.next ?? after,
    plan: { type: 'holiday', holiday: found.value, year: year?.year ?? null, turn: before?.value ?? null },
  };
}

/** "summer 2019", "the winter of 2020": words for seasons mean other things too, so a year must be there. */
function seasonAt(context: TimeContext, at: number): Basic | null {
  const found = context.lexicon.season.find(context.items, at);
  if (found === null) return null;
  const link = context.lexicon.phrase('partOf').find(context.items, at + found.length);
  const year = yearNumberAt(context, at + found.length + (link?.length ?? 0));
  return year === null
    ? null
    : { next: year.next, plan: { type: 'season', season: found.value, year: year.year, turn: 0 } };
}
