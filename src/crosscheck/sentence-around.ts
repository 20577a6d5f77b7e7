import type { Span } from '../statement/span.ts';
import { spanHolds } from '../statement/span.ts';

// An end mark, closing quotes, white space; a full stop after one letter or a short title ends nothing.
const END = /[.!?؟。…][)"'”’»\]]*(?=\s)|\n[ \t]*\n/gu;
const NO_END =
  /(?:^|[\s("“])(?:\p{L}|\p{L}\.\p{L}|Mr|Mrs|Ms|Dr|St|No|Nos|Prof|Gen|Col|Lt|Sgt|Capt|approx|vs|etc|Sn|Av|Sr|Sra)\.$/iu;

/** The sentence of `body` that `span` stands in. Spans count in `text`. */
export function sentenceAround(text: string, body: Span, span: Span): Span {
  return sentencesOf(text, body).find((sentence) => spanHolds(sentence, span)) ?? body;
}

/** The sentences of a body of text, as spans without outer white space. Linear. */
export function sentencesOf(text: string, body: Span): Span[] {
  const sentences: Span[] = [];
  const words = text.slice(body.start, body.end);
  let from = 0;
  for (const match of words.matchAll(END)) {
    const end = match.index + match[0].length;
    if (NO_END.test(words.slice(Math.max(from, match.index - 8), match.index + 1))) continue;
    pushTrimmed(sentences, text, body.start + from, body.start + end);
    from = end;
  }
  pushTrimmed(sentences, text, body.start + from, body.end);
  return sentences;
}

function pushTrimmed(sentences: Span[], text: string, start: number, end: number): void {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const length = words.trim().length;
  if (length > 0) sentences.push({ start: start + lead, end: start + lead + length });
}
