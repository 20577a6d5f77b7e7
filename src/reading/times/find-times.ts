import type { Token } from '../../language/token.ts';
import type { Span } from '../../statement/span.ts';
import { findStamps, type Stamp } from '../../statement/stamp.ts';
import { splitItems } from '../figures/split-items.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import { laterClock } from './half-of-day.ts';
import { basicTimeAt } from './read-basic-time.ts';
import { clockRangeAt } from './read-clock-range.ts';
import { clockWordsAt } from './read-clock-words.ts';
import { rangeAt } from './read-range.ts';
import type { Basic, TimeContext } from './time-context.ts';
import { type TimeLexicon, timeLexicon } from './time-lexicon.ts';
import type { Bound, ClockTime, TimeMatch, TimePlan } from './time-plan.ts';
import { MAY } from './time-starts.ts';

const cache = new WeakMap<ReadingPassage, TimeMatch[]>();
const MAX_JOIN = 14;
// What every full date and clock time holds; most passages with a number in them have none of it.
const MAYBE_STAMP = /\p{Nd}[:./h‐‑-]\p{Nd}|\p{Nd}{4}|['’]\p{Nd}{2}|\p{Nd}\s?(?:[ap]\.?\s?m|ö|م|ص)/iu;

/** The times that a passage's words name, unresolved, in order and not overlapping. Linear; never throws. */
export function findTimes(words: ReadingPassage): TimeMatch[] {
  const known = cache.get(words);
  if (known !== undefined) return known;
  const found = scan(words);
  cache.set(words, found);
  return found;
}

/** Spans that name a date or clock time, in order: no number in them counts anything. */
export function timeMasks(words: ReadingPassage): Span[] {
  return findTimes(words).filter((match) => match.recurring === null);
}

function scan(words: ReadingPassage): TimeMatch[] {
  const lexicon = timeLexicon(words.language);
  if (!words.tokens.some((token) => mayStart(lexicon, token))) return [];
  const context: TimeContext = {
    text: words.text,
    items: splitItems(words.text, words.tokens),
    lexicon,
    stamps: stampsOf(words),
    sentences: words.sentences,
    numbers: new Map(),
  };
  return joinClocks(context, matchesOf(context));
}

function stampsOf(words: ReadingPassage): ReadonlyMap<number, Stamp> {
  const first = words.tokens[0];
  const last = words.tokens.at(-1);
  if (first === undefined || last === undefined || !words.tokens.some((token) => token.kind === 'number'))
    return new Map();
  const body = words.text.slice(first.start, last.end);
  if (!MAYBE_STAMP.test(body)) return new Map();
  const order = words.section.table?.dateOrder;
  const stamps = findStamps(body, {
    language: words.language,
    order: order === 'mixed' ? null : (order ?? null),
  });
  return new Map(
    stamps.map((stamp) => [
      stamp.start + first.start,
      { ...stamp, start: stamp.start + first.start, end: stamp.end + first.start },
    ]),
  );
}

function matchesOf(context: TimeContext): TimeMatch[] {
  const matches: TimeMatch[] = [];
  for (let at = 0; at < context.items.length; at += 1) {
    const item = context.items[at];
    if (item === undefined || !mayStart(context.lexicon, item)) continue;
    const found = matchAt(context, at);
    if (found === null) continue;
    matches.push(found.match);
    at = found.next - 1;
  }
  return matches;
}

function mayStart(lexicon: TimeLexicon, item: Token): boolean {
  return (lexicon.starts.mayAt(item) & (MAY.open | MAY.start)) !== 0;
}

function matchAt(context: TimeContext, at: number): { match: TimeMatch; next: number } | null {
  const item = context.items[at];
  if (item === undefined) return null;
  const may = context.lexicon.starts.mayAt(item);
  const opened =
    (may & MAY.open) === 0
      ? null
      : (recurringAt(context, at) ?? boundAt(context, at) ?? nightAt(context, at));
  if (opened !== null) return opened;
  return (may & MAY.start) === 0 || !context.lexicon.starts.goesOn(context.items, at)
    ? null
    : plainAt(context, at, (may & MAY.clock) !== 0);
}

/** "every night", "daily". */
function recurringAt(context: TimeContext, at: number): { match: TimeMatch; next: number } | null {
  const found = context.lexicon.figures.per.find(context.items, at);
  if (found === null) return null;
  const next = at + found.length;
  return {
    match: { ...spanOf(context, at, next), ...NOTHING, plan: { type: 'recurring' }, recurring: found.value },
    next,
  };
}

const NOTHING = {
  clock: null,
  until: null,
  bound: null,
  night: false,
  part: false,
  approx: false,
  recurring: null,
};

function spanOf(context: TimeContext, at: number, next: number): Span {
  return { start: context.items[at]?.start ?? 0, end: context.items[next - 1]?.end ?? 0 };
}

/** "since 1 March", "until Friday". A range ("from 3 to 16 May") comes first: its opening word is the same. */
function boundAt(context: TimeContext, at: number): { match: TimeMatch; next: number } | null {
  const found = context.lexicon.bound.find(context.items, at);
  if (found === null) return null;
  const range = clockRangeAt(context, at) ?? rangeAt(context, at);
  if (range !== null) return matchOf(context, at, range);
  const from = skipArticle(context, at + found.length);
  const basic = basicTimeAt(context, from);
  if (basic === null || (found.value === 'before' && basic.plan.type === 'clock')) return null;
  const { match, next } = matchOf(context, at, basic);
  // "by Friday" sets an end to what is to come; of what is past it says little.
  return {
    match: { ...match, plan: found.value === 'since' ? begun(match.plan) : match.plan, bound: found.value },
    next,
  };
}

// What has gone on since a day began in the past, whatever else the sentence speaks of.
function begun(plan: TimePlan): TimePlan {
  if (plan.type === 'weekday') return plan.side === 'future' ? { ...plan, side: 'past' } : plan;
  return plan.type === 'day' || plan.type === 'month' ? { ...plan, future: false, past: true } : plan;
}

function nightAt(context: TimeContext, at: number): { match: TimeMatch; next: number } | null {
  const found = context.lexicon.phrase('nightOf').find(context.items, at);
  if (found === null) return null;
  const from = skipArticle(context, at + found.length);
  const basic = rangeAt(context, from) ?? basicTimeAt(context, from);
  if (basic === null) return null;
  const { match, next } = matchOf(context, at, basic);
  return { match: { ...match, night: true, part: true }, next };
}

function skipArticle(context: TimeContext, at: number): number {
  return /^(?:the|el|la|le|del|los|the|يوم|شهر|عام|sabado)$/.test(context.items[at]?.norm ?? '') &&
    context.lexicon.simple.find(context.items, at) === null
    ? at + 1
    : at;
}

function plainAt(
  context: TimeContext,
  at: number,
  clock: boolean,
): { match: TimeMatch; next: number } | null {
  const basic = basicTimeAt(context, at);
  const found =
    (basic === null || basic.plan.type === 'clock' ? clockRangeAt(context, at) : null) ??
    rangeAt(context, at, basic) ??
    basic ??
    (clock ? clockWordsAt(context, at) : null);
  return found === null ? null : matchOf(context, at, found);
}

function matchOf(context: TimeContext, at: number, basic: Basic): { match: TimeMatch; next: number } {
  const after = boundBehind(context, basic.next);
  const end = after === null ? basic.next : basic.next + after.length;
  const part = context.lexicon.phrase('parts').find(context.items, end);
  const next = part === null ? end : end + part.length;
  const night =
    part !== null &&
    isNight(context, next - 1) &&
    basic.plan.type !== 'weekday' &&
    basic.plan.type !== 'clock';
  return {
    match: {
      ...spanOf(context, at, next),
      plan: basic.plan,
      clock: basic.clock ?? null,
      until: basic.until ?? null,
      bound: after?.value ?? null,
      night,
      part: part !== null && !/^gun/.test(context.items[next - 1]?.norm ?? ''),
      approx: context.lexicon.phrase('approx').find(context.items, at - 1) !== null,
      recurring: null,
    },
    next,
  };
}

// "2018'den sonra": a Turkish time after or before which something is stands in the ablative.
function boundBehind({ items, lexicon }: TimeContext, at: number): { value: Bound; length: number } | null {
  const direct = lexicon.boundAfter.find(items, at);
  if (lexicon.language !== 'tr') return direct;
  const ending = direct === null && /^['’]$/.test(items[at]?.norm ?? '') ? 2 : 0;
  const found = direct ?? (ending === 0 ? null : lexicon.boundAfter.find(items, at + ending));
  if (found === null) return null;
  const ablative = /[dt][ae]n$/.test(items[at + ending - 1]?.norm ?? '');
  return (found.value === 'after' || found.value === 'before') && !ablative
    ? null
    : { value: found.value, length: found.length + ending };
}

// "1 Mart gecesi": the night that begins on the day.
function isNight(context: TimeContext, at: number): boolean {
  return context.lexicon.night.has(context.items[at]?.norm ?? '');
}

// A clock time beside a day is that day's: "at ten past ten on Sunday".
function joinClocks(context: TimeContext, matches: readonly TimeMatch[]): TimeMatch[] {
  const joined: TimeMatch[] = [];
  for (const match of matches) {
    const before = joined.at(-1);
    const both = before === undefined ? null : withClock(context, before, match);
    if (both === null) joined.push(match);
    else joined[joined.length - 1] = both;
  }
  return joined;
}

const LATE = /\b(?:night|evening|tonight|noche|anoche|akşam|gece)\b/;
const EARLIEST_EVENING = 5;

// "last night at eight".
function eveningClock(clock: ClockTime): ClockTime {
  return Number(clock.clock.slice(0, 2)) < EARLIEST_EVENING ? clock : laterClock(clock);
}

function withClock(context: TimeContext, a: TimeMatch, b: TimeMatch): TimeMatch | null {
  const [clock, day] = a.plan.type === 'clock' ? [a, b] : [b, a];
  if (clock.plan.type !== 'clock' || clock.clock === null || day.clock !== null) return null;
  if (!['date', 'simple', 'weekday', 'day'].includes(day.plan.type)) return null;
  const between = context.text.slice(a.end, b.start);
  if (between.length > MAX_JOIN || /[.;!?\n()]/.test(between)) return null;
  const late = LATE.test(context.text.slice(day.start, day.end).toLowerCase());
  return {
    ...day,
    start: a.start,
    end: b.end,
    clock: late ? eveningClock(clock.clock) : clock.clock,
    until: clock.until,
  };
}
