/**
 * Index of the last item whose place is at most `limit`, or -1. `items` stand in order of
 * place. Logarithmic, so that a passage of any length stays quick to read.
 */
export function lastBy<T>(items: readonly T[], limit: number, placeOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && placeOf(item) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
