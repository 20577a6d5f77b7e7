import { mix } from './hash.ts';
import { NOTHING, type ParseState, ROOT } from './parse-state.ts';
import { F, OUTSIDE } from './word-features.ts';

/** The words of a sentence as a parser sees them; place 0 is the root. */
export interface ParseWords {
  readonly words: readonly Int32Array[];
  readonly tags: Int32Array;
}

const ROOT_FORM = -5;
const NO_FORM = -7;
const ROOT_TAG = 98;
const NO_TAG = 97;
const NO_LABEL = 96;

/**
 * Features of a parse's state, as places in the weights: the words and tags at the top of the
 * stack and the head of the buffer, their outermost children with labels, their number of children
 * and distance (after Zhang and Nivre, 2011), and the words that stand beside them in the sentence.
 * Each is told from the others by its order. Gives how many.
 */
export function actionFeatures(
  { words, tags }: ParseWords,
  state: ParseState,
  mask: number,
  out: Int32Array,
): number {
  const s0 = state.onStack(0);
  const s1 = state.onStack(1);
  const s2 = state.onStack(2);
  const b0 = state.inBuffer(0);
  const b1 = state.inBuffer(1);
  const b2 = state.inBuffer(2);
  const form = (at: number) =>
    (at < 0 ? NO_FORM : at === ROOT ? ROOT_FORM : (words[at] as Int32Array)[F.lower]) as number;
  const tag = (at: number) => (at < 0 ? NO_TAG : at === ROOT ? ROOT_TAG : tags[at]) as number;
  const near = (at: number) => (at < 1 || at > state.length ? NO_TAG : tags[at]) as number;
  const label = (at: number) => (at <= 0 ? NO_LABEL : state.labels[at]) as number;
  const link = (links: Int32Array, at: number) => (at > 0 ? links[at] : NOTHING) as number;
  const seen = (at: number) => (at > 0 ? (words[at] as Int32Array) : OUTSIDE);
  const count = (counts: Int32Array, at: number) => (at > 0 ? counts[at] : 0) as number;

  const s0l = link(state.left, s0);
  const s0r = link(state.right, s0);
  const s1l = link(state.left, s1);
  const s1r = link(state.right, s1);
  const b0l = link(state.left, b0);
  const s0l2 = link(state.left2, s0);
  const s0r2 = link(state.right2, s0);
  const b0l2 = link(state.left2, b0);
  const s0Left = count(state.leftCount, s0);
  const s0Right = count(state.rightCount, s0);
  const b0Left = count(state.leftCount, b0);
  const far = stepsApart(s0 >= 0 && b0 > 0 ? b0 - s0 : 0);
  const fs0 = form(s0);
  const fs1 = form(s1);
  const fb0 = form(b0);
  const fb1 = form(b1);
  const ts0 = tag(s0);
  const ts1 = tag(s1);
  const tb0 = tag(b0);
  const tb1 = tag(b1);
  const tb2 = tag(b2);
  const s0b0 = mix(ts0, tb0);
  const s1s0 = mix(ts1, ts0);
  const three = mix(s1s0, tb0);
  const ws0 = mix(fs0, ts0);
  const wb0 = mix(fb0, tb0);
  const ws1 = mix(fs1, ts1);
  const X0 = seen(s0);
  const X1 = seen(s1);
  const Y0 = seen(b0);

  let total = 0;
  const add = (value: number) => {
    out[total] = mix(value, total + 1) & mask;
    total += 1;
  };
  // words and tags, alone and together
  add(ws0);
  add(wb0);
  add(ws1);
  add(mix(fb1, tb1));
  add(tb2);
  add(s0b0);
  add(mix(fs0, fb0));
  add(mix(ws0, tb0));
  add(mix(wb0, ts0));
  add(mix(fs1, fs0));
  add(mix(ws0, ts1));
  add(mix(ws1, ts0));
  add(mix(s0b0, tb1));
  add(three);
  add(mix(three, tb1));
  add(mix(mix(s0b0, tb1), tb2));
  add(mix(three, tag(s2)));
  // with the children that they have so far
  add(mix(mix(s0b0, tag(s0l)), label(s0l)));
  add(mix(mix(s0b0, tag(s0r)), label(s0r)));
  add(mix(mix(s0b0, tag(b0l)), label(b0l)));
  add(mix(mix(s1s0, tag(s1r)), label(s1r)));
  add(mix(mix(s1s0, tag(s0r)), label(s0r)));
  add(mix(mix(s1s0, tag(s1l)), label(s1l)));
  add(mix(mix(s1s0, tag(s0l)), label(s0l)));
  add(mix(mix(ts0, s0Left), s0Right));
  add(mix(mix(fs0, s0Left), s0Right));
  add(mix(fb0, b0Left));
  add(mix(s0b0, far));
  add(mix(fs0, far));
  add(mix(fb0, far));
  add(mix(mix(fs0, tb0), fb1));
  add(mix(mix(fs0, tb0), tb1));
  add(mix(mix(ts1, tb0), fs0));
  add(mix(form(s0r), ts0));
  add(mix(form(b0l), tb0));
  // endings, and groups of words of like use
  add(mix(X0[F.suffix3] as number, Y0[F.suffix3] as number));
  add(mix(X0[F.cluster300] as number, Y0[F.cluster300] as number));
  add(mix(X0[F.cluster300] as number, tb0));
  add(mix(ts0, Y0[F.cluster300] as number));
  add(mix(X1[F.cluster300] as number, X0[F.cluster300] as number));
  add(mix(mix(label(s0l), label(s0r)), ts0));
  add(mix(mix(label(s0l), label(s0l2)), ts0));
  add(mix(mix(label(s0r), label(s0r2)), ts0));
  add(mix(mix(label(b0l), label(b0l2)), tb0));
  add(mix(fs0, label(s0r)));
  add(mix(fs1, mix(label(s1r), ts0)));
  add(mix(mix(s1s0, fb0), label(s0r)));
  add(mix(three, form(s0r)));
  add(mix(mix(fs1, ts0), mix(far, tb0)));
  add(mix(mix(X0[F.cluster64] as number, X1[F.cluster64] as number), Y0[F.cluster64] as number));
  // the same with less, where the full ones were never seen
  add(fs0);
  add(ts0);
  add(fb0);
  add(tb0);
  add(fb1);
  add(tb1);
  add(fs1);
  add(ts1);
  add(mix(fs0, tb0));
  add(mix(ts0, fb0));
  add(mix(mix(fs0, fb0), s0b0));
  add(mix(fs1, ts0));
  add(mix(ts1, fs0));
  add(mix(mix(fs1, fs0), s1s0));
  add(mix(tb0, tb1));
  add(mix(fs1, fb0));
  add(mix(ts1, tb0));
  add(mix(mix(ts0, fb0), tb1));
  add(mix(X0[F.suffix3] as number, tb0));
  add(mix(ts0, Y0[F.suffix3] as number));
  add(mix(X1[F.suffix3] as number, ts0));
  add(mix(X1[F.suffix3] as number, X0[F.suffix3] as number));
  add(form(s0l));
  add(mix(ts0, far));
  add(mix(tb0, far));
  add(mix(mix(fs0, fb0), far));
  // what stands beside them in the sentence
  const afterS0 = near(s0 > 0 ? s0 + 1 : 0);
  const beforeS0 = near(s0 - 1);
  const afterS1 = near(s1 > 0 ? s1 + 1 : 0);
  const beforeB0 = near(b0 === ROOT ? state.length : b0 - 1);
  add(mix(s0b0, afterS0));
  add(mix(s0b0, beforeB0));
  add(mix(mix(s0b0, beforeS0), beforeB0));
  add(mix(mix(s0b0, afterS0), tb1));
  add(mix(mix(s0b0, beforeS0), tb1));
  add(mix(s1s0, afterS1));
  add(mix(s1s0, beforeS0));
  add(mix(mix(s1s0, afterS1), beforeS0));
  add(mix(mix(s1s0, near(s1 - 1)), afterS0));
  add(mix(mix(tb0, tb1), mix(tb2, near(state.next + 3))));
  add(mix(mix(fb0, tb1), tb2));
  add(mix(three, mix(tb1, tb2)));
  add(mix(mix(ts1, tb0), stepsApart(s1 > 0 && b0 > 0 ? b0 - s1 : 0)));
  add(mix(s1s0, stepsApart(s1 > 0 && s0 > 0 ? s0 - s1 : 0)));
  return total;
}

/** A distance, the long ones as one. */
function stepsApart(gap: number): number {
  return gap > 10 ? 7 : gap > 5 ? 6 : gap;
}
