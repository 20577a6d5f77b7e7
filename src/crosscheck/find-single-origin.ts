import type { Finding, Quote } from '../statement/finding.ts';
import type { Passage, SourceKind } from '../statement/source.ts';
import type { Credit, OriginLine, OriginLines } from './collect-credits.ts';
import { composeFinding, step } from './compose.ts';
import type { Gathered, Outcome } from './family.ts';
import { tellTheSame } from './find-circular-reporting.ts';
import { findSharedCredit } from './find-shared-credit.ts';
import { wordsAt } from './fold-words.ts';
import { formatNumber } from './format-number.ts';
import type { Outlet } from './outlets.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import type { PileTies } from './pile-ties.ts';
import type { Tally } from './tally.ts';

/** A claim that several tell it stands within so many passages of what they tell. */
const NEAR = 2;
/** A call or a log that has the same number has it of its own. */
const PASSING_ON = new Set<SourceKind>(['article', 'report', 'mail', 'captions', 'other']);
/** A number that is smaller is anybody's. */
const LEAST = 10;
const MOST_QUOTES = 5;
/** A number in more outlets than this is no longer one matter. */
const MOST_OUTLETS = 12;

/** Several sources that look like corroboration of one claim, and rest on one origin. */
export function findSingleOrigin(index: PileIndex, gathered: Gathered): Outcome {
  const findings = [
    ...handedOut(index, gathered),
    ...restingOnOne(gathered),
    ...oneThingInSeveral(gathered.origins),
    ...findSharedCredit(index, gathered),
  ];
  return { findings: oncePerClaim(findings), holdings: [] };
}

/** The claim that several tell it, once; a finding with more quotes first. */
function oncePerClaim(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of [...findings].sort((a, b) => b.quotes.length - a.quotes.length)) {
    const isKnown = kept.some((other) => finding.quotes.filter((quote) => stands(other, quote)).length > 1);
    if (!isKnown) kept.push(finding);
  }
  return kept;
}

function stands(finding: Finding, quote: Quote): boolean {
  return finding.quotes.some(
    (other) => other.source === quote.source && other.span.start === quote.span.start,
  );
}

// ---------- handed to several by one ----------

/** "I gave my sheet with the 17 to the one and the other", and the 17 stands in both, told as borne out. */
function handedOut(index: PileIndex, { origins }: Gathered): Finding[] {
  const byValue = groupBy(
    index.tallies.filter((tally) => tally.passage.cells === null && tally.figure.value !== null),
    (tally) => tally.figure.value ?? 0,
  );
  const findings: Finding[] = [];
  for (const handing of origins.handings.filter((line) => index.sources.get(line.source)?.kind !== 'article'))
    for (const value of valuesAt(index, handing)) {
      const told = toldElsewhere(origins, handing, byValue.get(value) ?? []);
      const finding = told === null ? null : handedFinding(origins, handing, value, told);
      if (finding !== null) findings.push(finding);
    }
  return findings;
}

/** The numbers of the sentence and of the passage that it stands in. */
function valuesAt(index: PileIndex, { source, passage, span }: OriginLine): Set<number> {
  const here = (index.talliesOfSource.get(source) ?? []).filter(
    (tally) => tally.passage.id === passage.id && tally.figure.type !== 'ordinal',
  );
  const written = wordsAt(index.wordsOf(source, span)).map(({ word }) => Number(word));
  const values = [...here.map((tally) => tally.figure.value ?? 0), ...written];
  return new Set(values.filter((value) => value >= LEAST && !isYear(value)));
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}

/** One telling for each other outlet; null where fewer than two have the number. */
function toldElsewhere(
  { outlets }: OriginLines,
  handing: OriginLine,
  tallies: readonly Tally[],
): Tally[] | null {
  const own = outlets.ofSource.get(handing.source)?.id;
  const others = tallies.filter(
    ({ source }) => PASSING_ON.has(source.kind) && outlets.ofSource.get(source.id)?.id !== own,
  );
  const byOutlet = groupBy(others, (tally) => outlets.ofSource.get(tally.source.id)?.id ?? '');
  if (byOutlet.size < 2 || byOutlet.size > MOST_OUTLETS) return null;
  return [...byOutlet.values()].flatMap((told) => told[0] ?? []);
}

function handedFinding(
  origins: OriginLines,
  handing: OriginLine,
  value: number,
  told: readonly Tally[],
): Finding | null {
  const claim = origins.severals.find((line) => told.some((tally) => isNear(line, tally)));
  if (claim === undefined) return null;
  const quotes = mergeQuotes([
    lineQuote(handing),
    lineQuote(claim),
    ...told.map((tally) => ({
      source: tally.source.id,
      span: tally.sentence,
      statement: tally.statement?.id ?? null,
      marks: [tally.figure.numberSpan],
    })),
  ]);
  const names = told.map((tally) => tally.source.publisher ?? tally.source.title ?? tally.source.file);
  return composeFinding({
    kind: 'single-origin',
    why: `${names.join(' and ')} have ${formatNumber(value)}, and one hand says that it gave it to several: ${told.length} sources, 1 origin.`,
    quotes,
    steps: [
      step('one voice says that it handed it to more than one', null, 0),
      step('another says that several bear it out', null, 1),
      step(`outlets that have ${formatNumber(value)}`, `= ${told.length}`),
    ],
    assumes: [
      {
        label: 'same matter',
        text: `What was handed on is held to be the ${formatNumber(value)} that stands in the same passage.`,
        guess: false,
      },
    ],
    rank: 0.85,
  });
}

function isNear(
  line: OriginLine,
  tally: { readonly source: { readonly id: string }; readonly passage: Passage },
): boolean {
  return line.source === tally.source.id && Math.abs(line.passage.index - tally.passage.index) <= NEAR;
}

// ---------- credited ----------

/** A text counts its sources; those that it names rest on each other, or on one that both name. */
function* restingOnOne({ origins, ties }: Gathered): Iterable<Finding> {
  const credits = groupBy(origins.credits, (credit) => credit.from.id);
  const bySource = groupBy(origins.credits, (credit) => credit.source);
  for (const claim of origins.severals) {
    const near = (bySource.get(claim.source) ?? []).filter(
      (credit) => Math.abs(credit.passage.index - claim.passage.index) <= NEAR,
    );
    const rests = restsAmong(near, credits, ties);
    if (rests !== null) yield creditedFinding(claim, near, rests);
  }
}

/** The credits that bring what two named outlets tell down to one origin, or null. */
function restsAmong(
  near: readonly Credit[],
  credits: ReadonlyMap<string, readonly Credit[]>,
  ties: PileTies,
): Credit[] | null {
  const named = new Map(near.map((credit) => [credit.to.id, credit]));
  if (named.size < 2) return null;
  const behind = [...named.values()].flatMap((credit) =>
    (credits.get(credit.to.id) ?? []).filter((other) => tellTheSame(credit, other, ties)),
  );
  const within = behind.filter((credit) => named.has(credit.to.id));
  if (within.length > 0) return within;
  for (const shared of groupBy(behind, (credit) => credit.to.id).values())
    if (new Set(shared.map((credit) => credit.from.id)).size >= named.size) return shared;
  return null;
}

function creditedFinding(claim: OriginLine, near: readonly Credit[], rests: readonly Credit[]): Finding {
  const names = nameEach(near.map((credit) => credit.to));
  return composeFinding({
    kind: 'single-origin',
    why: `A text counts ${names.join(' and ')} as several, and they rest on one: ${rests.map((credit) => `${credit.from.name} has it from ${credit.to.name}`).join('; ')}.`,
    quotes: mergeQuotes([lineQuote(claim), ...rests.map(lineQuote), ...near.map(lineQuote)]),
    steps: [
      step('several are said to bear it out', `= ${names.length}`, 0),
      ...rests.map((credit, at) => step(`${credit.from.name} rests on ${credit.to.name}`, null, at + 1)),
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

function nameEach(outlets: readonly Outlet[]): string[] {
  return [...new Set(outlets.map((outlet) => outlet.name))];
}

// ---------- one thing in several hands ----------

/** A text speaks of several, and itself says that what they have is one and the same thing. */
function* oneThingInSeveral({ severals, oneThings }: OriginLines): Iterable<Finding> {
  const bySource = groupBy(oneThings, (line) => line.source);
  for (const claim of severals)
    for (const line of (bySource.get(claim.source) ?? [])
      .filter((known) => isClose(claim, known))
      .slice(0, 1))
      yield composeFinding({
        kind: 'single-origin',
        why: 'A text speaks of several that bear it out, and says itself that they have one and the same thing.',
        quotes: mergeQuotes([lineQuote(claim), lineQuote(line)]),
        steps: [
          step('several are said to bear it out', null, 0),
          step('what they have is said to be one thing', null, 1),
        ],
        rank: 0.8,
      });
}

function isClose(a: OriginLine, b: OriginLine): boolean {
  return a.span.start !== b.span.start && Math.abs(a.passage.index - b.passage.index) <= 2 * NEAR;
}

function lineQuote({ source, span }: OriginLine): Quote {
  return { source, span, statement: null, marks: [] };
}

function mergeQuotes(quotes: readonly Quote[]): Quote[] {
  const kept = new Map<string, Quote>();
  for (const quote of quotes) {
    const key = `${quote.source} ${quote.span.start}`;
    if (!kept.has(key)) kept.set(key, quote);
  }
  return [...kept.values()].slice(0, MOST_QUOTES);
}
