import { type Basic, numberOf, type TimeContext } from './time-context.ts';
import type { ClockTime } from './time-plan.ts';

const NOON = 12;

interface Clock {
  readonly clock: ClockTime;
  readonly next: number;
  /** Whether the words say which half of the day. */
  readonly told: boolean;
}

/** "from 22:30 to 22:55", "between 3 and 5 pm", "7:00 - 8:00": two clock times, of which one is written as such. */
export function clockRangeAt(context: TimeContext, at: number): Basic | null {
  const { items, lexicon } = context;
  if (context.stamps.size === 0) return null;
  const opening = lexicon.phrase('between').find(items, at);
  const start = at + (opening?.length ?? 0);
  const first = clockAt(context, start) ?? hourAt(context, start);
  if (first === null) return null;
  const link = lexicon.phrase('and').find(items, first.next);
  if (link === null) return null;
  const second = clockAt(context, first.next + link.length) ?? hourAt(context, first.next + link.length);
  if (second === null || (!isStamp(context, start) && !isStamp(context, first.next + link.length)))
    return null;
  const tight = items[first.next]?.kind === 'mark';
  if (opening === null && !tight && /^(?:and|y|ve|و)$/.test(items[first.next]?.norm ?? '')) return null;
  const clock = sameHalf(first, second);
  return { next: second.next, plan: { type: 'clock' }, clock, until: second.clock };
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
  return { clock: { clock: stamp.clock, zone: stamp.zone }, next, told: /\p{L}/u.test(written) };
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
