import { detectLanguage, detectLanguageOf } from '../language/detect-language.ts';
import { splitSentences } from '../language/split-sentences.ts';
import type { Token } from '../language/token.ts';
import { tokenize } from '../language/tokenize.ts';
import type { SourceHead } from '../statement/pile.ts';
import type { Passage, Section, Source } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import type { EventBook } from './events/event-book.ts';
import type { ReadingPassage, Sentence } from './reading-passage.ts';

const SURE = 0.35;
const SAMPLE = 4_000;
/** Code units of a passage that tell its language: some thirty words. */
const PASSAGE_SAMPLE = 200;
/** Tokens of the longest sentence. */
const LONGEST = 240;

/** A source without its text. */
export function headOf(source: Source): SourceHead {
  const { text: _, ...head } = source;
  return head;
}

/**
 * Makes passages ready for reading: tokens, sentences and language, once each. A passage too
 * short to tell its language has that of the one before it in its section, else the source's.
 */
export function preparePassages(
  source: Source,
  sections: readonly Section[],
  passages: readonly Passage[],
  events?: EventBook,
): ReadingPassage[] {
  const head = headOf(source);
  const main = source.language ?? detectLanguage(sampleOf(source, passages)).language;
  let last = main;
  let section = -1;
  return passages.flatMap((passage) => {
    const part =
      sections[passage.section - (sections[0]?.index ?? 0)] ??
      sections.find((each) => each.index === passage.section);
    if (part === undefined) return [];
    if (passage.section !== section) last = main;
    section = passage.section;
    const body = source.text.slice(passage.body.start, passage.body.end);
    const tokens = tokenize(body, passage.body.start);
    const language = tokens.length === 0 ? last : languageOf(tokens, passage.body, last);
    last = language;
    const sentences = splitSentences(source.text, tokens).flatMap((sentence) =>
      withoutExcess(sentence, tokens),
    );
    const words = { source: head, section: part, passage, text: source.text, tokens, sentences, language };
    return [events === undefined ? words : { ...words, events }];
  });
}

// A text without full stops would be one sentence of any length; readers look about within a
// sentence, so its length is bounded. Cut after a mark where one is near.
function withoutExcess(sentence: Sentence, tokens: readonly Token[]): Sentence[] {
  if (sentence.endToken - sentence.firstToken <= LONGEST) return [sentence];
  const parts: Sentence[] = [];
  let first = sentence.firstToken;
  while (first < sentence.endToken) {
    const end = cutAfter(tokens, first, sentence.endToken);
    const start = tokens[first]?.start ?? sentence.start;
    parts.push({ start, end: tokens[end - 1]?.end ?? sentence.end, firstToken: first, endToken: end });
    first = end;
  }
  return parts;
}

function cutAfter(tokens: readonly Token[], first: number, limit: number): number {
  if (limit - first <= LONGEST) return limit;
  for (let end = first + LONGEST; end > first + LONGEST / 2; end--)
    if (tokens[end - 1]?.kind === 'mark') return end;
  return first + LONGEST;
}

function languageOf(tokens: readonly Token[], body: Span, fallback: string | null): string | null {
  const guess = detectLanguageOf(tokens, body.start, PASSAGE_SAMPLE);
  if (guess.language === null || guess.confidence < SURE) return fallback;
  return body.end - body.start < RELATIVES_TELL && areRelatives(guess.language, fallback)
    ? fallback
    : guess.language;
}

/** A few words of one are often words of the other: in a short passage the document's own language stands. */
const RELATIVES_TELL = 120;
const RELATIVES: readonly ReadonlySet<string>[] = [
  new Set(['es', 'pt', 'it', 'fr', 'ro']),
  new Set(['ar', 'fa']),
];

function areRelatives(one: string, other: string | null): boolean {
  return other !== null && RELATIVES.some((family) => family.has(one) && family.has(other));
}

function sampleOf(source: Source, passages: readonly Passage[]): string {
  const start = passages[0]?.body.start ?? 0;
  return source.text.slice(start, start + SAMPLE);
}
