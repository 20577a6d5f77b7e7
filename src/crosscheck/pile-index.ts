import type { Pile, SourceHead } from '../statement/pile.ts';
import type { Figure, FigureRelation } from '../statement/quantity.ts';
import type { Passage, Section } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import type { Mention, Statement } from '../statement/statement.ts';
import { type ByPassage, startByPassage } from './by-passage.ts';
import { sentenceAround } from './sentence-around.ts';
import type { Tally } from './tally.ts';
import { tallyOf } from './tally.ts';

const TEXTS_KEPT = 64;

/** A pile made ready for comparing: every look-up that the finding families share. */
export interface PileIndex {
  readonly pile: Pile;
  readonly sources: ReadonlyMap<string, SourceHead>;
  /** One a figure. */
  readonly tallies: readonly Tally[];
  /** One a statement of a figure: "all eighteen who crossed were caught" tells of crossing and of arrest. */
  readonly tellings: readonly Tally[];
  readonly tallyOfFigure: ReadonlyMap<string, Tally>;
  readonly talliesOfSource: ReadonlyMap<string, readonly Tally[]>;
  readonly relations: readonly FigureRelation[];
  /** Figures that the words make the whole of parts. */
  readonly wholes: ReadonlySet<string>;
  /** Figures that the words make a part of another. */
  readonly parts: ReadonlySet<string>;
  /** `whole part` for each pair of numbers that words somewhere make a whole and its part. */
  readonly saidParts: ReadonlySet<string>;
  /** Figures that the words themselves relate to a figure, by id. */
  readonly relatedFigures: ReadonlyMap<string, readonly string[]>;
  readonly sections: ReadonlyMap<string, readonly Section[]>;
  /** Identity id of a mention id. */
  readonly identityOf: ReadonlyMap<string, string>;
  readonly identityName: ReadonlyMap<string, string>;
  readonly mentionsOfPassage: ByPassage<Mention>;
  readonly statementsOfPassage: ByPassage<Statement>;
  textOf(source: string): string;
  wordsOf(source: string, span: Span): string;
}

/** Reads a pile once and keeps what the families look up. Linear in the size of the pile. */
export function indexPile(pile: Pile): PileIndex {
  const sources = new Map(pile.sources.map((source) => [source.id, source]));
  const textOf = rememberTexts(pile);
  const sections = groupBy(pile.sections, (section) => section.source);
  const identityOf = new Map<string, string>();
  for (const identity of pile.identities) for (const id of identity.mentions) identityOf.set(id, identity.id);
  const byPassage = startByPassage(pile);
  const context = {
    textOf,
    sections,
    identityOf,
    statementsOf: statementsByFigure(pile.statements),
    mentions: byPassage(pile.mentions),
  };
  const tellings = readTellings(pile, context);
  const tallies = [
    ...new Map([...tellings].reverse().map((tally) => [tally.figure.id, tally])).values(),
  ].reverse();
  return {
    pile,
    sources,
    tallies,
    tellings,
    wholes: membersOf(pile.relations, (figures) => figures.slice(0, 1)),
    parts: membersOf(pile.relations, (figures) => figures.slice(1)),
    tallyOfFigure: new Map(tallies.map((tally) => [tally.figure.id, tally])),
    talliesOfSource: groupBy(tallies, (tally) => tally.source.id),
    relations: inOrderOf(tallies, pile.relations),
    saidParts: saidParts(pile.relations, tallies),
    relatedFigures: relatedFigures(pile.relations),
    sections,
    identityOf,
    identityName: new Map(pile.identities.map((identity) => [identity.id, identity.name])),
    mentionsOfPassage: context.mentions,
    statementsOfPassage: byPassage(pile.statements),
    textOf,
    wordsOf: (source, span) => textOf(source).slice(span.start, span.end),
  };
}

export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Relations in the order of the figures that they begin with. */
function inOrderOf(tallies: readonly Tally[], relations: readonly FigureRelation[]): FigureRelation[] {
  const places = new Map(relations.map(({ figures }) => [figures[0], tallies.length]));
  for (const [place, { figure }] of tallies.entries())
    if (places.has(figure.id)) places.set(figure.id, place);
  const placeOf = ({ figures }: FigureRelation) => places.get(figures[0]) ?? 0;
  return relations.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Statements of a figure, the one with the shortest quote first: it says most closely what is counted. */
function statementsByFigure(statements: readonly Statement[]): Map<string, Statement[]> {
  const carrying = statements.filter((statement) => statement.figure !== null);
  const byFigure = groupBy(carrying, (statement) => statement.figure ?? '');
  for (const group of byFigure.values()) group.sort((a, b) => lengthOf(a.span) - lengthOf(b.span));
  return byFigure;
}

function membersOf(
  relations: readonly FigureRelation[],
  chosen: (figures: readonly string[]) => readonly string[],
): Set<string> {
  const dividing = relations.filter(({ kind }) => kind === 'part' || kind === 'share' || kind === 'sum');
  return new Set(dividing.flatMap(({ figures }) => chosen(figures)));
}

function saidParts(relations: readonly FigureRelation[], tallies: readonly Tally[]): Set<string> {
  const values = new Map(tallies.map((tally) => [tally.figure.id, tally.figure.value]));
  const pairs = new Set<string>();
  for (const { kind, figures } of relations) {
    if (kind === 'correction' || kind === 'same-measure') continue;
    const [whole, ...parts] = figures.map((id) => values.get(id) ?? null);
    for (const part of parts) if (whole != null && part !== null) pairs.add(`${whole} ${part}`);
  }
  return pairs;
}

function relatedFigures(relations: readonly FigureRelation[]): Map<string, string[]> {
  const related = new Map<string, string[]>();
  for (const { figures } of relations) {
    // A totals row relates hundreds of cells; those are compared as tables.
    if (figures.length > 40) continue;
    for (const id of figures) related.set(id, [...(related.get(id) ?? []), ...figures]);
  }
  return related;
}

function lengthOf(span: Span): number {
  return span.end - span.start;
}

function readTellings(pile: Pile, context: TallyContext): Tally[] {
  const figuresOf = groupBy(pile.figures, (figure) => figure.passage);
  const tallies: Tally[] = [];
  for (const source of pile.sources) {
    for (const passage of pile.passagesOf(source.id)) {
      for (const figure of figuresOf.get(passage.id) ?? [])
        tallies.push(...placeFigure(source, passage, figure, context));
    }
  }
  return tallies;
}

interface TallyContext {
  readonly textOf: (source: string) => string;
  readonly sections: ReadonlyMap<string, readonly Section[]>;
  readonly identityOf: ReadonlyMap<string, string>;
  readonly statementsOf: ReadonlyMap<string, readonly Statement[]>;
  readonly mentions: ByPassage<Mention>;
}

function placeFigure(source: SourceHead, passage: Passage, figure: Figure, context: TallyContext): Tally[] {
  const text = context.textOf(source.id);
  const sentence = passage.cells === null ? sentenceAround(text, passage.body, figure.span) : passage.body;
  const section =
    context.sections.get(source.id)?.find((candidate) => candidate.index === passage.section) ?? null;
  const parts = {
    figure,
    source,
    passage,
    section,
    sentence,
    text,
    mentions: context.mentions.get(passage.id),
    identityOf: context.identityOf,
  };
  const statements = context.statementsOf.get(figure.id) ?? [null];
  return statements.map((statement) => tallyOf({ ...parts, statement }));
}

/** The last few texts asked for, since families walk source by source. */
function rememberTexts(pile: Pile): (source: string) => string {
  const kept = new Map<string, string>();
  return (source) => {
    const known = kept.get(source);
    if (known !== undefined) return known;
    const text = pile.textOf(source);
    if (kept.size >= TEXTS_KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(source, text);
    return text;
  };
}
