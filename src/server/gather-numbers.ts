import { unitOf } from '../crosscheck/convert-unit.ts';
import { kindFamily } from '../crosscheck/kind-of.ts';
import type { Finding, Holding, Picture, PictureRow } from '../statement/finding.ts';
import type { Quantity } from '../statement/quantity.ts';
import type { Statement } from '../statement/statement.ts';
import type { NumberState } from './api/numbers.ts';
import type { OpenAccount } from './weigh-account.ts';

/** A statement with a figure. */
export type Counting = Statement & { readonly quantity: Quantity };

/** What a finding worked out, with the unit that it is in. */
export interface Derived extends PictureRow {
  readonly of: string | null;
}

/** A counted thing: the statements that give figures of it, and what comparing them gave. */
export interface Counted {
  readonly id: string;
  readonly section: string;
  readonly state: NumberState;
  readonly statements: readonly Counting[];
  readonly findings: readonly Finding[];
  readonly holding: Holding | null;
  /** What findings worked out from the figures. */
  readonly derived: readonly Derived[];
  /** Figures that do not fit, as a finding's picture has them: `min|max`. */
  readonly alarms: ReadonlySet<string>;
}

const NUMERIC = new Set<Finding['kind']>([
  'count-conflict',
  'rate-conflict',
  'part-exceeds-whole',
  'sum-mismatch',
  'unit-mismatch',
  'share-mismatch',
  'running-total-drop',
]);
const STATES: readonly NumberState[] = ['conflict', 'holds', 'several', 'single'];

/**
 * Every counted thing with the figures that are said of it: those that a finding or a holding
 * compares, or that one happening has from several passages, stand together; all others alone.
 * By axis, people first; conflicts first within it.
 */
export function gatherNumbers(statements: readonly Statement[], account: OpenAccount): Counted[] {
  const counting = statements.filter(isCounting);
  const groups = joinedGroups(counting, account);
  const compared = comparisonsOf(account);
  const numbers = groups.map((group) => countedOf(group, compared));
  const sizes = new Map(
    [...Map.groupBy(numbers, (number) => number.section)].map(([s, all]) => [s, all.length]),
  );
  const weightOf = (section: string): number =>
    section === 'person' ? Number.POSITIVE_INFINITY : section === 'other' ? -1 : (sizes.get(section) ?? 0);
  return numbers.sort(
    (a, b) =>
      weightOf(b.section) - weightOf(a.section) ||
      (a.section < b.section ? -1 : a.section > b.section ? 1 : 0) ||
      STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
      rankOf(b) - rankOf(a) ||
      b.statements.length - a.statements.length,
  );
}

function rankOf(number: Counted): number {
  return number.findings[0]?.rank ?? 0;
}

export function isCounting(statement: Statement): statement is Counting {
  const { quantity } = statement;
  return quantity !== null && (quantity.min !== null || quantity.max !== null);
}

/** People share an axis whoever they are, measures one a dimension; degrees have no common zero. */
export function sectionOf(of: string | null): string {
  const dimension = unitOf(of)?.dimension;
  return (dimension === 'temperature' ? of : dimension) ?? kindFamily(of) ?? 'other';
}

/** Whether a noun is a unit of the section's dimension. */
export function isMeasure(of: string, section: string): boolean {
  return unitOf(of)?.dimension === section;
}

/** What a figure of `of` is multiplied by to stand on an axis of `unit`. */
export function factorTo(unit: string | null, of: string | null): number {
  const [from, to] = [unitOf(of), unitOf(unit)];
  return from && to && from.dimension === to.dimension ? from.factor / to.factor : 1;
}

/** Groups of statements that are of one counted thing, in the order of their first statements. */
function joinedGroups(counting: readonly Counting[], account: OpenAccount): Counting[][] {
  const leader = new Map(counting.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    leader.set(id, at);
    return at;
  };
  const byId = new Map(counting.map((statement) => [statement.id, statement]));
  const join = (ids: readonly (string | null)[]): void => {
    const known = ids.flatMap((id) => byId.get(id ?? '') ?? []);
    const bySection = Map.groupBy(known, ({ quantity }) => sectionOf(quantity.of));
    // A noun that is not said ("nine of mine") counts what its neighbours count.
    const [first] = [...bySection.keys()].filter((section) => section !== 'other');
    for (const [section, members] of bySection) {
      const anchor = section === 'other' && first ? bySection.get(first)?.[0] : members[0];
      for (const { id } of members) if (anchor) leader.set(find(id), find(anchor.id));
    }
  };
  for (const { kind, quotes } of account.findings) {
    if (NUMERIC.has(kind)) join(quotes.map((quote) => quote.statement));
  }
  for (const { kind, compared, quotes } of account.holdings) {
    if (compared && NUMERIC.has(kind)) join(quotes.map((quote) => quote.statement));
  }
  for (const { statements } of account.happenings) join(oneEachSource(statements, byId));
  return [...Map.groupBy(counting, ({ id }) => find(id)).values()];
}

/** Of a happening only what single passages of different sources say: rows of one table count different things. */
function oneEachSource(ids: readonly string[], byId: ReadonlyMap<string, Counting>): string[] {
  const bySource = Map.groupBy(ids, (id) => byId.get(id)?.source ?? '');
  const alone = [...bySource].filter(([source, members]) => source !== '' && members.length === 1);
  return alone.flatMap(([, members]) => members);
}

interface Compared {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly holdings: ReadonlyMap<string, Holding>;
}

function comparisonsOf({ findings, holdings }: OpenAccount): Compared {
  const byStatement = new Map<string, Finding[]>();
  for (const finding of findings.filter(({ kind }) => NUMERIC.has(kind))) {
    for (const id of new Set(finding.quotes.map((quote) => quote.statement))) {
      if (id !== null) byStatement.set(id, [...(byStatement.get(id) ?? []), finding]);
    }
  }
  const held = holdings
    .filter(({ compared, kind }) => compared && NUMERIC.has(kind))
    .flatMap((holding) => holding.quotes.map((quote) => [quote.statement ?? '', holding] as const));
  return { findings: byStatement, holdings: new Map(held) };
}

function countedOf(group: readonly Counting[], compared: Compared): Counted {
  const findings = [...new Set(group.flatMap(({ id }) => compared.findings.get(id) ?? []))].sort(
    (a, b) => b.rank - a.rank,
  );
  const holding = group.map(({ id }) => compared.holdings.get(id)).find((held) => held !== undefined) ?? null;
  const named = group.find(({ quantity }) => quantity.of !== null) ?? group[0];
  const section = sectionOf(named?.quantity.of ?? null);
  const rows = findings.flatMap(({ picture }) => rowsIn(picture, section));
  return {
    id: group[0]?.id ?? '',
    section,
    state: findings.length > 0 ? 'conflict' : holding ? 'holds' : group.length > 1 ? 'several' : 'single',
    statements: group,
    findings,
    holding,
    derived: rows.filter((row) => row.derived),
    alarms: new Set(rows.filter((row) => row.alarm).map(endsOf)),
  };
}

/** Rows of a picture that can stand on the section's axis. */
function rowsIn(picture: Picture | null, section: string): Derived[] {
  if (picture?.type !== 'intervals') return [];
  const noun = picture.unit.split(/(?= a | in |, )/)[0] ?? '';
  const of = unitOf(noun) ? noun : noun.replace(/s$/, '');
  const measured = unitOf(of)?.dimension;
  if (measured && measured !== section) return [];
  return picture.rows.map((row) => ({ ...row, of: measured ? of : null }));
}

/** Two figures with the same ends are the same figure. */
export function endsOf({ min, max }: { readonly min: number | null; readonly max: number | null }): string {
  return `${min}|${max}`;
}
