import type { Finding } from '../statement/finding.ts';
import type { Credit, OriginLines } from './collect-credits.ts';
import { composeFinding, step } from './compose.ts';
import groups from './event-groups.json' with { type: 'json' };
import type { Gathered, Outcome } from './family.ts';
import { intervalsMeet } from './interval.ts';
import { kindFamily } from './kind-of.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import type { PileTies } from './pile-ties.ts';
import type { Tally } from './tally.ts';

const SPOKEN = new Set([...groups.spoken, ...groups.vague]);
const FEWEST_WORDS = 2;
/** Beyond this many credits from one outlet to another, later ones are not laid beside each other. */
const CROWD = 200;

/** Two outlets that rest on each other, or three in a ring, for one and the same claim. */
export function findCircularReporting(_: PileIndex, { ties, origins }: Gathered): Outcome {
  const out = groupBy(origins.credits, (credit) => credit.from.id);
  const findings: Finding[] = [];
  const reported = new Set<string>();
  for (const ring of ringsOf(origins, out, ties)) {
    const key = ring
      .map((credit) => credit.from.id)
      .sort()
      .join(' ');
    if (reported.has(key)) continue;
    reported.add(key);
    findings.push(ringFinding(ring));
  }
  return { findings, holdings: [] };
}

function* ringsOf(
  { credits }: OriginLines,
  out: ReadonlyMap<string, readonly Credit[]>,
  ties: PileTies,
): Iterable<readonly Credit[]> {
  const next = (credit: Credit) =>
    (out.get(credit.to.id) ?? []).slice(0, CROWD).filter((other) => tellTheSame(credit, other, ties));
  for (const first of credits)
    for (const second of next(first)) {
      if (second.to.id === first.from.id) yield [first, second];
      else for (const third of next(second)) if (third.to.id === first.from.id) yield [first, second, third];
    }
}

/** One claim: the same number of the same kind, or words in common; across languages the same event. */
export function tellTheSame(a: Credit, b: Credit, ties: PileTies): boolean {
  const shared = [...a.words].filter((word) => b.words.has(word));
  if (ties.isLarge) return ties.bitsOf(shared) >= ties.asked;
  if (a.tallies.some((tally) => b.tallies.some((other) => countTheSame(tally, other)))) return true;
  if (shared.length >= FEWEST_WORDS) return true;
  return [...a.events].some((event) => !SPOKEN.has(event) && b.events.has(event));
}

function countTheSame(a: Tally, b: Tally): boolean {
  const isOneKind = a.kind === null || b.kind === null || kindFamily(a.kind) === kindFamily(b.kind);
  return isOneKind && a.figure.value !== null && intervalsMeet(a.interval, b.interval);
}

function ringFinding(ring: readonly Credit[]): Finding {
  const names = ring.map((credit) => credit.from.name);
  return composeFinding({
    kind: 'circular-reporting',
    why: `${ring.map((credit) => `${credit.from.name} has it from ${credit.to.name}`).join('; ')}.`,
    quotes: ring.map(({ source, span }) => ({ source, span, statement: null, marks: [] })),
    steps: [
      ...ring.map((credit, at) => step(`${credit.from.name} rests on ${credit.to.name}`, null, at)),
      step(`${names.join(', ')} and back to ${names[0]}`, 'no origin outside the ring found'),
    ],
    assumes: [
      {
        label: 'same claim',
        text: 'What the sentences tell is held to be one claim: they share a number, an event or telling words.',
        guess: false,
      },
    ],
    rank: 0.85,
  });
}
