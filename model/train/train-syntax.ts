import { type ParserWeights, WordParser } from '../../src/language/model/parse-words.ts';
import { WordTagger } from '../../src/language/model/tag-words.ts';
import type { Weights } from '../../src/language/model/weights.ts';
import { OUTSIDE, WordFeatures } from '../../src/language/model/word-features.ts';
import { meanOf } from './averager.ts';
import { lexiconOf } from './build-lexicon.ts';
import type { TreeSentence } from './read-conllu.ts';
import { withSpeech } from './syntax-data.ts';
import { labelOfArc, labelOfWord } from './tag-labels.ts';
import { type LearnedParser, trainParser } from './train-parser.ts';
import { trainTagger } from './train-tagger.ts';

export interface Syntax {
  readonly tagLabels: readonly string[];
  readonly arcLabels: readonly string[];
  readonly tagger: Weights;
  readonly parser: ParserWeights;
}

export interface SyntaxOptions {
  readonly clusters: string | null;
  readonly tagBits: number;
  readonly parseBits: number;
  readonly epochs: number;
  readonly parseEpochs: number;
  readonly log: (line: string) => void;
}

/** Parts that the tags for the parser are made over: each is tagged by a tagger that has not seen it. */
const PARTS = 4;
/** The parser is the mean of one of each seed; of taggers, the mean is no better than the longer trained one. */
const PARSER_SEEDS = [11, 12];
/** Sentences in a row that are in one part, so that every part has of every corpus. */
const ROW = 40;

/** Trains tagger and parser on a treebank, half of it once more as speech. */
export function trainSyntax(treebank: readonly TreeSentence[], options: SyntaxOptions) {
  const sentences = withSpeech(treebank, 1);
  const tagLabels = labelsOf(
    sentences.flatMap((sentence) => sentence.words.map((_, index) => labelOfWord(sentence, index))),
  );
  const arcLabels = labelsOf(sentences.flatMap(({ relations }) => relations.map(labelOfArc)));
  const tagIndex = new Map(tagLabels.map((label, index) => [label, index]));
  const arcIndex = new Map(arcLabels.map((label, index) => [label, index]));
  const tagged = sentences.map((sentence) => ({
    words: sentence.words,
    labels: Int32Array.from(sentence.words, (_, index) => tagIndex.get(labelOfWord(sentence, index)) ?? 0),
  }));
  const lexicon = lexiconOf(tagged, options.clusters);
  const words = new WordFeatures(lexicon);
  const tagOptions = { epochs: options.epochs, bits: options.tagBits, seed: 7, log: options.log };
  const tagger = trainTagger(tagged, tagLabels.length, words, tagOptions);
  const unseen = tagUnseen(tagged, tagLabels.length, words, options);
  const parsed = sentences.map((sentence, index) => ({
    words: sentence.words,
    tags: unseen[index] ?? new Int32Array(0),
    heads: sentence.heads,
    labels: Int32Array.from(sentence.relations, (relation) => arcIndex.get(labelOfArc(relation)) ?? 0),
  }));
  const parsers = PARSER_SEEDS.map((seed) =>
    trainParser(parsed, arcLabels.length, words, {
      ...{ epochs: options.parseEpochs, bits: options.parseBits, seed, log: options.log },
    }),
  );
  return { lexicon, syntax: { tagLabels, arcLabels, tagger, parser: meanParser(parsers) } satisfies Syntax };
}

function meanParser(parsers: readonly LearnedParser[]): LearnedParser {
  return {
    actions: meanOf(parsers.map(({ actions }) => actions)),
    labels: meanOf(parsers.map(({ labels }) => labels)),
    choices: parsers[0]?.choices ?? new Map(),
  };
}

function labelsOf(all: readonly string[]): string[] {
  return [...new Set(all)].sort();
}

function tagUnseen(
  tagged: readonly { words: readonly string[]; labels: Int32Array }[],
  labelCount: number,
  words: WordFeatures,
  options: SyntaxOptions,
): Int32Array[] {
  const result: Int32Array[] = [];
  // Most sentences and their copies as speech are in one part.
  const partOf = (index: number) => Math.floor(index / ROW) % PARTS;
  for (let part = 0; part < PARTS; part++) {
    const others = tagged.filter((_, index) => partOf(index) !== part);
    const weights = trainTagger(others, labelCount, words, {
      epochs: 3,
      bits: options.tagBits - 1,
      seed: 13,
    });
    const tagger = new WordTagger(weights, words);
    for (const [index, { words: forms }] of tagged.entries()) {
      if (partOf(index) !== part) continue;
      const out = new Int32Array(forms.length);
      tagger.tag(
        forms.map((form) => words.of(form)),
        out,
      );
      result[index] = out;
    }
    options.log(`tags for the parser: part ${part + 1} of ${PARTS}`);
  }
  return result;
}

export interface SyntaxScore {
  readonly tokens: number;
  readonly tags: number;
  readonly heads: number;
  readonly labelled: number;
}

/** Shares of words with the right tag, head, and head with relation; marks included, as in the shared tasks. */
export function scoreSyntax(
  sentences: readonly TreeSentence[],
  words: WordFeatures,
  syntax: Syntax,
): SyntaxScore {
  const tagger = new WordTagger(syntax.tagger, words);
  const parser = new WordParser(syntax.parser);
  let [tokens, tags, heads, labelled] = [0, 0, 0, 0];
  for (const sentence of sentences) {
    const forms = sentence.words.map((word) => words.of(word));
    const out = new Int32Array(forms.length);
    tagger.tag(forms, out);
    parser.parse({ words: [OUTSIDE, ...forms], tags: Int32Array.from([0, ...out]) });
    for (const [index, tag] of sentence.tags.entries()) {
      tokens += 1;
      if (syntax.tagLabels[out[index] ?? 0]?.split('|')[0] === tag) tags += 1;
      if (parser.state.heads[index + 1] !== sentence.heads[index]) continue;
      heads += 1;
      const label = syntax.arcLabels[parser.state.labels[index + 1] ?? 0] ?? '';
      if (label.split(':')[0] === sentence.relations[index]?.split(':')[0]) labelled += 1;
    }
  }
  return { tokens, tags: tags / tokens, heads: heads / tokens, labelled: labelled / tokens };
}
