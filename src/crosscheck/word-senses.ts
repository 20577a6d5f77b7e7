import { foldForm, type WordAt } from './fold-words.ts';
import stopWords from './stop-words.json' with { type: 'json' };
import telling from './telling-words.json' with { type: 'json' };

const STOP = new Set(stopWords);
const NEGATIONS = new Set(telling.negation.map(foldForm));
const NUMBERS = new Set(telling.numbers.map(foldForm));

/** Whether a folded word says something by itself. */
export function isContent(word: string): boolean {
  return word.length > 1 && !STOP.has(word);
}

/** Whether its being there or not changes what a sentence says. */
export function isTelling(word: WordAt): boolean {
  return isContent(word.word) || turnsMeaning(word);
}

/** A negation or a number. */
export function turnsMeaning({ word }: WordAt): boolean {
  return NEGATIONS.has(word) || NUMBERS.has(word) || /^\p{Nd}/u.test(word) || /n't$/u.test(word);
}

const CONTRACTIONS: Readonly<Record<string, string>> = {
  "n't": 'not',
  "'ll": 'will',
  "'re": 'are',
  "'ve": 'have',
  "'m": 'am',
  "'s": 'is',
  "'d": 'would',
};

/** Two forms of one word: `count` and `counted`, `I'll` and `I`, `don't` and `not`. */
export function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  for (const [ending, full] of Object.entries(CONTRACTIONS)) {
    const [short, other] = a.endsWith(ending) ? [a, b] : [b, a];
    if (short.endsWith(ending) && (other === full || other === short.slice(0, -ending.length))) return true;
  }
  if (NUMBERS.has(a) || NUMBERS.has(b) || /^\p{Nd}/u.test(a)) return false;
  const length = commonPrefix(a, b);
  return length >= 3 && length >= Math.max(a.length, b.length) * 0.6;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
