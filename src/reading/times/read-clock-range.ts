import { halfOfDay, laterClock } from './half-of-day.ts';
import { type Basic, numberOf, type TimeContext } from './time-context.ts';
import type { ClockTime } from './time-plan.ts';

const NOON = 12;

interface Clock {
  readonly clock: ClockTime;
  readonly next: number;
  /** Whether the words say which half of the day. */
  readonly told: boolean;
  /** Whether it can be nothing but a clock time. */
  readonly sure: boolean;
}

/**
 * "from 22:30 to 22:55", "between 3 and 5 pm", "entre las 4 y las 5 de la tarde", "saat 16 ile 17
 * arası", "from three thirty to four fifteen": two clock times, of which at least one is said to be one.
 */
export function clockRangeAt(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  const opening = lexicon.phrase('between').find(items, at);
  const first = endAt(context, at + (opening?.length ?? 0));
  if (first === null) return null;
  const link = lexicon.phrase('and').find(items, first.next);
  const second = link === null ? null : endAt(context, first.next + link.length);
  if (link === null || second === null) return null;
  const half = second.told ? null : halfOfDay(context, second.next);
  if (!first.sure && !second.sure && half === null) return null;
  const closing = lexicon.phrase('betweenAfter').find(items, half?.next ?? second.next);
  const open = opening !== null || closing !== null;
  const bare = !isStamp(context, at) && context.stamps.size === 0;
  if (!open && (bare ? half === null : isList(context, first.next))) return null;
  const until = half?.later ? { ...second, clock: laterClock(second.clock), told: true } : second;
  return {
    next: (half?.next ?? second.next) + (closing?.length ?? 0),
    plan: { type: 'clock' },
    clock: sameHalf(first, until),
    until: until.clock,
  };
}

// "and" alone makes a list.
function isList({ items }: TimeContext, at: number): boolean {
  return items[at]?.kind !== 'mark' && /^(?:and|y|ve|و)$/.test(items[at]?.norm ?? '');
}

/** One end, with the words that lead to it ("las", "saat"). */
function endAt(context: TimeContext, at: number): Clock | null {
  const lead = LEADS.has(context.items[at]?.norm ?? '') ? 1 : 0;
  const found = clockAt(context, at + lead) ?? spokenAt(context, at + lead) ?? hourAt(context, at + lead);
  return found === null || lead === 0 ? found : { ...found, sure: true };
}

const LEADS = new Set(['las', 'la', 'saat', 'الساعة']);

/** "three thirty", "tres y media": hour and minutes in words. */
function spokenAt(context: TimeContext, at: number): Clock | null {
  if (context.items[at]?.kind !== 'word') return null;
  const run = numberOf(context, at);
  if (run?.value == null || run.kind === 'vague' || run.figures) return null;
  const half = run.value % 1 === 0.5;
  const hour = Math.floor(half ? run.value : run.value / 100);
  const minute = half ? 30 : run.value % 100;
  if (hour < 1 || hour > 12 || minute < 1 || minute > 59 || !Number.isInteger(minute)) return null;
  if (!half && context.lexicon.language !== 'en') return null;
  return { clock: { clock: clockText(hour, minute), zone: null }, next: run.next, told: false, sure: true };
}

function clockText(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function isStamp(context: TimeContext, at: number): boolean {
  const stamp = context.stamps.get(context.items[at]?.start ?? -1);
  return stamp !== undefined && stamp.clock !== null && stamp.date === null;
}

function clockAt(context: TimeContext, at: number): Clock | null {
  const stamp = context.stamps.get(context.items[at]?.start ?? -1);
  if (stamp === undefined || stamp.clock === null || stamp.date !== null) return null;
  let next = at + 1;
  while ((context.items[next]?.start ?? Number.POSITIVE_INFINITY) < stamp.end) next += 1;
  const written = context.text.slice(stamp.start, stamp.end);
  return { clock: { clock: stamp.clock, zone: stamp.zone }, next, told: /\p{L}/u.test(written), sure: true };
}

function hourAt(context: TimeContext, at: number): Clock | null {
  const item = context.items[at];
  if (item === undefined || item.kind === 'mark') return null;
  const run = numberOf(context, at);
  if (
    run?.value == null ||
    !Number.isInteger(run.value) ||
    run.value < 1 ||
    run.value > 24 ||
    run.next !== at + 1
  )
    return null;
  return {
    clock: { clock: `${String(run.value % 24).padStart(2, '0')}:00`, zone: null },
    next: run.next,
    told: false,
    sure: false,
  };
}

// "from 2:00 to 2:30 pm": what the second says of the half of the day goes for the first.
function sameHalf(first: Clock, second: Clock): ClockTime {
  const hour = Number(first.clock.clock.slice(0, 2));
  const end = Number(second.clock.clock.slice(0, 2));
  if (first.told || !second.told || end < NOON || hour >= NOON) return first.clock;
  const later = `${String(hour + NOON).padStart(2, '0')}${first.clock.clock.slice(2)}`;
  return later <= second.clock.clock ? { ...first.clock, clock: later } : first.clock;
}
