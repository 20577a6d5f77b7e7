import type { ParseWords } from './action-features.ts';
import { mix } from './hash.ts';
import { NOTHING, type ParseState, ROOT } from './parse-state.ts';
import { F, OUTSIDE } from './word-features.ts';

const ROOT_FORM = -5;
const ROOT_TAG = 98;
const NO_TAG = 97;
const NO_LABEL = 96;

/** On which side of its head a child stands; by itself where the head is the root. */
export function sideOf(head: number, child: number): number {
  return head === ROOT ? 3 : head < child ? 1 : 2;
}

/**
 * Features by which the arc from `head` to `child` gets its label, when the child has all of its
 * own children. Each is told from the others by its order. Gives how many.
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
  const side = sideOf(head, child);
  const gap = Math.abs(head - child);
  const far = gap > 8 ? 6 : gap > 4 ? 5 : gap;
  const fc = c[F.lower] as number;
  const fh = head > 0 ? (h[F.lower] as number) : ROOT_FORM;
  const both = mix(mix(th, tc), side);
  const first = state.left[child] as number;
  const last = state.right[child] as number;
  const sister = head > 0 ? ((side === 1 ? state.right[head] : state.left[head]) as number) : NOTHING;
  const other = head > 0 ? ((side === 1 ? state.left[head] : state.right[head]) as number) : NOTHING;
  let total = 0;
  const add = (value: number) => {
    out[total] = mix(value, total + 1) & mask;
    total += 1;
  };
  add(both);
  add(mix(fc, side));
  add(mix(fh, side));
  add(mix(mix(fc, th), side));
  add(mix(mix(fh, tc), side));
  add(mix(fh, fc));
  add(mix(both, far));
  add(mix(c[F.suffix3] as number, both));
  add(mix(h[F.suffix3] as number, both));
  add(mix(both, tag(first)));
  add(mix(both, tag(last)));
  add(mix(mix(fc, tag(first)), side));
  add(mix(both, first > 0 ? ((words[first] as Int32Array)[F.lower] as number) : 0));
  add(mix(both, tag(child - 1)));
  add(mix(both, tag(child + 1)));
  add(mix(both, label(sister)));
  add(mix(both, label(other)));
  add(mix(mix(fh, label(sister)), tc));
  add(mix(both, mix(label(first), label(last))));
  add(mix(c[F.cluster300] as number, mix(th, side)));
  add(mix(h[F.cluster300] as number, mix(tc, side)));
  add(mix(c[F.cluster1000] as number, h[F.cluster1000] as number));
  add(mix(both, tag(head + (side === 2 ? -1 : 1))));
  add(mix(both, head > 0 ? mix(state.leftCount[head] as number, state.rightCount[head] as number) : 0));
  add(mix(mix(fc, label(first)), th));
  add(mix(c[F.suffix2] as number, mix(fh, side)));
  add(mix(both, mix(tag(head - 1), tag(head + 1))));
  add(mix(both, mix(tag(child - 1), tag(child + 1))));
  add(mix(mix(fh, label(other)), both));
  add(mix(mix(c[F.cluster300] as number, h[F.cluster300] as number), side));
  add(mix(mix(fc, label(last)), both));
  add(mix(both, mix(label(sister), label(first))));
  add(mix(c[F.cluster64] as number, both));
  add(mix(h[F.cluster64] as number, both));
  add(mix(fh, mix(tc, mix(label(first), side))));
  return total;
}
