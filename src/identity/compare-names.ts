import { nameKey } from '../statement/name-key.ts';
import { LEGAL_FORMS } from './name-forms.ts';
import { heardWord, type NamePart, type NameShape, parseName, partsSoundAlike } from './parse-name.ts';
import steps from './score-steps.json' with { type: 'json' };
import weights from './score-weights.json' with { type: 'json' };
import { foldForSound, soundsOf } from './sound.ts';

/** How probable it is that two names are one bearer's, by the names alone. */
export interface NameMatch {
  /** 0..1, calibrated on labelled pairs. */
  readonly probability: number;
  /** Words for what speaks for it (`+ ...`) and against it (`- ...`). */
  readonly reasons: readonly string[];
}

export type Features = Readonly<Record<keyof typeof weights, number>>;

/**
 * Compares two names part by part in the best alignment: how much of the longer one is covered,
 * how the whole sounds, and how unlike the parts are that neither side can pair. The score is
 * calibrated in steps on labelled pairs. Symmetric.
 * `compareNames('Yûsif Hadad', 'يوسف حداد', 'person').probability` is over .9.
 */
export function compareNames(a: string, b: string, kind: 'person' | 'organization'): NameMatch {
  const [one, other] = [parseName(a, kind), parseName(b, kind)];
  const pairs = align(one.parts, other.parts);
  const features = featuresOf(a, b, one, other, pairs);
  return { probability: probabilityOf(features), reasons: reasonsOf(one, other, pairs) };
}

/** The measured sides of a comparison, as the weights ask for them. */
export function nameFeatures(a: string, b: string, kind: 'person' | 'organization'): Features {
  const [one, other] = [parseName(a, kind), parseName(b, kind)];
  return featuresOf(a, b, one, other, align(one.parts, other.parts));
}

function probabilityOf(features: Features): number {
  const sum = (Object.keys(weights) as (keyof typeof weights)[]).reduce(
    (total, name) => total + weights[name] * features[name],
    0,
  );
  const score = 1 / (1 + Math.exp(-sum));
  return steps.find(([to = 1]) => score <= to)?.[1] ?? steps.at(-1)?.[1] ?? score;
}

/** Two aligned parts and how alike they are, 0..1. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/** Parts below this likeness are not held to be the same part. */
const LEAST_LIKENESS = 0.6;

/** The best pairs first; each part in one pair. Names have few parts, so all pairs are looked at. */
function align(a: readonly NamePart[], b: readonly NamePart[]): Pair[] {
  const all: Pair[] = [];
  for (const [at, part] of a.entries())
    for (const [index, other] of b.entries())
      all.push({ a: at, b: index, likeness: likenessOf(part, other) });
  const pairs: Pair[] = [];
  const distance = (pair: Pair) => Math.abs(pair.a - pair.b);
  for (const pair of all.sort((x, y) => y.likeness - x.likeness || distance(x) - distance(y) || x.a - y.a)) {
    if (pair.likeness < LEAST_LIKENESS) break;
    if (!pairs.some((taken) => taken.a === pair.a || taken.b === pair.b)) pairs.push(pair);
  }
  return pairs;
}

function likenessOf(a: NamePart, b: NamePart): number {
  if (a.key === b.key) return 1;
  if (a.is === 'number' || b.is === 'number') return 0;
  if (a.is === 'initial' || b.is === 'initial') {
    const [short, long] = a.is === 'initial' ? [a, b] : [b, a];
    return long.key.startsWith(short.key) ? 0.7 : 0;
  }
  if (partsSoundAlike(a, b)) return 0.95;
  return wordLikeness(soundSpelling(heardWord(a)), soundSpelling(heardWord(b)));
}

/** Latin letters for any script: the word where it is Latin or Cyrillic, else its likeliest skeleton. */
function soundSpelling(word: string): string {
  return /\p{Script=Arabic}/u.test(word) ? (soundsOf(word)[0]?.skeleton ?? '') : foldForSound(word);
}

/** One less the share of letters to change, with swapped neighbours counted once (Damerau 1964). */
export function wordLikeness(a: string, b: string): number {
  const [one, other] = [a.slice(0, 40), b.slice(0, 40)];
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 0 : 1 - editDistance(one, other) / longest;
}

function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

function featuresOf(
  a: string,
  b: string,
  one: NameShape,
  other: NameShape,
  pairs: readonly Pair[],
): Features {
  const fewest = Math.min(one.parts.length, other.parts.length) || 1;
  return {
    bias: 1,
    longerCovered: Math.min(
      covered(one, pairs, (pair) => pair.a),
      covered(other, pairs, (pair) => pair.b),
    ),
    unlike: unlikeness(one.parts, other.parts, pairs),
    whole: wordLikeness(spokenWhole(one), spokenWhole(other)),
    sounds: pairs.filter((pair) => pair.likeness === 0.95).length / fewest,
    onePart: fewest === 1 ? 1 : 0,
    legalDiffer: legalForms(a) === legalForms(b) ? 0 : 1,
    reversed: areReversed(pairs) ? 1 : 0,
  };
}

/** How much of a name found its partner, by weight and likeness, 0..1. */
function covered({ parts }: NameShape, pairs: readonly Pair[], side: (pair: Pair) => number): number {
  const whole = parts.reduce((sum, part) => sum + weightOf(part), 0);
  const fit = pairs.reduce((sum, pair) => sum + weightOf(parts[side(pair)]) * pair.likeness, 0);
  return fit / (whole || 1);
}

function areReversed(pairs: readonly Pair[]): boolean {
  return (
    pairs.length > 1 &&
    pairs.every((pair) => pairs.every((next) => next === pair || next.a - pair.a > 0 !== next.b - pair.b > 0))
  );
}

/** How unlike the parts are that found no partner on either side, in the best pairing of them: 0 where one side has none left. */
function unlikeness(a: readonly NamePart[], b: readonly NamePart[], pairs: readonly Pair[]): number {
  const [restA, restB] = [
    a.filter((_, at) => !pairs.some((pair) => pair.a === at)),
    b.filter((_, at) => !pairs.some((pair) => pair.b === at)),
  ];
  if (restA.length === 0 || restB.length === 0) return 0;
  const best = Math.max(...restA.flatMap((part) => restB.map((other) => likenessOf(part, other))));
  return 1 - best;
}

/** The whole name as it is heard, in one word, its parts in the order of the alphabet. */
function spokenWhole({ parts }: NameShape): string {
  return parts
    .map((part) => soundSpelling(heardWord(part)))
    .sort()
    .join('');
}

function weightOf(part: NamePart | undefined): number {
  if (part === undefined) return 0;
  return part.is === 'initial' ? 0.5 : Math.sqrt(Math.min(12, part.key.length));
}

const ROMAN = /^(?:i{2,3}|iv|vi{0,3}|ix|xi{0,3})$/;

/** Its digits and Roman numbers, in no order. */
function numbersOf({ parts }: NameShape): string {
  return parts
    .filter(({ key }) => /\p{N}/u.test(key) || ROMAN.test(key))
    .map(({ key }) => key)
    .sort()
    .join(' ');
}

function legalForms(name: string): string {
  return nameKey(name)
    .split(' ')
    .filter((word) => word.length > 1 && LEGAL_FORMS.has(word))
    .sort()
    .join(' ');
}

function reasonsOf(one: NameShape, other: NameShape, pairs: readonly Pair[]): string[] {
  const reasons = pairs.map((pair) => {
    const [left, right] = [one.parts[pair.a]?.text ?? '', other.parts[pair.b]?.text ?? ''];
    if (pair.likeness === 1) return `+ the same part (${left})`;
    if (pair.likeness >= 0.95) return `+ the same sound (${left} ~ ${right})`;
    return pair.likeness === 0.7
      ? `+ an initial that fits (${left} ~ ${right})`
      : `+ a letter or two apart (${left} ~ ${right})`;
  });
  const left = (shape: NameShape, side: 'a' | 'b') =>
    shape.parts.filter((_, at) => !pairs.some((pair) => pair[side] === at)).map((part) => part.text);
  const [leftA, leftB] = [left(one, 'a'), left(other, 'b')];
  if (leftA.length > 0 && leftB.length > 0) reasons.push(`- ${leftA.join(' ')} is not ${leftB.join(' ')}`);
  if (numbersOf(one) !== numbersOf(other)) reasons.push('- other numbers');
  if (areReversed(pairs)) reasons.push('- the parts stand in another order');
  return reasons;
}
