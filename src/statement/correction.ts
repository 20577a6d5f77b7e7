import type { Decision } from './decision.ts';
import { idOf } from './id.ts';
import type { Figure, Quantity } from './quantity.ts';
import type { Span } from './span.ts';
import type { Statement, Voice } from './statement.ts';
import type { TimeReading } from './time.ts';

/** What an analyst reads otherwise than the reader did. What is absent stays as it was read. */
export interface Change {
  /** Who says it: the last voice of the chain. */
  readonly voice?: string;
  /** A verb lemma. */
  readonly event?: string;
  /** Null: no number is meant. */
  readonly quantity?: Quantity | null;
  /** Days, both included; null: no time is meant. */
  readonly days?: { readonly from: string | null; readonly to: string | null } | null;
}

/** A statement that an analyst marked by hand: where its words stand, and what they say. */
export interface HandMade {
  readonly source: string;
  readonly passage: string;
  readonly span: Span;
  readonly voice: readonly Voice[];
  readonly change: Change;
}

/** All corrections of a log that stand. */
export interface Corrections {
  readonly changes: ReadonlyMap<string, Decision>;
  readonly made: ReadonlyMap<string, Decision>;
}

/*
 * Like judgements on names, a correction lies in the decision log as an accepted claim: that a
 * statement reads so (`read:` and its id), or that there is one (`made:`). `text` is the claim
 * as JSON. An undo takes the last word back, so that the one before it holds again.
 */
const READ = 'read:';
const MADE = 'made:';

export function correctionTarget(statement: string): string {
  return READ + statement;
}

export function handMadeTarget(statement: string): string {
  return MADE + statement;
}

/** Whether a decision is a correction, a statement made by hand, or the undoing of either. */
export function isCorrection({ target }: Pick<Decision, 'target'>): boolean {
  return target.startsWith(READ) || target.startsWith(MADE);
}

/** The corrections of a log that stand: the last on each statement that was not undone. */
export function correctionsOf(log: readonly Decision[]): Corrections {
  const standing = new Map<string, Decision[]>();
  for (const decision of log) {
    if (!isCorrection(decision)) continue;
    const made = standing.get(decision.target) ?? [];
    if (decision.verb === 'undo') made.pop();
    else made.push(decision);
    standing.set(decision.target, made);
  }
  return { changes: lastOf(standing, READ), made: lastOf(standing, MADE) };
}

function lastOf(standing: ReadonlyMap<string, readonly Decision[]>, sign: string): Map<string, Decision> {
  const all = [...standing].flatMap(([target, made]) => {
    const last = made.at(-1);
    return target.startsWith(sign) && last ? [[target.slice(sign.length), last] as const] : [];
  });
  return new Map(all);
}

/** A statement as an analyst reads it, what the reader read kept in `corrected`; the same one where nothing is corrected. */
function correctStatement(statement: Statement, { changes }: Corrections): Statement {
  const decision = changes.get(statement.id);
  if (!decision) return statement;
  const change = JSON.parse(decision.text ?? '{}') as Change;
  const { voice, event, quantity, time, corrected } = statement;
  const was = corrected ? corrected.was : { voice, event, quantity, time };
  const { seq, who, at } = decision;
  return { ...changed(statement, change), corrected: { seq, who, at, was } };
}

/** The statements that were made by hand, uncorrected, in the order in which they were made. */
function handMadeStatements({ made }: Corrections): Statement[] {
  return [...made].map(([id, { seq, who, at, text }]) => {
    const { source, passage, span, voice, change } = JSON.parse(text ?? '{}') as HandMade;
    const blank: Statement = {
      ...{ id, source, passage, span, voice, event: 'say', trigger: null },
      ...{ polarity: 'positive', modality: 'asserted', agent: null, patient: null, place: null },
      ...{ quantity: null, figure: null, time: null, rule: 'hand/marked', confidence: 1, doubts: [] },
    };
    const figure = change.quantity ? idOf('fig', source, span.start, span.end, 'hand') : null;
    return { ...changed(blank, change), figure, corrected: { seq, who, at, was: null } };
  });
}

/** Which statements are asked for: those that meet every condition given. */
interface Wanted {
  readonly source?: string;
  readonly ids?: readonly string[];
  readonly event?: string;
}

/**
 * Statements as analysts have them, and those made by hand among the wanted; `isCurrent` says
 * whether a source still stands, asked only where the wanted name neither source nor ids.
 */
export function correctStatements(
  statements: readonly Statement[],
  corrections: Corrections,
  { source, ids, event }: Wanted,
  isCurrent: (source: string) => boolean,
): Statement[] {
  const named = source !== undefined || ids !== undefined;
  const made = handMadeStatements(corrections).filter(
    (one) =>
      (source === undefined || one.source === source) &&
      (ids === undefined || ids.includes(one.id)) &&
      (named || isCurrent(one.source)),
  );
  return [...statements, ...made]
    .map((one) => correctStatement(one, corrections))
    .filter((one) => event === undefined || one.event === event);
}

function changed(statement: Statement, { voice, event, quantity, days }: Change): Statement {
  return {
    ...statement,
    ...(voice !== undefined && { voice: withLastVoice(statement.voice, voice) }),
    ...(event !== undefined && { event }),
    ...(quantity !== undefined && { quantity }),
    ...(days !== undefined && { time: days && daysOf(days) }),
  };
}

/** Who issues the source stays: only who speaks in it is changed. */
function withLastVoice(chain: readonly Voice[], name: string): readonly Voice[] {
  const before = chain.length > 1 ? chain.slice(0, -1) : chain;
  return [...before, { name, span: null, kind: 'person', guess: false }];
}

function daysOf({ from, to }: { from: string | null; to: string | null }): TimeReading {
  const steps: readonly string[] = [];
  return { from, to, clock: null, zone: null, granularity: 'day', approx: false, basis: 'stated', steps };
}

/**
 * The figures of a source as corrected: one whose statement has another number has that number,
 * and a statement that was made by hand brings one of its own.
 */
export function correctFigures(figures: readonly Figure[], statements: readonly Statement[]): Figure[] {
  const corrected = new Map<string, Statement>();
  for (const one of statements) if (one.corrected && one.figure) corrected.set(one.figure, one);
  const known = figures.map((figure) => {
    const statement = corrected.get(figure.id);
    corrected.delete(figure.id);
    if (!statement || sameQuantity(statement.quantity, figure.quantity)) return figure;
    return { ...figure, ...numberOf(statement.quantity) };
  });
  return [...known, ...[...corrected.values()].flatMap(figureOf)];
}

function figureOf({ figure, passage, span, quantity }: Statement): Figure[] {
  if (!figure || !quantity) return [];
  const rest = { nounSpan: null, unit: null, increment: false, ofThem: false, qualifiers: [] };
  return [{ id: figure, passage, span, numberSpan: span, ...rest, type: 'count', ...numberOf(quantity) }];
}

/** What a number by hand makes of a figure: exact, and where there is none, one that counts nothing. */
function numberOf(quantity: Quantity | null) {
  const nothing = { min: null, max: null, of: null, per: null, cumulative: false };
  const value = quantity && quantity.min === quantity.max ? quantity.min : null;
  const exact = { value, decimals: 0, approx: false };
  return quantity ? { ...exact, quantity } : { ...exact, quantity: nothing, type: 'identifier' as const };
}

function sameQuantity(a: Quantity | null, b: Quantity): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
