import type { Quote } from '../statement/finding.ts';
import type { Bearer } from './bearer.ts';
import type { Frame, Place } from './frame.ts';
import { sentenceOf } from './sentence-of.ts';

/** Mentions looked at for the one to show. */
const MOST_LOOKED_AT = 40;

/** The sentence or line that shows a name best (the longest of the first few), or null without a text. */
export function quoteName(
  frame: Frame,
  bearer: Bearer,
  sources: ReadonlySet<string> | null = null,
): Quote | null {
  if (frame.scene === null) return null;
  let best: Quote | null = null;
  for (const { source, span } of bearer.mentions.slice(0, MOST_LOOKED_AT)) {
    if (span === undefined || (sources !== null && !sources.has(source))) continue;
    const sentence = sentenceOf(frame.scene.textOf(source), span);
    if (best !== null && best.span.end - best.span.start >= Math.min(60, sentence.end - sentence.start))
      continue;
    best = { source, span: sentence, statement: null, marks: [span] };
  }
  return best;
}

export function quotePlace(frame: Frame, { source, span }: Place): Quote {
  const marks = (frame.placed.get(source) ?? [])
    .filter(
      (mention) =>
        mention.span.start >= span.start && mention.span.end <= span.end && mention.kind === 'person',
    )
    .map((mention) => mention.span);
  return { source, span, statement: null, marks };
}
