import type { ReadingPassage, Sentence } from '../reading-passage.ts';
import { bareNorm } from './word-shape.ts';

/** A run of capitalised words, as token indices `[first, end)`. */
export interface Run {
  readonly first: number;
  readonly end: number;
}

/** A sentence's words as the finder asks for them. */
export interface Line {
  readonly words: ReadingPassage;
  readonly sentence: Sentence;
  /** Whether most of its words have capitals, so that a capital tells little. */
  readonly heading: boolean;
}

/** The folded words of a run, without endings after an apostrophe, joined by a space. */
export function keyOf(line: Line, run: Run): string {
  const norms: string[] = [];
  for (let index = run.first; index < run.end; index += 1) {
    const token = line.words.tokens[index];
    if (token === undefined || token.kind === 'mark') continue;
    norms.push(bareNorm(token));
  }
  return norms.join(' ');
}
