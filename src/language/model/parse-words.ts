import { actionFeatures, type ParseWords } from './action-features.ts';
import {
  ACTION_WIDTH,
  type ActionWeights,
  HANG_LEFT,
  HANG_RIGHT,
  SHIFT,
  scoreActions,
} from './action-weights.ts';
import { labelFeatures, sideOf } from './label-features.ts';
import { ParseState } from './parse-state.ts';
import { addScores, bestAmong, type DenseWeights, type Weights } from './weights.ts';

const MOST_FEATURES = 96;

/** The weights of a parser: which action, and which label an arc gets. */
export interface ParserWeights {
  readonly actions: DenseWeights | ActionWeights;
  readonly labels: Weights;
  /** Labels that an arc may have, by `choiceKey`; any where it has no entry. */
  readonly choices: ReadonlyMap<number, Uint8Array>;
}

/** The key of an arc among the choices of labels: the tags of head and child, and the side. */
export function choiceKey(tags: Int32Array, head: number, child: number): number {
  return ((tags[head] as number) * 256 + (tags[child] as number)) * 4 + sideOf(head, child);
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
  /** Told of labels that had to be chosen among `choices`. */
  label(
    head: number,
    child: number,
    chosen: number,
    choices: Uint8Array,
    scores: Float64Array,
    features: Int32Array,
    count: number,
  ): number;
}

/** Finds the head of each word and the relation to it, greedily, in one pass from left to right: linear. */
export class WordParser {
  readonly state = new ParseState();
  readonly #weights: ParserWeights;
  readonly #features = new Int32Array(MOST_FEATURES);
  readonly #scores = new Float64Array(ACTION_WIDTH);
  readonly #labelScores: Float64Array;
  readonly #anyLabel: Uint8Array;

  constructor(weights: ParserWeights) {
    this.#weights = weights;
    this.#labelScores = new Float64Array(weights.labels.width);
    this.#anyLabel = Uint8Array.from({ length: weights.labels.width }, (_, label) => label);
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
    scoreActions(actions, this.#features, count, scores);
    let action = bestAllowed(state, scores);
    if (watch !== undefined) action = watch.action(state, action, scores, this.#features, count);
    if (action === SHIFT) state.shift();
    else if (action === HANG_LEFT) state.hangLeft(this.#label(sentence, state.inBuffer(0), watch));
    else state.hangRight(this.#label(sentence, state.onStack(1), watch));
  }

  #label(sentence: ParseWords, head: number, watch: ParseWatcher | undefined): number {
    const { labels, choices } = this.#weights;
    const child = this.state.onStack(0);
    const own = choices.get(choiceKey(sentence.tags, head, child)) ?? this.#anyLabel;
    if (own.length === 1) return own[0] as number;
    const count = labelFeatures(sentence, this.state, head, child, labels.mask, this.#features);
    this.#labelScores.fill(0);
    addScores(labels, this.#features, count, this.#labelScores);
    const best = bestAmong(this.#labelScores, own);
    return watch === undefined
      ? best
      : watch.label(head, child, best, own, this.#labelScores, this.#features, count);
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
