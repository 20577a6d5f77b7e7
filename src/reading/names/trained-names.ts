import { type LanguageModel, openModel } from '../../language/model/language-model.ts';
import type { ReadingPassage, Sentence } from '../reading-passage.ts';
import type { NamedKind } from './name-memory.ts';

/** A name that the trained reader finds, as tokens `[first, end)` of the passage. */
export interface TrainedName {
  readonly first: number;
  readonly end: number;
  readonly kind: NamedKind;
}

const KINDS: Readonly<Record<string, NamedKind>> = {
  person: 'person',
  place: 'place',
  organisation: 'organization',
};

/** Names in a passage by the trained reader of its language; none where there is no such reader. */
export function trainedNames(words: ReadingPassage): TrainedName[] {
  const model = openModel(words.language);
  return model === null ? [] : words.sentences.flatMap((sentence) => namesOf(model, words, sentence));
}

function namesOf(model: LanguageModel, words: ReadingPassage, sentence: Sentence): TrainedName[] {
  const tokens = words.tokens.slice(sentence.firstToken, sentence.endToken);
  const { words: seen, names } = model.findNames(words.text, tokens);
  return names.flatMap(({ first, end, kind }) => {
    const named = KINDS[kind];
    const from = seen[first];
    const to = seen[end - 1];
    if (named === undefined || from === undefined || to === undefined) return [];
    return [
      { first: sentence.firstToken + from.token, end: sentence.firstToken + to.token + 1, kind: named },
    ];
  });
}
