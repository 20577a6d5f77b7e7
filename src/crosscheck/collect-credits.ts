import type { Passage, SourceKind } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import { isPressWord, OriginCues } from './origin-cues.ts';
import { type Outlet, type Outlets, outletsOf } from './outlets.ts';
import type { PileIndex } from './pile-index.ts';
import { sentencesOf } from './sentence-around.ts';
import { contentWords, type Tally } from './tally.ts';

/** A sentence that says something of where a matter comes from. */
export interface OriginLine {
  readonly source: string;
  readonly passage: Passage;
  readonly span: Span;
}

/** A sentence in which one outlet names another as the one that told. */
export interface Credit extends OriginLine {
  readonly from: Outlet;
  readonly to: Outlet;
  readonly tallies: readonly Tally[];
  readonly words: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

/** What the texts of a pile say of where their matter comes from. */
export interface OriginLines {
  readonly outlets: Outlets;
  readonly credits: readonly Credit[];
  /** "two independent counts". */
  readonly severals: readonly OriginLine[];
  /** "I gave my sheet to the one and the other". */
  readonly handings: readonly OriginLine[];
  /** "the same file everyone has". */
  readonly oneThings: readonly OriginLine[];
}

/** Only what is meant for readers claims to be borne out by several. */
const PRINTED = new Set<SourceKind>(['article', 'report', 'captions', 'other']);

/** Reads every sentence of a pile's prose once. */
export function collectOriginLines(index: PileIndex): OriginLines {
  const outlets = outletsOf(index.pile.sources);
  const credits: Credit[] = [];
  const severals: OriginLine[] = [];
  const handings: OriginLine[] = [];
  const oneThings: OriginLine[] = [];
  const isPrinted = new Set(
    index.pile.sources.filter((source) => PRINTED.has(source.kind)).map(({ id }) => id),
  );
  for (const line of proseLines(index)) {
    const words = index.wordsOf(line.source, line.span);
    const cues = new OriginCues(words);
    if (isPrinted.has(line.source) && cues.claimsSeveral) severals.push(line);
    if (cues.handedTo.some((word) => isPressWord(word) || outlets.isPartOfName(word, line.source)))
      handings.push(line);
    if (cues.namesOneThing) oneThings.push(line);
    if (cues.credits) credits.push(...creditsIn(index, outlets, line, words));
  }
  return { outlets, credits, severals, handings, oneThings };
}

function* proseLines(index: PileIndex): Iterable<OriginLine> {
  for (const { id } of index.pile.sources) {
    const text = index.textOf(id);
    for (const passage of index.pile.passagesOf(id)) {
      if (passage.cells !== null || passage.kind === 'boilerplate' || passage.kind === 'header') continue;
      for (const span of sentencesOf(text, passage.body)) yield { source: id, passage, span };
    }
  }
}

function creditsIn(index: PileIndex, outlets: Outlets, line: OriginLine, words: string): Credit[] {
  const from = outlets.ofSource.get(line.source);
  if (from === undefined) return [];
  const named = new Set(outlets.namedIn(index.textOf(line.source), line.span).map((naming) => naming.outlet));
  named.delete(from);
  if (named.size === 0) return [];
  const tallies = (index.talliesOfSource.get(line.source) ?? []).filter((tally) =>
    holds(line.span, tally.figure.numberSpan),
  );
  const statements = (index.statementsOfPassage.get(line.passage.id) ?? []).filter((statement) =>
    holds(line.span, statement.span),
  );
  const names = [...named].flatMap((outlet) => outlet.words);
  const told = contentWords(words);
  for (const name of [...names, ...from.words]) told.delete(name);
  return [...named].map((to) => ({
    ...line,
    from,
    to,
    tallies,
    words: told,
    events: new Set(statements.map((statement) => statement.event)),
  }));
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
