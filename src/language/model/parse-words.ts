import { actionFeatures, labelFeatures, type ParseWords } from './action-features.ts';
import { ParseState } from './parse-state.ts';
import { addScores, bestOf, type DenseWeights, type Weights } from './weights.ts';

export const SHIFT = 0;
export const HANG_LEFT = 1;
export const HANG_RIGHT = 2;
const MOST_FEATURES = 64;
export const ACTION_WIDTH = 4;

/** The weights of a parser: which action, and which label an arc gets. */
export interface ParserWeights {
  readonly actions: DenseWeights;
  readonly labels: Weights;
}

/** Told of each choice while training; gives the choice to go on with. */
export interface ParseWatcher {
  action(
    state: ParseState,
    chosen: number,
    scores: Float64Array,
    features: Int32Array,
    count: number,
  ): number;
  label(head: number, child: number, chosen: number, features: Int32Array, count: number): number;
}

/** Finds the head of each word and the relation to it, greedily, in one pass from left to right: linear. */
export class WordParser {
  readonly state = new ParseState();
  readonly #weights: ParserWeights;
  readonly #features = new Int32Array(MOST_FEATURES);
  readonly #scores = new Float64Array(ACTION_WIDTH);
  readonly #labelScores: Float64Array;

  constructor(weights: ParserWeights) {
    this.#weights = weights;
    this.#labelScores = new Float64Array(weights.labels.width);
  }

  /** Leaves heads and labels in `state`; words count from 1, the root is 0. */
  parse(sentence: ParseWords, watch?: ParseWatcher): void {
    const { state } = this;
    state.start(sentence.words.length - 1);
    while (!state.isDone) this.#step(sentence, watch);
  }

  #step(sentence: ParseWords, watch: ParseWatcher | undefined): void {
    const { state } = this;
    const { actions } = this.#weights;
    const count = actionFeatures(sentence, state, actions.mask, this.#features);
    const scores = this.#scores;
    scores.fill(0);
    addScores(actions, this.#features, count, scores);
    let action = bestAllowed(state, scores);
    if (watch !== undefined) action = watch.action(state, action, scores, this.#features, count);
    if (action === SHIFT) state.shift();
    else if (action === HANG_LEFT) state.hangLeft(this.#label(sentence, state.inBuffer(0), watch));
    else state.hangRight(this.#label(sentence, state.onStack(1), watch));
  }

  #label(sentence: ParseWords, head: number, watch: ParseWatcher | undefined): number {
    const { labels } = this.#weights;
    const child = this.state.onStack(0);
    const count = labelFeatures(sentence, this.state, head, child, labels.mask, this.#features);
    this.#labelScores.fill(0);
    addScores(labels, this.#features, count, this.#labelScores);
    const best = bestOf(this.#labelScores, labels.width);
    return watch === undefined ? best : watch.label(head, child, best, this.#features, count);
  }
}

function bestAllowed(state: ParseState, scores: Float64Array): number {
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  const weigh = (action: number, allowed: boolean) => {
    const score = scores[action] as number;
    if (!allowed || score <= highest) return;
    highest = score;
    best = action;
  };
  weigh(SHIFT, state.canShift);
  weigh(HANG_LEFT, state.canHangLeft);
  weigh(HANG_RIGHT, state.canHangRight);
  return best;
}
