import { type Span, spanHolds } from '../statement/span.ts';

/** Those of a list sorted by start whose span lies in `outer`; the first is found by halving. */
export function spansWithin<T>(list: readonly T[], outer: Span, spanOf: (item: T) => Span): T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && spanOf(item).start < outer.start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let index = low; index < list.length; index++) {
    const item = list[index];
    if (item === undefined || spanOf(item).start >= outer.end) break;
    if (spanHolds(outer, spanOf(item))) found.push(item);
  }
  return found;
}
