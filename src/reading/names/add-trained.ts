import { foldWord } from '../../language/fold-word.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import { type Candidate, type NameMemory, vote } from './name-memory.ts';
import { type TrainedName, trainedNames } from './trained-names.ts';
import { classesOf, IS } from './word-classes.ts';
import { bareEnd, shapeOf } from './word-shape.ts';

/** A name of two words that was found once, or of one word found twice, is enough to go by. */
export const ENOUGH = 2;

/** What speaks for a kind in text without capitals, beside the hints of a name's neighbours (about 1 each). */
const WEIGHT = 3;

/**
 * What the trained reader says of a passage's names, as evidence beside the rules: the kind of a
 * name of which its own words and neighbours say nothing, and, in text without capitals, where the
 * rules find nothing, names.
 */
export function addTrained(words: ReadingPassage, found: Candidate[], memory: NameMemory): void {
  const small = isSmallText(words);
  for (const name of trainedNames(words)) {
    const met = found.filter((each) => each.firstToken < name.end && name.first < each.endToken);
    for (const { key, words: length } of met)
      vote(memory.trainedVotes, key, name.kind, Math.min(length, ENOUGH));
    if (met.length === 0 && small) found.push(...candidateOf(words, name));
  }
}

/** A passage as machines write speech down: words enough, and no capital in them. */
function isSmallText({ text, tokens }: ReadingPassage): boolean {
  const written = tokens.filter((token) => token.kind === 'word');
  return written.length > 3 && written.every((token) => shapeOf(text, token) === 'small');
}

const NO_NAME = IS.notName | IS.saying | IS.role | IS.kinship;

function candidateOf(words: ReadingPassage, { first, end, kind }: TrainedName): Candidate[] {
  const tokens = words.tokens.slice(first, end);
  const [head] = tokens;
  const last = tokens.at(-1);
  if (head === undefined || last === undefined) return [];
  if (tokens.some(({ norm }) => (classesOf(norm) & NO_NAME) !== 0)) return [];
  const close = bareEnd(words.text, last);
  const key = tokens
    .map(({ norm, start }, at) =>
      at === tokens.length - 1 ? foldWord(words.text.slice(start, close)) : norm,
    )
    .join(' ');
  const place = { start: head.start, end: close, wholeStart: head.start, wholeEnd: close };
  return [
    {
      ...{ firstToken: first, endToken: end, ...place, title: null, key, words: end - first },
      ...{ unsure: false, heading: false, votes: [[kind, WEIGHT] as const] },
    },
  ];
}
