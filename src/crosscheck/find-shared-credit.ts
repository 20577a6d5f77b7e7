import type { Finding } from '../statement/finding.ts';
import { capital, composeFinding, step } from './compose.ts';
import type { Gathered } from './family.ts';
import { foldForm, wordsAt } from './fold-words.ts';
import { formatNumber } from './format-number.ts';
import { kindFamily } from './kind-of.ts';
import { OriginCues } from './origin-cues.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import type { PileTies } from './pile-ties.ts';
import type { Tally } from './tally.ts';

/** Fewer sources than this that name one origin look like no corroboration. */
const FEWEST = 3;
/** A number that is smaller is anybody's; one told in more sources than this is no longer one matter. */
const [LEAST, MOST] = [10, 12];
const MOST_QUOTES = 5;

/**
 * One number in three sources or more, each of which says in the same sentence that it has it from
 * one and the same person, body or paper: several sources, one origin. Linear.
 */
export function findSharedCredit(index: PileIndex, { ties, cast }: Gathered): Finding[] {
  const owners = ownersOf(index);
  const tallies = index.tallies.filter(isOfMatter);
  const findings: Finding[] = [];
  for (const told of groupBy(tallies, claimKey).values()) {
    const bySource = groupBy(told, ({ source }) => source.id);
    if (bySource.size < FEWEST || bySource.size > MOST) continue;
    const resting = [...bySource.values()].flatMap(
      (some) =>
        some
          .map((tally) => ({ tally, origins: originsOf(index, owners, tally) }))
          .find(({ origins }) => origins.size > 0) ?? [],
    );
    const shared = commonest(resting.flatMap(({ origins }) => [...origins]));
    const from = resting
      .filter(({ origins }) => shared !== null && origins.has(shared))
      .map(({ tally }) => tally);
    if (shared === null || from.length < FEWEST || cast.isPlace(shared) || !areOneMatter(ties, from))
      continue;
    findings.push(findingOf(from, index.identityName.get(shared) ?? shared));
  }
  return findings;
}

function isOfMatter({ figure, passage }: Tally): boolean {
  if (passage.cells !== null || figure.value === null || figure.type === 'ordinal') return false;
  return (
    figure.value >= LEAST && (figure.type === 'count' || figure.type === 'money' || figure.type === 'percent')
  );
}

function claimKey({ figure, kind }: Tally): string {
  return `${figure.type} ${figure.value} ${kindFamily(kind)}`;
}

function areOneMatter(ties: PileTies, [first, ...others]: readonly Tally[]): boolean {
  return (
    !ties.isLarge || (first !== undefined && others.every((other) => ties.areTied(first.words, other.words)))
  );
}

/** Identities by the spellings that are theirs alone. */
function ownersOf(index: PileIndex): ReadonlyMap<string, string | null> {
  const owners = new Map<string, string | null>();
  for (const { id, kind, spellings } of index.pile.identities) {
    if (kind === 'place' || kind === 'phone') continue;
    for (const spelling of spellings) {
      const form = folded(spelling);
      owners.set(form, owners.has(form) && owners.get(form) !== id ? null : id);
    }
  }
  return owners;
}

function folded(name: string): string {
  return wordsAt(name)
    .map(({ word }) => foldForm(word))
    .join(' ');
}

/** Whom a telling has its number from: its inner voices, and those named beside "according to"; never its own paper. */
function originsOf(index: PileIndex, owners: ReadonlyMap<string, string | null>, tally: Tally): Set<string> {
  const voices = (tally.statement?.voice ?? []).slice(1).map(({ name }) => owners.get(folded(name)) ?? null);
  const own = tally.source.publisher === null ? null : (owners.get(folded(tally.source.publisher)) ?? null);
  const cues = new OriginCues(index.wordsOf(tally.source.id, tally.sentence));
  const named = cues.restsOn ? [...tally.names] : [];
  return new Set([...voices, ...named].filter((key): key is string => key !== null && key !== own));
}

function commonest(keys: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [first] = [...counts].sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1));
  return first === undefined || first[1] < FEWEST ? null : first[0];
}

function findingOf(told: readonly Tally[], origin: string): Finding {
  const shown = told.slice(0, MOST_QUOTES);
  const value = formatNumber(told[0]?.figure.value ?? 0);
  return composeFinding({
    kind: 'single-origin',
    why: `${told.length} sources have ${value}, and each says that it has it from ${origin}: ${told.length} sources, 1 origin.`,
    quotes: shown.map((tally) => ({
      source: tally.source.id,
      span: tally.sentence,
      statement: tally.statement?.id ?? null,
      marks: [tally.figure.numberSpan],
    })),
    steps: shown.map((tally, at) =>
      step(
        `${capital(tally.source.publisher ?? tally.source.title ?? tally.source.file)} names ${origin}`,
        null,
        at,
      ),
    ),
    assumes: [{ label: 'same matter', text: `What each tells is held to be one ${value}.`, guess: false }],
    rank: 0.75,
  });
}
