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
 * Features of a parse's state, as places in the weights: the words and tags at the top
 * of the stack and the head of the buffer, their outermost children with labels, their number of
 * children and distance (after Zhang and Nivre, 2011). Gives how many.
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
  const label = (at: number) => (at <= 0 ? NO_LABEL : state.labels[at]) as number;
  const link = (links: Int32Array, at: number) => (at > 0 ? links[at] : NOTHING) as number;
  const seen = (at: number) => (at > 0 ? (words[at] as Int32Array) : OUTSIDE);

  const s0l = link(state.left, s0);
  const s0r = link(state.right, s0);
  const s1l = link(state.left, s1);
  const s1r = link(state.right, s1);
  const b0l = link(state.left, b0);
  const s0l2 = link(state.left2, s0);
  const s0r2 = link(state.right2, s0);
  const b0l2 = link(state.left2, b0);
  const s0Left = s0 > 0 ? (state.leftCount[s0] as number) : 0;
  const s0Right = s0 > 0 ? (state.rightCount[s0] as number) : 0;
  const b0Left = b0 > 0 ? (state.leftCount[b0] as number) : 0;
  const gap = s0 >= 0 && b0 > 0 ? b0 - s0 : 0;
  const far = gap > 10 ? 7 : gap > 5 ? 6 : gap;
  const fs0 = form(s0);
  const fs1 = form(s1);
  const fb0 = form(b0);
  const fb1 = form(b1);
  const ts0 = tag(s0);
  const ts1 = tag(s1);
  const tb0 = tag(b0);
  const tb1 = tag(b1);
  const s0b0 = mix(ts0, tb0);
  const s1s0 = mix(ts1, ts0);
  const three = mix(s1s0, tb0);
  const ws0 = mix(fs0, ts0);
  const wb0 = mix(fb0, tb0);
  const ws1 = mix(fs1, ts1);
  const X0 = seen(s0);
  const X1 = seen(s1);
  const Y0 = seen(b0);

  let count = 0;
  const add = (id: number, value: number) => {
    out[count++] = mix(value, id) & mask;
  };
  add(1, ws0);
  add(2, wb0);
  add(3, ws1);
  add(4, mix(fb1, tb1));
  add(5, tag(b2));
  add(6, s0b0);
  add(7, mix(fs0, fb0));
  add(8, mix(ws0, tb0));
  add(9, mix(wb0, ts0));
  add(10, mix(fs1, fs0));
  add(11, mix(ws0, ts1));
  add(12, mix(ws1, ts0));
  add(13, mix(s0b0, tb1));
  add(14, three);
  add(15, mix(three, tb1));
  add(16, mix(mix(s0b0, tb1), tag(b2)));
  add(17, mix(three, tag(s2)));
  add(18, mix(mix(s0b0, tag(s0l)), label(s0l)));
  add(19, mix(mix(s0b0, tag(s0r)), label(s0r)));
  add(20, mix(mix(s0b0, tag(b0l)), label(b0l)));
  add(21, mix(mix(s1s0, tag(s1r)), label(s1r)));
  add(22, mix(mix(s1s0, tag(s0r)), label(s0r)));
  add(23, mix(mix(s1s0, tag(s1l)), label(s1l)));
  add(24, mix(mix(s1s0, tag(s0l)), label(s0l)));
  add(25, mix(mix(ts0, s0Left), s0Right));
  add(26, mix(mix(fs0, s0Left), s0Right));
  add(27, mix(fb0, b0Left));
  add(28, mix(s0b0, far));
  add(29, mix(fs0, far));
  add(30, mix(fb0, far));
  add(31, mix(mix(fs0, tb0), fb1));
  add(32, mix(mix(fs0, tb0), tb1));
  add(33, mix(mix(ts1, tb0), fs0));
  add(34, mix(form(s0r), ts0));
  add(35, mix(form(b0l), tb0));
  add(36, mix(X0[F.suffix3] as number, Y0[F.suffix3] as number));
  add(37, mix(X0[F.cluster300] as number, Y0[F.cluster300] as number));
  add(38, mix(X0[F.cluster300] as number, tb0));
  add(39, mix(ts0, Y0[F.cluster300] as number));
  add(40, mix(X1[F.cluster300] as number, X0[F.cluster300] as number));
  add(41, mix(mix(label(s0l), label(s0r)), ts0));
  add(42, mix(mix(label(s0l), label(s0l2)), ts0));
  add(43, mix(mix(label(s0r), label(s0r2)), ts0));
  add(44, mix(mix(label(b0l), label(b0l2)), tb0));
  add(45, mix(fs0, label(s0r)));
  add(46, mix(fs1, mix(label(s1r), ts0)));
  add(47, mix(mix(s1s0, form(b0)), label(s0r)));
  add(48, mix(three, form(s0r)));
  add(49, mix(mix(fs1, ts0), mix(far, tb0)));
  add(50, mix(mix(X0[F.cluster64] as number, X1[F.cluster64] as number), Y0[F.cluster64] as number));
  return count;
}

/**
 * Features by which the arc from `head` to `child` gets its label, when the child has all of its
 * own children. Gives how many.
 */
export function labelFeatures(
  { words, tags }: ParseWords,
  state: ParseState,
  head: number,
  child: number,
  mask: number,
  out: Int32Array,
): number {
  const c = words[child] as Int32Array;
  const h = head > 0 ? (words[head] as Int32Array) : OUTSIDE;
  const tag = (at: number) =>
    (at < 0 || at > state.length ? NO_TAG : at === ROOT ? ROOT_TAG : tags[at]) as number;
  const label = (at: number) => (at <= 0 ? NO_LABEL : state.labels[at]) as number;
  const tc = tag(child);
  const th = tag(head);
  const side = head === ROOT ? 3 : head < child ? 1 : 2;
  const gap = Math.abs(head - child);
  const far = gap > 8 ? 6 : gap > 4 ? 5 : gap;
  const fc = c[F.lower] as number;
  const fh = head > 0 ? (h[F.lower] as number) : ROOT_FORM;
  const both = mix(mix(th, tc), side);
  const first = state.left[child] as number;
  const last = state.right[child] as number;
  const sister = head > 0 ? ((side === 1 ? state.right[head] : state.left[head]) as number) : NOTHING;
  const other = head > 0 ? ((side === 1 ? state.left[head] : state.right[head]) as number) : NOTHING;
  let count = 0;
  const add = (id: number, value: number) => {
    out[count++] = mix(value, id) & mask;
  };
  add(1, both);
  add(2, mix(fc, side));
  add(3, mix(fh, side));
  add(4, mix(mix(fc, th), side));
  add(5, mix(mix(fh, tc), side));
  add(6, mix(fh, fc));
  add(7, mix(both, far));
  add(8, mix(c[F.suffix3] as number, both));
  add(9, mix(h[F.suffix3] as number, both));
  add(10, mix(both, tag(first)));
  add(11, mix(both, tag(last)));
  add(12, mix(mix(fc, tag(first)), side));
  add(13, mix(both, first > 0 ? ((words[first] as Int32Array)[F.lower] as number) : 0));
  add(14, mix(both, tag(child - 1)));
  add(15, mix(both, tag(child + 1)));
  add(16, mix(both, label(sister)));
  add(17, mix(both, label(other)));
  add(18, mix(mix(fh, label(sister)), tc));
  add(19, mix(both, mix(label(first), label(last))));
  add(20, mix(c[F.cluster300] as number, mix(th, side)));
  add(21, mix(h[F.cluster300] as number, mix(tc, side)));
  add(22, mix(c[F.cluster1000] as number, h[F.cluster1000] as number));
  add(23, mix(both, tag(head + (side === 2 ? -1 : 1))));
  add(24, mix(both, head > 0 ? mix(state.leftCount[head] as number, state.rightCount[head] as number) : 0));
  add(25, mix(mix(fc, label(first)), th));
  add(26, mix(c[F.suffix2] as number, mix(fh, side)));
  return count;
}
