import type { FigureRelation } from '../../statement/quantity.ts';
import type { FigureContext, FigureDraft } from './figure-draft.ts';

const REACH = 14;
const SOFT_MARKS = new Set([',', '.', '…', '-', '–', '—', '،', ';', '...']);

/** "fifty, no, sorry, ninety": the first figure is withdrawn. Its draft is marked so. */
export function correctionsOf(context: FigureContext, drafts: readonly FigureDraft[]): FigureRelation[] {
  return drafts.flatMap((draft, index) => {
    const next = drafts[index + 1];
    if (next === undefined || !comparable(draft, next)) return [];
    const words = correctionAfter(context, draft.next, next.from);
    if (words === null || next.from - words.next > REACH) return [];
    if (words.weak && next.from > words.next + 1) return [];
    draft.figure = { ...draft.figure, qualifiers: [...draft.figure.qualifiers, 'withdrawn'] };
    return [
      {
        kind: 'correction' as const,
        figures: [draft.figure.id, next.figure.id],
        basis: 'corrected in the same breath',
      },
    ];
  });
}

function comparable(a: FigureDraft, b: FigureDraft): boolean {
  return a.figure.type === b.figure.type && a.figure.unit === b.figure.unit;
}

/** The words that take a figure back, right after it. A lone "no" is weak: the new figure must follow at once. */
function correctionAfter(
  context: FigureContext,
  from: number,
  limit: number,
): { next: number; weak: boolean } | null {
  let at = from;
  let phrases = 0;
  let strong = false;
  while (at < limit) {
    const item = context.items[at];
    if (item === undefined) break;
    const found = context.lexicon.correction.find(context.items, at);
    if (found !== null) {
      phrases += 1;
      strong ||=
        found.length > 1 ||
        !/^(?:no|not|yok|hayir|لا|non|nein|нет|nao|nu|na|dur|actually|rather|بل|wait)$/.test(item.norm);
      at += found.length;
    } else if (SOFT_MARKS.has(item.norm)) at += 1;
    else break;
  }
  return phrases === 0 ? null : { next: at, weak: !strong && phrases < 2 };
}
