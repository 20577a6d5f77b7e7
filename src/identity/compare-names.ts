import { nameKey } from '../statement/name-key.ts';
import { LEGAL_FORMS } from './name-forms.ts';
import { heardWord, type NamePart, type NameShape, parseName, partsSoundAlike } from './parse-name.ts';
import weights from './score-weights.json' with { type: 'json' };
import { foldForSound, soundsOf } from './sound.ts';

/** How probable it is that two names are one bearer's, by the names alone. */
export interface NameMatch {
  /** 0..1, calibrated on labelled pairs. */
  readonly probability: number;
  /** Words for what speaks for it (`+ ...`) and against it (`- ...`). */
  readonly reasons: readonly string[];
}

/** How rare a part of a name is, 0..1; 1 where nothing is known. */
export type Rarity = (key: string) => number;

export type Features = Readonly<Record<keyof typeof weights, number>>;

/**
 * Compares two names part by part in the best alignment, weighted by length and rarity, and
 * scores what fits, what is left over on both sides, and what is only a typing error away.
 * Symmetric. `compareNames('Yûsif Hadad', 'يوسف حداد', 'person').probability` is over .9.
 */
export function compareNames(
  a: string,
  b: string,
  kind: 'person' | 'organization',
  rarity: Rarity = () => 1,
): NameMatch {
  const [one, other] = [parseName(a, kind), parseName(b, kind)];
  const pairs = align(one.parts, other.parts);
  const features = featuresOf(a, b, one, other, pairs, rarity);
  return { probability: probabilityOf(features), reasons: reasonsOf(one, other, pairs, features) };
}

/** The measured sides of a comparison, as the weights ask for them. */
export function nameFeatures(a: string, b: string, kind: 'person' | 'organization'): Features {
  const [one, other] = [parseName(a, kind), parseName(b, kind)];
  return featuresOf(a, b, one, other, align(one.parts, other.parts), () => 1);
}

function probabilityOf(features: Features): number {
  const sum = (Object.keys(weights) as (keyof typeof weights)[]).reduce(
    (total, name) => total + weights[name] * features[name],
    0,
  );
  return 1 / (1 + Math.exp(-sum));
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
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - editDistance(a.slice(0, 40), b.slice(0, 40)) / longest;
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
  rarity: Rarity,
): Features {
  const [wholeA, wholeB] = [weightOf(one, rarity), weightOf(other, rarity)];
  const fitA = pairs.reduce((sum, pair) => sum + partWeight(one.parts[pair.a], rarity) * pair.likeness, 0);
  const fitB = pairs.reduce((sum, pair) => sum + partWeight(other.parts[pair.b], rarity) * pair.likeness, 0);
  const [coverA, coverB] = [fitA / (wholeA || 1), fitB / (wholeB || 1)];
  const exact = pairs.filter((pair) => pair.likeness === 1).length;
  const fewest = Math.min(one.parts.length, other.parts.length) || 1;
  const left = Math.min(one.parts.length, other.parts.length) - pairs.length;
  return {
    bias: 1,
    covered: Math.max(coverA, coverB),
    longerCovered: Math.min(coverA, coverB),
    bothLeft: left / fewest,
    exact: exact / fewest,
    typos: pairs.filter((pair) => pair.likeness < 0.95 && pair.likeness > 0.7).length,
    weakest: pairs.length === 0 ? 1 : 1 - Math.min(...pairs.map((pair) => pair.likeness)),
    onePart: fewest === 1 ? 1 : 0,
    numbersDiffer: numbersOf(a) === numbersOf(b) ? 0 : 1,
    legalDiffer: legalForms(a) === legalForms(b) ? 0 : 1,
    reversed:
      pairs.length > 1 &&
      pairs.every((pair) =>
        pairs.every((next) => next === pair || next.a - pair.a > 0 !== next.b - pair.b > 0),
      )
        ? 1
        : 0,
  };
}

function partWeight(part: NamePart | undefined, rarity: Rarity): number {
  if (part === undefined) return 0;
  return (part.is === 'initial' ? 0.5 : Math.sqrt(Math.min(12, part.key.length))) * rarity(part.key);
}

function weightOf({ parts }: NameShape, rarity: Rarity): number {
  return parts.reduce((sum, part) => sum + partWeight(part, rarity), 0);
}

const ROMAN = /^(?:i{2,3}|iv|vi{0,3}|ix|xi{0,3})$/;

function numbersOf(name: string): string {
  return nameKey(name)
    .split(' ')
    .filter((word) => /\p{N}/u.test(word) || ROMAN.test(word))
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

function reasonsOf(one: NameShape, other: NameShape, pairs: readonly Pair[], features: Features): string[] {
  const reasons = pairs.map((pair) => {
    const [a, b] = [one.parts[pair.a]?.text ?? '', other.parts[pair.b]?.text ?? ''];
    if (pair.likeness === 1) return `+ the same part (${a})`;
    if (pair.likeness >= 0.95) return `+ the same sound (${a} ~ ${b})`;
    return pair.likeness === 0.7
      ? `+ an initial that fits (${a} ~ ${b})`
      : `+ a letter or two apart (${a} ~ ${b})`;
  });
  const left = (shape: NameShape, side: 'a' | 'b') =>
    shape.parts.filter((_, at) => !pairs.some((pair) => pair[side] === at)).map((part) => part.text);
  const [leftA, leftB] = [left(one, 'a'), left(other, 'b')];
  if (leftA.length > 0 && leftB.length > 0) reasons.push(`- ${leftA.join(' ')} is not ${leftB.join(' ')}`);
  if (features.numbersDiffer > 0) reasons.push('- other numbers');
  if (features.reversed > 0) reasons.push('- the parts stand in another order');
  return reasons;
}
