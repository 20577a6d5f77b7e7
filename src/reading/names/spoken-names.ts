import type { ReadingPassage } from '../reading-passage.ts';
import type { Candidate } from './name-memory.ts';
import { type TrainedName, trainedNames } from './trained-names.ts';
import { classesOf, IS } from './word-classes.ts';
import { bareEnd, bareNorm, shapeOf } from './word-shape.ts';

/** What speaks for a name's kind, beside the hints of its neighbours (about 1 each). */
const WEIGHT = 3;
/** Words that show that a passage is written without capitals, and not only short. */
const FEWEST_WORDS = 4;

/**
 * Names in a passage as machines write speech down, without capitals, where the rules find nothing:
 * there the trained reader of its language is asked. Elsewhere it is not: it names no better than
 * the rules what has capitals, and takes as long as all other reading (docs/decisions/015).
 */
export function findSpokenNames(words: ReadingPassage): Candidate[] {
  return isSmallText(words) ? trainedNames(words).flatMap((name) => candidateOf(words, name)) : [];
}

function isSmallText({ tokens }: ReadingPassage): boolean {
  let written = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    if (shapeOf(token) !== 'small') return false;
    written += 1;
  }
  return written >= FEWEST_WORDS;
}

const NO_NAME = IS.notName | IS.saying | IS.role | IS.kinship;

function candidateOf(words: ReadingPassage, { first, end, kind }: TrainedName): Candidate[] {
  const tokens = words.tokens.slice(first, end);
  const [head] = tokens;
  const last = tokens.at(-1);
  if (head === undefined || last === undefined) return [];
  if (tokens.some(({ norm }) => (classesOf(norm) & NO_NAME) !== 0)) return [];
  const close = bareEnd(last);
  const key = [...tokens.slice(0, -1).map(({ norm }) => norm), bareNorm(last)].join(' ');
  const place = { start: head.start, end: close, wholeStart: head.start, wholeEnd: close };
  return [
    {
      ...{ firstToken: first, endToken: end, ...place, title: null, key, words: end - first },
      ...{ unsure: false, heading: false, votes: [[kind, WEIGHT] as const] },
    },
  ];
}
