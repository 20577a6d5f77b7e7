import { foldForm, wordsAt } from './fold-words.ts';
import small from './small-words.json' with { type: 'json' };

const TONGUES = Object.entries(small).map(
  ([tongue, words]) => [tongue, new Set(words.map(foldForm))] as const,
);

/**
 * Which language a line is most likely in, by its small words or its script; null where it is too
 * short to tell. Good enough to tell a translation from what it translates, and for no more.
 */
export function guessTongue(words: string): string | null {
  if (/\p{Script=Arabic}/u.test(words)) return 'ar';
  if (/\p{Script=Cyrillic}/u.test(words)) return 'ru';
  const counts = new Map<string, number>();
  for (const { word } of wordsAt(words))
    for (const [tongue, known] of TONGUES)
      if (known.has(word)) counts.set(tongue, (counts.get(tongue) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (/[ığş]/iu.test(words) && (counts.get('en') ?? 0) < 2) return 'tr';
  if (first === undefined || first[1] === (second?.[1] ?? 0)) return null;
  return first[0];
}
