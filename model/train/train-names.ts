import { NameFinder, type NameRun, type NameWeights, runsOf } from '../../src/language/model/find-names.ts';
import { WordTagger } from '../../src/language/model/tag-words.ts';
import type { DenseWeights, Weights } from '../../src/language/model/weights.ts';
import type { WordFeatures } from '../../src/language/model/word-features.ts';
import { Averager, meanOf } from './averager.ts';
import type { NamedSentence } from './name-data.ts';
import { numbersFrom, shuffle } from './random.ts';
import type { TrainOptions } from './train-tagger.ts';

export interface Names {
  readonly labels: readonly string[];
  readonly weights: NameWeights;
}

/** Names with weights as they are learned. */
export interface LearnedNames {
  readonly labels: readonly string[];
  readonly weights: { readonly labels: DenseWeights; readonly steps: Float32Array };
}

/** The mean of several that know the same labels. */
export function meanNames(several: readonly LearnedNames[]): LearnedNames {
  const weights = meanOf(several.map((each) => each.weights.labels));
  const { values } = meanOf(
    several.map((each) => ({ values: each.weights.steps, width: weights.width, mask: 0 })),
  );
  return { labels: several[0]?.labels ?? [], weights: { labels: weights, steps: values } };
}

/** Every sentence, and half of them once more in small letters without marks. */
export function withSpokenNames(sentences: readonly NamedSentence[], seed: number): NamedSentence[] {
  const next = numbersFrom(seed);
  return sentences.flatMap((sentence) => {
    const speech = next() < 0.5 ? asSpokenNames(sentence) : null;
    return speech === null ? [sentence] : [sentence, speech];
  });
}

export function asSpokenNames({ words, labels }: NamedSentence): NamedSentence | null {
  const kept = [...words.keys()].filter(
    (at) => !/^[\p{P}\p{S}]+$/u.test(words[at] ?? '') || labels[at] !== 'O',
  );
  return kept.length === 0
    ? null
    : {
        words: kept.map((at) => (words[at] ?? '').toLowerCase()),
        labels: kept.map((at) => labels[at] ?? 'O'),
      };
}

/** Trains a name finder as a structured averaged perceptron: whole rows of labels are compared. */
export function trainNames(
  sentences: readonly NamedSentence[],
  tagger: Weights,
  words: WordFeatures,
  { epochs, bits, seed, log }: TrainOptions,
): LearnedNames {
  const bioes = sentences.map(({ words: forms, labels }) => ({ words: forms, labels: toBioes(labels) }));
  const kinds = [
    ...new Set(
      bioes.flatMap(({ labels }) => labels.flatMap((label) => (label === 'O' ? [] : [label.slice(2)]))),
    ),
  ].sort();
  const labels = ['O', ...kinds.flatMap((kind) => ['B', 'I', 'E', 'S'].map((part) => `${part}-${kind}`))];
  const index = new Map(labels.map((label, at) => [label, at]));
  const width = labels.length;
  const averager = new Averager(bits, width);
  const steps = new Averager(Math.ceil(Math.log2(width + 1)), width);
  const finder = new NameFinder({ labels: averager.weights, steps: steps.weights.values }, labels, words);
  const tag = new WordTagger(tagger, words);
  const items = bioes.map((sentence) => {
    const forms = sentence.words.map((word) => words.of(word));
    const tags = new Int32Array(forms.length);
    tag.tag(forms, tags);
    return { forms, tags, right: Int32Array.from(sentence.labels, (label) => index.get(label) ?? 0) };
  });
  const next = numbersFrom(seed);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(items, next);
    let wrong = 0;
    for (const { forms, tags, right } of items) {
      const given = new Int32Array(forms.length);
      finder.find(forms, tags, given, false);
      averager.tick();
      steps.tick();
      let before = width;
      let beforeGiven = width;
      for (let at = 0; at < forms.length; at++) {
        const [want, got] = [right[at] as number, given[at] as number];
        if (want !== got) {
          wrong += 1;
          const features = finder.featuresOf(forms, tags, at);
          averager.move(features, features.length, want, got);
        }
        if (before * width + want !== beforeGiven * width + got)
          steps.movePair(before * width + want, beforeGiven * width + got);
        before = want;
        beforeGiven = got;
      }
    }
    log?.(`names epoch ${epoch}: ${wrong} words wrong`);
  }
  return { labels, weights: { labels: averager.average(), steps: steps.average().values } };
}

function toBioes(labels: readonly string[]): string[] {
  return labels.map((label, at) => {
    if (label === 'O') return label;
    const next = labels[at + 1] ?? 'O';
    const ends = !(next.startsWith('I') && next.slice(2) === label.slice(2));
    if (label.startsWith('B')) return `${ends ? 'S' : 'B'}${label.slice(1)}`;
    return `${ends ? 'E' : 'I'}${label.slice(1)}`;
  });
}

export interface NameScore {
  readonly gold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly byKind: Readonly<Record<string, number>>;
}

/** Exact spans and kinds. */
export function scoreNames(
  sentences: readonly NamedSentence[],
  tagger: Weights,
  words: WordFeatures,
  names: Names,
): NameScore {
  const finder = new NameFinder(names.weights, names.labels, words);
  const tag = new WordTagger(tagger, words);
  const counts = new Map<string, { gold: number; given: number; right: number }>();
  const countOf = (kind: string) => {
    const known = counts.get(kind) ?? { gold: 0, given: 0, right: 0 };
    counts.set(kind, known);
    return known;
  };
  for (const sentence of sentences) {
    const forms = sentence.words.map((word) => words.of(word));
    const tags = new Int32Array(forms.length);
    const row = new Int32Array(forms.length);
    tag.tag(forms, tags);
    finder.find(forms, tags, row);
    const given = runsOf(names.labels, row, forms.length);
    const gold = goldRuns(sentence.labels);
    for (const { kind } of gold) countOf(kind).gold += 1;
    for (const run of given) {
      countOf(run.kind).given += 1;
      if (gold.some((each) => each.first === run.first && each.end === run.end && each.kind === run.kind))
        countOf(run.kind).right += 1;
    }
  }
  const sum = (of: 'gold' | 'given' | 'right') =>
    [...counts.values()].reduce((total, each) => total + each[of], 0);
  const f = (right: number, given: number, gold: number) => (2 * right) / (given + gold || 1);
  return {
    gold: sum('gold'),
    precision: sum('right') / (sum('given') || 1),
    recall: sum('right') / (sum('gold') || 1),
    f1: f(sum('right'), sum('given'), sum('gold')),
    byKind: Object.fromEntries(
      [...counts].map(([kind, { gold, given, right }]) => [kind, f(right, given, gold)]),
    ),
  };
}

function goldRuns(labels: readonly string[]): NameRun[] {
  const runs: NameRun[] = [];
  for (const [at, label] of labels.entries()) {
    const last = runs.at(-1);
    if (label.startsWith('B')) runs.push({ first: at, end: at + 1, kind: label.slice(2) });
    else if (label.startsWith('I') && last?.end === at) runs[runs.length - 1] = { ...last, end: at + 1 };
  }
  return runs;
}
