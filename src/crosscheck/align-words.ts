import type { WordAt } from './fold-words.ts';

/** Two runs of words laid side by side: pairs of indexes of words that are the same, in order. */
export interface Alignment {
  readonly pairs: readonly (readonly [number, number])[];
}

/** Longest common subsequence of two runs of words (at most some 100 words each). */
export function alignWords(
  a: readonly WordAt[],
  b: readonly WordAt[],
  same: (a: string, b: string) => boolean = (x, y) => x === y,
): Alignment {
  const width = b.length + 1;
  const best = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i * width + j] = same(a[i]?.word ?? '', b[j]?.word ?? '')
        ? (best[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  return { pairs: walkBack(best, width, a, b, same) };
}

function walkBack(
  best: Uint16Array,
  width: number,
  a: readonly WordAt[],
  b: readonly WordAt[],
  same: (a: string, b: string) => boolean,
): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const here = best[i * width + j] ?? 0;
    if (same(a[i]?.word ?? '', b[j]?.word ?? '') && here === (best[(i + 1) * width + j + 1] ?? 0) + 1) {
      pairs.push([i++, j++]);
    } else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}
