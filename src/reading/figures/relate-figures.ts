import type { FigureRelation } from '../../statement/quantity.ts';
import type { FigureContext, FigureDraft } from './figure-draft.ts';
import { correctionsOf } from './relate-corrections.ts';
import { partsOf } from './relate-parts.ts';
import { sumsOf } from './relate-sums.ts';

const APPOSITION =
  /^\s*(?:(?:\S{1,12}\s+){0,2}[([（]\s*|,?\s+(?:or|o|ou|veya|yani|أو|أي|oder|sau|или)\s+|\s*[/=]\s*|\s+(?:i\.e\.|that is)\s+)$/u;

/** What the words of a passage claim about its figures, before any arithmetic. */
export function relateFigures(context: FigureContext, drafts: FigureDraft[]): FigureRelation[] {
  const real = drafts.filter((draft) => !draft.weak);
  const corrections = correctionsOf(context, real);
  const parts = partsOf(context, real);
  const relations = unique([
    ...sameMeasures(context, real),
    ...corrections,
    ...parts,
    ...sumsOf(context, drafts, parts),
  ]);
  shareNouns(drafts, relations);
  return relations;
}

/** A part counts what its whole does where its own words do not say, and the other way about. */
function shareNouns(drafts: readonly FigureDraft[], relations: readonly FigureRelation[]): void {
  const byId = new Map(drafts.map((draft) => [draft.figure.id, draft]));
  for (const relation of relations) {
    if (relation.kind === 'same-measure') continue;
    const ids = relation.kind === 'share' ? relation.figures.slice(0, 2) : relation.figures;
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    const known = members.find((draft) => draft.figure.quantity.of !== null)?.figure;
    for (const draft of members) {
      if (known === undefined || draft.figure.quantity.of !== null) continue;
      const { type, unit } = known;
      const quantity = { ...draft.figure.quantity, of: known.quantity.of };
      if (draft.figure.type === type) draft.figure = { ...draft.figure, quantity };
      else if (draft.figure.type === 'count') draft.figure = { ...draft.figure, quantity, type, unit };
    }
  }
}

/** "40-kilometre (25-mile)", "12,000 litres, or 3,200 gallons": one measure in two units. Money never is. */
function sameMeasures(context: FigureContext, drafts: readonly FigureDraft[]): FigureRelation[] {
  return drafts.flatMap((draft, index) => {
    const next = drafts[index + 1];
    if (next === undefined || !sameDimension(draft, next)) return [];
    const between = context.text.slice(draft.figure.span.end, next.figure.span.start);
    if (between.length > 40 || !APPOSITION.test(between)) return [];
    return [
      { kind: 'same-measure' as const, figures: [draft.figure.id, next.figure.id], basis: 'in apposition' },
    ];
  });
}

function sameDimension(a: FigureDraft, b: FigureDraft): boolean {
  return (
    a.figure.type === 'measure' &&
    b.figure.type === 'measure' &&
    a.dimension !== null &&
    a.dimension === b.dimension &&
    a.figure.unit !== b.figure.unit
  );
}

function unique(relations: readonly FigureRelation[]): FigureRelation[] {
  const seen = new Set<string>();
  return relations.filter((relation) => {
    const key = `${relation.kind} ${relation.figures.join(' ')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
