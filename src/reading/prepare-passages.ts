import { detectLanguage } from '../language/detect-language.ts';
import { splitSentences } from '../language/split-sentences.ts';
import { tokenize } from '../language/tokenize.ts';
import type { SourceHead } from '../statement/pile.ts';
import type { Passage, Section, Source } from '../statement/source.ts';
import type { ReadingPassage } from './reading-passage.ts';

const SURE = 0.35;
const SAMPLE = 4_000;

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
    const language = tokens.length === 0 ? last : languageOf(body, last);
    last = language;
    const sentences = splitSentences(source.text, tokens);
    return [{ source: head, section: part, passage, text: source.text, tokens, sentences, language }];
  });
}

function languageOf(body: string, fallback: string | null): string | null {
  const guess = detectLanguage(body);
  return guess.language !== null && guess.confidence >= SURE ? guess.language : fallback;
}

function sampleOf(source: Source, passages: readonly Passage[]): string {
  const start = passages[0]?.body.start ?? 0;
  return source.text.slice(start, start + SAMPLE);
}
