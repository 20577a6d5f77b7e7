import type { Column, Passage } from '../statement/source.ts';
import { unitOf } from './convert-unit.ts';
import { formatNumber } from './format-number.ts';
import { exactly, scale } from './interval.ts';
import { kindFamily } from './kind-of.ts';
import { phraseAround } from './phrase-around.ts';
import type { PileIndex } from './pile-index.ts';
import { plural } from './plural.ts';
import { columnName, exactSum, type Grid } from './read-columns.ts';
import { eventGroup, groupOf, type Period, periodOf, type Side, sideOf } from './side.ts';
import { rowQuote, rowsQuote } from './table-quotes.ts';
import { contentWords, type Tally } from './tally.ts';

const ASSERTING = new Set(['asserted', 'reported', 'alleged']);

/** What a paper takes back it does not say. */
const CORRECTED =
  /earlier version|correct(?:ion|ed)|previously (?:said|reported|put|gave)|düzeltme|correcci[oó]n|rectific|تصحيح/iu;

/** Figures that a voice asserts of something counted, outside tables and not withdrawn. */
export function spokenSides(index: PileIndex): Side[] {
  const withdrawn = new Set(
    index.relations
      .filter((relation) => relation.kind === 'correction')
      .map((relation) => relation.figures[0]),
  );
  const sides: Side[] = [];
  for (const tally of index.tellings) {
    if (tally.passage.cells !== null || withdrawn.has(tally.figure.id) || !isAsserted(tally)) continue;
    if (CORRECTED.test(index.wordsOf(tally.source.id, tally.sentence))) continue;
    const side = sideIn(index, tally);
    if (side !== null) sides.push(side);
  }
  return sides;
}

/** A tally as one side of a comparison; null where it counts nothing comparable. */
export function sideIn(index: PileIndex, tally: Tally): Side | null {
  const own = index.wordsOf(tally.source.id, tally.figure.span);
  return sideOf(tally, {
    phrase: `${phraseAround(index, tally)} ${own}`,
    sentence: index.wordsOf(tally.source.id, tally.sentence),
    isWhole: index.wholes.has(tally.figure.id),
    isPart: index.parts.has(tally.figure.id) && !index.wholes.has(tally.figure.id),
  });
}

function isAsserted({ statement }: Tally): boolean {
  if (statement === null) return true;
  return statement.polarity === 'positive' && ASSERTING.has(statement.modality);
}

/** What the rows of a table's column come to, with what its totals row says. */
export interface ColumnSum {
  readonly grid: Grid;
  readonly side: Side;
  /** Value of the totals row, or null where there is none. */
  readonly total: number | null;
  readonly sum: number;
  readonly values: readonly number[];
  readonly column: string;
}

/** Each column of counts as one more voice: the sum of its rows. Part-lists ("page 1 of 7") are left out. */
export function columnSums(index: PileIndex, grids: readonly Grid[]): ColumnSum[] {
  const whole = grids.filter((grid) => !grid.isPart && grid.rows.length > 1);
  return whole.flatMap((grid) =>
    grid.columns.map((column) => columnSum(index, grid, column)).filter((sum) => sum !== null),
  );
}

function columnSum(index: PileIndex, grid: Grid, column: Column): ColumnSum | null {
  const cells = grid.rows.map((row) => grid.cell(row, column.index)).filter((cell) => cell !== null);
  const sum = cells.length < 2 || !cells.every(isAddable) ? null : exactSum(cells);
  if (sum === null) return null;
  const totalRow = grid.totals.at(-1);
  const total = totalRow === undefined ? null : grid.cell(totalRow, column.index);
  const unit = unitOf(mostCommon(cells.map((cell) => cell.figure.unit)));
  if (unit !== null && unit.dimension !== 'mass' && unit.dimension !== 'volume') return null;
  const kind = unit?.dimension ?? kindFamily(mostCommon(cells.map((cell) => cell.kind)));
  const agrees = total?.figure.value === sum;
  const rows = rowsQuote(cells);
  const labels = labelsOf(index, grid);
  const written = `${formatNumber(sum, 3)}${unit === null ? '' : ` ${plural(mostCommon(cells.map((cell) => cell.figure.unit)) ?? '')}`}`;
  return {
    grid,
    sum,
    values: cells.map((cell) => cell.figure.value ?? 0),
    total: total?.figure.value ?? null,
    column: columnName(column),
    side: {
      ...EMPTY_SIDE,
      source: grid.source,
      voice: grid.name,
      interval: scale(exactly(sum), unit?.factor ?? 1),
      kind,
      group: mostCommon(cells.map(groupOf)),
      event: eventGroup(mostCommon(cells.map((cell) => cell.event)), kind),
      period: periodOver(grid, cells, totalRow),
      told: index.sources.get(grid.source)?.date ?? null,
      words: contentWords(`${column.header ?? ''} ${grid.name} ${labels}`),
      worked: `the rows of ${columnName(column)} in ${grid.name} add up to ${written}`,
      quotes: total === null ? rows : [rowQuote(total), ...(agrees ? [] : rows)],
    },
  };
}

const COUNT_OF_ROWS = /^(\p{Nd}+)\s+(\p{L}+)$/u;

/** What a totals row says its rows are ("10 loads"), where there are just as many rows. */
export function rowCounts(index: PileIndex, grids: readonly Grid[]): Side[] {
  return grids.flatMap((grid) => {
    const total = grid.totals.at(-1);
    if (grid.isPart || total === undefined) return [];
    const text = index.textOf(grid.source);
    const cell = (total.cells ?? []).find((span) => {
      const match = COUNT_OF_ROWS.exec(text.slice(span.start, span.end).trim());
      return match !== null && Number(match[1]) === grid.rows.length;
    });
    if (cell === undefined) return [];
    const noun = COUNT_OF_ROWS.exec(text.slice(cell.start, cell.end).trim())?.[2]?.toLowerCase() ?? '';
    const dated = grid.rows.flatMap((row) => grid.columns.map((column) => grid.cell(row, column.index)));
    return [
      {
        ...EMPTY_SIDE,
        source: grid.source,
        voice: grid.name,
        interval: exactly(grid.rows.length),
        kind: kindFamily(noun.replace(/s$/u, '')),
        period: periodOver(
          grid,
          dated.filter((tally) => tally !== null),
          total,
        ),
        worked: `${grid.name} has ${grid.rows.length} ${noun}`,
        quotes: [{ source: grid.source, span: total.span, statement: null, marks: [cell] }],
      },
    ];
  });
}

const EMPTY_SIDE = {
  tally: null,
  group: null,
  stuff: null,
  event: null,
  told: null,
  per: null,
  places: new Set<string>(),
  names: new Set<string>(),
  words: new Set<string>(),
  total: true,
  running: false,
  whole: false,
  subset: false,
};

const ROWS_NAMED = 60;

/** The words of the first rows' text cells: what the table is about. */
function labelsOf(index: PileIndex, grid: Grid): string {
  const text = index.textOf(grid.source);
  const columns = grid.columns.filter((column) => column.type === 'text' || column.type === 'name');
  return grid.rows
    .slice(0, ROWS_NAMED)
    .flatMap((row) => columns.map((column) => row.cells?.[column.index]))
    .map((cell) => (cell === undefined ? '' : text.slice(cell.start, cell.end)))
    .join(' ');
}

function isAddable({ figure }: Tally): boolean {
  return figure.type === 'count' || figure.type === 'measure' || figure.type === 'money';
}

function mostCommon(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

/** The days that the totals row names, else the table itself, else from the first row's to the last's. */
function periodOver(grid: Grid, tallies: readonly Tally[], total: Passage | undefined): Period | null {
  const ofTotal =
    total === undefined
      ? undefined
      : grid.columns
          .map((column) => grid.cell(total, column.index)?.time ?? null)
          .find((time) => time !== null);
  const stated = periodOf(ofTotal ?? null) ?? periodOf(grid.section.time);
  if (stated !== null) return stated;
  const periods = tallies.map((tally) => periodOf(tally.time)).filter((period) => period !== null);
  const from = periods.map((period) => period.from).sort()[0];
  const to = periods
    .map((period) => period.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}
