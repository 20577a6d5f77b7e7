import type { Passage } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import { type WordAt, wordsAt } from './fold-words.ts';
import type { PileIndex } from './pile-index.ts';
import { sentencesOf } from './sentence-around.ts';

/** Words that somebody is held to have said: an utterance's sentence, or what stands in quotation marks. */
export interface Quotation {
  readonly source: string;
  readonly passage: Passage;
  readonly span: Span;
  readonly words: readonly WordAt[];
  /** True where quotation marks say so; false for a transcript's or chat's own words. */
  readonly quoted: boolean;
}

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”“"',
  '„': '“”"',
  '«': '»',
  '‹': '›',
  '‘': '’',
  '"': '"”',
};
const LONGEST = 1200;
const LONGEST_SENTENCE_WORDS = 80;

/** Every quotation of a pile, in order. Linear in its text. */
export function collectQuotations(index: PileIndex): Quotation[] {
  const quotations: Quotation[] = [];
  for (const source of index.pile.sources) {
    const text = index.textOf(source.id);
    for (const passage of index.pile.passagesOf(source.id)) {
      if (passage.kind === 'boilerplate' || passage.cells !== null) continue;
      for (const span of quotedSpans(text, passage.body)) add(span, true);
      if (isSpeech(passage)) for (const span of sentencesOf(text, passage.body)) add(span, false);
      function add(span: Span, quoted: boolean): void {
        const words = wordsAt(text.slice(span.start, span.end), span.start);
        if (words.length > LONGEST_SENTENCE_WORDS) words.length = LONGEST_SENTENCE_WORDS;
        quotations.push({ source: source.id, passage, span, words, quoted });
      }
    }
  }
  return quotations;
}

function isSpeech(passage: Passage): boolean {
  if (passage.kind === 'utterance' || passage.kind === 'message' || passage.kind === 'caption') return true;
  return passage.speaker !== null;
}

/** What stands between quotation marks in a body of text, without the marks. Linear. */
function quotedSpans(text: string, body: Span): Span[] {
  const spans: Span[] = [];
  for (let at = body.start; at < body.end; at++) {
    const closing = CLOSING[text[at] ?? ''];
    if (closing === undefined || !opens(text, at)) continue;
    const end = closingAt(text, at, Math.min(body.end, at + LONGEST), closing);
    if (end === null) continue;
    if (end > at + 1) spans.push({ start: at + 1, end });
    at = end;
  }
  return spans;
}

/** A mark after a letter or digit is an apostrophe or an inch, not the start of a quotation. */
function opens(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{Nd}]/u.test(text[at - 1] ?? '');
}

function closingAt(text: string, from: number, limit: number, closing: string): number | null {
  for (let at = from + 1; at < limit; at++) {
    if (!closing.includes(text[at] ?? ' ')) continue;
    if (closing === '’' && /[\p{L}\p{Nd}]/u.test(text[at + 1] ?? '')) continue;
    return at;
  }
  return null;
}
