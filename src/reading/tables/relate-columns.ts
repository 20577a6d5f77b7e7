import type { FigureRelation } from '../../statement/quantity.ts';
import type { CellFigure, Row } from './read-cells.ts';
import type { CountColumn } from './read-columns.ts';

/** The figures of a row, by column index. */
export type RowFigures = ReadonlyMap<number, CellFigure>;

/** A rule that a table's own rows teach: a column is the sum of neighbours, or holds a part of another. */
export interface LearnedRule {
  readonly kind: 'sum' | 'part';
  readonly whole: CountColumn;
  readonly parts: readonly CountColumn[];
}

const LEARNED_ROWS = 400;
const MOST_COLUMNS = 24;
const MOST_PARTS = 10;
/** Tables up to this size give a relation for each row; beyond, only for rows that break a rule. */
const KEPT_ROWS = 200;
const SLACK = 1e-6;

/**
 * Sums and parts between the columns of a table, learned from its rows: `sum` where a
 * column is the sum of a run of neighbours in two rows of three and at least three;
 * `part` where headers say part and whole (women of people, delivered of loaded) and at
 * most one row in two hundred, or one, breaks it. Conservative: what the rows do not teach is no rule.
 */
export function learnRules(columns: readonly CountColumn[], rows: readonly RowFigures[]): LearnedRule[] {
  const known = columns.slice(0, MOST_COLUMNS);
  return [...learnSums(known, rows.slice(0, LEARNED_ROWS)), ...learnParts(known, rows)];
}

// ---- sums

function learnSums(columns: readonly CountColumn[], rows: readonly RowFigures[]): LearnedRule[] {
  if (rows.length < 3 || columns.length < 3) return [];
  return columns.flatMap((whole, at) => {
    let best: LearnedRule | null = null;
    let most = 0;
    for (const parts of runsBeside(columns, at)) {
      if (parts.some((part) => part.unit !== whole.unit)) continue;
      const share = sumShare(whole, parts, rows);
      if (share > most) {
        most = share;
        best = { kind: 'sum', whole, parts };
      }
    }
    return best === null ? [] : [best];
  });
}

/** Runs of two to ten columns that end right before, or start right after, the whole. */
function* runsBeside(columns: readonly CountColumn[], whole: number): Generator<CountColumn[]> {
  for (let length = 2; length <= MOST_PARTS; length += 1) {
    if (whole + length < columns.length) yield columns.slice(whole + 1, whole + 1 + length);
    if (whole - length >= 0) yield columns.slice(whole - length, whole);
  }
}

/** The share of rows that keep the sum; 0 where fewer than three keep it tellingly or a third break it (one and half under a header that says total). */
function sumShare(whole: CountColumn, parts: readonly CountColumn[], rows: readonly RowFigures[]): number {
  let all = 0;
  let kept = 0;
  let telling = 0;
  for (const row of rows) {
    const said = row.get(whole.index)?.read.value ?? null;
    const values = parts.map((part) => row.get(part.index)?.read.value ?? null);
    if (said === null || values.every((value) => value === null)) continue;
    all += 1;
    const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
    if (Math.abs(sum - said) > SLACK * Math.max(1, Math.abs(said))) continue;
    kept += 1;
    if (values.filter((value) => value !== null && value !== 0).length > 1) telling += 1;
  }
  if (whole.cumulative) return telling >= 1 && kept * 2 >= all ? kept / all : 0;
  return telling >= 3 && kept * 3 >= all * 2 ? kept / all : 0;
}

// ---- parts

const WHOLES: Readonly<Record<string, readonly string[]>> = {
  voted: ['registered'],
  received: ['sent'],
  group: ['people', 'voted', 'registered'],
  subset: ['tested', 'people', 'sent', 'received', 'quantity', 'other'],
};

function learnParts(columns: readonly CountColumn[], rows: readonly RowFigures[]): LearnedRule[] {
  return columns.flatMap((part, at) => {
    const wholes = WHOLES[part.class] ?? [];
    const before = columns.slice(0, at).reverse();
    const after = part.class === 'subset' ? [] : columns.slice(at + 1);
    const whole = [...before, ...after].find(
      (column) => wholes.includes(column.class) && column.unit === part.unit && isPartOf(part, column, rows),
    );
    return whole === undefined ? [] : [{ kind: 'part', whole, parts: [part] }];
  });
}

function isPartOf(part: CountColumn, whole: CountColumn, rows: readonly RowFigures[]): boolean {
  let all = 0;
  let broken = 0;
  for (const row of rows) {
    const held = row.get(part.index)?.read.value ?? null;
    const holds = row.get(whole.index)?.read.value ?? null;
    if (held === null || holds === null) continue;
    all += 1;
    if (held > holds + SLACK) broken += 1;
  }
  return all >= 5 && broken <= Math.max(1, Math.floor(all / 200));
}

// ---- relations

/** What the rules say of each row: for small tables every row, for others those that break a rule. */
export function relateRows(rules: readonly LearnedRule[], rows: readonly RowFigures[]): FigureRelation[] {
  const everyRow = rows.length <= KEPT_ROWS;
  return rules.flatMap((rule) => rows.flatMap((row) => relateRow(rule, row, everyRow)));
}

function relateRow(rule: LearnedRule, row: RowFigures, everyRow: boolean): FigureRelation[] {
  const whole = row.get(rule.whole.index);
  const parts = rule.parts.map((part) => row.get(part.index)).filter((part) => part !== undefined);
  if (whole === undefined || parts.length === 0) return [];
  // An empty cell among parts that do not add up may be the very number that is missing.
  if (rule.kind === 'sum' && parts.length < 2) return [];
  if (rule.kind === 'sum' && parts.length < rule.parts.length && breaks(rule, whole, parts)) return [];
  if (!everyRow && !breaks(rule, whole, parts)) return [];
  return [
    {
      kind: rule.kind,
      figures: [whole.figure.id, ...parts.map((part) => part.figure.id)],
      basis: basisOf(rule),
    },
  ];
}

function breaks(rule: LearnedRule, whole: CellFigure, parts: readonly CellFigure[]): boolean {
  const said = whole.read.value;
  const sum = parts.reduce((total, part) => total + (part.read.value ?? 0), 0);
  if (said === null) return false;
  return rule.kind === 'sum'
    ? Math.abs(sum - said) > SLACK * Math.max(1, Math.abs(said))
    : sum > said + SLACK;
}

function basisOf(rule: LearnedRule): string {
  const name = (column: CountColumn): string => column.header ?? `column ${column.index + 1}`;
  const parts = rule.parts.map(name);
  return rule.kind === 'sum'
    ? `columns: ${name(rule.whole)} = ${parts.join(' + ')}`
    : `columns: ${parts.join(', ')} of ${name(rule.whole)}`;
}

// ---- totals rows

/** A row's place and whether it totals others, with its figures. */
export interface RelatedRow {
  readonly row: Row;
  readonly figures: RowFigures;
}

/**
 * A `sum` relation for each number of each totals row: over the rows since the totals row
 * before it where there are several, over all rows for the last; of the two the one that adds up.
 */
export function relateTotals(columns: readonly CountColumn[], rows: readonly RelatedRow[]): FigureRelation[] {
  return rows.flatMap((total, at) =>
    total.row.isTotal ? columns.flatMap((column) => relateTotal(column, total, at, rows)) : [],
  );
}

function relateTotal(
  column: CountColumn,
  total: RelatedRow,
  at: number,
  rows: readonly RelatedRow[],
): FigureRelation[] {
  const said = total.figures.get(column.index);
  if (said?.read.value == null || said.figure.type === 'percent' || !isAdditive(column)) return [];
  const parts = partsOfTotal(column, total, at, rows, said.read.value);
  if (parts.length < 2 || parts.some((part) => part.figure.unit !== said.figure.unit)) return [];
  const basis = total.row.isSubtotal ? 'subtotal row' : 'totals row';
  return [{ kind: 'sum', figures: [said.figure.id, ...parts.map((part) => part.figure.id)], basis }];
}

function isAdditive(column: CountColumn): boolean {
  return column.event !== 'measure' && !column.cumulative;
}

function partsOfTotal(
  column: CountColumn,
  total: RelatedRow,
  at: number,
  rows: readonly RelatedRow[],
  said: number,
): CellFigure[] {
  const figuresOf = (some: readonly RelatedRow[]): CellFigure[] =>
    some.map((each) => each.figures.get(column.index)).filter((figure) => figure !== undefined);
  const above = rows.slice(0, at);
  const before = above.findLastIndex((each) => each.row.isTotal);
  const block = figuresOf(above.slice(before + 1));
  const all = figuresOf(
    (above.length === 0 ? rows.slice(at + 1) : above).filter((each) => !each.row.isTotal),
  );
  if (before < 0) return all;
  if (total.row.isSubtotal) return block;
  const addsUp = (parts: readonly CellFigure[]): boolean =>
    parts.length > 0 && Math.abs(parts.reduce((sum, part) => sum + (part.read.value ?? 0), 0) - said) < 1e-6;
  return addsUp(block) && !addsUp(all) ? block : all;
}
