import type { Happening } from '../statement/event.ts';
import { idOf } from '../statement/id.ts';
import { compareDeeds, ONE_HAPPENING, type PileSense } from './compare-deeds.ts';
import { originCounter } from './count-origins.ts';
import type { Deed } from './deeds.ts';
import type { Gathered } from './family.ts';
import type { HappeningKind } from './happening-kinds.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { timesMeet } from './when.ts';

const MOST_REASONS = 5;
/** Tellings of one kind and one key on one day that are laid beside each other; of more, each only beside the first. */
const CROWD = 40;

/** Two tellings of one happening, and why. */
interface Tie {
  readonly a: Deed;
  readonly b: Deed;
  readonly reason: string;
}

/**
 * Statements that are held to be about one happening: one kind of event, times that meet, and
 * whom it befell, or one place with one day. What is not said to be the same stays apart. Linear
 * but for a day's tellings of one kind and one key, of which at most `CROWD` meet each other.
 */
export function groupHappenings(index: PileIndex, gathered: Gathered): Happening[] {
  const ties = [...samePlaceAndDay(gathered), ...sameParties(gathered)];
  const countOrigins = originCounter(gathered.origins);
  const happenings: Happening[] = [];
  for (const { deeds, reasons } of joinTies(ties)) {
    if (new Set(deeds.map(({ passage }) => passage.id)).size < 2) continue;
    happenings.push(happeningOf(index, deeds, reasons, countOrigins(deeds)));
  }
  return happenings.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** One event, the same days, and the same place or the same people it was done to. */
function* samePlaceAndDay({ deeds, sense }: Gathered): Iterable<Tie> {
  const keyed = deeds.flatMap((deed) => {
    const time = deed.statement.time;
    if (time?.from == null || time.to === null) return [];
    const [where] = deed.places.size > 0 ? deed.places : deed.core;
    if (where === undefined) return [];
    return [{ deed, where, at: [deed.statement.event, time.from, time.to, where].join('\u0000') }];
  });
  for (const group of groupBy(keyed, ({ at }) => at).values()) {
    const [first, ...rest] = group;
    for (const { deed, where } of rest)
      if (first !== undefined)
        yield {
          a: first.deed,
          b: deed,
          reason: `${first.deed.voice} and ${deed.voice}: the same event (${deed.statement.event}), the same days and ${sense.nameOf(where)}.`,
        };
  }
}

/** One kind of happening that came to one person or thing, at times that meet. */
function* sameParties({ deeds, sense, ties }: Gathered): Iterable<Tie> {
  const blocks = new Map<string, { kind: HappeningKind; deeds: Deed[] }>();
  for (const deed of deeds)
    for (const kind of deed.kinds)
      for (const key of deed.core) {
        const block = blocks.get(`${kind} ${key}`) ?? { kind, deeds: [] };
        blocks.set(`${kind} ${key}`, block);
        block.deeds.push(deed);
      }
  for (const { kind, deeds: block } of blocks.values()) {
    if (block.length < 2) continue;
    for (const [a, b] of pairsOf(block)) {
      const reason = reasonFor(a, b, kind, sense);
      if (reason !== null && (!ties.isLarge || ties.areTied(a.words, b.words))) yield { a, b, reason };
    }
  }
}

function* pairsOf(block: readonly Deed[]): Iterable<readonly [Deed, Deed]> {
  const reach = block.length > CROWD ? 1 : block.length;
  for (const [at, a] of block.entries()) for (const b of block.slice(at + 1, at + 1 + reach)) yield [a, b];
}

function reasonFor(a: Deed, b: Deed, kind: HappeningKind, sense: PileSense): string | null {
  if (a.when === null || b.when === null || !timesMeet(a.when, b.when)) return null;
  if (a.when.given === 'by' && b.when.given === 'by') return null;
  const likeness = compareDeeds(a, b, kind, sense);
  if (likeness === null || likeness.score < ONE_HAPPENING) return null;
  return `${a.voice} and ${b.voice}: ${likeness.shared.join('; ')}; times that meet.`;
}

interface Group {
  readonly deeds: readonly Deed[];
  readonly reasons: readonly string[];
}

/** Ties that share a statement are of one happening. */
function joinTies(ties: readonly Tie[]): Group[] {
  const groupOf = new Map<string, { deeds: Map<string, Deed>; reasons: Set<string> }>();
  for (const { a, b, reason } of ties) {
    const [one, other] = [groupOf.get(a.statement.id), groupOf.get(b.statement.id)];
    const group = one ?? other ?? { deeds: new Map(), reasons: new Set() };
    if (one !== undefined && other !== undefined && one !== other) {
      for (const deed of other.deeds.values()) {
        one.deeds.set(deed.statement.id, deed);
        groupOf.set(deed.statement.id, one);
      }
      for (const known of other.reasons) one.reasons.add(known);
    }
    for (const deed of [a, b]) {
      group.deeds.set(deed.statement.id, deed);
      groupOf.set(deed.statement.id, group);
    }
    group.reasons.add(reason);
  }
  return [...new Set(groupOf.values())].map(({ deeds, reasons }) => ({
    deeds: [...deeds.values()],
    reasons: [...reasons].slice(0, MOST_REASONS),
  }));
}

function happeningOf(
  index: PileIndex,
  deeds: readonly Deed[],
  reasons: readonly string[],
  origins: number,
): Happening {
  const statements = deeds.map(({ statement }) => statement);
  const ids = statements.map(({ id }) => id).sort();
  const places = mostNamed(
    deeds.flatMap((deed) => [...deed.places]).filter((key) => index.identityName.has(key)),
  );
  return {
    id: idOf('hap', ...ids),
    type: mostNamed(statements.map(({ event }) => event))[0] ?? '',
    time: rangeOfDays(deeds),
    place: places[0] ?? null,
    places,
    people: mostNamed(deeds.flatMap((deed) => [...deed.who]).filter((key) => index.identityName.has(key))),
    count: rangeOfCounts(deeds),
    statements: ids,
    origins,
    reasons,
  };
}

/** Each once, the most frequent first. */
function mostNamed(keys: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
}

function rangeOfDays(deeds: readonly Deed[]): Happening['time'] {
  const said = deeds.flatMap(({ statement: { time } }) =>
    time?.from == null || time.to === null ? [] : [{ from: time.from, to: time.to }],
  );
  if (said.length === 0) return null;
  return {
    from: said.map(({ from }) => from).sort()[0] ?? '',
    to:
      said
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? '',
  };
}

function rangeOfCounts(deeds: readonly Deed[]): Happening['count'] {
  const counts = deeds.flatMap(({ statement: { quantity } }) => (quantity === null ? [] : [quantity]));
  if (counts.length === 0) return null;
  const [mins, maxes] = [counts.map(({ min }) => min), counts.map(({ max }) => max)];
  const least = (values: readonly (number | null)[]) =>
    values.includes(null) ? null : Math.min(...values.map((value) => value ?? 0));
  return {
    min: least(mins),
    max: maxes.includes(null) ? null : Math.max(...maxes.map((value) => value ?? 0)),
  };
}
