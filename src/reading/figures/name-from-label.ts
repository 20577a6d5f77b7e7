import type { FigureContext, FigureDraft } from './figure-draft.ts';

const REACH = 14;
const LINKS = /^(?:[:=]|is|was|are|were|stands|stood|es|son|fue|est|ist|هو|هي|at)$/;

/** "Dead so far: 2", "The number of deaths since May is 5": the noun stands before the figure, in what it answers. */
export function nameFromLabel(context: FigureContext, draft: FigureDraft): void {
  const { items, lexicon, text } = context;
  const { figure } = draft;
  if (draft.weak || figure.type !== 'count' || figure.quantity.of !== null) return;
  const link = items[draft.from - 1];
  if (link === undefined || !LINKS.test(link.norm)) return;
  let best: number | null = null;
  for (let at = draft.from - 2; at >= 0 && at > draft.from - REACH; at -= 1) {
    const item = items[at];
    if (
      item === undefined ||
      /^[;!?]$/.test(item.norm) ||
      text.slice(item.end, items[at + 1]?.start).includes('\n')
    )
      break;
    if (item.norm === '.' && (items[at - 1]?.norm.length ?? 0) > 3) break;
    if (item.kind === 'word' && lexicon.noun(item.norm) !== null && lexicon.noun(item.norm)?.dual !== true)
      best = at;
    if (item.kind === 'number') break;
  }
  const noun = best === null ? undefined : items[best];
  const entry = noun === undefined ? null : lexicon.noun(noun.norm);
  if (
    noun === undefined ||
    entry === null ||
    (link.norm === 'at' && !/^(?:number|toll|total|count)$/.test(items[(best ?? 0) - 2]?.norm ?? ''))
  )
    return;
  draft.figure = {
    ...figure,
    nounSpan: { start: noun.start, end: noun.end },
    quantity: { ...figure.quantity, of: entry.people ? 'person' : entry.noun },
    qualifiers:
      entry.people && entry.noun !== 'person'
        ? [...figure.qualifiers, text.slice(noun.start, noun.end).toLowerCase()]
        : figure.qualifiers,
  };
}
