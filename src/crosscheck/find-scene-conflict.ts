import type { Finding } from '../statement/finding.ts';
import { capital, composeFinding, pictureRow, quotesOf, rankOfGap, step } from './compose.ts';
import type { Gathered, Outcome } from './family.ts';
import { formatInterval } from './format-number.ts';
import { sideIn } from './gather-sides.ts';
import { gapRatio, intervalsMeet, pointOf } from './interval.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import type { PileTies } from './pile-ties.ts';
import type { Side } from './side.ts';
import type { Tally } from './tally.ts';

/** Fewer than this many could be any group. */
const FEWEST = 4;

/**
 * One source says that a part of a group met something ("eighteen came, fifteen of them were
 * caught"); another says that as many as the whole group did ("all eighteen were caught"). The
 * shared number, event and a shared name or word show that it is one scene.
 */
export function findSceneConflict(index: PileIndex, gathered: Gathered): Outcome {
  const byEvent = groupBy(
    gathered.sides.filter((side) => side.event !== null && !side.subset),
    (side) => `${side.kind} ${side.event} ${pointOf(side.interval)}`,
  );
  const findings: Finding[] = [];
  for (const relation of index.relations) {
    if (relation.kind !== 'part') continue;
    const [whole, part] = relation.figures.map((id) => index.tallyOfFigure.get(id));
    if (whole === undefined || part === undefined || whole.passage.cells !== null) continue;
    if (part.figure.type !== 'count' || !isMoreThanOne(part)) continue;
    const side = sideIn(index, part);
    const all = pointOf(whole.interval);
    if (side === null || side.event === null || all === null || all < FEWEST) continue;
    if (intervalsMeet(part.interval, whole.interval) || sideIn(index, whole)?.event === side.event) continue;
    for (const rival of byEvent.get(`${side.kind} ${side.event} ${all}`) ?? [])
      if (isOneScene(rival, whole, part) && areTied(gathered.ties, rival, whole, part))
        findings.push(sceneFinding(index, rival, whole, part));
  }
  return { findings, holdings: [] };
}

function isOneScene(rival: Side, whole: Tally, part: Tally): boolean {
  if (rival.source === whole.source.id || rival.tally === null) return false;
  const shares = (a: ReadonlySet<string>, ...others: ReadonlySet<string>[]) =>
    [...a].some((word) => others.some((other) => other.has(word)));
  const around = [rival.tally.words, rival.tally.names, rival.tally.places];
  return around.some((words, at) => {
    const others = [whole, part].map(
      (tally) => [tally.words, tally.names, tally.places][at] ?? new Set<string>(),
    );
    return shares(words, ...others);
  });
}

/** "One of them" picks out and counts nothing. */
function isMoreThanOne({ interval }: Tally): boolean {
  return interval.max === null || interval.max > 1;
}

/** In a large pile many tell of a group of eighteen: rare words tie the two tellings. */
function areTied(ties: PileTies, rival: Side, whole: Tally, part: Tally): boolean {
  return ties.areTied(rival.words, new Set([...whole.words, ...part.words]));
}

function sceneFinding(index: PileIndex, rival: Side, whole: Tally, part: Tally): Finding {
  const tally = rival.tally;
  if (tally === null) throw new RangeError('a scene has words on both sides');
  const quotes = quotesOf([tally, whole, part]);
  const all = formatInterval(whole.interval);
  const some = formatInterval(part.interval);
  return composeFinding({
    kind: 'count-conflict',
    why: `${capital(rival.voice)} has it that all ${all} were. ${capital(part.voice)} says that it was ${some} of ${all}: “${index
      .wordsOf(part.source.id, part.quote)
      .replace(/\s+/gu, ' ')
      .replace(/[.;,]+$/u, '')}”.`,
    quotes,
    steps: [
      step(`${rival.voice}`, `= ${formatInterval(rival.interval)}`, 0),
      step(`${part.voice}: the whole group`, `= ${all}`, quotes.length - 1),
      step(`${part.voice}: of them`, `= ${some}`, quotes.length - 1),
    ],
    assumes: [{ label: 'same scene', text: `Both have a group of ${all} and the same event.`, guess: false }],
    rank: 0.35 + 0.6 * rankOfGap(1 + 2 * (gapRatio(rival.interval, part.interval) - 1)),
    picture: {
      type: 'intervals',
      unit: whole.kind ?? '',
      rows: [
        pictureRow('the whole group', whole.voice, whole.interval),
        pictureRow(part.voice, 'of them', part.interval),
        pictureRow(rival.voice, '', rival.interval, { alarm: true }),
      ],
    },
  });
}
