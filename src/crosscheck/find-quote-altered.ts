import type { Gathered, Outcome } from './family.ts';
import { joinTellings } from './join-tellings.ts';
import { type Altered, FEWEST_SHARED, layBeside } from './lay-beside.ts';
import { candidatesOf, postingsOf } from './line-candidates.ts';
import { type Likeness, likenessIn } from './line-likeness.ts';
import type { PileIndex } from './pile-index.ts';
import { type Line, linesOf } from './quoted-lines.ts';
import { alteredFinding } from './tell-altered.ts';

/** One quotation with other words in another source: "I will burn his barn" printed as "his children". */
export function findQuoteAltered(index: PileIndex, { ties }: Gathered): Outcome {
  const lines = linesOf(index);
  const postings = postingsOf(lines);
  const likeness = likenessIn(lines, ties.isLarge);
  const altered: Altered[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.of.quoted && line.words.length >= FEWEST_SHARED)
      altered.push(...alterationsOf(lines, postings, likeness, at));
  }
  return { findings: joinTellings(altered).map((group) => alteredFinding(index, group)), holdings: [] };
}

/** For each other source, how its nearest line differs; nothing where one of its lines is the same. */
function alterationsOf(
  lines: readonly Line[],
  postings: ReadonlyMap<string, readonly number[]>,
  isLikely: Likeness,
  at: number,
): Altered[] {
  const printed = lines[at];
  if (printed === undefined) return [];
  const nearest = new Map<string, { altered: Altered | null; shared: number }>();
  for (const candidate of candidatesOf(lines, postings, printed)) {
    const laid = layBeside(printed, candidate, isLikely);
    if (laid === null) continue;
    const known = nearest.get(candidate.of.source);
    const shared = laid.pairs - (laid.altered === null ? 0 : 0.5);
    if (known === undefined || shared > known.shared)
      nearest.set(candidate.of.source, { altered: laid.altered, shared });
  }
  return [...nearest.values()].map((entry) => entry.altered).filter((altered) => altered !== null);
}
