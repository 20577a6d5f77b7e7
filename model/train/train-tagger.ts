import { WordTagger } from '../../src/language/model/tag-words.ts';
import type { DenseWeights } from '../../src/language/model/weights.ts';
import type { WordFeatures } from '../../src/language/model/word-features.ts';
import { Averager } from './averager.ts';
import { numbersFrom, shuffle } from './random.ts';

export interface TaggedSentence {
  readonly words: readonly string[];
  /** Index of the label of each word. */
  readonly labels: Int32Array;
}

export interface TrainOptions {
  readonly epochs: number;
  readonly bits: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

/** Trains a tagger as an averaged perceptron (Collins, 2002); goes on with its own tags, so that it learns from its mistakes. */
export function trainTagger(
  sentences: readonly TaggedSentence[],
  labelCount: number,
  words: WordFeatures,
  { epochs, bits, seed, log }: TrainOptions,
): DenseWeights {
  const averager = new Averager(bits, labelCount);
  const tagger = new WordTagger(averager.weights, words);
  const next = numbersFrom(seed);
  const items = sentences.map(({ words: forms, labels }) => ({
    words: forms.map((form) => words.of(form)),
    labels,
  }));
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(items, next);
    let wrong = 0;
    let all = 0;
    for (const { words: sentence, labels } of items) {
      all += sentence.length;
      tagger.tagWatched(sentence, (at, given, features, count) => {
        const right = labels[at] as number;
        averager.tick();
        if (right === given) return;
        wrong += 1;
        averager.move(features, count, right, given);
      });
    }
    log?.(`tagger epoch ${epoch}: ${((100 * wrong) / all).toFixed(2)} % wrong`);
  }
  return averager.average();
}
