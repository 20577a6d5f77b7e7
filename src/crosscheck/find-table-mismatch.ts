import type { Finding, Holding } from '../statement/finding.ts';
import { composeFinding, composeHolding, pictureRow, rankOfGap, step } from './compose.ts';
import { type Outcome, sortOutcome } from './family.ts';
import { formatNumber } from './format-number.ts';
import { exactly, gapRatio } from './interval.ts';
import type { PileIndex } from './pile-index.ts';
import { columnName, columnOf, exactSum, tableName } from './read-columns.ts';
import { rowQuote, rowsQuote } from './table-quotes.ts';
import type { Tally } from './tally.ts';

/** Totals rows against the rows above them, and rows against what the table's other rows teach. */
export function findTableMismatch(index: PileIndex): Outcome {
  const results: (Finding | Holding | null)[] = [];
  for (const relation of index.relations) {
    if (relation.kind !== 'sum') continue;
    const [whole, ...parts] = relation.figures.map((id) => index.tallyOfFigure.get(id));
    if (whole === undefined || whole.passage.cells === null) continue;
    const known = parts.filter((part) => part !== undefined);
    if (known.length !== parts.length || known.length < 2) continue;
    const isRow = known.every((part) => part.passage.id === whole.passage.id);
    results.push((isRow ? compareRow : compareTotal)(index, whole, known));
  }
  return sortOutcome(results);
}

function compareTotal(index: PileIndex, whole: Tally, parts: readonly Tally[]): Finding | Holding | null {
  const sum = exactSum(parts);
  const said = whole.figure.value;
  if (sum === null || said === null) return null;
  const column = columnName(columnOf(whole));
  const table = tableName(index, whole.section);
  const draft = {
    kind: 'sum-mismatch' as const,
    quotes: [rowQuote(whole), ...rowsQuote(parts)],
    steps: [
      step(`${column}: ${additionOf(parts)}`, `= ${formatNumber(sum)}`, 1),
      step('the totals row has', `= ${formatNumber(said)}`, 0),
    ],
  };
  if (isTotal(whole, parts, sum)) {
    const why = `The ${parts.length} rows of ${column} in ${table} add up to ${formatNumber(sum)}, as the totals row has it.`;
    return composeHolding({ ...draft, why });
  }
  if (!couldBeTotal(said, parts, sum)) return null;
  return composeFinding({
    ...draft,
    why: `The rows of ${column} in ${table} add up to ${formatNumber(sum)}. Its totals row has ${formatNumber(said)}.`,
    rank: 0.3 + 0.65 * rankOfGap(1 + 4 * (gapRatio(exactly(sum), exactly(said)) - 1)),
    picture: {
      type: 'intervals',
      unit: columnOf(whole)?.header ?? '',
      rows: [
        pictureRow('rows', 'added up', exactly(sum), { derived: true }),
        pictureRow('totals row', 'as written', exactly(said), { alarm: true }),
      ],
    },
  });
}

function isTotal(whole: Tally, parts: readonly Tally[], sum: number): boolean {
  const said = whole.figure.value ?? 0;
  const finest = Math.max(...parts.map((part) => part.figure.decimals));
  const slack = whole.figure.decimals < finest ? 0.5 * 10 ** -Math.max(0, whole.figure.decimals) : 0;
  return Math.abs(said - sum) <= slack + 1e-9 * Math.abs(sum);
}

/** A totals row may also hold a mean, a maximum or a count of rows, and some columns (ages, degrees) add up to nothing. */
function couldBeTotal(said: number, parts: readonly Tally[], sum: number): boolean {
  const values = parts.map((part) => part.figure.value ?? 0);
  const most = Math.max(...values);
  const spread = most - Math.min(...values);
  if (Math.abs(said - sum / values.length) <= Math.max(0.5, spread * 0.25)) return false;
  if (said === most || said === values.length || said === values.filter((value) => value > 0).length)
    return false;
  if (said === 100 && Math.abs(sum - 100) < 1.5) return false;
  return said > sum / 5 && said < sum * 5;
}

function compareRow(index: PileIndex, whole: Tally, parts: readonly Tally[]): Finding | null {
  const sum = exactSum(parts);
  const said = whole.figure.value;
  if (sum === null || said === null || isTotal(whole, parts, sum)) return null;
  const names = parts.map((part) => columnName(columnOf(part))).join(', ');
  const column = columnName(columnOf(whole));
  return composeFinding({
    kind: 'sum-mismatch',
    why: `In one row of ${tableName(index, whole.section)} ${additionOf(parts)} is ${formatNumber(sum)}, and ${column} has ${formatNumber(said)}. In most other rows the two agree.`,
    quotes: [rowQuote(whole, parts)],
    steps: [
      step(`${names}: ${additionOf(parts)}`, `= ${formatNumber(sum)}`, 0),
      step(`${column} in the same row`, `= ${formatNumber(said)}`, 0),
    ],
    assumes: [
      {
        label: 'what makes up what',
        text: `No words say that ${names} make up ${column}; the other rows of the table do.`,
        guess: false,
      },
    ],
    rank: 0.35 + 0.5 * rankOfGap(1 + 4 * (gapRatio(exactly(sum), exactly(said)) - 1)),
    picture: {
      type: 'parts',
      unit: columnOf(whole)?.header ?? '',
      whole: pictureRow(columnOf(whole)?.header ?? 'whole', 'as written', exactly(said), { alarm: true }),
      parts: parts.map((part) => pictureRow(columnOf(part)?.header ?? '', '', part.interval)),
    },
  });
}

/** `24 + 24 + 22.5`, shortened in the middle where it is long. */
function additionOf(parts: readonly Tally[]): string {
  const numbers = parts.map(({ figure }) => formatNumber(figure.value ?? 0, Math.max(0, figure.decimals)));
  if (numbers.length <= 24) return numbers.join(' + ');
  return `${numbers.slice(0, 12).join(' + ')} + … + ${numbers.slice(-3).join(' + ')} (${numbers.length} rows)`;
}
