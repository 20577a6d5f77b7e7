import type { FigureRelation } from '../../statement/quantity.ts';
import type { Draft } from './draft.ts';

/**
 * "Injured: 31 (19 inmates, 9 officers)": parts of a sum, or of a whole, that have no event of
 * their own share the whole's, if the whole is counted in the same sentence. The doubt says so.
 */
export function shareEvent(drafts: readonly Draft[], relations: readonly FigureRelation[]): Draft[] {
  if (drafts.length < 2) return [...drafts];
  const wholes = wholeOfEach(relations);
  const byFigure = new Map(
    drafts.flatMap((draft) => (draft.figure === null ? [] : [[draft.figure.id, draft]])),
  );
  return drafts.map((draft) => {
    if (draft.rule !== 'figure/count' || draft.figure === null) return draft;
    const whole = byFigure.get(wholes.get(draft.figure.id) ?? '');
    return whole?.trigger == null ? draft : partOf(draft, whole);
  });
}

function wholeOfEach(relations: readonly FigureRelation[]): Map<string, string> {
  const wholes = new Map<string, string>();
  for (const { kind, figures } of relations) {
    const [whole, ...parts] = figures;
    if ((kind !== 'sum' && kind !== 'part') || whole === undefined) continue;
    for (const part of parts) wholes.set(part, whole);
  }
  return wholes;
}

function partOf(draft: Draft, { event, trigger, polarity, modality, tense }: Draft): Draft {
  const doubt = {
    code: 'reading/shared-event',
    text: 'The figure is a part of another; the words beside that one name the event.',
    span: trigger,
  };
  return {
    ...draft,
    event,
    polarity,
    modality,
    tense,
    rule: 'figure/part',
    confidence: 0.6,
    doubts: [doubt],
  };
}
