import { halfOfDay, laterClock } from './half-of-day.ts';
import { type Basic, numberOf, type TimeContext } from './time-context.ts';

/** "ten past ten", "half past ten", "ten o'clock", "saat onda", "a las diez y media", "الساعة العاشرة". */
export function clockWordsAt(context: TimeContext, at: number): Basic | null {
  const { lexicon, items } = context;
  const noon = lexicon.phrase('noon').find(items, at);
  if (noon !== null && (noon.length > 1 || lexicon.phrase('clockBefore').find(items, at - 1) !== null))
    return clockOf(context, 12, 0, at + noon.length);
  const midnight = lexicon.phrase('midnight').find(items, at);
  if (midnight !== null) return clockOf(context, 0, 0, at + midnight.length);
  if (lexicon.language === 'en') return englishClock(context, at);
  if (lexicon.language === 'tr') return partClock(context, at) ?? ledClock(context, at);
  return ledClock(context, at);
}

function clockOf(context: TimeContext, hour: number, minute: number, next: number): Basic | null {
  if (hour > 24 || minute > 59 || hour < 0 || minute < 0) return null;
  const half = hour > 0 && hour <= 12 ? halfOfDay(context, next) : null;
  const clock = {
    clock: `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
    zone: null,
  };
  return {
    next: half?.next ?? next,
    plan: { type: 'clock' },
    clock: half?.later ? laterClock(clock) : clock,
  };
}

function smallNumber(context: TimeContext, at: number, most: number): { value: number; next: number } | null {
  const item = context.items[at];
  if (item === undefined || item.kind === 'mark') return null;
  const run = numberOf(context, at);
  if (run === null || run.value === null || !Number.isInteger(run.value) || run.value < 0 || run.value > most)
    return null;
  return { value: run.value, next: run.next };
}

function englishClock(context: TimeContext, at: number): Basic | null {
  const { lexicon, items } = context;
  const half = lexicon.phrase('halfPast').find(items, at);
  if (half !== null) {
    const hour = smallNumber(context, at + half.length, 12);
    return hour === null ? null : clockOf(context, hour.value, 30, hour.next);
  }
  const quarter = lexicon.phrase('quarter').find(items, at);
  const minutes = quarter === null ? smallNumber(context, at, 59) : { value: 15, next: at + quarter.length };
  if (minutes === null) return null;
  const oclock = lexicon.phrase('oclock').find(items, minutes.next);
  if (
    quarter === null &&
    oclock !== null &&
    minutes.value <= 12 &&
    /clock/.test(items[minutes.next]?.norm ?? '')
  )
    return clockOf(context, minutes.value, 0, minutes.next + oclock.length);
  if (quarter === null && minutes.value >= 1 && minutes.value <= 12 && isBareHour(context, at, minutes.next))
    return clockOf(context, minutes.value, 0, minutes.next);
  const unit = /^min(?:ute)?s?$/.test(items[minutes.next]?.norm ?? '') ? 1 : 0;
  const relation = items[minutes.next + unit]?.norm;
  if (relation !== 'past' && relation !== 'to') return null;
  const hour = smallNumber(context, minutes.next + unit + 1, 12);
  // "nine to ten" is a range unless quarters of an hour or "minutes" say otherwise.
  if (hour === null || (relation === 'to' && quarter === null && unit === 0 && minutes.value % 5 !== 0))
    return null;
  if (
    relation === 'to' &&
    quarter === null &&
    unit === 0 &&
    lexicon.phrase('clockBefore').find(items, at - 1)?.length === undefined
  )
    return null;
  return relation === 'past'
    ? clockOf(context, hour.value, minutes.value, hour.next)
    : clockOf(context, (hour.value + 11) % 12 || 12, 60 - minutes.value, hour.next);
}

const AFTER_HOUR = new Set(['in', 'on', 'tonight', 'yesterday', 'this', 'sharp', 'when', 'that', 'every']);

/** "at nine." or "at nine in the evening" is an hour; "at nine hundred metres" and "at nine of them" are not. */
function isBareHour(context: TimeContext, at: number, next: number): boolean {
  const led = context.lexicon.phrase('clockBefore').has(context.items[at - 1]?.norm ?? '');
  if (led && halfOfDay(context, next) !== null) return true;
  if (context.items[at - 1]?.norm !== 'at' || context.items[at]?.kind !== 'word') return false;
  const after = context.items[next];
  return (
    after === undefined ||
    (after.kind === 'mark' && /[.,;:!?)…—–]/.test(after.norm)) ||
    AFTER_HOUR.has(after.norm)
  );
}

/** "sabah 7'de", "akşam saat 8'e": the part of the day says which half. */
function partClock(context: TimeContext, at: number): Basic | null {
  const { lexicon, items } = context;
  const part = lexicon.phrase('clockPart').find(items, at);
  if (part === null) return null;
  const lead = lexicon.phrase('clockBefore').find(items, at + part.length);
  const from = at + part.length + (lead?.length ?? 0);
  const hour = smallNumber(context, from, 23);
  const marked = hour !== null && /^['’]$/.test(items[hour.next]?.norm ?? '');
  if (hour === null || (!marked && lead === null) || hour.value < 1) return null;
  const clock = clockOf(context, hour.value, 0, marked ? hour.next + 2 : hour.next);
  const late = !/^sabah/.test(items[at]?.norm ?? '') && (items[at]?.norm !== 'gece' || hour.value > 5);
  return clock?.clock == null || !late || (hour.value > 9 && /^ogle/.test(items[at]?.norm ?? ''))
    ? clock
    : { ...clock, clock: laterClock(clock.clock) };
}

// After "saat", "a las", "الساعة" a small number is an hour.
function ledClock(context: TimeContext, at: number): Basic | null {
  const { lexicon, items } = context;
  const lead = lexicon.phrase('clockBefore').find(items, at);
  if (lead === null || context.stamps.has(items[at + lead.length]?.start ?? -1)) return null;
  const short = lead.length === 1 && ['a', 'at', 'la', 'las', 'в', 'às', 'à'].includes(items[at]?.norm ?? '');
  const half = halfHour(context, at + lead.length);
  if (half !== null && (!short || items[at]?.norm === 'las')) return half;
  if (short) return items[at]?.norm === 'las' ? withMinutes(context, at + 1) : null;
  const hour = smallNumber(context, at + lead.length, 24);
  if (hour === null) return null;
  let next = hour.next;
  if (items[next]?.norm === "'" || items[next]?.norm === '’') next += 2;
  const past = items[next]?.norm;
  const word = items[next + 1]?.norm ?? '';
  if (lexicon.language === 'es' && past === 'menos') {
    const minutes = word === 'cuarto' ? { value: 15, next: next + 2 } : smallNumber(context, next + 1, 29);
    if (minutes !== null) return clockOf(context, hour.value - 1 || 12, 60 - minutes.value, minutes.next);
  }
  if (lexicon.language === 'es' && past === 'y') {
    if (word === 'media') return clockOf(context, hour.value, 30, next + 2);
    if (word === 'cuarto') return clockOf(context, hour.value, 15, next + 2);
    const minutes = smallNumber(context, next + 1, 59);
    if (minutes !== null) return clockOf(context, hour.value, minutes.value, minutes.next);
  }
  if (past === 'bucukta' || past === 'bucuk') return clockOf(context, hour.value, 30, next + 1);
  return clockOf(context, hour.value, 0, next);
}

/** "las ocho y diez.": without "a" only where minutes are said and nothing that they could count. */
function withMinutes(context: TimeContext, at: number): Basic | null {
  const hour = smallNumber(context, at, 12);
  if (hour === null || context.items[hour.next]?.norm !== 'y') return null;
  const minutes = smallNumber(context, hour.next + 1, 59);
  const after = context.items[minutes?.next ?? 0];
  const alone = after === undefined || after.kind === 'mark' || /^(?:de|en|[ap]\.m)$/.test(after.norm);
  return minutes === null || !alone ? null : clockOf(context, hour.value, minutes.value, minutes.next);
}

/** "diez y media", "on buçuk": the number reader has taken the half in. */
function halfHour(context: TimeContext, at: number): Basic | null {
  const run = numberOf(context, at);
  if (run?.value == null || run.value > 24 || run.value % 1 !== 0.5) return null;
  return clockOf(context, Math.floor(run.value), 30, run.next);
}
