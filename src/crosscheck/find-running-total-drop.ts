import type { Finding } from '../statement/finding.ts';
import { composeFinding, pictureRow, quotesOf, rankOfGap, step } from './compose.ts';
import type { Outcome } from './family.ts';
import { wordsAt } from './fold-words.ts';
import { formatInterval, formatNumber } from './format-number.ts';
import { gapRatio, isBelow } from './interval.ts';
import { phraseAround } from './phrase-around.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { eventGroup } from './side.ts';
import { contentWords, type Tally } from './tally.ts';

const CORRECTED = /\b(?:correct|revis|amend|error|mistake|düzelt|revidier|corrig|rectif|تصحيح|исправ)/iu;
const LEVEL =
  /\b(?:level|gauge|tank|temperature|price|rate|stock|left|remain|depth|height|pressure|speed|seviye|fiyat|niveau|prix|nivel|precio)/iu;
const SAME_AGAIN =
  /\b(?:the same|that same|aynı|le même|la même|el mismo|la misma|o mesmo|a mesma)\s+(?:line|row|column|field|count|counter|total|tally|screen|figure|number|board|entry)\s+(?:now\s+)?(?:says|said|shows|showed|reads|read|has|had|stands|stood|is|was|gives|gave)\b/iu;
/** Words that make a count a running total and say nothing of what is counted. */
const RUNNING = new Set(
  'total number count figure tally so far altogether now already toplam simdiye kadar sayisi total numero nombre date since beginning year start'.split(
    ' ',
  ),
);
const ALIKE = 0.6;

/** A total that only grows, told again later by the same voice, and smaller. */
export function findRunningTotalDrop(index: PileIndex): Outcome {
  const findings: Finding[] = [];
  for (const tallies of groupBy(index.tallies, tellerOf).values())
    findings.push(...dropsOf(index, tallies.filter(canRun)));
  for (const tallies of groupBy(index.tallies, (tally) => tally.source.id).values())
    findings.push(...sameAgainDrops(index, tallies));
  return { findings, holdings: [] };
}

/** One paper's, one office's totals, over all that it gave out; a source that names nobody is its own. */
function tellerOf({ source }: Tally): string {
  const name = wordsAt(source.publisher ?? '')
    .map(({ word }) => word)
    .join(' ');
  return name === '' || source.date === null ? source.id : name;
}

function canRun({ figure, passage }: Tally): boolean {
  if (passage.cells !== null || figure.quantity.per !== null) return false;
  return figure.type === 'count' || figure.type === 'measure' || figure.type === 'money';
}

/** One chain of tellings of one total, in order of time. */
interface Chain {
  readonly skeleton: ReadonlySet<string>;
  readonly kind: string | null;
  readonly tallies: Tally[];
}

function dropsOf(index: PileIndex, tallies: readonly Tally[]): Finding[] {
  const chains: Chain[] = [];
  const known = new Map<string, Chain[]>();
  for (const tally of tallies) {
    if (!tally.figure.quantity.cumulative || tally.figure.increment || tally.figure.ofThem) continue;
    if (tally.kind === null && eventGroup(tally.event, null) === null) continue;
    const skeleton = skeletonOf(index, tally);
    if (LEVEL.test(phraseAround(index, tally))) continue;
    const key = tally.kind ?? '';
    const candidates = known.get(key) ?? [];
    const chain = candidates.find((other) => alike(other.skeleton, skeleton) && isOfOneVoice(other, tally));
    if (chain !== undefined) chain.tallies.push(tally);
    else {
      const started = { skeleton, kind: tally.kind, tallies: [tally] };
      chains.push(started);
      known.set(key, [...candidates, started]);
    }
  }
  return chains.map((chain) => dropIn(index, chain)).filter((finding) => finding !== null);
}

/** In one source words alone tell; two sources of one paper must have it from one voice. */
function isOfOneVoice({ tallies: [first] }: Chain, tally: Tally): boolean {
  return first === undefined || first.source.id === tally.source.id || first.voice === tally.voice;
}

function dropIn(index: PileIndex, chain: Chain): Finding | null {
  const inOrder = [...chain.tallies].sort(byTime);
  let highest: Tally | null = null;
  for (const tally of inOrder) {
    if (highest !== null && isBelow(tally.interval, highest.interval) && !sameMoment(highest, tally)) {
      if (!CORRECTED.test(index.wordsOf(tally.source.id, tally.passage.body)))
        return dropFinding(index, highest, tally);
    }
    if (highest === null || isBelow(highest.interval, tally.interval)) highest = tally;
  }
  return null;
}

function sameMoment(a: Tally, b: Tally): boolean {
  return a.passage.id === b.passage.id || (a.section?.id === b.section?.id && momentOf(a) === momentOf(b));
}

function momentOf(tally: Tally): string {
  const time = tally.passage.time ?? tally.section?.time ?? tally.time;
  return `${time?.from ?? tally.source.date ?? ''}T${time?.clock ?? ''}`;
}

function byTime(a: Tally, b: Tally): number {
  const first = momentOf(a);
  const second = momentOf(b);
  if (first !== second && first.length > 1 && second.length > 1) return first < second ? -1 : 1;
  return a.passage.index - b.passage.index || a.figure.span.start - b.figure.span.start;
}

/** The words of the clause around a figure that say what is counted. */
function skeletonOf(index: PileIndex, tally: Tally): Set<string> {
  const skeleton = new Set<string>();
  for (const word of contentWords(phraseAround(index, tally)))
    if (!RUNNING.has(word)) skeleton.add(stemOf(word));
  return skeleton;
}

function stemOf(word: string): string {
  return word.length > 5 ? word.slice(0, 5) : word;
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared >= ALIKE * Math.max(a.size, b.size);
}

/** "At ten the screen had 1,102. Now the same line says 1,031." */
function sameAgainDrops(index: PileIndex, tallies: readonly Tally[]): Finding[] {
  const findings: Finding[] = [];
  for (const later of tallies) {
    if (!canRun(later) && later.figure.type !== 'count') continue;
    const sentence = index.wordsOf(later.source.id, later.sentence);
    if (!SAME_AGAIN.test(sentence) || LEVEL.test(sentence) || CORRECTED.test(sentence)) continue;
    const earlier = tallies
      .filter((tally) => tally.passage.id === later.passage.id && tally.sentence.end <= later.sentence.start)
      .filter((tally) => tally.figure.type === 'count' && (tally.figure.value ?? 0) > 24)
      .at(-1);
    if (earlier === undefined || !isBelow(later.interval, earlier.interval)) continue;
    if (LEVEL.test(index.wordsOf(earlier.source.id, earlier.sentence))) continue;
    if (gapRatio(earlier.interval, later.interval) < 3) findings.push(dropFinding(index, earlier, later));
  }
  return findings;
}

function dropFinding(index: PileIndex, earlier: Tally, later: Tally): Finding {
  const quotes = quotesOf([earlier, later]);
  const when = [whenOf(index, earlier), whenOf(index, later)];
  const drop = (earlier.interval.min ?? 0) - (later.interval.max ?? 0);
  const apart = when[0] === when[1] ? ['first', 'later'] : when;
  return composeFinding({
    kind: 'running-total-drop',
    why: `${earlier.voice} has a running total of ${formatInterval(earlier.interval)} (${apart[0]}). Later the same total is ${formatInterval(later.interval)} (${apart[1]}): ${formatNumber(drop)} fewer.`,
    quotes,
    steps: [
      step(`total, ${apart[0]}`, `= ${formatInterval(earlier.interval)}`, 0),
      step(`the same total, ${apart[1]}`, `= ${formatInterval(later.interval)}`, quotes.length - 1),
      step(
        `${formatNumber(earlier.interval.min ?? 0)} − ${formatNumber(later.interval.max ?? 0)}`,
        `= ${formatNumber(drop)} fewer`,
      ),
    ],
    assumes: [
      { label: 'same total', text: 'Both are told in the same words by the same source.', guess: false },
      { label: 'only grows', text: 'A total of what has happened so far cannot shrink.', guess: false },
    ],
    rank: 0.3 + 0.65 * rankOfGap(1 + 3 * (gapRatio(earlier.interval, later.interval) - 1)),
    picture: {
      type: 'intervals',
      unit: earlier.kind ?? '',
      rows: [
        pictureRow(apart[0] ?? '', 'total', earlier.interval),
        pictureRow(apart[1] ?? '', 'total', later.interval, { alarm: true }),
      ],
    },
  });
}

function whenOf(index: PileIndex, tally: Tally): string {
  const time = tally.passage.time ?? tally.section?.time ?? tally.time;
  const title = tally.section?.title ?? index.sources.get(tally.source.id)?.title ?? null;
  if (time?.from === null || time === null || time === undefined) return title ?? 'first';
  return time.clock === null ? time.from : `${time.from}, ${time.clock}`;
}
