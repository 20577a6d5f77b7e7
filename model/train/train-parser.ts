import { ACTION_WIDTH, HANG_LEFT, HANG_RIGHT, SHIFT } from '../../src/language/model/action-weights.ts';
import type { ParseState } from '../../src/language/model/parse-state.ts';
import { choiceKey, WordParser } from '../../src/language/model/parse-words.ts';
import type { DenseWeights } from '../../src/language/model/weights.ts';
import { OUTSIDE, type WordFeatures } from '../../src/language/model/word-features.ts';
import { Averager } from './averager.ts';
import { numbersFrom, shuffle } from './random.ts';
import type { TrainOptions } from './train-tagger.ts';

export interface ParsedSentence {
  readonly words: readonly string[];
  /** Tags as a tagger gives them that has not seen the sentence. */
  readonly tags: Int32Array;
  readonly heads: readonly number[];
  /** Index of the label of each word's arc. */
  readonly labels: Int32Array;
}

/** A parser's weights as they are learned. */
export interface LearnedParser {
  readonly actions: DenseWeights;
  readonly labels: DenseWeights;
  readonly choices: ReadonlyMap<number, Uint8Array>;
}

/** A right answer that beats the next best by less than this is learned again: what is only just right is not sure. */
const MARGIN = 15;

/** How often a wrong action is gone on with, so that the parser learns the way back from its own mistakes. */
const EXPLORE = 0.9;

/**
 * Trains a parser with a dynamic oracle (Goldberg and Nivre, 2013): every action that loses no
 * more arcs than the best one is right. Labels are learned beside it, on the arcs that are right.
 */
export function trainParser(
  sentences: readonly ParsedSentence[],
  labelCount: number,
  words: WordFeatures,
  { epochs, bits, seed, log }: TrainOptions,
): LearnedParser {
  const actions = new Averager(bits, ACTION_WIDTH);
  const labels = new Averager(bits - 3, labelCount);
  const next = numbersFrom(seed);
  const items = sentences.map((sentence) => ({
    words: [OUTSIDE, ...sentence.words.map((word) => words.of(word))],
    tags: Int32Array.from([0, ...sentence.tags]),
    heads: Int32Array.from([-1, ...sentence.heads]),
    labels: Int32Array.from([-1, ...sentence.labels]),
  }));
  const choices = labelChoices(items);
  const parser = new WordParser({ actions: actions.weights, labels: labels.weights, choices });
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(items, next);
    let wrong = 0;
    let all = 0;
    let wrongLabels = 0;
    let arcs = 0;
    for (const item of items) {
      parser.parse(item, {
        action(state, chosen, scores, features, count) {
          const { right, other } = weighActions(state, item.heads, scores);
          all += 1;
          actions.tick();
          if (other < 0 || (scores[right] as number) - (scores[other] as number) >= MARGIN) return right;
          actions.move(features, count, right, other);
          if (right === chosen) return chosen;
          wrong += 1;
          return epoch > 1 && next() < EXPLORE ? chosen : right;
        },
        label(head, child, chosen, own, scores, features, count) {
          if (item.heads[child] !== head) return chosen;
          const right = item.labels[child] as number;
          arcs += 1;
          labels.tick();
          if (right !== chosen) wrongLabels += 1;
          const other = right === chosen ? nextBest(scores, own, right) : chosen;
          if ((scores[right] as number) - (scores[other] as number) < MARGIN)
            labels.move(features, count, right, other);
          return chosen;
        },
      });
    }
    const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(2);
    log?.(
      `parser epoch ${epoch}: ${percent(wrong, all)} % of actions, ${percent(wrongLabels, arcs)} % of labels wrong`,
    );
  }
  return { actions: actions.average(), labels: labels.average(), choices };
}

interface Arcs {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** The labels that arcs between words of such tags have in the training data. */
function labelChoices(items: readonly Arcs[]): Map<number, Uint8Array> {
  const seen = new Map<number, Set<number>>();
  for (const { tags, heads, labels } of items) {
    for (let child = 1; child < heads.length; child++) {
      const key = choiceKey(tags, heads[child] as number, child);
      const own = seen.get(key) ?? new Set();
      seen.set(key, own.add(labels[child] as number));
    }
  }
  return new Map(
    [...seen]
      .sort(([a], [b]) => a - b)
      .map(([key, own]) => [key, Uint8Array.from([...own].sort((a, b) => a - b))]),
  );
}

/** The label with the highest score among `choices` but one; that one where there is no other. */
function nextBest(scores: Float64Array, choices: Uint8Array, but: number): number {
  let best = -1;
  for (const label of choices) {
    if (label !== but && (best < 0 || (scores[label] as number) > (scores[best] as number))) best = label;
  }
  return best < 0 ? but : best;
}

/** The best-scored of the actions that lose no more arcs than the best one, and of those that lose more (-1 where none may be done). */
function weighActions(state: ParseState, gold: Int32Array, scores: Float64Array) {
  const costs = [costOfShift(state, gold), costOfLeft(state, gold), costOfRight(state, gold)];
  const least = Math.min(...costs);
  let right = -1;
  let other = -1;
  for (const action of [SHIFT, HANG_LEFT, HANG_RIGHT]) {
    const score = scores[action] as number;
    if (costs[action] === least) {
      if (right < 0 || score > (scores[right] as number)) right = action;
    } else if (Number.isFinite(costs[action]) && (other < 0 || score > (scores[other] as number))) {
      other = action;
    }
  }
  return { right, other };
}

/** The head of a word in gold, the root written as it stands behind the last word. */
function headIn(gold: Int32Array, word: number, state: ParseState): number {
  const head = gold[word] as number;
  return head === 0 ? state.length + 1 : head;
}

/** Arcs between the next word and the stack that can no longer be made once it is shifted. */
function costOfShift(state: ParseState, gold: Int32Array): number {
  if (!state.canShift) return Number.POSITIVE_INFINITY;
  const word = state.next;
  let cost = 0;
  for (let back = 0; back < state.depth; back++) {
    const below = state.onStack(back);
    if (gold[below] === word) cost += 1;
    if (back > 0 && gold[word] === below) cost += 1;
  }
  return cost;
}

function costOfLeft(state: ParseState, gold: Int32Array): number {
  if (!state.canHangLeft) return Number.POSITIVE_INFINITY;
  const child = state.onStack(0);
  const head = headIn(gold, child, state);
  const lost = head !== state.next && (head === state.onStack(1) || head > state.next) ? 1 : 0;
  return lost + childrenAhead(state, gold, child);
}

function costOfRight(state: ParseState, gold: Int32Array): number {
  if (!state.canHangRight) return Number.POSITIVE_INFINITY;
  const child = state.onStack(0);
  const head = headIn(gold, child, state);
  const lost = head !== state.onStack(1) && head >= state.next ? 1 : 0;
  return lost + childrenAhead(state, gold, child);
}

/** Words of the buffer that should hang from a word which is about to leave the stack. */
function childrenAhead(state: ParseState, gold: Int32Array, word: number): number {
  let count = 0;
  for (let at = state.next; at <= state.length; at++) if (gold[at] === word) count += 1;
  return count;
}
