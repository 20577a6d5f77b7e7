import type { Span } from '../statement/span.ts';

/** Longest sentence quoted, UTF-16 code units to either side. */
const REACH = 240;
const END = /[.!?؟。…]["”»)\]]*\s|\n/gu;
const NO_END =
  /(?:^|[\s("“])(?:\p{L}|\p{L}\.\p{L}|Mr|Mrs|Ms|Dr|St|No|Prof|Gen|Col|Lt|Sgt|Capt|Sn|Av|Sr|Sra)\.$/iu;

/** The sentence or line around a stretch of text, without outer white space. */
export function sentenceOf(text: string, span: Span): Span {
  const from = Math.max(0, span.start - REACH);
  let start = from;
  for (const match of text.slice(from, span.start).matchAll(END)) {
    const end = from + match.index + match[0].length;
    if (!NO_END.test(text.slice(Math.max(from, end - match[0].length - 6), from + match.index + 1)))
      start = end;
  }
  const after = text.slice(span.end, span.end + REACH);
  let end = span.end + after.length;
  for (const match of `${after}\n`.matchAll(END)) {
    const at = span.end + match.index;
    if (NO_END.test(text.slice(Math.max(0, at - 6), at + 1))) continue;
    end = Math.min(end, at + match[0].trimEnd().length);
    break;
  }
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return { start: start + lead, end: Math.max(span.end, start + lead + words.trim().length) };
}
