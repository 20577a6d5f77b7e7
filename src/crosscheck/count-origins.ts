import type { OriginLines } from './collect-credits.ts';
import type { Deed } from './deeds.ts';
import { foldForm } from './fold-words.ts';
import { groupBy } from './pile-index.ts';

/**
 * Counts the origins of tellings, as far as the pile shows: a voice that is named is one wherever
 * it is quoted; what no voice is named for is of the outlet, or of those that it credits.
 */
export function originCounter({ outlets, credits }: OriginLines): (deeds: readonly Deed[]) => number {
  const creditsFrom = groupBy(credits, ({ from }) => from.id);
  /** Outlets at the end of the credits; one that credits nobody, or only in a circle, is its own. */
  const endsOf = (id: string, seen: Set<string>): string[] => {
    seen.add(id);
    const next = new Set((creditsFrom.get(id) ?? []).map(({ to }) => to.id).filter((to) => !seen.has(to)));
    return next.size === 0 ? [id] : [...next].flatMap((to) => endsOf(to, seen));
  };
  const rootsOf = ({ statement, source }: Deed): string[] => {
    const last = statement.voice.at(-1);
    if (last?.kind === 'person' || last?.kind === 'group' || last?.kind === 'organization')
      return [`voice ${foldForm(last.name)}`];
    const outlet = outlets.ofSource.get(source);
    return outlet === undefined ? [`source ${source}`] : endsOf(outlet.id, new Set());
  };
  return (deeds) => new Set(deeds.flatMap(rootsOf)).size;
}
