import type { Span } from '../statement/span.ts';
import { collectQuotations, type Quotation } from './collect-quotations.ts';
import { type WordAt, wordsAt } from './fold-words.ts';
import type { PileIndex } from './pile-index.ts';
import { sentencesOf } from './sentence-around.ts';

/** A sentence of a quotation or utterance, to be laid beside another. */
export interface Line {
  readonly of: Quotation;
  readonly span: Span;
  readonly words: readonly WordAt[];
}

/** Every sentence that a pile quotes, and every stretch of speech. Linear. */
export function linesOf(index: PileIndex): Line[] {
  return collectQuotations(index).flatMap((quotation) => {
    if (!quotation.quoted) return [{ of: quotation, span: quotation.span, words: quotation.words }];
    const text = index.textOf(quotation.source);
    return sentencesOf(text, quotation.span).map((span) => ({
      of: quotation,
      span,
      words: wordsAt(text.slice(span.start, span.end), span.start).slice(0, 80),
    }));
  });
}
