import type { Deed } from './deeds.ts';
import type { HappeningKind } from './happening-kinds.ts';

const DAY = 1440;
/** A pile that puts one kind of happening on more days than this tells of several. */
const MOST_DAYS = 3;

/** Which kinds of happening the pile puts on so few days that all tellings may be of one. Linear. */
export function oneMatters(deeds: readonly Deed[]): (kind: HappeningKind) => boolean {
  const days = new Map<HappeningKind, Set<number>>();
  for (const { kinds, when } of deeds) {
    if (when?.given !== 'said' || when.from === null) continue;
    for (const kind of kinds) days.set(kind, (days.get(kind) ?? new Set()).add(Math.floor(when.from / DAY)));
  }
  return (kind) => (days.get(kind)?.size ?? 0) <= MOST_DAYS;
}
