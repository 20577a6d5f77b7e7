/**
 * How well names are told to be one bearer's, on two public sets, beside Jaro-Winkler and
 * double metaphone in the same run. Run by hand: `node bench/identity.ts [--fit]`; `--fit`
 * prints weights and calibration fitted on all pairs. Figures for pairs are of five folds, each scored by
 * weights and thresholds that were chosen on the other four.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { doubleMetaphone } from 'double-metaphone';
import { compareNames, type Features, nameFeatures } from '../src/identity/compare-names.ts';
import { blocksOfName } from '../src/identity/name-blocks.ts';
import { parseName } from '../src/identity/parse-name.ts';
import { resolveNames } from '../src/identity/resolve-names.ts';
import weights from '../src/identity/score-weights.json' with { type: 'json' };
import { foldForSound, soundsOf } from '../src/identity/sound.ts';
import { nameKey } from '../src/statement/name-key.ts';

const DATA = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const NAMES = Object.keys(weights) as (keyof Features)[];

interface Labelled {
  readonly person: boolean;
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly fold: number;
  readonly features: Features;
}

// ---------- pairs ----------

function readPairs(): Labelled[] {
  const rows: Record<string, string>[] = parse(readFileSync(`${DATA}opensanctions-names/name-pairs.csv`), {
    columns: true,
  });
  return rows.map((row, at) => {
    const [a, b, schema] = [row.name1 ?? '', row.name2 ?? '', row.schema];
    const person = schema === 'Person';
    const features = nameFeatures(a, b, person ? 'person' : 'organization');
    return { person, a, b, same: row.is_match === 'true', fold: at % 5, features };
  });
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function dot(model: readonly number[], features: Features): number {
  return NAMES.reduce((sum, name, at) => sum + (model[at] ?? 0) * features[name], 0);
}

/** What can only speak for one bearer, and what only against: a weight of the other sign is chance. */
const FOR = new Set<keyof Features | undefined>(['longerCovered', 'whole', 'sounds']);
const AGAINST = new Set<keyof Features | undefined>(['unlike', 'legalDiffer']);

function withSign(name: keyof Features | undefined, weight: number): number {
  return FOR.has(name) ? Math.max(0, weight) : AGAINST.has(name) ? Math.min(0, weight) : weight;
}

/** Logistic regression by plain gradient descent with a little shrinkage. */
function fitModel(pairs: readonly Labelled[]): number[] {
  let model = NAMES.map(() => 0);
  for (let round = 0; round < 4000; round += 1) {
    const slope = NAMES.map(() => 0);
    for (const { features, same } of pairs) {
      const miss = sigmoid(dot(model, features)) - (same ? 1 : 0);
      NAMES.forEach((name, at) => {
        slope[at] = (slope[at] ?? 0) + miss * features[name];
      });
    }
    model = model.map((weight, at) =>
      withSign(NAMES[at], weight - 1.2 * ((slope[at] ?? 0) / pairs.length + 0.0005 * weight)),
    );
  }
  return model;
}

/** A step of a calibration: scores up to `to` come true as often as `probability`. */
type Step = readonly [to: number, probability: number];

/** Pairs that a step of the calibration rests on, at least. */
const LEAST_PAIRS = 60;

/** Isotonic regression by pooling adjacent violators (Ayer et al. 1955), steps of few pairs pooled too. */
function fitSteps(scored: readonly { readonly score: number; readonly same: boolean }[]): Step[] {
  const pools: { to: number; n: number; hits: number }[] = [];
  const poolLast = () => {
    const [above, below] = [pools.pop(), pools.pop()];
    if (above !== undefined && below !== undefined)
      pools.push({ to: above.to, n: above.n + below.n, hits: above.hits + below.hits });
  };
  const rate = (at: number) => {
    const pool = pools.at(at);
    return pool === undefined ? -1 : pool.hits / pool.n;
  };
  for (const { score, same } of [...scored].sort((a, b) => a.score - b.score)) {
    const last = pools.at(-1);
    if (last !== undefined && (last.n < LEAST_PAIRS || last.to === score)) {
      pools[pools.length - 1] = { to: score, n: last.n + 1, hits: last.hits + (same ? 1 : 0) };
    } else pools.push({ to: score, n: 1, hits: same ? 1 : 0 });
    while (pools.length > 1 && (pools.at(-1)?.n ?? 0) >= LEAST_PAIRS && rate(-2) > rate(-1)) poolLast();
  }
  if (pools.length > 1 && ((pools.at(-1)?.n ?? 0) < LEAST_PAIRS || rate(-2) > rate(-1))) poolLast();
  // One in each direction is added (Laplace), so that nothing is certain.
  return pools.map(({ to, n, hits }) => [to, (hits + 1) / (n + 2)] as const);
}

function calibrate(steps: readonly Step[], score: number): number {
  return (steps.find(([to]) => score <= to) ?? steps.at(-1))?.[1] ?? score;
}

/** Scores of pairs by models that have not seen them, for a calibration to be fitted on. */
function unseenScores(pairs: readonly Labelled[]): { score: number; same: boolean }[] {
  return [0, 1, 2, 3, 4].flatMap((part) => {
    const model = fitModel(pairs.filter((_, at) => at % 5 !== part));
    return pairs
      .filter((_, at) => at % 5 === part)
      .map(({ features, same }) => ({ score: sigmoid(dot(model, features)), same }));
  });
}

interface Tally {
  hits: number;
  alarms: number;
  misses: number;
}

function f1({ hits, alarms, misses }: Tally): string {
  const [p, r] = [hits / (hits + alarms || 1), hits / (hits + misses || 1)];
  return `P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${((2 * p * r) / (p + r || 1)).toFixed(3)}`;
}

function tally(pairs: readonly Labelled[], says: (pair: Labelled) => boolean): Tally {
  const counts = { hits: 0, alarms: 0, misses: 0 };
  for (const pair of pairs) {
    const said = says(pair);
    if (said && pair.same) counts.hits += 1;
    else if (said) counts.alarms += 1;
    else if (pair.same) counts.misses += 1;
  }
  return counts;
}

function bestThreshold(pairs: readonly Labelled[], score: (pair: Labelled) => number): number {
  let best = 0.5;
  let most = -1;
  for (let threshold = 0.2; threshold < 1; threshold += 0.01) {
    const { hits, alarms, misses } = tally(pairs, (pair) => score(pair) >= threshold);
    const f = (2 * hits) / (2 * hits + alarms + misses || 1);
    if (f > most) [best, most] = [threshold, f];
  }
  return best;
}

/** Pools five folds; `train` gives the scorer for the pairs that it is not given. */
function inFolds(
  pairs: readonly Labelled[],
  train: (rest: readonly Labelled[]) => (pair: Labelled) => number,
) {
  const scored = new Map<Labelled, { score: number; said: boolean }>();
  for (let fold = 0; fold < 5; fold += 1) {
    const rest = pairs.filter((pair) => pair.fold !== fold);
    const score = train(rest);
    const threshold = bestThreshold(rest, score);
    for (const pair of pairs)
      if (pair.fold === fold) scored.set(pair, { score: score(pair), said: score(pair) >= threshold });
  }
  return scored;
}

function report(
  name: string,
  pairs: readonly Labelled[],
  scored: ReadonlyMap<Labelled, { score: number; said: boolean }>,
): void {
  const says = (pair: Labelled) => scored.get(pair)?.said ?? false;
  const persons = pairs.filter((pair) => pair.person);
  console.log(`  ${name.padEnd(18)} all ${f1(tally(pairs, says))} | persons ${f1(tally(persons, says))}`);
}

/** Mean gap between what was foretold and what came true, over ten bins. */
function calibrationError(scored: ReadonlyMap<Labelled, { score: number }>): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, foretold: 0, true: 0 }));
  for (const [pair, { score }] of scored) {
    const bin = bins[Math.min(9, Math.floor(score * 10))];
    if (bin === undefined) continue;
    bin.n += 1;
    bin.foretold += score;
    bin.true += pair.same ? 1 : 0;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.foretold - bin.true), 0) / scored.size;
}

// ---------- rivals ----------

/** Jaro-Winkler (Winkler 1990), prefix scale 0.1. */
function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const common: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j += 1) {
      if (taken.has(j) || a[i] !== b[j]) continue;
      taken.add(j);
      common.push(a[i] ?? '');
      break;
    }
  }
  const m = common.length;
  if (m === 0) return 0;
  const other = [...taken].sort((x, y) => x - y).map((j) => b[j]);
  const swaps = common.filter((letter, at) => letter !== other[at]).length / 2;
  const jaro = (m / a.length + m / b.length + (m - swaps) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Share of words with a common double metaphone code, of the longer name. */
function metaphone(a: string, b: string): number {
  const codes = (name: string) =>
    nameKey(name)
      .split(' ')
      .map((word) => new Set(doubleMetaphone(word)));
  const [one, other] = [codes(a), codes(b)];
  const hits = one.filter((code) =>
    other.some((rival) => [...code].some((sound) => sound !== '' && rival.has(sound))),
  ).length;
  return hits / Math.max(one.length, other.length, 1);
}

// ---------- blocks ----------

/** How many of the pairs that are one, and that the score takes for one, meet in a block of some part's sound. */
function tellBlocks(pairs: readonly Labelled[]): void {
  const blocks = (name: string, person: boolean) =>
    blocksOfName(parseName(name, person ? 'person' : 'organization'));
  const told = pairs.filter(
    ({ a, b, same, person }) =>
      same && compareNames(a, b, person ? 'person' : 'organization').probability >= 0.5,
  );
  const kept = told.filter(({ a, b, person }) => {
    const [one, other] = [blocks(a, person), blocks(b, person)];
    return [...one].some((block) => other.has(block));
  });
  console.log(`  kept by blocks ${kept.length} of ${told.length} pairs that are one and score .5 or more`);
  for (const { a, b } of told.filter((pair) => !kept.includes(pair))) console.log(`    lost: ${a} | ${b}`);
}

// ---------- ranking across scripts ----------

/** Each of 500 Arabic words, its Latin form to be found among those of all 1,431 pairs. */
function rankAcrossScripts(): void {
  const lines = readFileSync(`${DATA}arabic-latin-names/google-eval.txt`, 'utf8').trim().split('\n');
  const pairs = lines.map((line) => line.split('\t') as [string, string]);
  const latin = [...new Set(pairs.map(([, word]) => word))];
  const sample = pairs.filter((_, at) => at % 3 === 0).slice(0, 500);
  const skeleton = (word: string) => soundsOf(word)[0]?.skeleton ?? '';
  const rivals: [string, (arabic: string) => (word: string) => number][] = [
    ['sound', (arabic) => soundScore(arabic)],
    ['Jaro-Winkler', (arabic) => (word) => jaroWinkler(romanise(arabic), foldForSound(word))],
    ['double metaphone', (arabic) => (word) => metaphone(romanise(arabic), word)],
    ['skeleton only', (arabic) => (word) => (skeleton(arabic) === skeleton(word) ? 1 : 0)],
  ];
  for (const [name, scorer] of rivals) {
    let sum = 0;
    let first = 0;
    for (const [arabic, right] of sample) {
      const score = scorer(arabic);
      const own = score(right);
      // Ties count against: the mean place among equals.
      let better = 0;
      let equal = 0;
      for (const word of latin) {
        const rival = score(word);
        if (rival > own) better += 1;
        else if (rival === own && word !== right) equal += 1;
      }
      const place = 1 + better + equal / 2;
      sum += 1 / place;
      if (place < 1.5) first += 1;
    }
    console.log(
      `  ${name.padEnd(18)} MRR ${(sum / sample.length).toFixed(3)}  first ${((100 * first) / sample.length).toFixed(0)} %`,
    );
  }
}

/** A plain romanisation letter by letter, so that the rivals have Latin letters to look at. */
const ROMAN = new Map(
  [...'ابتثجحخدذرزسشصضطظعغفقكلمنهويةىآأإ'].map((letter, at) => [
    letter,
    'a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a a a i'.split(' ')[at] ?? '',
  ]),
);
function romanise(arabic: string): string {
  return [...arabic].map((letter) => ROMAN.get(letter) ?? '').join('');
}

/** Best likeness of two words over their sounds: consonants by edit distance, vowels that meet. */
function soundScore(arabic: string): (word: string) => number {
  const heard = soundsOf(arabic);
  return (word) => {
    let best = 0;
    for (const one of heard) {
      for (const other of soundsOf(word)) {
        const likeness = jaroWinkler(one.skeleton, other.skeleton);
        const meets = one.vowels.filter(
          (slot, at) => slot === '' || [...slot].some((vowel) => (other.vowels[at] ?? '').includes(vowel)),
        ).length;
        best = Math.max(best, likeness + 0.2 * (meets / one.vowels.length));
      }
    }
    return best;
  };
}

// ---------- scale ----------

function timeMentions(count: number): void {
  const syllables = 'ka mir sal dan ro vel tas bu nor il ham ed yus ari zo lem gur osh pet vik'.split(' ');
  const word = (seed: number) => {
    const text = [0, 1, 2].map((at) => syllables[Math.floor(seed / 20 ** at) % 20] ?? '').join('');
    return text.slice(0, 1).toUpperCase() + text.slice(1);
  };
  const mentions = Array.from({ length: count }, (_, at) => ({
    ...{
      id: `men_${at}`,
      source: `src_${at % 5000}`,
      passage: '',
      span: { start: at, end: at + 9 },
      kind: 'person' as const,
    },
    name: at % 4 === 0 ? word(at * 7) : `${word(at * 7)} ${word(Math.floor(at / 10) * 13 + 5)}`,
    title: null,
  }));
  const start = process.cpuUsage();
  const { identities } = resolveNames(mentions, { sections: [], textOf: () => '', passagesOf: () => [] });
  const { user, system } = process.cpuUsage(start);
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `  ${count} mentions -> ${identities.length} identities in ${((user + system) / 1e6).toFixed(1)} s of CPU time, peak memory ${peak.toFixed(0)} MiB`,
  );
}

const pairs = readPairs();
if (process.argv.includes('--fit')) {
  const model = fitModel(pairs);
  const short = (value: number) => Math.round(value * 1000) / 1000;
  const fitted = Object.fromEntries(NAMES.map((name, at) => [name, short(model[at] ?? 0)]));
  const steps = fitSteps(unseenScores(pairs)).map((step) => step.map(short));
  console.log(JSON.stringify({ weights: fitted, steps }));
} else {
  console.log(`same bearer or not, ${pairs.length} labelled pairs, five folds`);
  const own = inFolds(pairs, (rest) => {
    const model = fitModel(rest);
    return (pair) => sigmoid(dot(model, pair.features));
  });
  report('hearsay', pairs, own);
  report(
    'Jaro-Winkler',
    pairs,
    inFolds(pairs, () => (pair) => jaroWinkler(nameKey(pair.a), nameKey(pair.b))),
  );
  report(
    'double metaphone',
    pairs,
    inFolds(pairs, () => (pair) => metaphone(pair.a, pair.b)),
  );
  const calibrated = inFolds(pairs, (rest) => {
    const [model, steps] = [fitModel(rest), fitSteps(unseenScores(rest))];
    return (pair) => calibrate(steps, sigmoid(dot(model, pair.features)));
  });
  console.log(
    `  calibration error ${calibrationError(calibrated).toFixed(3)} (${calibrationError(own).toFixed(3)} before steps)`,
  );
  tellBlocks(pairs);
  console.log('Latin form of an Arabic name among 1,431');
  if (!process.argv.includes('--pairs')) rankAcrossScripts();
  console.log('scale');
  if (!process.argv.includes('--pairs')) for (const count of [200_000, 1_000_000]) timeMentions(count);
}
