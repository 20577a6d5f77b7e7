import type { Judgement } from '../statement/judgement.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf } from './frame.ts';
import { ownId } from './own-id.ts';

/**
 * What analysts judged, before any rule: those that are two are barred first, so that nothing
 * that is joined later, be it by a judgement, brings them together; then what is one is joined,
 * the oldest judgement first. Names that no longer stand in the case are passed over.
 */
export function applyJudgements(frame: Frame, judgements: readonly Judgement[]): void {
  if (judgements.length === 0) return;
  const byId = new Map<string, Bearer>(frame.bearers.map((bearer) => [ownId(bearer), bearer]));
  const pairs = judgements.flatMap(({ a, b, says }) => {
    const [one, other] = [byId.get(a), byId.get(b)];
    return one === undefined || other === undefined || one === other ? [] : [{ one, other, says }];
  });
  for (const { one, other, says } of pairs) if (says === 'negative') frame.joins.bar(one, other);
  for (const { one, other, says } of pairs)
    if (says === 'positive')
      frame.joins.joinJudged(
        one,
        other,
        `An analyst judged “${nameOf(one)}” and “${nameOf(other)}” to be one.`,
      );
}
