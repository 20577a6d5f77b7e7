import type { Finding } from '../statement/finding.ts';
import type { Passage } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import { composeFinding, step } from './compose.ts';
import type { Outcome } from './family.ts';
import { type WordAt, wordsAt } from './fold-words.ts';
import { formatNumber } from './format-number.ts';
import type { PileIndex } from './pile-index.ts';
import { groupBy } from './pile-index.ts';
import { rememberRecent } from './recent.ts';
import { SHINGLE_WORDS, shinglesOf, sketchOf } from './shingles.ts';

/** One shingle in this many is kept for finding candidates. */
const SKETCH_EVERY = 3;
/** A shingle that stands in more texts than this is a formula and tells nothing. */
const FORMULA_TEXTS = 12;
const FEWEST_WORDS = 40;
/** Of the shorter text's shingles, this share must stand in the other. */
const SHARED = 0.5;
/** A quote longer than this (in UTF-16 code units) is cut to the longest common run. */
const LONGEST_QUOTE = 4000;

/** A text to compare: the prose of one source, or of one part of it. */
interface Prose {
  readonly source: string;
  readonly name: string;
  readonly passages: readonly Passage[];
  /** What is kept of its shingles to find others like it, as whole numbers of 32 bits. */
  readonly sketch: Int32Array;
}

/** A text with its words, to be laid beside another: worked out only for those that look alike. */
interface Laid extends Prose {
  readonly words: readonly WordAt[];
  readonly shingles: readonly number[];
}

/** Texts with their words that are kept at hand while their likes are laid beside them. */
const AT_HAND = 50;

/** Texts that are copies of one another, more or less: most of the shorter stands in the other word for word. */
export function findNearDuplicate(index: PileIndex): Outcome {
  const layOut = rememberRecent(AT_HAND, (prose: Prose) => laidOut(index, prose));
  const findings: Finding[] = [];
  const reported = new Set<string>();
  for (const [first, second] of candidatePairs(proseOf(index))) {
    const finding = comparePair(index, layOut(first), layOut(second));
    const key = [first.source, second.source].sort().join();
    if (finding === null || reported.has(key)) continue;
    reported.add(key);
    findings.push(finding);
  }
  return { findings, holdings: [] };
}

function proseOf(index: PileIndex): Prose[] {
  const proses: Prose[] = [];
  for (const source of index.pile.sources) {
    const text = index.textOf(source.id);
    const bySection = groupBy(index.pile.passagesOf(source.id), (passage) => passage.section);
    for (const all of bySection.values()) {
      const passages = all.filter(isProse);
      const words = passages.flatMap((passage) => bodyWords(text, passage));
      if (words.length < FEWEST_WORDS) continue;
      const name = source.publisher ?? source.title ?? source.file;
      const sketch = Int32Array.from(sketchOf(shinglesOf(words), SKETCH_EVERY));
      proses.push({ source: source.id, name, passages, sketch });
    }
  }
  return proses;
}

function laidOut(index: PileIndex, prose: Prose): Laid {
  const text = index.textOf(prose.source);
  const words = prose.passages.flatMap((passage) => bodyWords(text, passage));
  return { ...prose, words, shingles: shinglesOf(words) };
}

function isProse(passage: Passage): boolean {
  return passage.cells === null && passage.kind !== 'boilerplate' && passage.kind !== 'header';
}

function bodyWords(text: string, passage: Passage): WordAt[] {
  return wordsAt(text.slice(passage.body.start, passage.body.end), passage.body.start);
}

/** Pairs of texts of different sources that share enough of their sketches. */
function* candidatePairs(proses: readonly Prose[]): Iterable<[Prose, Prose]> {
  const shared = repeatedIn(proses);
  const holders = new Map<number, number[]>();
  for (const [at, { sketch }] of proses.entries())
    for (const shingle of sketch) {
      if (!shared.has(shingle)) continue;
      const known = holders.get(shingle);
      if (known === undefined) holders.set(shingle, [at]);
      else known.push(at);
    }
  for (const [at, first] of proses.entries()) {
    for (const [other, count] of countShared(first.sketch, holders, at)) {
      const second = proses[other];
      if (second === undefined || second.source === first.source) continue;
      const smaller = Math.min(first.sketch.length, second.sketch.length);
      if (count >= 3 && count >= smaller * SHARED * 0.6) yield [first, second];
    }
  }
}

/** Shingles of more than one text: most are of one alone, and nothing is kept of those. */
function repeatedIn(proses: readonly Prose[]): Set<number> {
  const once = new Set<number>();
  const twice = new Set<number>();
  for (const { sketch } of proses)
    for (const shingle of sketch) {
      if (once.has(shingle)) twice.add(shingle);
      else once.add(shingle);
    }
  return twice;
}

function countShared(
  sketch: Int32Array,
  holders: ReadonlyMap<number, readonly number[]>,
  at: number,
): [number, number][] {
  const counts = new Map<number, number>();
  for (const shingle of sketch) {
    const known = holders.get(shingle) ?? [];
    if (known.length > FORMULA_TEXTS) continue;
    for (const other of known) if (other > at) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => a[0] - b[0]);
}

function comparePair(index: PileIndex, first: Laid, second: Laid): Finding | null {
  const runs = commonRuns(first, second);
  const shared = runs.reduce((sum, run) => sum + run.words, 0);
  const shorter = Math.min(first.words.length, second.words.length);
  const longest = [...runs].sort((a, b) => b.words - a.words)[0];
  if (longest === undefined || shared < FEWEST_WORDS * 0.75 || shared < shorter * SHARED) return null;
  const share = Math.round((100 * shared) / shorter);
  const spans = quoteSpans(runs, longest);
  return composeFinding({
    kind: 'near-duplicate',
    why: `${first.name} and ${second.name} have ${formatNumber(shared)} words in common, word for word: ${share} per cent of the shorter text. One is a copy of the other, or both are copies of a third.`,
    quotes: [
      { source: first.source, span: spans.first, statement: null, marks: [] },
      { source: second.source, span: spans.second, statement: null, marks: [] },
    ],
    steps: [
      step(`words of the shorter text`, `= ${formatNumber(shorter)}`),
      step(
        `words of it that stand in the other in runs of ${SHINGLE_WORDS} or more`,
        `= ${formatNumber(shared)}`,
      ),
      step(`longest run: “${beginning(index, first.source, longest.first)}”`, `= ${longest.words} words`, 0),
    ],
    rank: 0.35 + 0.4 * Math.min(1, shared / shorter),
  });
}

interface Run {
  readonly first: Span;
  readonly second: Span;
  readonly words: number;
}

/** Runs of words that stand in both, longest first match at each word of the first; linear by way of the shingles. */
function commonRuns(first: Laid, second: Laid): Run[] {
  const places = new Map<number, number>();
  for (const [at, shingle] of second.shingles.entries()) if (!places.has(shingle)) places.set(shingle, at);
  const runs: Run[] = [];
  for (let at = 0; at < first.shingles.length; ) {
    const there = places.get(first.shingles[at] ?? -1);
    const words = there === undefined ? 0 : runLength(first.words, second.words, at, there);
    if (there === undefined || words < SHINGLE_WORDS) {
      at++;
      continue;
    }
    runs.push({
      first: wordSpan(first.words, at, words),
      second: wordSpan(second.words, there, words),
      words,
    });
    at += words;
  }
  return runs;
}

function runLength(a: readonly WordAt[], b: readonly WordAt[], fromA: number, fromB: number): number {
  let words = 0;
  while (a[fromA + words] !== undefined && a[fromA + words]?.word === b[fromB + words]?.word) words++;
  return words;
}

function wordSpan(words: readonly WordAt[], from: number, count: number): Span {
  return { start: words[from]?.start ?? 0, end: words[from + count - 1]?.end ?? 0 };
}

/** From the first common run to the last where that is not too long, else the longest run. */
function quoteSpans(runs: readonly Run[], longest: Run): { first: Span; second: Span } {
  const over = (side: 'first' | 'second'): Span => {
    const spans = runs.map((run) => run[side]);
    const whole = {
      start: Math.min(...spans.map((span) => span.start)),
      end: Math.max(...spans.map((span) => span.end)),
    };
    return whole.end - whole.start > LONGEST_QUOTE ? longest[side] : whole;
  };
  return { first: over('first'), second: over('second') };
}

function beginning(index: PileIndex, source: string, span: Span): string {
  const words = index.wordsOf(source, span).replace(/\s+/gu, ' ');
  return words.length > 80 ? `${words.slice(0, 80)}…` : words;
}
