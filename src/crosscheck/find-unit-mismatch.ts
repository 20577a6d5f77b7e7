import type { Finding, Holding } from '../statement/finding.ts';
import type { Figure } from '../statement/quantity.ts';
import { capital, composeFinding, composeHolding, pictureRow, quotesOf, rankOfGap, step } from './compose.ts';
import { convert, type Unit, unitOf } from './convert-unit.ts';
import { type Outcome, sortOutcome } from './family.ts';
import { formatNumber, formatRounded } from './format-number.ts';
import { gapRatio, type Interval, intervalsMeet } from './interval.ts';
import type { PileIndex } from './pile-index.ts';
import { plural } from './plural.ts';
import { type Tally, writtenAs } from './tally.ts';
import { asWritten } from './written-precision.ts';

/**
 * One measure that the words give in two units ("40 km (25 miles)"): one of the two, converted
 * and rounded as the other is, must give it. Currencies are never compared: rates move.
 */
export function findUnitMismatch(index: PileIndex): Outcome {
  return sortOutcome(pairsOf(index).map(([first, second]) => compareUnits(index, first, second)));
}

function pairsOf(index: PileIndex): [Tally, Tally][] {
  const pairs: [Tally, Tally][] = [];
  for (const relation of index.relations) {
    if (relation.kind !== 'same-measure') continue;
    const [first, second] = relation.figures.map((id) => index.tallyOfFigure.get(id));
    if (first !== undefined && second !== undefined) pairs.push([first, second]);
  }
  return pairs;
}

function compareUnits(index: PileIndex, first: Tally, second: Tally): Finding | Holding | null {
  const from = unitOf(first.figure.unit ?? first.kind);
  const to = unitOf(second.figure.unit ?? second.kind);
  if (from === null || to === null) return null;
  if (from.dimension !== to.dimension || first.figure.type === 'money') return null;
  const value = first.figure.value;
  const other = second.figure.value;
  if (value === null || other === null) return null;
  const text = index.textOf(first.source.id);
  const written = {
    first: writtenAs(text, first.figure.span),
    second: writtenAs(text, second.figure.span),
    unit: second.figure.unit ?? second.kind ?? '',
  };
  const there = convertInterval(asWritten(first.figure), from, to);
  const exact = convert(value, from, to);
  const draft = {
    kind: 'unit-mismatch' as const,
    quotes: quotesOf([first, second]),
    steps: [
      step(`“${written.first}” in ${plural(written.unit)}`, `= ${formatRounded(exact)}`, 0),
      step(`the words give “${written.second}”`, `= ${formatNumber(other)}`, 0),
    ],
  };
  if (holdsAsWritten(first.figure, second.figure, from, to)) {
    const rounded = formatRounded(exact);
    const said = formatNumber(other);
    const tail = rounded === said ? '' : `, rounded to ${said}`;
    return composeHolding({
      ...draft,
      why: `${capital(written.first)} is ${rounded} ${plural(written.unit)}${tail}.`,
    });
  }
  return composeFinding({
    ...draft,
    why: `${first.voice} gives ${written.first} as ${written.second}. ${capital(written.first)} is ${formatRounded(exact)} ${plural(written.unit)}.`,
    rank: 0.75 * rankOfGap(gapRatio(there, asWritten(second.figure))) + 0.2,
    picture: {
      type: 'intervals',
      unit: plural(written.unit),
      rows: [
        pictureRow(written.first, 'converted', there, { derived: true }),
        pictureRow(written.second, 'as printed', asWritten(second.figure), { alarm: true }),
      ],
    },
  });
}

/** Either figure, converted as it stands, falls within what the other's words allow. */
function holdsAsWritten(first: Figure, second: Figure, from: Unit, to: Unit): boolean {
  const asSaid = (figure: Figure): Interval =>
    figure.approx && figure.quantity.min !== null
      ? { min: figure.quantity.min, max: figure.quantity.max }
      : { min: figure.value, max: figure.value };
  return (
    intervalsMeet(convertInterval(asSaid(first), from, to), asWritten(second)) ||
    intervalsMeet(convertInterval(asSaid(second), to, from), asWritten(first)) ||
    isCutOff(first, second, from, to) ||
    isCutOff(second, first, to, from)
  );
}

/** 19.9 printed as 19: cut off and not rounded, which is no error where it is small. */
function isCutOff(figure: Figure, other: Figure, from: Unit, to: Unit): boolean {
  if (figure.value === null || other.value === null) return false;
  const converted = convert(figure.value, from, to);
  const off = converted - other.value;
  return off >= 0 && off < 10 ** -Math.max(0, other.decimals) && off <= Math.abs(converted) * 0.05;
}

function convertInterval(interval: Interval, from: Unit, to: Unit): Interval {
  return {
    min: interval.min === null ? null : convert(interval.min, from, to),
    max: interval.max === null ? null : convert(interval.max, from, to),
  };
}
